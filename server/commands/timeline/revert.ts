import type { Step } from 'prosemirror-transform';
import { madeChange } from '../../../shared/doc/merge/change-part.ts';
import { takeBack } from '../../../shared/doc/merge/take-back.ts';
import { stepFrom } from '../../../shared/doc/model/link-step.ts';
import { latestVersion } from '../../../shared/doc/model/migrations.ts';
import type { DocumentChange, Reverted } from '../../../shared/wire/change.ts';
import { isSame } from '../../../shared/wire/mark.ts';
import type { Context } from '../../context.ts';
import type { Reader } from '../../db/database.ts';
import { documentHead } from '../../db/document.ts';
import { markOf } from '../../db/mark.ts';
import { stepsAfter } from '../../db/step.ts';
import { OtherHistory, UnknownRecord } from '../../db/unknown.ts';
import { type Change, changeDocument } from './change.ts';

/** Takes a change of a document back, as a new change on top of what others did since; what they wrote stays. The change
 *  and all that came after are read in today's schema: one that was made under an older one stays whole. Throws
 *  `UnknownRecord` for versions that the document has not, `OtherHistory` where it has another one of that number. */
export async function revertChange(ctx: Context, made: DocumentChange): Promise<Reverted> {
  const { document, before, after } = made;
  const head = await documentHead(ctx.store.db, document);
  if (!head) throw new UnknownRecord('document', document);
  if (after > head.version || before >= after) throw new UnknownRecord('version', `${before}–${after}`);
  return reverting(ctx, ctx.store.db, made, (change) =>
    changeDocument(ctx, document, change, { kind: 'revert', deed: ctx.newId() }),
  );
}

/** As `revertChange`, of a change that is known to be one; `write` makes the new change. */
export async function reverting(
  { timeline, newId }: Context,
  reader: Reader,
  made: DocumentChange,
  write: (change: Change) => Promise<DocumentChange | null>,
): Promise<Reverted> {
  const { document, before, after } = made;
  await mustBeOf(reader, made);
  const written = await steps(timeline, reader, document, before, after);
  if (!written) return { outcome: 'none', taken: 0, left: after - before, change: null };
  const { doc } = await timeline.at(reader, document, before);
  const parts = madeChange(doc, written);
  let counted = { taken: 0, left: 0 };
  const change = await write(async (tr, { version, source: { text, outline } }) => {
    // What is put back between two reads shows here at the latest: the push says which version it builds on.
    await mustBeOf(reader, made);
    const since = (await steps(timeline, reader, document, after, version)) ?? [];
    counted = takeBack(tr, parts, since, { text, paragraphs: outline.paragraphs }, newId);
    return counted.taken > 0;
  });
  const { taken, left } = change ? counted : { taken: 0, left: counted.taken + counted.left };
  return { outcome: taken === 0 ? 'none' : left === 0 ? 'whole' : 'part', taken, left, change };
}

/** Throws where the document has come to another version of that number. */
async function mustBeOf(reader: Reader, { document, after, mark }: DocumentChange): Promise<void> {
  const found = await markOf(reader, document, after);
  if (found === undefined || !isSame(mark, found)) throw new OtherHistory(after);
}

/** The steps that lead from one version to a later one; `null` when some were written in another version of the schema. */
async function steps(
  { editions }: Context['timeline'],
  reader: Reader,
  document: string,
  from: number,
  to: number,
): Promise<readonly Step[] | null> {
  const found: Step[] = [];
  while (from + found.length < to) {
    const sent = await stepsAfter(reader, document, from + found.length);
    if (sent.length === 0) break;
    for (const { schema, step } of sent.slice(0, to - from - found.length)) {
      if (schema !== latestVersion(editions)) return null;
      found.push(stepFrom(editions.schema, step));
    }
  }
  return found;
}
