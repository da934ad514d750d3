import { type Marks, markKinds } from '../evidence/marks.ts';
import type { Overlaps, WeighedSide } from '../evidence/overlap.ts';
import { lengthCost } from './length.ts';
import type { Shape, Weights } from './weights.ts';

/** One side, as beads are judged. */
export interface JudgedSide {
  readonly letters: Float64Array;
  readonly sentences: Uint16Array;
  readonly marks: Marks;
  readonly weighed: WeighedSide;
}

/** Where the overlap of a pair of units stands, or -1 for none. */
export type PairOf = (source: number, target: number) => number;

/** What beads cost by their evidence: less than nothing for one whose words correspond. */
export class BeadCosts {
  private readonly source: Sums;
  private readonly target: Sums;
  private readonly overlaps: Overlaps;
  private readonly pairOf: PairOf;
  private readonly weights: Weights;

  constructor(source: JudgedSide, target: JudgedSide, overlaps: Overlaps, pairOf: PairOf, weights: Weights) {
    this.source = new Sums(source);
    this.target = new Sums(target);
    this.overlaps = overlaps;
    this.pairOf = pairOf;
    this.weights = weights;
  }

  /** The cost of the bead of `shape` whose first units are `source` and `target`; infinite for several units that are far
   *  too long for what they would stand for. */
  of(source: number, target: number, shape: Shape): number {
    if (shape.source === 0 || shape.target === 0) return shape.cost;
    const { ratio, variance, lengthMost, mergeMost } = this.weights;
    const isMerged = shape.source + shape.target > 2;
    const most = isMerged ? mergeMost : lengthMost;
    const letters = between(this.source.letters, source, shape.source);
    const lengths = lengthCost(letters, between(this.target.letters, target, shape.target), ratio, variance, most);
    if (isMerged && lengths >= most) return Number.POSITIVE_INFINITY;
    return shape.cost + lengths + this.form(source, target, shape) + this.meaning(source, target, shape);
  }

  /** Sentences and marks. */
  private form(source: number, target: number, shape: Shape): number {
    const ends = Math.abs(
      between(this.source.sentences, source, shape.source) - between(this.target.sentences, target, shape.target),
    );
    let different = 0;
    const marked =
      between(this.source.marked, source, shape.source) + between(this.target.marked, target, shape.target);
    for (let kind = 0; marked > 0 && kind < markKinds.length; kind++) {
      const mine = between(this.source.marks[kind] as Float64Array, source, shape.source);
      const other = between(this.target.marks[kind] as Float64Array, target, shape.target);
      if (mine !== other) different += mine === 0 || other === 0 ? 1 : 0.5;
      else if (mine > 0) different -= 1;
    }
    return this.weights.sentences * Math.min(3, ends) + this.weights.marks * different;
  }

  /** The words that correspond against those by chance, both ways, after R. C. Moore, "Fast and Accurate Sentence Alignment
   *  of Bilingual Corpora", AMTA 2002: each word has one partner, so that longer beads gain nothing by mere length. */
  private meaning(source: number, target: number, shape: Shape): number {
    const { starts, english, from, to, chances } = this.overlaps;
    const [persianBest, englishBest] = [this.source.best, this.target.best];
    for (let j = target; j < target + shape.target; j++) {
      const inEnglish = this.target.starts[j] as number;
      for (let i = source; i < source + shape.source; i++) {
        const pair = this.pairOf(i, j);
        if (pair < 0) continue;
        const inPersian = this.source.starts[i] as number;
        const end = starts[pair + 1] as number;
        for (let at = starts[pair] as number; at < end; at++) {
          const chance = chances[at] as number;
          englishBest.put(inEnglish + (english[at] as number), chance);
          const last = to[at] as number;
          for (let word = from[at] as number; word < last; word++) persianBest.put(inPersian + word, chance);
        }
      }
    }
    const { trust, words, missing, missingMost, sizePower } = this.weights;
    const expected =
      between(this.source.known, source, shape.source) + between(this.target.known, target, shape.target);
    if (englishBest.size === 0) return Math.min(missingMost, missing * expected);
    const gain =
      englishBest.taken(trust * between(this.source.sizes, source, shape.source) ** -sizePower) +
      persianBest.taken(trust * between(this.target.sizes, target, shape.target) ** -sizePower);
    const lost = expected - englishBest.known - persianBest.known;
    return Math.min(missingMost, missing * lost) - (words * gain) / 2;
  }
}

/** Running sums over the units of a side, so that those of some units are one subtraction. */
class Sums {
  readonly letters: Float64Array;
  readonly sentences: Float64Array;
  readonly marks: readonly Float64Array[];
  /** Marks of all kinds. */
  readonly marked: Float64Array;
  readonly sizes: Float64Array;
  readonly known: Float64Array;
  readonly starts: Int32Array;
  readonly best: Best;

  constructor({ letters, sentences, marks, weighed }: JudgedSide) {
    this.letters = running(letters);
    this.sentences = running(sentences);
    this.marks = markKinds.map((_, kind) => running(marks.filter((_, at) => at % markKinds.length === kind)));
    this.marked = running(letters.map((_, unit) => this.marks.reduce((sum, kind) => sum + between(kind, unit, 1), 0)));
    this.sizes = running(weighed.sizes);
    this.known = running(weighed.knownOf);
    this.starts = weighed.starts;
    this.best = new Best(weighed);
  }
}

/** The best chance of each word, while a bead is judged. */
class Best {
  /** How many words have a chance. */
  size = 0;
  /** How many of the words last taken are known ones. */
  known = 0;
  private readonly chances: Float32Array;
  private readonly touched: Int32Array;
  private readonly weighed: WeighedSide;

  constructor(weighed: WeighedSide) {
    this.weighed = weighed;
    this.chances = new Float32Array(weighed.rarity.length);
    this.touched = new Int32Array(weighed.rarity.length);
  }

  put(word: number, chance: number): void {
    const before = this.chances[word] as number;
    if (before === 0) this.touched[this.size++] = word;
    if (chance > before) this.chances[word] = chance;
  }

  /** Sum of log ratios of all words; forgets them. */
  taken(trust: number): number {
    const { rarity, known } = this.weighed;
    let product = 1;
    let gain = 0;
    this.known = 0;
    for (let at = 0; at < this.size; at++) {
      const word = this.touched[at] as number;
      product *= 1 + trust * (this.chances[word] as number) * (rarity[word] as number);
      if (product > 1e200) {
        gain += Math.log(product);
        product = 1;
      }
      this.known += known[word] as number;
      this.chances[word] = 0;
    }
    this.size = 0;
    return gain + Math.log(product);
  }
}

function running(of: ArrayLike<number>): Float64Array {
  const sums = new Float64Array(of.length + 1);
  for (let at = 0; at < of.length; at++) sums[at + 1] = (sums[at] as number) + (of[at] as number);
  return sums;
}

function between(sums: Float64Array, first: number, count: number): number {
  return (sums[first + count] as number) - (sums[first] as number);
}
