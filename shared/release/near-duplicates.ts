import { foldKey } from '../language/characters/fold.ts';

/** Finds texts that say nearly the same as one before them. */
export interface NearDuplicates {
  /** True for a text that is unlike all that were new before it. `parts` are its sides; a side is compared with the same side only. */
  isNew(parts: readonly string[]): boolean;
}

/** What of two sets of shingles has to be common (Jaccard's index), as `isNew` estimates it. */
export const SIMILAR = 0.8;

/** Letters of a shingle. */
const SHINGLE = 5;
/** Least values of as many hash functions estimate the index with a standard error of 0.06 at 0.8. */
const HASHES = 40;
/** Least values of a band: two texts with an index of 0.8 share one of the ten bands with a probability of 0.995. */
const ROWS = 4;
const BANDS = HASHES / ROWS;
/** Texts that share a band and are compared at the most: with this bound the cost grows with the number of texts alone. */
const COMPARED = 16;

/**
 * Near-duplicates by MinHash (Broder, "On the resemblance and containment of documents", 1997) and locality-sensitive hashing by bands
 * (Leskovec, Rajaraman and Ullman, "Mining of Massive Datasets", 3.4) over folded text: how letters are typed, case, punctuation and
 * spaces do not count. A text without letters is like all others of its kind. Of each text that was new, 160 bytes are kept.
 */
export function nearDuplicates(): NearDuplicates {
  const known = signatures();
  const least = new Uint32Array(HASHES);
  return {
    isNew(parts) {
      sketch(parts, least);
      if (known.like(least)) return false;
      known.add(least);
      return true;
    },
  };
}

/** The least value of each hash function over the shingles of a text. */
function sketch(parts: readonly string[], least: Uint32Array): void {
  least.fill(0xffffffff);
  for (const [side, part] of parts.entries()) {
    const text = foldKey(part, 'tight');
    for (let from = 0; from === 0 || from + SHINGLE <= text.length; from++) {
      let hash = 0x811c9dc5 ^ side;
      const to = Math.min(text.length, from + SHINGLE);
      for (let at = from; at < to; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
      hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
      hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
      hash ^= hash >>> 16;
      for (let index = 0; index < HASHES; index++) {
        const value = (Math.imul(hash, multipliers[index] ?? 1) + (addends[index] ?? 0)) >>> 0;
        if (value < (least[index] ?? 0)) least[index] = value;
      }
    }
  }
}

/** The functions `h → a·h + b mod 2³²`, `a` odd, drawn once (a linear congruential generator; Numerical Recipes, 7.1). */
const [multipliers, addends] = drawn();

function drawn(): readonly [Uint32Array, Uint32Array] {
  let state = 20_250_721;
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return (state ^ (state >>> 15)) >>> 0;
  };
  return [Uint32Array.from({ length: HASHES }, () => next() | 1), Uint32Array.from({ length: HASHES }, next)];
}

/** Sketches, 16 bits of each value, and tables by band that lead to them. */
function signatures() {
  let size = 0;
  let values = new Uint16Array(1024 * HASHES);
  /** An open table, its length a power of two: a slot holds which text and band stand there, counted from 1; 0 is free. */
  let slots = new Int32Array(65_536);

  const kept = (text: number, index: number) => values[text * HASHES + index] ?? 0;
  const startOf = (least: (index: number) => number, band: number) => {
    let hash = 0x9e3779b9 + band;
    for (let row = 0; row < ROWS; row++) hash = Math.imul(hash ^ least(band * ROWS + row), 0x01000193);
    hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
    return (hash ^ (hash >>> 13)) >>> 0;
  };
  const shares = (least: (index: number) => number, text: number, band: number) => {
    for (let row = 0; row < ROWS; row++) {
      const index = band * ROWS + row;
      if (least(index) !== kept(text, index)) return false;
    }
    return true;
  };
  /** Visits the texts that share a band with a sketch until one is enough. Gives the slot where one more would stand, -1 where there
   *  are enough. */
  const sharing = (least: (index: number) => number, band: number, visit: (text: number) => boolean): number => {
    const mask = slots.length - 1;
    let found = 0;
    for (let at = startOf(least, band) & mask; ; at = (at + 1) & mask) {
      const slot = slots[at] ?? 0;
      if (slot === 0) return found < COMPARED ? at : -1;
      const text = Math.floor((slot - 1) / BANDS);
      if ((slot - 1) % BANDS !== band || !shares(least, text, band)) continue;
      found += 1;
      if (visit(text) || found >= COMPARED) return -1;
    }
  };
  const insert = (text: number) => {
    const least = (index: number) => kept(text, index);
    for (let band = 0; band < BANDS; band++) {
      const free = sharing(least, band, () => false);
      if (free >= 0) slots[free] = text * BANDS + band + 1;
    }
  };

  return {
    /** True where a text before it is like it. */
    like(sketched: Uint32Array): boolean {
      const least = (index: number) => (sketched[index] ?? 0) >>> 16;
      let isLike = false;
      const compare = (text: number) => {
        let same = 0;
        for (let index = 0; index < HASHES; index++) if (kept(text, index) === least(index)) same += 1;
        isLike = same >= SIMILAR * HASHES;
        return isLike;
      };
      for (let band = 0; band < BANDS && !isLike; band++) sharing(least, band, compare);
      return isLike;
    },
    add(sketched: Uint32Array): void {
      if ((size + 1) * HASHES > values.length) values = grown(values);
      for (let index = 0; index < HASHES; index++) values[size * HASHES + index] = (sketched[index] ?? 0) >>> 16;
      size += 1;
      if (size * BANDS * 2 <= slots.length) {
        insert(size - 1);
        return;
      }
      slots = new Int32Array(slots.length * 2);
      for (let text = 0; text < size; text++) insert(text);
    },
  };
}

function grown(values: Uint16Array<ArrayBuffer>): Uint16Array<ArrayBuffer> {
  const wider = new Uint16Array(values.length * 2);
  wider.set(values);
  return wider;
}
