import { collab, receiveTransaction, sendableSteps } from 'prosemirror-collab';
import { EditorState } from 'prosemirror-state';
import { type Step, Transform } from 'prosemirror-transform';
import { lostRenderings, type OvertakenRendering } from '../../shared/doc/merge/lost-renderings.ts';
import { mend } from '../../shared/doc/merge/mend.ts';
import { restoreDocument } from '../../shared/doc/merge/restore.ts';
import { stepFrom } from '../../shared/doc/model/link-step.ts';
import { type Editions, readSnapshot, schemaOf } from '../../shared/doc/model/migrations.ts';
import { keepOffsets } from '../../shared/doc/model/sourced-step.ts';
import { isSame } from '../../shared/wire/mark.ts';
import type { SentStep } from '../../shared/wire/step.ts';
import type { Authority, DocumentAtHand } from './authority.ts';
import { documentNode } from './document-node.ts';
import type { Unsent } from './unsent.ts';

/** What the authority has of the schema that unsent steps are written in. */
export interface OldTime {
  /** The document that they apply to, in their schema. */
  readonly base: DocumentAtHand;
  /** What others did from there on, as long as that schema lasted. */
  readonly since: readonly SentStep[];
  /** The last version of that time, in today's schema. */
  readonly end: DocumentAtHand;
}

/** Asks for what it takes to carry `unsent` over. Rejects while the server cannot be reached; `null` where the
 *  steps were made in another history. */
export async function oldTime({ document, base, mark, schema }: Unsent, authority: Authority): Promise<OldTime | null> {
  const opened = await authority.open(document, base, schema);
  if (!isSame(mark, opened.mark)) return null;
  const since: SentStep[] = [];
  for (;;) {
    const answer = await authority.since(document, {
      version: base + since.length,
      mark: since.at(-1)?.mark ?? opened.mark,
    });
    if (!answer.ok) return null;
    const sent = answer.steps;
    const newer = sent.findIndex((step) => step.schema !== schema);
    since.push(...(newer < 0 ? sent : sent.slice(0, newer)));
    if (newer >= 0 || sent.length === 0) break;
  }
  return { base: opened, since, end: await authority.open(document, base + since.length) };
}

/** Unsent steps said again in today's schema: they apply to the end of the old time. */
export interface Carried {
  readonly steps: readonly Step[];
  /** Text that what others did at that time left no place for, or that it displaced. */
  readonly lost: readonly OvertakenRendering[];
}

/** Carries unsent steps over from an older schema. In their own they are rebased over what others did at that time; the
 *  document that comes of it is brought to today's schema, and what differs there is written in steps of today. Throws where
 *  they do not fit the document that they were made for. */
export function carryOver(unsent: Unsent, old: OldTime, editions: Editions, newId: () => string): Carried {
  const schema = schemaOf(editions, unsent.schema);
  const plugins = [collab({ version: unsent.base, clientID: unsent.client })];
  let state = EditorState.create({ doc: documentNode(old.base, editions), plugins });
  const { tr } = state;
  for (const json of unsent.steps) tr.step(stepFrom(schema, json));
  keepOffsets(tr);
  state = state.apply(tr);

  const clients = old.since.map(({ client }) => client);
  const others = clients.findIndex((client) => client !== unsent.client);
  const received = receiveTransaction(
    state,
    old.since.map(({ step }) => stepFrom(schema, step)),
    clients,
  );
  const lost = lostRenderings(received, others < 0 ? 0 : clients.length - others);
  state = state.apply(received);
  if (!sendableSteps(state)) return { steps: [], lost };

  const read = readSnapshot(state.doc.toJSON(), unsent.schema, editions);
  if (!read.ok) throw new Error(read.problems[0]?.message);
  const source = { text: old.end.source, paragraphs: old.end.outline.paragraphs };
  const target = new Transform(read.value);
  mend(target, source, newId);
  const change = new Transform(documentNode(old.end, editions));
  restoreDocument(change, target.doc, source);
  return { steps: change.steps, lost };
}
