import { readNumber } from '../../language/words/number.ts';
import { gregorianDate } from '../../language/words/solar-hijri.ts';
import { nameKey } from '../entity/name.ts';
import type { NamedText } from '../entity/name-index.ts';
import type { Place } from './place.ts';

/** A day of the Gregorian calendar, or of any year. Months count from 1. */
interface Day {
  readonly day: number;
  readonly month: number;
  readonly year: number | null;
}

const DATE = 0.95;

const gregorian = [
  ...['ژانویه', 'فوریه', 'مارس', 'آوریل', 'مه|می', 'ژوئن', 'ژوئیه|جولای', 'اوت|آگوست', 'سپتامبر', 'اکتبر', 'نوامبر'],
  'دسامبر',
];
const solarHijri = [
  ...['فروردین', 'اردیبهشت', 'خرداد', 'تیر', 'مرداد|امرداد', 'شهریور', 'مهر', 'آبان', 'آذر', 'دی', 'بهمن', 'اسفند'],
];
const english = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** Where `target` names the day that a Persian mention is: «۱۱ سپتامبر ۲۰۰۱» as `September 11, 2001` or `11 September
 *  2001`; «۲۲ بهمن ۱۳۵۷» as `11 February 1979`. Without a year only Gregorian days have a rendering. */
export function datePlaces(surface: string, { text }: NamedText): readonly Place[] {
  const day = dayOf(surface);
  if (day === null) return [];
  return englishDays(text)
    .filter((found) => found.day === day.day && found.month === day.month && found.year === day.year)
    .map(({ from, to }) => ({ from, to, score: DATE, reason: 'date' }));
}

function dayOf(surface: string): Day | null {
  const [, days = '', month = '', years = ''] =
    /^(\p{Nd}{1,2})\s+(\p{L}+)(?:\s+(?:سال\s+)?(\p{Nd}{4}))?$/u.exec(surface) ?? [];
  const day = readNumber(days);
  const year = readNumber(years);
  if (day === null) return null;
  const western = monthOf(month, gregorian);
  if (western !== null) return { day, month: western, year };
  const own = monthOf(month, solarHijri);
  return own === null || year === null ? null : gregorianDate(year, own, day);
}

function monthOf(word: string, months: readonly string[]): number | null {
  const at = months.findIndex((names) => names.split('|').some((name) => nameKey(name) === nameKey(word)));
  return at < 0 ? null : at + 1;
}

/** All days that a text names, each with its year and without. */
function englishDays(text: string): readonly (Day & { readonly from: number; readonly to: number })[] {
  const month = '(?<month>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\\.?';
  const day = '(?<day>[0-9]{1,2})(?:st|nd|rd|th)?';
  const orders = [`${month}\\s${day}`, `${day}\\s(?:of\\s)?${month}`];
  return orders.flatMap((order) =>
    Array.from(
      text.matchAll(new RegExp(`(?<![\\p{L}\\p{N}])${order}(?![\\p{L}\\p{N}])(?<year>,?\\s[0-9]{4}(?![0-9]))?`, 'gu')),
    ).flatMap(({ 0: raw, index: from, groups: { month = '', day = '', year = '' } = {} }) => {
      const found = { from, day: Number(day), month: english.indexOf(month.toLowerCase()) + 1 };
      const short = { ...found, to: from + raw.length - year.length, year: null };
      return year === '' ? [short] : [short, { ...found, to: from + raw.length, year: Number(year.slice(-4)) }];
    }),
  );
}
