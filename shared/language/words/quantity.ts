import type { Span } from '../../core/span.ts';

/** A number that a text names, in digits or in words. */
export interface Quantity extends Span {
  readonly value: number;
  /** What it may mean as well: other readings of its separators, and with the scale of the number that follows (`3 to 5 million`). */
  readonly also: readonly number[];
  /** True where it has digits; words such as `one` and نه may be no numbers at all. */
  readonly isWritten: boolean;
  /** True for a word that says a number among other things: نه, `both`, `decades`. */
  readonly isVague: boolean;
  /** What its last part is multiplied by: 1,000,000 for `five million`. */
  readonly scale: number;
  /** Its digits in Latin, one after the other, for numbers that are grouped in several ways (telephone numbers). */
  readonly digits: string;
}

/** A word or a run of digits that a number is put together of. */
export interface NumberAtom extends Span {
  readonly kind: 'digits' | 'unit' | 'teen' | 'ten' | 'hundred' | 'hundreds' | 'scale' | 'half';
  readonly value: number;
  readonly also: readonly number[];
  readonly digits: string;
  readonly isVague: boolean;
  /** An ordinal ends its number. */
  readonly isLast: boolean;
}

/** What stands between two atoms of one number: nothing or a space, a word like `and`, or neither. */
export type Joint = 'space' | 'and' | null;

/** Numbers from their atoms, in order: `three hundred and five thousand` is one, `five and six` are two. */
export function composed(
  atoms: readonly NumberAtom[],
  jointOf: (from: number, to: number) => Joint,
): readonly Quantity[] {
  const all: Quantity[] = [];
  let number: Composition | null = null;
  for (const [at, atom] of atoms.entries()) {
    const joint = number && jointOf(number.to, atom.from);
    if (number && joint && number.take(atom, joint, atoms[at + 1])) continue;
    if (number) all.push(number.quantity());
    number = new Composition(atom);
  }
  if (number) all.push(number.quantity());
  return all;
}

/** The same numbers; the first of a range has the scale of the second as well: `3 to 5 million`. */
export function withRanges(quantities: readonly Quantity[], text: string): readonly Quantity[] {
  return quantities.map((quantity, at) => {
    const next = quantities[at + 1];
    if (!next || next.scale === 1 || quantity.scale !== 1 || next.from - quantity.to > 8) return quantity;
    const isRange = /^[\s\u200c]*(?:to|or|and|تا|یا|و|[-–])[\s\u200c]*$/u.test(text.slice(quantity.to, next.from));
    return isRange ? { ...quantity, also: [...quantity.also, quantity.value * next.scale] } : quantity;
  });
}

class Composition {
  readonly from: number;
  to: number;
  /** What is multiplied already, and what still may be. */
  private total = 0;
  private part: number;
  private least = Number.POSITIVE_INFINITY;
  private last: NumberAtom;
  private readonly atoms: NumberAtom[];

  constructor(first: NumberAtom) {
    this.from = first.from;
    this.to = first.to;
    this.last = first;
    this.atoms = [first];
    this.part = first.value;
    if (first.kind === 'scale') {
      this.total = first.value;
      this.part = 0;
      this.least = first.value;
    }
  }

  /** Takes the next atom where it goes on with this number. */
  take(atom: NumberAtom, joint: 'space' | 'and', next: NumberAtom | undefined): boolean {
    if (this.last.isLast || !this.fits(atom, joint) || this.isBegun(atom, next)) return false;
    if (atom.kind === 'scale') this.scale(atom.value);
    else if (atom.kind === 'hundred') this.part *= 100;
    else if (atom.kind === 'half') this.addHalf(atom.value);
    else this.part += atom.value;
    this.atoms.push(atom);
    this.last = atom;
    this.to = atom.to;
    return true;
  }

  quantity(): Quantity {
    const { from, to, atoms } = this;
    const value = this.total + this.part;
    return {
      ...{ from, to, value },
      also: atoms.length > 1 ? [] : atoms.flatMap(({ also }) => also),
      scale: Number.isFinite(this.least) ? this.least : 1,
      isVague: atoms.length === 1 && (atoms[0]?.isVague ?? false),
      isWritten: atoms.some(({ kind }) => kind === 'digits'),
      digits: atoms.map(({ digits }) => digits).join(''),
    };
  }

  private fits(atom: NumberAtom, joint: 'space' | 'and'): boolean {
    const { last, part } = this;
    switch (atom.kind) {
      case 'scale':
        return joint === 'space' && last.kind !== 'half' ? atom.value < this.least || part === 0 : joint === 'space';
      case 'hundred':
        return joint === 'space' && (last.kind === 'unit' || last.kind === 'teen' || last.kind === 'digits');
      case 'half':
        return joint === 'and';
      case 'hundreds':
        return last.kind === 'scale' && last.value > atom.value;
      case 'ten':
      case 'teen':
        return last.kind === 'hundred' || last.kind === 'hundreds' || last.kind === 'scale';
      case 'unit':
        return ['ten', 'hundred', 'hundreds', 'scale'].includes(last.kind);
      case 'digits':
        return joint === 'and' && last.kind === 'scale' && atom.value < last.value && this.atoms.length > 1;
    }
  }

  /** True where `atom` begins a number of the same scale: three million and five million. */
  private isBegun(atom: NumberAtom, next: NumberAtom | undefined): boolean {
    if (this.last.kind !== 'scale' || atom.kind === 'scale' || next?.kind !== 'scale') return false;
    return next.value >= this.least && next.from - atom.to <= 3;
  }

  private scale(by: number): void {
    // هزار میلیارد: a thousand of them.
    if (this.part === 0) this.total *= by;
    else {
      this.total += this.part * by;
      this.part = 0;
    }
    this.least = by;
  }

  private addHalf(half: number): void {
    if (this.last.kind === 'scale') this.total += half * this.last.value;
    else this.part += half;
  }
}
