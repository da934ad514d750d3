import { none, type Part, type UnitRange } from './part.ts';

/** What a base is made of: all of it can stand in a file as it is. */
export interface BaseArrays {
  readonly words: Uint32Array;
  readonly offsets: Uint32Array;
  readonly numbers: Uint32Array;
  readonly hashes: Uint32Array;
  /** The units that hold word `w` are `postings[starts[w]] … postings[starts[w + 1] - 1]`. */
  readonly postings: Uint32Array;
  readonly starts: Uint32Array;
  /** Units by their hashes, those of a hash by their numbers, ascending. */
  readonly byHash: Uint32Array;
  /** Units by their numbers, ascending. */
  readonly byNumber: Uint32Array;
}

/** Units by how many words they have, those of as many by their numbers; they never become more. */
export class Base implements Part {
  readonly count: number;
  readonly words: Uint32Array;
  readonly offsets: Uint32Array;
  readonly numbers: Uint32Array;
  readonly hashes: Uint32Array;
  readonly removed: Uint8Array;
  readonly arrays: BaseArrays;

  constructor(arrays: BaseArrays) {
    this.arrays = arrays;
    this.words = arrays.words;
    this.offsets = arrays.offsets;
    this.numbers = arrays.numbers;
    this.hashes = arrays.hashes;
    this.count = arrays.numbers.length;
    this.removed = new Uint8Array(this.count);
  }

  ofLengths(least: number, most: number): UnitRange {
    const { offsets, count } = this;
    const length = (unit: number) => (offsets[unit + 1] as number) - (offsets[unit] as number);
    return { from: firstOf(0, count, least, length), to: firstOf(0, count, most + 1, length) };
  }

  postings(word: number, { from, to }: UnitRange): ArrayLike<number> {
    const { starts, postings } = this.arrays;
    if (word + 1 >= starts.length) return none;
    const [start, end] = [starts[word] as number, starts[word + 1] as number];
    const unit = (at: number) => postings[at] as number;
    const first = firstOf(start, end, from, unit);
    return postings.subarray(first, firstOf(first, end, to, unit));
  }

  alike(hash: number): ArrayLike<number> {
    const { byHash, hashes } = this.arrays;
    const hashAt = (at: number) => hashes[byHash[at] as number] as number;
    const from = firstOf(0, byHash.length, hash, hashAt);
    return byHash.subarray(from, firstOf(from, byHash.length, hash + 1, hashAt));
  }

  /** False where there is no such unit. */
  remove(number: number): boolean {
    const { byNumber } = this.arrays;
    const at = firstOf(0, this.count, number, (place) => this.numbers[byNumber[place] as number] as number);
    if (at === this.count) return false;
    const unit = byNumber[at] as number;
    if (this.numbers[unit] !== number || this.removed[unit] === 1) return false;
    this.removed[unit] = 1;
    return true;
  }
}

/** The first place in `[low, high)` whose value is not below `sought`, of values that ascend; `high` where there is none. */
function firstOf(low: number, high: number, sought: number, valueAt: (place: number) => number): number {
  let [from, to] = [low, high];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (valueAt(middle) < sought) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** A part whose units have their hashes at hand. */
export interface Hashed extends Part {
  readonly hashes: Uint32Array;
}

/** The base of the units of `parts` that are there still, of a vocabulary of `size` words. Costs as much as they are long. */
export function baseOf(parts: readonly Hashed[], size: number): Base {
  const { order, byNumber } = byLength(parts, inOrder(parts));
  const kept = order.length;
  const [numbers, hashes, offsets] = [new Uint32Array(kept), new Uint32Array(kept), new Uint32Array(kept + 1)];
  let total = 0;
  for (let unit = 0; unit < kept; unit++) {
    const { part, at } = placeOf(parts, order[unit] ?? 0);
    numbers[unit] = part.numbers[at] ?? 0;
    hashes[unit] = part.hashes[at] ?? 0;
    total += lengthOf(part, at);
    offsets[unit + 1] = total;
  }
  const words = new Uint32Array(total);
  for (let unit = 0; unit < kept; unit++) {
    const { part, at } = placeOf(parts, order[unit] ?? 0);
    words.set(part.words.subarray(part.offsets[at], part.offsets[at + 1]), offsets[unit]);
  }
  const byHash = hashOrder(hashes, byNumber);
  return new Base({ words, offsets, numbers, hashes, byHash, byNumber, ...postingsOf(words, offsets, size) });
}

/** The places of the units of all parts, one after the other, by their numbers. */
function inOrder(parts: readonly Hashed[]): Uint32Array {
  const keys: number[][] = [];
  let before = 0;
  for (const part of parts) {
    const own: number[] = [];
    for (let at = 0; at < part.count; at++) if (part.removed[at] !== 1) own.push(at);
    keys.push(own);
    before += own.length;
  }
  const all = new Float64Array(before);
  const places = new Uint32Array(before);
  let at = 0;
  let start = 0;
  for (const [index, part] of parts.entries()) {
    for (const unit of keys[index] ?? []) {
      places[at] = start + unit;
      // Exact: numbers below 2^27, places below 2^26.
      all[at++] = (part.numbers[unit] ?? 0) * 2 ** 26 + start + unit;
    }
    start += part.count;
  }
  all.sort();
  return places.map((_, index) => (all[index] ?? 0) % 2 ** 26);
}

function placeOf(parts: readonly Hashed[], place: number): { readonly part: Hashed; readonly at: number } {
  let at = place;
  for (const part of parts) {
    if (at < part.count) return { part, at };
    at -= part.count;
  }
  throw new RangeError(`No unit stands at ${place}`);
}

function lengthOf(part: Hashed, at: number): number {
  return (part.offsets[at + 1] ?? 0) - (part.offsets[at] ?? 0);
}

/** The places of `order` by the lengths of their units, those as long as they stood, by counting; and where each of `order` went. */
function byLength(parts: readonly Hashed[], order: Uint32Array) {
  const lengths = order.map((place) => {
    const { part, at } = placeOf(parts, place);
    return lengthOf(part, at);
  });
  const next = new Uint32Array(lengths.reduce((longest, length) => Math.max(longest, length), 0) + 2);
  for (const length of lengths) next[length + 1] = (next[length + 1] ?? 0) + 1;
  for (let length = 1; length < next.length; length++) next[length] = (next[length] ?? 0) + (next[length - 1] ?? 0);
  const [sorted, byNumber] = [new Uint32Array(order.length), new Uint32Array(order.length)];
  for (const [at, length] of lengths.entries()) {
    const unit = next[length] ?? 0;
    next[length] = unit + 1;
    sorted[unit] = order[at] ?? 0;
    byNumber[at] = unit;
  }
  return { order: sorted, byNumber };
}

function hashOrder(hashes: Uint32Array, byNumber: Uint32Array): Uint32Array {
  // Exact: a hash is below 2^28, a place below 2^25.
  const sorted = new Float64Array(hashes.length);
  for (const [at, unit] of byNumber.entries()) sorted[at] = (hashes[unit] ?? 0) * 2 ** 25 + at;
  sorted.sort();
  return Uint32Array.from(sorted, (key) => byNumber[key % 2 ** 25] ?? 0);
}

/** The units by their words, by counting. */
function postingsOf(words: Uint32Array, offsets: Uint32Array, size: number) {
  const last = new Int32Array(size).fill(-1);
  const starts = new Uint32Array(size + 1);
  const units = offsets.length - 1;
  const eachOnce = (put: (word: number, unit: number) => void) => {
    last.fill(-1);
    for (let unit = 0; unit < units; unit++) {
      const end = offsets[unit + 1] ?? 0;
      for (let at = offsets[unit] ?? 0; at < end; at++) {
        const word = words[at] ?? 0;
        if (last[word] === unit) continue;
        last[word] = unit;
        put(word, unit);
      }
    }
  };
  eachOnce((word) => (starts[word + 1] = (starts[word + 1] ?? 0) + 1));
  for (let word = 0; word < size; word++) starts[word + 1] = (starts[word + 1] ?? 0) + (starts[word] ?? 0);
  const next = starts.slice();
  const postings = new Uint32Array(starts[size] ?? 0);
  eachOnce((word, unit) => {
    const at = next[word] ?? 0;
    postings[at] = unit;
    next[word] = at + 1;
  });
  return { postings, starts };
}
