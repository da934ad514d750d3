import type { Span } from '../../../shared/core/span.ts';
import type { Side } from '../page/row-range.ts';

/** The ranges of one row that are painted in one highlight. */
export type SideRanges = Readonly<Record<Side, readonly Span[]>>;

/** The ranges of one row, by the highlight that they are painted in. */
export type PaintedRanges = ReadonlyMap<string, SideRanges>;

/** Something to be painted, on one side or on both. */
export type Painted = { readonly [side in Side]: { readonly name: string; readonly span: Span } | null };

export const nothingPainted: PaintedRanges = new Map();

/** Puts what is to be painted in order by highlight. */
export function paintedRanges(painted: Iterable<Painted>): PaintedRanges {
  const ranges = new Map<string, { readonly [side in Side]: Span[] }>();
  const add = (side: Side, { name, span }: { readonly name: string; readonly span: Span }) => {
    const found = ranges.get(name) ?? { source: [], rendering: [] };
    found[side].push(span);
    ranges.set(name, found);
  };
  for (const { source, rendering } of painted) {
    if (source) add('source', source);
    if (rendering) add('rendering', rendering);
  }
  return ranges;
}
