/** Units `from` to `to`, that one left out. */
export interface UnitRange {
  readonly from: number;
  readonly to: number;
}

/** Units of a memory as arrays: those of the base, which were put in order, or of the delta, which came since. Unit `u` has the words
 *  `words[offsets[u]] … words[offsets[u + 1] - 1]`. */
export interface Part {
  readonly count: number;
  /** Ids of words. */
  readonly words: Uint32Array;
  readonly offsets: Uint32Array;
  /** 1 for a unit that is no more. */
  readonly removed: Uint8Array;
  /** The number by which others know a unit. */
  readonly numbers: Uint32Array;
  /** A range outside of which no unit has `least` to `most` words. */
  ofLengths(least: number, most: number): UnitRange;
  /** The units of a range of `ofLengths` that hold a word, ascending, each once. */
  postings(word: number, range: UnitRange): ArrayLike<number>;
  /** The units of a key's hash, the newest last; among them may be some of another key. */
  alike(hash: number): ArrayLike<number>;
}

export const none: ArrayLike<number> = [];
