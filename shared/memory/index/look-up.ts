import type { Best } from './best.ts';
import { Candidates } from './candidates.ts';
import { wordDistance } from './distance.ts';
import type { Part, UnitRange } from './part.ts';

/** The words of a query: their ids, or `UNKNOWN` for one that the memory has never seen. */
export type QueryWords = readonly number[];
export const UNKNOWN = 0xffffffff;

/** To compare a unit costs as much as to pass so many postings. */
const COMPARISON = 30;

/** Units that are compared early, so that the bound rises, for each that is wanted. */
const EARLY = 2;

/** What look-ups need and keep from one to the next. */
export class Marks {
  readonly candidates = new Candidates();
  private counts = new Int32Array(0);

  /** Counters of words, all zero: who uses them puts them back. */
  zeroed(size: number): Int32Array {
    if (this.counts.length < size) this.counts = new Int32Array(Math.max(size, this.counts.length * 2));
    return this.counts;
  }
}

/** Finds the best units of `part`, as exactly as if each was compared. The likeness of two texts of `n` and `m` words is
 *  `1 - distance / max(n, m)` by the word Levenshtein distance, which is at least `max(n, m)` less the words that both have. So, with
 *  the likeness of the last that is kept as the bound, nothing is missed by leaving out
 *  - units of so few or so many words that the bound is out of reach;
 *  - words go rarest first: units that hold none of the words passed, once what is left of the query is too little for the bound;
 *  - units in which so few of the words passed were met that, with all that is left, it would be too little.
 *  As soon as a quarter of the query is passed, those are compared that look best, and the bound rises. */
export function lookUp(part: Part, query: QueryWords, best: Best, marks: Marks, vocabulary: number): void {
  if (query.length === 0 || part.count === 0) return;
  const counts = marks.zeroed(vocabulary);
  for (const word of query) if (word !== UNKNOWN) counts[word] = (counts[word] ?? 0) + 1;
  try {
    search(part, query, best, marks.candidates, counts);
  } finally {
    for (const word of query) if (word !== UNKNOWN) counts[word] = 0;
  }
}

function search(part: Part, query: QueryWords, best: Best, candidates: Candidates, counts: Int32Array): void {
  const length = query.length;
  let range = wantedRange(part, length, best);
  candidates.begin(range);
  const words = rarestFirst(part, query, range);
  let passed = query.reduce((sum, word) => (word === UNKNOWN ? sum + 1 : sum), 0);
  let next = 0;
  const pass = (): { readonly units: ArrayLike<number>; readonly times: number } => {
    const word = words[next++]?.word as number;
    const times = counts[word] as number;
    passed += times;
    return { units: part.postings(word, range), times };
  };

  let isEarly = true;
  while (next < words.length && passed <= furthest(best, length)) {
    const { units, times } = pass();
    candidates.add(units, times);
    if (!isEarly || passed * 4 < length) continue;
    isEarly = false;
    candidates.rank();
    const few = Math.min(candidates.count, best.limit * EARLY);
    for (let nth = 0; nth < few; nth++) compare(part, query, best, counts, candidates.take());
    range = wantedRange(part, length, best);
  }
  // What a unit must have to be as near as is wanted still, less what may be left of the query in it.
  const least = () => passed - furthest(best, length);
  while (next < words.length && (words[next]?.size as number) < candidates.count * COMPARISON) {
    const { units, times } = pass();
    candidates.raise(units, times);
    candidates.keep(least());
  }
  candidates.rank();
  while (candidates.count > 0) {
    const unit = candidates.take();
    if (candidates.metIn(unit) < least()) return;
    compare(part, query, best, counts, unit);
  }
}

/** Offers a unit to the best, if it is near enough. */
function compare(part: Part, query: QueryWords, best: Best, counts: Int32Array, unit: number): void {
  if (part.removed[unit] === 1) return;
  const from = part.offsets[unit] as number;
  const to = part.offsets[unit + 1] as number;
  const longest = Math.max(query.length, to - from);
  const most = furthest(best, longest);
  if (most < 0 || longest - Math.min(query.length, to - from) > most) return;
  if (shared(part.words, from, to, counts, longest - most) < longest - most) return;
  const distance = wordDistance(query, part.words, from, to, most);
  if (distance <= most) best.offer(part.numbers[unit] as number, 1 - distance / longest, part.words, from, to);
}

/** The units whose number of words lets them be wanted still. */
function wantedRange(part: Part, length: number, best: Best): UnitRange {
  const least = length - furthest(best, length);
  return part.ofLengths(least, best.bound > 0 ? Math.floor(length / best.bound + 1e-6) : Number.POSITIVE_INFINITY);
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

/** The words of a query that the part may hold, with how many units of the range do. */
function rarestFirst(part: Part, query: QueryWords, range: UnitRange) {
  const known = [...new Set(query)].filter((word) => word !== UNKNOWN);
  return known.map((word) => ({ word, size: part.postings(word, range).length })).sort((a, b) => a.size - b.size);
}
