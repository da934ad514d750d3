import type { Kind, Unit } from '../../core/outline.ts';
import type { Span } from '../../core/span.ts';

/** What stands side by side: Persian units that follow each other, and the English of them; either may be empty. */
export interface Pairing {
  readonly units: readonly Pick<Unit, 'from' | 'to' | 'kind' | 'paragraph'>[];
  readonly english: string;
  /** How sure the aligner is, from 0 to 1; `null` where nobody had to guess. */
  readonly score: number | null;
}

/** A row of an aligned document: a range of the source, of no width where the English stands alone, and the English. */
export interface PairedRow extends Span {
  readonly kind: Kind;
  readonly english: string;
  readonly score: number | null;
}

/** The rows of pairings, in order. What the English adds is a row with a place of no width, at the end of the Persian before it,
 *  or at `start`. Units of several paragraphs cannot be one row: their English stands with the first paragraph. */
export function pairedRows(pairings: Iterable<Pairing>, start: number): readonly PairedRow[] {
  const rows: PairedRow[] = [];
  let end = start;
  for (const { units, english, score } of pairings) {
    const [first, ...rest] = byParagraph(units);
    if (!first && english === '') continue;
    const row = first ? rangeOf(first) : { from: end, to: end, kind: 'sentence' as const };
    rows.push({ ...row, english, score }, ...rest.map((own) => ({ ...rangeOf(own), english: '', score })));
    end = rows.at(-1)?.to ?? end;
  }
  return rows;
}

type Units = Pairing['units'];

function byParagraph(units: Units): readonly Units[] {
  const parts: Units[number][][] = [];
  for (const unit of units) {
    const last = parts.at(-1);
    if (last?.[0]?.paragraph === unit.paragraph) last.push(unit);
    else parts.push([unit]);
  }
  return parts;
}

function rangeOf(units: Units): Span & { readonly kind: Kind } {
  return {
    from: Math.min(...units.map(({ from }) => from)),
    to: Math.max(...units.map(({ to }) => to)),
    kind: units.every(({ kind }) => kind === 'lead') ? 'lead' : 'sentence',
  };
}
