import type { Span } from './span.ts';

/** The order in which spans are read: what begins first, and of those the longer, which lies around the others; where
 *  there is no span, last. */
export function compareSpans(a: Span | null, b: Span | null): number {
  if (!a || !b) return (a ? 0 : 1) - (b ? 0 : 1);
  return a.from - b.from || b.to - a.to;
}

/** How deep each of `spans`, which may nest and overlap, is to be drawn: 0 for one that nothing lies around, deeper than
 *  all that lie around it, and never as deep as another that it overlaps. Of two equal ones the first lies around. */
export function depths(spans: readonly Span[]): readonly number[] {
  const found = spans.map(() => 0);
  const order = spans.map((span, index) => ({ span, index })).sort((a, b) => compareSpans(a.span, b.span));
  let open: typeof order = [];
  for (const { span, index } of order) {
    open = open.filter((before) => before.span.to > span.from);
    const taken = new Set<number>();
    let depth = 0;
    for (const before of open) {
      const level = found[before.index] ?? 0;
      taken.add(level);
      if (before.span.to >= span.to) depth = Math.max(depth, level + 1);
    }
    while (taken.has(depth)) depth += 1;
    found[index] = depth;
    open.push({ span, index });
  }
  return found;
}
