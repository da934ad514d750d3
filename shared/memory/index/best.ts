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
  readonly limit: number;
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

  /** Takes the unit with the words `all[from] … all[to - 1]`, unless enough are held that are as good, or the same. */
  offer(number: number, likeness: number, all: Uint32Array, from: number, to: number): void {
    let same = 0;
    for (const other of this.held) if (other.likeness === likeness && isOf(other.words, all, from, to)) same += 1;
    if (same >= MOST_OF_ONE) return;
    let at = this.held.length;
    while (at > 0 && (this.held[at - 1]?.likeness ?? 0) < likeness) at -= 1;
    if (at === this.limit) return;
    this.held.splice(at, 0, { number, likeness, words: all.slice(from, to) });
    if (this.held.length > this.limit) this.held.pop();
  }

  hits(): readonly Hit[] {
    return this.held.map(({ number, likeness }) => ({ number, likeness }));
  }
}

function isOf(words: Uint32Array, all: Uint32Array, from: number, to: number): boolean {
  if (words.length !== to - from) return false;
  for (let at = 0; at < words.length; at++) if (words[at] !== all[from + at]) return false;
  return true;
}
