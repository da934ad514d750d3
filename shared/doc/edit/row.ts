import { Fragment, Slice } from 'prosemirror-model';
import { ReplaceStep, type Transform } from 'prosemirror-transform';
import type { AlignmentState } from '../../core/alignment.ts';
import { keepPaged } from '../model/paging.ts';
import { type Segment, segmentById, segmentByIndex, segments } from '../model/read.ts';
import { schema } from '../model/schema.ts';
import { setAttributes } from './seam.ts';

/** Puts an empty row with the id `newId` before or after the segment `id`: a place of no width in its source, and no English. In
 *  an aligned document it is a row to be confirmed like the others.
 *  Refused when there is no such segment, or `newId` is taken. */
export function insertRow(tr: Transform, id: string, where: 'before' | 'after', newId: string): boolean {
  const segment = segmentById(tr.doc, id);
  if (!segment || newId === '' || segmentById(tr.doc, newId)) return false;
  const isBefore = where === 'before';
  const place = isBefore ? segment.from : segment.to;
  const pos = isBefore ? segment.pos : segment.pos + segment.node.nodeSize;
  const alignment = segment.alignment && { state: 'automatic', score: null };
  const row = schema.node('segment', { id: newId, from: place, to: place, alignment });
  tr.step(new ReplaceStep(pos, pos, new Slice(Fragment.from(row), 0, 0)));
  keepPaged(tr);
  return true;
}

/** Takes the row `id` away. Refused when there is none, when it has Persian or English, and when it is the only one. */
export function removeRow(tr: Transform, id: string): boolean {
  const segment = segmentById(tr.doc, id);
  return segment !== null && dropIfEmpty(tr, segment);
}

/** Takes `segment` away if it has neither side; links that were made there go to the row beside it. A page that it leaves
 *  empty becomes one with the page before it, or behind. */
export function dropIfEmpty(tr: Transform, { pos, node, from, to, index, links }: Segment): boolean {
  if (from !== to || node.content.size > 0) return false;
  const beside = links && (segmentByIndex(tr.doc, index - 1) ?? segmentByIndex(tr.doc, index + 1));
  if (beside) setAttributes(tr, beside.pos, { links: [...(beside.links ?? []), ...links] });
  const end = pos + node.nodeSize;
  if (tr.doc.resolve(pos).parent.childCount > 1) tr.step(new ReplaceStep(pos, end, Slice.empty));
  else if (index > 0) tr.step(new ReplaceStep(pos - 2, end, Slice.empty));
  else if (tr.doc.childCount > 2) tr.step(new ReplaceStep(pos, end + 2, Slice.empty));
  else return false;
  return true;
}

/** Says that the row `id` has no English on purpose, or that it is to be translated after all. A row that is left out counts
 *  as translated. Refused when there is no such row, when it has English or no Persian, and when nothing would change. */
export function leaveOut(tr: Transform, id: string, leftOut: boolean): boolean {
  const segment = segmentById(tr.doc, id);
  if (!segment || segment.leftOut === leftOut) return false;
  if (leftOut && (segment.text !== '' || segment.from === segment.to)) return false;
  return setAttributes(tr, segment.pos, { leftOut, status: leftOut ? 'translated' : 'initial', origin: null });
}

/** Says of the row `id` how it came to pair what it pairs; its score stays. Imported English is a draft until somebody has looked
 *  at it: who confirms what it pairs has. Refused when there is none or nothing would change. */
export function setAlignment(tr: Transform, id: string, state: AlignmentState): boolean {
  const segment = segmentById(tr.doc, id);
  return segment !== null && alignAs(tr, segment, state);
}

/** Confirms the alignment of the row `id` and of all above it that nobody has to look at again. Refused when there is no such
 *  row, or nothing would change. */
export function confirmAbove(tr: Transform, id: string): boolean {
  const all = segments(tr.doc);
  const last = all.findIndex((segment) => segment.id === id);
  const above = all
    .slice(0, last + 1)
    .filter(({ alignment }, index) => index === last || alignment?.state !== 'review');
  return above.map((segment) => alignAs(tr, segment, 'confirmed')).includes(true);
}

function alignAs(tr: Transform, { pos, alignment, status, origin }: Segment, state: AlignmentState): boolean {
  const isSeen = state === 'confirmed' && status === 'draft' && origin === 'imported';
  return setAttributes(tr, pos, {
    alignment: { state, score: alignment?.score ?? null },
    ...(isSeen && { status: 'translated' }),
  });
}
