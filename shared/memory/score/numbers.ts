import type { Span } from '../../core/span.ts';
import { foldKey } from '../../language/characters/fold.ts';
import type { Change } from './change.ts';

/** A number written in digits, with its separators. */
export interface WrittenNumber extends Span {
  /** Its digits in Latin, without separators. */
  readonly digits: string;
  /** As English writes it: Latin digits, `,` for thousands, `.` for decimals. */
  readonly english: string;
}

const written = /\p{Nd}{1,99}(?:[٫٬.,/:]\p{Nd}{1,99}){0,99}/gu;

/** The numbers of a text, in order, in any digits. Offsets are UTF-16. */
export function writtenNumbers(text: string): readonly WrittenNumber[] {
  return Array.from(text.matchAll(written), ({ 0: number, index }) => {
    const latin = foldKey(number.replaceAll('٬', '\u0001').replaceAll('٫', '\u0002'), 'fold');
    const english = latin.replaceAll('\u0001', ',').replaceAll('\u0002', '.');
    return { from: index, to: index + number.length, digits: english.replace(/\D/g, ''), english };
  });
}

/** How the numbers of `query` come into the rendering `target` of `source`: both Persian texts have as many. A Persian year is found as
 *  a Gregorian one too, and stays as many years behind. `null` where a number that differs does not stand in the rendering as often as it
 *  should: then it says it in words, or converts it, and a person has to. Numbers in the stretches `done` are left alone. */
export function numberChanges(
  query: string,
  source: string,
  target: string,
  done: { readonly source: readonly Span[]; readonly target: readonly Span[] } = { source: [], target: [] },
): readonly Change[] | null {
  const [wanted, known] = [writtenNumbers(query), writtenNumbers(source)];
  if (wanted.length !== known.length) return null;
  const there = writtenNumbers(target).filter((number) => !isWithin(number, done.target));
  const changes: Change[] = [];
  const taken = new Set<number>();
  for (const [index, old] of known.entries()) {
    const fresh = wanted[index];
    if (fresh === undefined) return null;
    if (isWithin(old, done.source)) continue;
    const found = there.findIndex((number, at) => !taken.has(at) && yearsApart(old, number) !== null);
    const place = there[found];
    if (fresh.digits === old.digits) {
      if (found >= 0) taken.add(found);
      continue;
    }
    if (place === undefined) return null;
    taken.add(found);
    changes.push({ from: place.from, to: place.to, text: inStyle(fresh, place, yearsApart(old, place) ?? 0) });
  }
  return changes;
}

function isWithin({ from, to }: Span, spans: readonly Span[]): boolean {
  return spans.some((span) => span.from <= from && to <= span.to);
}

/** 0 where both are the same number, the years between a Persian year and its Gregorian one, `null` for others. */
function yearsApart(persian: WrittenNumber, english: WrittenNumber): number | null {
  if (persian.digits === english.digits) return 0;
  const apart = Number(english.digits) - Number(persian.digits);
  const isYear = /^1[34]\d\d$/.test(persian.digits) && english.english.length === 4;
  return isYear && (apart === 621 || apart === 622) ? apart : null;
}

/** `number` as the one that stood there was written. */
function inStyle({ english, digits }: WrittenNumber, { english: old }: WrittenNumber, years: number): string {
  if (years > 0) return /^1[34]\d\d$/.test(digits) ? String(Number(digits) + years) : english;
  const isGrouped = /^\d{1,3}(?:,\d{3})+/.test(old);
  if (isGrouped && /^\d+$/.test(english)) return english.replace(/\B(?=(?:\d{3})+$)/g, ',');
  return english.includes('/') && old.includes('.') ? english.replace('/', '.') : english;
}
