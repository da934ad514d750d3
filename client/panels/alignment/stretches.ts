import type { Node } from 'prosemirror-model';
import type { AlignedStretch } from '../../../shared/alignment/rows/again.ts';
import { unconfirmedAround } from '../../../shared/doc/edit/realign.ts';
import { type Segment, segments } from '../../../shared/doc/model/read.ts';

/** Rows between two confirmed ones that are to be aligned again, and what of them goes to the aligner. */
export interface OpenStretch extends AlignedStretch {
  readonly first: string;
  readonly last: string;
}

/** The stretch around the row `id`, or none where that is confirmed. */
export function stretchAround(doc: Node, id: string): readonly OpenStretch[] {
  const rows = unconfirmedAround(doc, id);
  return rows ? stretchOf(rows) : [];
}

/** All stretches of a document. */
export function allStretches(doc: Node): readonly OpenStretch[] {
  const found: OpenStretch[] = [];
  let open: Segment[] = [];
  for (const row of segments(doc)) {
    if (row.alignment?.state !== 'confirmed') open.push(row);
    else {
      found.push(...stretchOf(open));
      open = [];
    }
  }
  return [...found, ...stretchOf(open)];
}

/** Only where both sides have something, and there is more than one way to pair it. */
function stretchOf(rows: readonly Segment[]): readonly OpenStretch[] {
  const [first, last] = [rows[0], rows.at(-1)];
  const wide = rows.filter(({ from, to }) => from < to);
  const [start, end] = [wide[0], wide.at(-1)];
  const english = rows.map(({ text }) => text);
  if (!first || !last || !start || !end || english.every((text) => text === '')) return [];
  return [{ first: first.id, last: last.id, persian: { from: start.from, to: end.to }, english }];
}
