import type { Best } from './best.ts';
import { wordDistance } from './distance.ts';
import type { Part } from './part.ts';

/** The words of a query: their ids, or `UNKNOWN` for one that the memory has never seen. */
export type QueryWords = readonly number[];
export const UNKNOWN = 0xffffffff;

/** What look-ups need and keep from one to the next. */
export class Marks {
  private seen = new Uint32Array(0);
  private turn = 0;
  private counts = new Int32Array(0);

  /** Marks for `count` units, none of which was seen. */
  fresh(count: number): { readonly seen: Uint32Array; readonly turn: number } {
    if (this.seen.length < count || this.turn === 0xffffffff) {
      this.seen = new Uint32Array(Math.max(count, this.seen.length * 2));
      this.turn = 0;
    }
    this.turn += 1;
    return { seen: this.seen, turn: this.turn };
  }

  /** Counters of words, all zero: who uses them puts them back. */
  zeroed(size: number): Int32Array {
    if (this.counts.length < size) this.counts = new Int32Array(Math.max(size, this.counts.length * 2));
    return this.counts;
  }
}

/** Finds the best units of `part`, as exactly as if each was compared. The likeness of two texts of `n` and `m` words is
 *  `1 - distance / max(n, m)` by the word Levenshtein distance. Words go rarest first: a unit not met under the first `i` words of `L`
 *  shares at most `L - i` with the query, so its likeness is at most `(L - i) / L`, and where that is below the bound nothing is missed
 *  any more; the bound rises to the likeness of the last that is kept. */
export function lookUp(part: Part, query: QueryWords, best: Best, marks: Marks, vocabulary: number): void {
  const length = query.length;
  if (length === 0 || part.count === 0) return;
  const { seen, turn } = marks.fresh(part.count);
  const counts = marks.zeroed(vocabulary);
  for (const word of query) if (word !== UNKNOWN) counts[word] = (counts[word] ?? 0) + 1;
  try {
    let passed = query.reduce((sum, word) => (word === UNKNOWN ? sum + 1 : sum), 0);
    for (const { word, postings } of rarestFirst(part, query)) {
      if (best.isFull && best.bound >= 1) return;
      for (let at = postings.length - 1; at >= 0; at--) {
        const unit = postings[at] as number;
        if (seen[unit] === turn) continue;
        seen[unit] = turn;
        if (part.removed[unit] === 1) continue;
        const from = part.offsets[unit] as number;
        const to = part.offsets[unit + 1] as number;
        const longest = Math.max(length, to - from);
        const most = furthest(best, longest);
        // What is shared: at most what is left of the query, and at most what is shorter.
        if (most < 0 || longest - Math.min(length - passed, to - from) > most) continue;
        if (shared(part.words, from, to, counts, longest - most) < longest - most) continue;
        const distance = wordDistance(query, part.words, from, to, most);
        if (distance > most) continue;
        best.offer(part.numbers[unit] as number, 1 - distance / longest, part.words.slice(from, to));
      }
      passed += counts[word] ?? 0;
      if (passed > furthest(best, length)) return;
    }
  } finally {
    for (const word of query) if (word !== UNKNOWN) counts[word] = 0;
  }
}

/** The largest distance of texts of `longest` words with which a unit is wanted still; below 0 for none. */
function furthest(best: Best, longest: number): number {
  const most = Math.floor((1 - best.bound) * longest + 1e-9);
  return best.isFull && 1 - most / longest <= best.bound + 1e-12 ? most - 1 : most;
}

/** How many words of a unit the query has too, each as often as both have it; ends early where `wanted` is out of reach. */
function shared(words: Uint32Array, from: number, to: number, counts: Int32Array, wanted: number): number {
  let found = 0;
  let left = to - from;
  let at = from;
  for (; at < to; at++) {
    const word = words[at] as number;
    const count = counts[word] as number;
    counts[word] = count - 1;
    if (count > 0) found += 1;
    left -= 1;
    if (found + left < wanted) {
      at += 1;
      break;
    }
  }
  for (let back = from; back < at; back++)
    counts[words[back] as number] = (counts[words[back] as number] as number) + 1;
  return found;
}

function rarestFirst(part: Part, query: QueryWords) {
  const known = [...new Set(query)].filter((word) => word !== UNKNOWN);
  return known
    .map((word) => ({ word, postings: part.postings(word) }))
    .sort((a, b) => a.postings.length - b.postings.length);
}
