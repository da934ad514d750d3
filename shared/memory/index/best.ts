/** A unit found, with its word likeness, 0…1. */
export interface Hit {
  readonly number: number;
  readonly likeness: number;
}

interface Held extends Hit {
  readonly words: Uint32Array;
}

/** Of one text, no more units than these: else one that stands there a thousand times hides all others. */
export const MOST_OF_ONE = 4;

/** The best units that were found so far, best first. */
export class Best {
  private readonly held: Held[] = [];
  private readonly limit: number;
  private readonly least: number;

  constructor(limit: number, least: number) {
    this.limit = limit;
    this.least = least;
  }

  /** What a unit must reach to be wanted still. */
  get bound(): number {
    return this.held.length < this.limit ? this.least : (this.held[this.limit - 1]?.likeness ?? this.least);
  }

  /** True where one must be better than the bound, and not only reach it. */
  get isFull(): boolean {
    return this.held.length >= this.limit;
  }

  offer(number: number, likeness: number, words: Uint32Array): void {
    const isSame = (other: Held) => other.likeness === likeness && sameWords(other.words, words);
    if (this.held.filter(isSame).length >= MOST_OF_ONE) return;
    let at = this.held.length;
    while (at > 0 && (this.held[at - 1]?.likeness ?? 0) < likeness) at -= 1;
    this.held.splice(at, 0, { number, likeness, words });
    if (this.held.length > this.limit) this.held.pop();
  }

  hits(): readonly Hit[] {
    return this.held.map(({ number, likeness }) => ({ number, likeness }));
  }
}

function sameWords(a: Uint32Array, b: Uint32Array): boolean {
  return a.length === b.length && a.every((word, at) => word === b[at]);
}
