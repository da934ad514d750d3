import { Step } from 'prosemirror-transform';
import { madeChange } from '../../../shared/doc/merge/change-part.ts';
import { takeBack } from '../../../shared/doc/merge/take-back.ts';
import { schema } from '../../../shared/doc/model/schema.ts';
import type { Context } from '../../context.ts';
import { documentHead } from '../../db/document.ts';
import { stepsAfter } from '../../db/step.ts';
import { UnknownRecord } from '../../db/unknown.ts';
import { changeDocument, type ServerChange } from './change.ts';

/** What became of a change that was to be taken back. */
export interface Reverted {
  /** `part` when somebody has written in some of it since, `none` when nothing of it could be taken back. */
  readonly outcome: 'whole' | 'part' | 'none';
  /** Parts of the change that were taken back, and parts that stay: names, mentions, stretches of text. */
  readonly taken: number;
  readonly left: number;
  /** The change that took it back; taking that back in turn brings the change again. */
  readonly change: ServerChange | null;
}

/** Takes a change of a document back, as a new change on top of what others did since; what they wrote stays. The change
 *  and all that came after are read in today's schema. Throws `UnknownRecord` for versions that the document has not. */
export async function revertChange(ctx: Context, { document, before, after }: ServerChange): Promise<Reverted> {
  const { store, timeline, newId } = ctx;
  const head = await documentHead(store.db, document);
  if (!head) throw new UnknownRecord('document', document);
  if (after > head.version || before >= after) throw new UnknownRecord('version', `${before}–${after}`);
  const { doc } = await timeline.at(store.db, document, before);
  const made = madeChange(doc, await steps(ctx, document, before, after));
  let counted = { taken: 0, left: 0 };
  const change = await changeDocument(ctx, document, async (tr, { version, source: { text, outline } }) => {
    const since = await steps(ctx, document, after, version);
    counted = takeBack(tr, made, since, { text, paragraphs: outline.paragraphs }, newId);
    return counted.taken > 0;
  });
  const { taken, left } = change ? counted : { taken: 0, left: counted.taken + counted.left };
  return { outcome: taken === 0 ? 'none' : left === 0 ? 'whole' : 'part', taken, left, change };
}

/** The steps that lead from one version to a later one. */
async function steps({ store }: Context, document: string, from: number, to: number): Promise<readonly Step[]> {
  const found: Step[] = [];
  while (from + found.length < to) {
    const sent = await stepsAfter(store.db, document, from + found.length);
    if (sent.length === 0) break;
    for (const { step } of sent.slice(0, to - from - found.length)) found.push(Step.fromJSON(schema, step));
  }
  return found;
}
