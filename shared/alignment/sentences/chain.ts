/** A pair of places on the two sides, and what it counts. */
export interface Weighted {
  readonly source: number;
  readonly target: number;
  readonly weight: number;
}

/** The heaviest of the chains that ascend strictly on both sides; places on the target side are below `targets`. It takes
 *  n log n, by a tree of prefix maxima: P. Fenwick, "A New Data Structure for Cumulative Frequency Tables", Software:
 *  Practice and Experience 24 (1994). */
export function heaviestChain<T extends Weighted>(all: readonly T[], targets: number): readonly T[] {
  const sorted = all.toSorted((a, b) => a.source - b.source || b.target - a.target);
  const sums = new Float64Array(sorted.length);
  const before = new Int32Array(sorted.length).fill(-1);
  const tree = new Int32Array(targets + 1).fill(-1);
  const heavier = (a: number, b: number) => (b < 0 || (a >= 0 && (sums[a] as number) >= (sums[b] as number)) ? a : b);
  let last = -1;
  sorted.forEach(({ target, weight }, at) => {
    let best = -1;
    for (let place = target; place > 0; place -= place & -place) best = heavier(best, tree[place] as number);
    before[at] = best;
    sums[at] = weight + (best < 0 ? 0 : (sums[best] as number));
    for (let place = target + 1; place <= targets; place += place & -place) {
      tree[place] = heavier(tree[place] as number, at);
    }
    last = heavier(last, at);
  });
  const chain: T[] = [];
  for (let at = last; at >= 0; at = before[at] as number) chain.push(sorted[at] as T);
  return chain.reverse();
}
