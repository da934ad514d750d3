import { none, type Part, type UnitRange } from './part.ts';

/** Units that came since the base was made. Adding one costs its length. */
export class Delta implements Part {
  count = 0;
  words = new Uint32Array(1024);
  offsets = new Uint32Array(65);
  removed = new Uint8Array(64);
  numbers = new Uint32Array(64);
  hashes = new Uint32Array(64);
  private readonly byWord = new Map<number, number[]>();
  private readonly byHash = new Map<number, number[]>();
  private readonly byNumber = new Map<number, number>();

  /** All of them: they stand as they came. */
  ofLengths(): UnitRange {
    return { from: 0, to: this.count };
  }

  postings(word: number): ArrayLike<number> {
    return this.byWord.get(word) ?? none;
  }

  alike(hash: number): ArrayLike<number> {
    return this.byHash.get(hash) ?? none;
  }

  /** Adds a unit that `number` does not name yet. */
  add(number: number, words: readonly number[], hash: number): void {
    const unit = this.count;
    const from = this.offsets[unit] ?? 0;
    if (unit === this.numbers.length) this.growUnits();
    if (from + words.length > this.words.length) {
      this.words = wider(this.words, new Uint32Array(Math.max(this.words.length * 2, from + words.length)));
    }
    this.words.set(words, from);
    this.offsets[unit + 1] = from + words.length;
    this.numbers[unit] = number;
    this.hashes[unit] = hash;
    this.count += 1;
    for (const word of words) {
      const known = this.byWord.get(word);
      if (known === undefined) this.byWord.set(word, [unit]);
      else if (known[known.length - 1] !== unit) known.push(unit);
    }
    const known = this.byHash.get(hash);
    if (known === undefined) this.byHash.set(hash, [unit]);
    else known.push(unit);
    this.byNumber.set(number, unit);
  }

  /** False where there is no such unit. */
  remove(number: number): boolean {
    const unit = this.byNumber.get(number);
    if (unit === undefined) return false;
    this.byNumber.delete(number);
    this.removed[unit] = 1;
    return true;
  }

  private growUnits(): void {
    const capacity = this.numbers.length * 2;
    this.offsets = wider(this.offsets, new Uint32Array(capacity + 1));
    this.removed = wider(this.removed, new Uint8Array(capacity));
    this.numbers = wider(this.numbers, new Uint32Array(capacity));
    this.hashes = wider(this.hashes, new Uint32Array(capacity));
  }
}

function wider<A extends Uint32Array | Uint8Array>(old: A, made: A): A {
  made.set(old);
  return made;
}
