import type { Companion, Company } from '../../shared/wire/presence.ts';
import type { Heralds } from '../db/heralds.ts';
import { elsewhere } from './elsewhere.ts';

/** How often the other processes are told again who is here, in milliseconds. */
const TICK = 10_000;

/** Who has which document open, here and in the other processes on the same database that its heralds reach; nothing of it is
 *  stored. */
export interface Presence {
  /** Takes `client` in until `signal` ends it, and gives who else is there: at once, and again whenever that changes. */
  company(document: string, client: string, signal: AbortSignal): AsyncIterable<Company>;
  /** Says where the caret of `client` is; false where that is not in the document. */
  place(document: string, companion: Companion): boolean;
}

interface Seat {
  companion: Companion;
  /** Says that something has changed for the others. */
  ring: () => void;
}

export function presence(heralds: Heralds): Presence {
  const documents = new Map<string, Map<string, Seat>>();
  let timer: NodeJS.Timeout | undefined;

  const tellOthers = (document: string, client?: string) => {
    for (const [other, { ring }] of documents.get(document) ?? []) if (other !== client) ring();
  };
  const others = elsewhere(heralds, {
    people(document) {
      const seats = documents.get(document);
      return seats && [...seats.values()].map(({ companion }) => companion);
    },
    documents: () => documents.keys(),
    ring: tellOthers,
  });
  const peopleBeside = (document: string, seats: ReadonlyMap<string, Seat>, seat: Seat): readonly Companion[] => [
    ...[...seats.values()].filter((each) => each !== seat).map(({ companion }) => companion),
    // A tab that has come from another process may not be known to have left that.
    ...others.people(document).filter(({ client }) => !seats.has(client)),
  ];

  return {
    place(document, companion) {
      const seat = documents.get(document)?.get(companion.client);
      if (!seat) return false;
      seat.companion = companion;
      tellOthers(document, companion.client);
      others.here(document, companion);
      return true;
    },
    async *company(document, client, signal) {
      const seats = documents.get(document) ?? new Map<string, Seat>();
      documents.set(document, seats);
      let wake: (() => void) | null = null;
      let isNew = true;
      const seat: Seat = {
        companion: seats.get(client)?.companion ?? { client, name: '', caret: null },
        ring: () => {
          isNew = true;
          wake?.();
        },
      };
      const end = () => wake?.();
      signal.addEventListener('abort', end);
      seats.set(client, seat);
      tellOthers(document, client);
      if (seats.size === 1) others.ask(document);
      others.here(document, seat.companion);
      timer ??= setInterval(others.tick, TICK).unref();
      try {
        while (!signal.aborted) {
          if (isNew) {
            isNew = false;
            yield { people: peopleBeside(document, seats, seat) };
          } else await new Promise<void>((resolve) => (wake = resolve));
        }
      } finally {
        signal.removeEventListener('abort', end);
        // A connection that broke off may end after the one that took its place.
        if (seats.get(client) === seat) {
          seats.delete(client);
          if (seats.size === 0 && documents.get(document) === seats) {
            documents.delete(document);
            others.forget(document);
          }
          if (documents.size === 0) {
            clearInterval(timer);
            timer = undefined;
          }
          tellOthers(document, client);
          others.gone(document, client);
        }
      }
    },
  };
}
