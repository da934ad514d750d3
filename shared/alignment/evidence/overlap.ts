import type { Partners } from './partners.ts';
import type { Side } from './side.ts';
import type { Sign } from './sign.ts';

/** The units of a side with what the words in them weigh. Positions count the content words of a unit. */
export interface WeighedSide {
  /** Content words of each unit, at least one. */
  readonly sizes: Float64Array;
  /** Where the content words of each unit begin in `rarity`; one more than there are units. */
  readonly starts: Int32Array;
  /** For each content word 1 / its frequency in the text, smoothed. */
  readonly rarity: Float32Array;
  /** 1 for each content word whose partner one should expect. */
  readonly known: Uint8Array;
  readonly knownOf: Float64Array;
  /** The signs of each unit by position. */
  readonly signs: readonly (readonly Sign[])[];
}

/** In a text of so many words, one that is more than every twelfth tells nothing, and would stand in every pair of units. */
const LONG = 5000;
const COMMON = 12;

/** Weighs the words of `side`; `signs` have their places in words. */
export function weigh(
  side: Side,
  signs: readonly (readonly Sign[])[],
  isKnown: readonly boolean[],
  smoothing: number,
): WeighedSide {
  const counts = new Map<string, number>();
  let all = 0;
  for (const { words } of side.units) {
    for (const word of words) {
      const { stem, isContent } = side.words[word] as Side['words'][number];
      if (!isContent) continue;
      all += 1;
      counts.set(stem, (counts.get(stem) ?? 0) + 1);
    }
  }
  const starts = new Int32Array(side.units.length + 1);
  const rarity = new Float32Array(all);
  const known = new Uint8Array(all);
  const knownOf = new Float64Array(side.units.length);
  let at = 0;
  const placed = side.units.map(({ words }, unit) => {
    const positions = new Int32Array(words.length + 1);
    const start = at;
    words.forEach((word, index) => {
      positions[index] = at - start;
      const { stem, isContent } = side.words[word] as Side['words'][number];
      if (!isContent) return;
      rarity[at] = (all + smoothing) / ((counts.get(stem) ?? 0) + 0.5);
      known[at] = isKnown[word] ? 1 : 0;
      knownOf[unit] = (knownOf[unit] ?? 0) + (known[at] ?? 0);
      at += 1;
    });
    positions[words.length] = at - start;
    starts[unit + 1] = at;
    return (signs[unit] ?? []).flatMap(({ sign, from, to }) => {
      const place = { sign, from: positions[from] ?? 0, to: positions[to] ?? 0 };
      const rarest = rarity
        .subarray(start + place.from, start + place.to)
        .reduce((most, each) => Math.max(most, each), 0);
      return place.from < place.to && (all < LONG || rarest >= COMMON) ? [place] : [];
    });
  });
  const sizes = Float64Array.from(side.units, (_, unit) =>
    Math.max(1, (starts[unit + 1] as number) - (starts[unit] as number)),
  );
  return { sizes, starts, rarity, known, knownOf, signs: placed };
}

/** For each pair of units of a band, which words correspond. Pairs are numbered as the band numbers its cells. */
export interface Overlaps {
  /** Where the matches of each pair begin; one more than there are pairs. */
  readonly starts: Int32Array;
  /** Of each match the English position, the Persian positions `[from, to)`, and the chance. */
  readonly english: Int32Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly chances: Float32Array;
}

/** Collects the matches of unit pairs, a source unit at a time. */
export class OverlapFinder {
  private readonly best: Float32Array;
  private readonly bySign: Int32Array;
  private touched: number[] = [];
  private row: readonly Sign[] = [];
  private readonly english: number[] = [];
  private readonly from: number[] = [];
  private readonly to: number[] = [];
  private readonly chances: number[] = [];
  /** For a position the last match with it, counted from 1. */
  private readonly slots: Int32Array;
  private readonly partners: Partners;
  private readonly sides: { readonly persian: WeighedSide; readonly english: WeighedSide };

  constructor(partners: Partners, sides: { readonly persian: WeighedSide; readonly english: WeighedSide }) {
    this.partners = partners;
    this.sides = sides;
    this.best = new Float32Array(partners.englishSigns);
    this.bySign = new Int32Array(partners.englishSigns);
    this.slots = new Int32Array(sides.english.sizes.reduce((most, size) => Math.max(most, size), 1));
  }

  /** The matches so far. */
  get size(): number {
    return this.english.length;
  }

  /** Takes a Persian unit; the pairs that follow are with it. */
  begin(persianUnit: number): void {
    for (const sign of this.touched) this.best[sign] = 0;
    this.touched = [];
    this.row = this.sides.persian.signs[persianUnit] ?? [];
    this.row.forEach(({ sign }, at) => {
      const { signs, chances } = this.partners.lists[sign] ?? { signs: [], chances: [] };
      for (let index = 0; index < signs.length; index++) {
        const partner = signs[index] as number;
        const chance = chances[index] as number;
        if ((this.best[partner] as number) === 0) this.touched.push(partner);
        if (chance <= (this.best[partner] as number)) continue;
        this.best[partner] = chance;
        this.bySign[partner] = at;
      }
    });
  }

  /** Adds the matches with an English unit: for each of its words the likeliest. */
  add(englishUnit: number): void {
    if (this.touched.length === 0) return;
    const first = this.english.length;
    for (const { sign, from, to } of this.sides.english.signs[englishUnit] ?? []) {
      const chance = this.best[sign] as number;
      if (chance === 0) continue;
      const own = this.row[this.bySign[sign] as number] as Sign;
      for (let position = from; position < to; position++) this.put(first, position, own, chance);
    }
  }

  overlaps(starts: Int32Array): Overlaps {
    return {
      starts,
      english: Int32Array.from(this.english),
      from: Int32Array.from(this.from),
      to: Int32Array.from(this.to),
      chances: Float32Array.from(this.chances),
    };
  }

  private put(first: number, position: number, { from, to }: Sign, chance: number): void {
    const at = (this.slots[position] ?? 0) - 1;
    if (at >= first && this.english[at] === position) {
      if ((this.chances[at] as number) >= chance) return;
      this.from[at] = from;
      this.to[at] = to;
      this.chances[at] = chance;
      return;
    }
    this.slots[position] = this.english.length + 1;
    this.english.push(position);
    this.from.push(from);
    this.to.push(to);
    this.chances.push(chance);
  }
}
