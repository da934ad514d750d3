import { collab, receiveTransaction, sendableSteps } from 'prosemirror-collab';
import type { Node } from 'prosemirror-model';
import { EditorState, type Transaction } from 'prosemirror-state';
import { type Step, Transform } from 'prosemirror-transform';
import { keepLinks } from '../../shared/doc/merge/keep-links.ts';
import { lostRenderings, type OvertakenRendering } from '../../shared/doc/merge/lost-renderings.ts';
import { mend } from '../../shared/doc/merge/mend.ts';
import type { SourceText } from '../../shared/doc/model/source.ts';
import { keepOffsets } from '../../shared/doc/model/sourced-step.ts';
import { source } from './document.ts';

/** Changes a document or refuses to, as all commands of a document do. */
export type Change = (tr: Transform) => unknown;

/** How two people who changed one document without knowing of each other come out of it. */
export interface Meeting {
  /** The document that both have in the end. */
  readonly doc: Node;
  readonly received: Transaction;
  readonly lost: readonly OvertakenRendering[];
  /** What the second sends: its change as far as it still applies, and what mends the two together. */
  readonly steps: readonly Step[];
}

/** The server takes the change of `first`; `second`, who has changed the same document, takes that in and mends. */
export function meet(start: Node, first: Change, second: Change, text: SourceText = source): Meeting {
  const remote = changed(start, first).steps;
  const state = EditorState.create({ doc: start, plugins: [collab({ clientID: 'second' })] });
  const local = state.tr;
  second(local);
  keepOffsets(local);
  const before = state.apply(local);
  const received = receiveTransaction(before, remote, Array(remote.length).fill('first'));
  const taken = before.apply(received);
  const mended = taken.tr;
  keepLinks(mended, received, remote.length);
  let id = 0;
  mend(mended, text, () => `mended-${++id}`);
  const settled = taken.apply(mended);
  const steps = sendableSteps(settled)?.steps ?? [];
  return { doc: settled.doc, received, lost: lostRenderings(received, remote.length), steps };
}

/** `start` after `change`. */
export function changed(start: Node, change: Change): Transform {
  const tr = new Transform(start);
  change(tr);
  return tr;
}
