import { z } from 'zod';
import type { Companion } from '../../shared/wire/presence.ts';
import type { Heralds } from '../db/heralds.ts';

/** A process that was silent for so many ticks is taken for gone, and its people with it. */
const SILENT = 3;

/** What processes on one database tell each other of who has a document open: a seat, that somebody has left, or a question
 *  who is there. */
const noteShape = z.union([
  z.strictObject({
    document: z.string(),
    here: z.object({
      client: z.string(),
      name: z.string(),
      caret: z.object({ segment: z.string(), offset: z.number() }).nullable(),
    }),
  }),
  z.strictObject({ document: z.string(), gone: z.string() }),
  z.strictObject({ document: z.string(), asked: z.literal(true) }),
]);

interface Away {
  readonly process: string;
  readonly companion: Companion;
  silent: number;
}

/** What this process knows of its own seats. */
interface Own {
  /** The people of this process in a document; `undefined` where there are none. */
  people(document: string): Iterable<Companion> | undefined;
  /** All documents that somebody of this process has open. */
  documents(): Iterable<string>;
  /** The people elsewhere in a document have changed. */
  ring(document: string): void;
}

/** Who has a document open in the other processes on the same database, as they tell it. */
export interface Elsewhere {
  people(document: string): readonly Companion[];
  /** Somebody is the first of this process to open a document: who is there is asked for. */
  ask(document: string): void;
  here(document: string, companion: Companion): void;
  gone(document: string, client: string): void;
  /** Nobody of this process has the document open any more. */
  forget(document: string): void;
  /** Tells again who is here, as what is told may be lost, and lets go of those who were not heard of for three ticks. */
  tick(): void;
}

export function elsewhere(heralds: Heralds, own: Own): Elsewhere {
  const documents = new Map<string, Map<string, Away>>();

  const here = (document: string, companion: Companion) =>
    heralds.note(`${document} ${companion.client}`, { document, here: companion });
  const hereAll = (document: string) => {
    for (const companion of own.people(document) ?? []) here(document, companion);
  };

  heralds.heed((process, told) => {
    const { data: note } = noteShape.safeParse(told);
    if (!note || !own.people(note.document)) return;
    const { document } = note;
    if ('asked' in note) {
      hereAll(document);
      return;
    }
    const seats = documents.get(document) ?? new Map<string, Away>();
    documents.set(document, seats);
    if ('here' in note) {
      const before = seats.get(note.here.client);
      seats.set(note.here.client, { process, companion: note.here, silent: 0 });
      if (JSON.stringify(before?.companion) === JSON.stringify(note.here)) return;
    } else {
      // Who has come to another process meanwhile is not gone.
      if (seats.get(note.gone)?.process !== process) return;
      seats.delete(note.gone);
    }
    own.ring(document);
  });

  return {
    people: (document) => [...(documents.get(document)?.values() ?? [])].map(({ companion }) => companion),
    ask: (document) => heralds.note(`${document} ?`, { document, asked: true }),
    here,
    gone: (document, client) => heralds.note(`${document} ${client}`, { document, gone: client }),
    forget: (document) => void documents.delete(document),
    tick() {
      for (const document of own.documents()) hereAll(document);
      for (const [document, seats] of documents) {
        const silent = [...seats].filter(([, seat]) => ++seat.silent > SILENT);
        for (const [client] of silent) seats.delete(client);
        if (silent.length > 0) own.ring(document);
      }
    },
  };
}
