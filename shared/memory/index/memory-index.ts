import { keyHash, likenessKey, memoryWords } from '../key/key.ts';
import { Base, type BaseArrays, baseOf } from './base.ts';
import { Best, type Hit } from './best.ts';
import { Delta } from './delta.ts';
import { apart, type Run, runsIn } from './fragments.ts';
import { lookUp, Marks, UNKNOWN } from './look-up.ts';

/** What was found in one memory. */
export interface Found {
  /** Numbers of units whose likeness key may be that of the query, newest first: who takes one compares the texts. */
  readonly alike: readonly number[];
  /** The best units by their words, best first. */
  readonly hits: readonly Hit[];
}

/** A memory's index as it stands in a file. */
export interface IndexArrays extends BaseArrays {
  /** All words in the order of their ids, joined by a line feed. */
  readonly vocabulary: string;
}

/** Units told that have the same key. */
const MOST_ALIKE = 24;

/** Finds the units of one memory that are like a text. It holds no texts, only their words as numbers: 1 million units of 19 words take
 *  about 210 MB. Units are known by numbers below 2^26. */
export class MemoryIndex {
  private ids = new Map<string, number>();
  private base: Base;
  private delta = new Delta();
  private readonly marks = new Marks();
  private gone = 0;

  constructor(arrays?: IndexArrays) {
    this.base = arrays ? new Base(arrays) : baseOf([], 0);
    if (arrays && arrays.vocabulary !== '') {
      this.ids = new Map(arrays.vocabulary.split('\n').map((word, id) => [word, id]));
    }
  }

  /** How many units there are. */
  get size(): number {
    return this.base.count + this.delta.count - this.gone;
  }

  /** Units that are not in the base yet, or there in vain. */
  get pending(): number {
    return this.delta.count + this.gone;
  }

  /** Adds a unit, in place of the one that `number` named before. Costs the length of the text. */
  put(number: number, source: string): void {
    this.remove(number);
    const words = memoryWords(source).map((word) => {
      const known = this.ids.get(word);
      if (known !== undefined) return known;
      this.ids.set(word, this.ids.size);
      return this.ids.size - 1;
    });
    this.delta.add(number, words, keyHash(likenessKey(source)));
  }

  /** Forgets a unit; nothing happens where there is none of that number. */
  remove(number: number): void {
    if (this.delta.remove(number) || this.base.remove(number)) this.gone += 1;
  }

  /** The units that are like `text`, with a word likeness of at least `least`: exactly those that a comparison with each would give. Of
   *  units of the very same words, at most `MOST_OF_ONE` are told. */
  find(text: string, { limit = 10, least = 0.5 }: { readonly limit?: number; readonly least?: number } = {}): Found {
    const query = memoryWords(text).map((word) => this.ids.get(word) ?? UNKNOWN);
    const best = new Best(limit, least);
    for (const part of [this.delta, this.base]) lookUp(part, query, best, this.marks, this.ids.size);
    return { alike: query.length === 0 ? [] : this.alike(keyHash(likenessKey(text))), hits: best.hits() };
  }

  /** The longest pieces of `text`, of two words at least, that units hold word by word; they do not overlap. */
  fragments(text: string): readonly Run[] {
    const query = memoryWords(text).map((word) => this.ids.get(word) ?? UNKNOWN);
    return apart([this.delta, this.base].flatMap((part) => runsIn(part, query, UNKNOWN)));
  }

  /** Puts all units in one base, so that looking up is quick and a file can be written. Costs as much as they are long. */
  settle(): void {
    if (this.pending === 0) return;
    this.base = baseOf([this.base, this.delta], this.ids.size);
    this.delta = new Delta();
    this.gone = 0;
  }

  /** What a file keeps, after settling. */
  arrays(): IndexArrays {
    this.settle();
    return { ...this.base.arrays, vocabulary: [...this.ids.keys()].join('\n') };
  }

  private alike(hash: number): readonly number[] {
    const found: number[] = [];
    for (const part of [this.delta, this.base]) {
      const units = part.alike(hash);
      for (let at = units.length - 1; at >= 0 && found.length < MOST_ALIKE; at--) {
        const unit = units[at] as number;
        if (part.removed[unit] !== 1) found.push(part.numbers[unit] as number);
      }
    }
    return found;
  }
}
