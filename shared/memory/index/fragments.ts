import type { Part } from './part.ts';

/** A run of words of a query that stands in a unit too. */
export interface Run {
  /** Words of the query: the first, and how many. */
  readonly first: number;
  readonly length: number;
  readonly number: number;
}

/** Units that are looked at for one pair of words, the last first (in a base the longest): of words that stand nearly everywhere, those are
 *  enough. */
const MOST = 20_000;

/** The longest run of words from each place of `query` on that units of `part` hold, of two words at least; the newest unit among equals.
 *  `unknown` is a word that no unit has. */
export function runsIn(part: Part, query: readonly number[], unknown: number): readonly Run[] {
  const runs: Run[] = [];
  const all = { from: 0, to: part.count };
  for (let first = 0; first + 1 < query.length; first++) {
    const [one, two] = [query[first] as number, query[first + 1] as number];
    if (one === unknown || two === unknown) continue;
    const [a, b] = [part.postings(one, all), part.postings(two, all)];
    const postings = a.length <= b.length ? a : b;
    let best: Run | null = null;
    const last = Math.max(0, postings.length - MOST);
    for (let at = postings.length - 1; at >= last; at--) {
      const unit = postings[at] as number;
      const number = part.numbers[unit] as number;
      // Nothing is longer than to the end of the query.
      if (part.removed[unit] === 1 || (best?.length === query.length - first && number < best.number)) continue;
      const length = longestRun(part, unit, query, first);
      if (length < 2 || length < (best?.length ?? 0)) continue;
      if (best === null || length > best.length || number > best.number) best = { first, length, number };
    }
    if (best) runs.push(best);
  }
  return runs;
}

/** How many words from `first` on stand in a unit one after the other. */
function longestRun({ words, offsets }: Part, unit: number, query: readonly number[], first: number): number {
  const end = offsets[unit + 1] as number;
  let longest = 0;
  for (let at = offsets[unit] as number; at < end; at++) {
    if (words[at] !== query[first]) continue;
    let length = 1;
    while (at + length < end && first + length < query.length && words[at + length] === query[first + length])
      length += 1;
    if (length > longest) longest = length;
  }
  return longest;
}

/** The longest of `runs` that do not overlap, in the order of the query. */
export function apart(runs: readonly Run[]): readonly Run[] {
  const taken: Run[] = [];
  for (const run of runs.toSorted((a, b) => b.length - a.length || a.first - b.first)) {
    const isFree = taken.every(
      (other) => run.first + run.length <= other.first || other.first + other.length <= run.first,
    );
    if (isFree) taken.push(run);
  }
  return taken.sort((a, b) => a.first - b.first);
}
