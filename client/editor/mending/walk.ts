import type { Node } from 'prosemirror-model';
import { type Segment, segments } from '../../../shared/doc/model/read.ts';
import { isOneToOne, rowShape } from '../../../shared/doc/model/row-shape.ts';

/** True for a row that nobody has confirmed yet. */
export function isOpen({ alignment }: Pick<Segment, 'alignment'>): boolean {
  return alignment?.state !== 'confirmed';
}

/** The first row after the place `index` that fits, from the top again past the end; `null` if none but that one does. */
export function nextRow(doc: Node, index: number, fits: (row: Segment) => boolean): Segment | null {
  const all = segments(doc);
  const after = all.find((row) => row.index > index && fits(row));
  return after ?? all.find((row) => row.index < index && fits(row)) ?? null;
}

/** The next row that is not one to one. */
export function nextOdd(doc: Node, index: number, source: string, isShown: (id: string) => boolean): Segment | null {
  return nextRow(doc, index, (row) => isShown(row.id) && !isOneToOne(rowShape(row.node, source)));
}

/** The rows that nobody has confirmed, those that need a look first: what is marked for review, then by confidence, the lowest
 *  first; rows that people changed, which have none any more, come last. */
export function byConfidence(doc: Node): readonly Segment[] {
  return segments(doc)
    .filter((row) => row.alignment !== null && isOpen(row))
    .sort((a, b) => doubt(a) - doubt(b) || a.index - b.index);
}

/** The row to look at by confidence: the one after `last`, which is the row that the walk came to; without that, the least sure.
 *  From the least sure again past the end. */
export function nextUnsure(doc: Node, last: string | null, isShown: (id: string) => boolean): Segment | null {
  const rows = byConfidence(doc).filter(({ id }) => isShown(id));
  return rows[rows.findIndex(({ id }) => id === last) + 1] ?? rows[0] ?? null;
}

function doubt({ alignment }: Segment): number {
  if (alignment?.state === 'review') return -1;
  return alignment?.score ?? 2;
}
