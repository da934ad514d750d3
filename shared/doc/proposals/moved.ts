import type { Proposal } from './proposal.ts';

/**
 * Proposals of a segment whose English became `after` where it was `before`: what stands outside the stretch that changed keeps
 * its place or moves along; what the stretch touches stands nowhere in the English, and one that stood only there is left out.
 * Whether they would still be made is not asked. The same list where nothing moves.
 */
export function movedAlong(proposals: readonly Proposal[], before: string, after: string): readonly Proposal[] {
  const { from, to } = changedStretch(before, after);
  const by = after.length - before.length;
  if (proposals.every(({ rendering }) => rendering === null || rendering.to <= from)) return proposals;
  return proposals.flatMap((proposal) => {
    const { source, rendering } = proposal;
    if (rendering === null || rendering.to <= from) return [proposal];
    if (rendering.from >= to)
      return [{ ...proposal, rendering: { ...rendering, from: rendering.from + by, to: rendering.to + by } }];
    return source ? [{ ...proposal, rendering: null }] : [];
  });
}

/** The part of `before` that `after` has something else for, in UTF-16 units. */
function changedStretch(before: string, after: string): { readonly from: number; readonly to: number } {
  const shorter = Math.min(before.length, after.length);
  let from = 0;
  while (from < shorter && before[from] === after[from]) from += 1;
  let end = 0;
  while (end < shorter - from && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1;
  return { from, to: before.length - end };
}
