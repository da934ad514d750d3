/** A pair of texts by the numbers of their words; `cells` has the number of each pair of words, a Persian word at a time. */
export interface NumberedPair {
  readonly persian: Int32Array;
  readonly english: Int32Array;
  readonly cells: Int32Array;
  /** Places in `cells` that somebody linked. */
  readonly linked: Int32Array;
}

/** Cells are counted up to this; then no more pairs are taken. */
const MOST = 12_000_000;

/** Which words stand in one segment, numbered. */
export class Cooccurrences {
  readonly pairs: NumberedPair[] = [];
  private cells = 0;
  private readonly persian = new Numbers();
  private readonly english = new Numbers();
  private readonly numbers = new Map<number, number>();
  private readonly words: (readonly [persian: number, english: number])[] = [];
  private readonly counts: number[] = [];
  private readonly linked = new Set<number>();

  get isFull(): boolean {
    return this.cells >= MOST;
  }

  /** How many pairs of words there are. */
  get size(): number {
    return this.words.length;
  }

  /** How many distinct words a side has. */
  get vocabulary(): { readonly persian: number; readonly english: number } {
    return { persian: this.persian.size, english: this.english.size };
  }

  /** The words of the pair of words with that number. */
  wordsAt(at: number): readonly [persian: number, english: number] {
    return this.words[at] as readonly [number, number];
  }

  add(
    persian: readonly string[],
    english: readonly string[],
    links: readonly (readonly [persian: number, english: number])[],
  ): void {
    const own = Int32Array.from(persian, (word) => this.persian.of(word));
    const other = Int32Array.from(english, (word) => this.english.of(word));
    const cells = new Int32Array(own.length * other.length);
    const counted = new Set<number>();
    own.forEach((p, row) => {
      other.forEach((e, column) => {
        const number = this.numberOf(p, e);
        cells[row * other.length + column] = number;
        if (!counted.has(number)) this.counts[number] = (this.counts[number] ?? 0) + 1;
        counted.add(number);
      });
    });
    const linked = Int32Array.from(links, ([p, e]) => p * other.length + e);
    for (const place of linked) this.linked.add(cells[place] as number);
    this.pairs.push({ persian: own, english: other, cells, linked });
    this.cells += cells.length;
  }

  /** Goes through all pairs of words: in how many segments they stand together, and whether somebody linked them. */
  each(visit: (persian: string, english: string, at: number, count: number, isLinked: boolean) => void): void {
    this.words.forEach(([p, e], at) => {
      visit(this.persian.word(p), this.english.word(e), at, this.counts[at] ?? 0, this.linked.has(at));
    });
  }

  private numberOf(persian: number, english: number): number {
    const key = persian * 4_194_304 + english;
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    this.numbers.set(key, this.words.length);
    this.words.push([persian, english]);
    return this.words.length - 1;
  }
}

/** Numbers words as they come. */
class Numbers {
  private readonly numbers = new Map<string, number>();
  private readonly words: string[] = [];

  get size(): number {
    return this.words.length;
  }

  of(word: string): number {
    const known = this.numbers.get(word);
    if (known !== undefined) return known;
    this.numbers.set(word, this.words.length);
    this.words.push(word);
    return this.words.length - 1;
  }

  word(at: number): string {
    return this.words[at] ?? '';
  }
}
