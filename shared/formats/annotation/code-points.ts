/** A text in Unicode code points, as most programs outside the web count, beside its UTF-16 units. */
export class CodePoints {
  /** Code points. */
  readonly length: number;
  private readonly units: number;
  /** The code points that are pairs of units, ascending. */
  private readonly pairs: number[] = [];

  constructor(text: string) {
    for (const { index } of text.matchAll(/[\ud800-\udbff][\udc00-\udfff]/g)) {
      this.pairs.push(index - this.pairs.length);
    }
    this.units = text.length;
    this.length = text.length - this.pairs.length;
  }

  /** The UTF-16 offset of a code point. */
  unit(point: number): number {
    return Math.min(point + this.pairsBefore((pair) => pair < point), this.units);
  }

  /** The code point at a UTF-16 offset. */
  point(unit: number): number {
    return unit - this.pairsBefore((pair, index) => pair + index + 1 < unit);
  }

  /** How many of the pairs come first for which `isBefore` holds, found by halving. */
  private pairsBefore(isBefore: (pair: number, index: number) => boolean): number {
    let low = 0;
    let high = this.pairs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (isBefore(this.pairs[middle] ?? 0, middle)) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
