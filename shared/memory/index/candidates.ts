import type { UnitRange } from './part.ts';

/** How many words are counted of a unit; so many may be more. */
const MOST_COUNTED = 255;

/** The units that hold words of a query, with how many of these were met in each. Kept from one look-up to the next. */
export class Candidates {
  private met = new Uint8ClampedArray(0);
  private base = 0;
  private units = new Uint32Array(1024);
  private spare = new Uint32Array(1024);
  private first = 0;
  private end = 0;

  /** Begins anew, for units of `range`. */
  begin({ from, to }: UnitRange): void {
    if (this.met.length < to - from) this.met = new Uint8ClampedArray(Math.max(to - from, this.met.length * 2));
    else this.met.fill(0, 0, to - from);
    this.base = from;
    this.first = 0;
    this.end = 0;
  }

  /** How many there are. */
  get count(): number {
    return this.end - this.first;
  }

  /** At most how many words were met in a unit. */
  metIn(unit: number): number {
    const met = this.met[unit - this.base] as number;
    return met === MOST_COUNTED ? Number.POSITIVE_INFINITY : met;
  }

  /** Units that hold a word which stands in the query so many `times`; the last of them first. */
  add(units: ArrayLike<number>, times: number): void {
    const room = this.end + units.length;
    if (room > this.units.length) this.units = wider(this.units, room);
    const { met, base, units: own } = this;
    let end = this.end;
    for (let at = units.length - 1; at >= 0; at--) {
      const unit = units[at] as number;
      const before = met[unit - base] as number;
      if (before === 0) own[end++] = unit;
      met[unit - base] = before + times;
    }
    this.end = end;
  }

  /** The same for a word that makes no unit a candidate that is none. */
  raise(units: ArrayLike<number>, times: number): void {
    const { met, base } = this;
    for (let at = 0; at < units.length; at++) {
      const place = (units[at] as number) - base;
      met[place] = (met[place] as number) + times;
    }
  }

  /** Leaves only those in which `least` words were met. */
  keep(least: number): void {
    const { met, base, units, end } = this;
    let kept = this.first;
    for (let at = this.first; at < end; at++) {
      const unit = units[at] as number;
      if ((met[unit - base] as number) >= Math.min(least, MOST_COUNTED)) units[kept++] = unit;
    }
    this.end = kept;
  }

  /** Puts those first in which most words were met, and leaves the others as they stand. */
  rank(): void {
    const { met, base, units, first, end } = this;
    const places = new Uint32Array(MOST_COUNTED + 2);
    for (let at = first; at < end; at++) {
      const below = MOST_COUNTED - (met[(units[at] as number) - base] as number);
      places[below + 1] = (places[below + 1] as number) + 1;
    }
    for (let below = 1; below < places.length; below++) {
      places[below] = (places[below] as number) + (places[below - 1] as number);
    }
    if (this.spare.length < end - first) this.spare = new Uint32Array(units.length);
    for (let at = first; at < end; at++) {
      const unit = units[at] as number;
      const below = MOST_COUNTED - (met[unit - base] as number);
      const place = places[below] as number;
      this.spare[place] = unit;
      places[below] = place + 1;
    }
    this.units = this.spare;
    this.spare = units;
    this.first = 0;
    this.end = end - first;
  }

  /** Takes the first one out; there must be one. */
  take(): number {
    return this.units[this.first++] as number;
  }
}

function wider(old: Uint32Array, room: number): Uint32Array<ArrayBuffer> {
  const made = new Uint32Array(Math.max(room, old.length * 2));
  made.set(old);
  return made;
}
