import type { Span } from '../../core/span.ts';
import { foldKey } from '../characters/fold.ts';
import { type Calendar, englishMonth, englishWeekday, type Month, persianMonth, persianWeekday } from './day-names.ts';
import { lunarDay } from './lunar-hijri.ts';
import { gregorianDate } from './solar-hijri.ts';

/** A date that a text names, as far as it does. `from` and `to` cover its month with the numbers beside it. */
export interface NamedDate extends Span {
  readonly calendar: Calendar;
  readonly month: number;
  readonly day: number | null;
  readonly year: number | null;
}

/** A day of the week that a text names, from 0 for Sunday. */
export interface NamedWeekday extends Span {
  readonly weekday: number;
}

const DAY = 86_400_000;

/** The dates of a Persian text: «۲۲ بهمن ۱۳۵۷», «سپتامبر ۲۰۰۱», ۱۴۰۱/۷/۵. Offsets are UTF-16. */
export function persianDates(text: string): readonly NamedDate[] {
  const named = datesAround(text, /\p{L}[\p{L}\p{M}\u200c]{1,20}/gu, persianMonth);
  return [...named, ...numericDates(text)].sort((a, b) => a.from - b.from);
}

/** The dates of an English text: `September 11, 2001`, `11 Sept. 2001`, `22 Bahman 1357`. */
export function englishDates(text: string): readonly NamedDate[] {
  return datesAround(text, /\p{Lu}[\p{L}\p{M}]{1,20}/gu, englishMonth);
}

/** The days of the week of a Persian text: سه‌شنبه, سه شنبه. */
export function persianWeekdays(text: string): readonly NamedWeekday[] {
  const day = /(?<![\p{L}\p{M}])(?:(?:یک|دو|سه|چهار|پنج)[\s\u200c]?شنبه|شنبه|جمعه)(?![\p{L}\p{M}])/gu;
  return weekdays(text, day, (word) => persianWeekday(word));
}

/** The days of the week of an English text. */
export function englishWeekdays(text: string): readonly NamedWeekday[] {
  return weekdays(text, /(?<!\p{L})\p{Lu}\p{Ll}{2,9}day(?=s?(?!\p{L}))/gu, englishWeekday);
}

function weekdays(text: string, pattern: RegExp, read: (word: string) => number | null): readonly NamedWeekday[] {
  return Array.from(text.matchAll(pattern)).flatMap(({ 0: word, index: from }) => {
    const weekday = read(word);
    return weekday === null ? [] : [{ from, to: from + word.length, weekday }];
  });
}

/** True where two dates may be the same day, month or year, whatever calendar each is told in: what one of them leaves out does not part
 *  them. A month of another calendar lies in two of ours. */
export function isSameDate(a: NamedDate, b: NamedDate): boolean {
  if (a.calendar === b.calendar) {
    return a.month === b.month && isAlike(a.day, b.day) && isAlike(a.year, b.year);
  }
  const [from, to] = [range(a), range(b)];
  return from === null || to === null || (from.from - slack(a, b) <= to.to && to.from <= from.to + slack(a, b));
}

/** The years of our calendar that a year of another may be; none where it is no such year. */
export function gregorianYears(year: number, calendar: Calendar): readonly number[] {
  if (calendar === 'gregorian') return [year];
  if (calendar === 'solar') return [year + 621, year + 622];
  const first = Math.floor(year * 0.970224 + 621.57);
  return [first - 1, first, first + 1];
}

/** Where months begin with the sight of the moon, a day may be off. */
function slack(a: NamedDate, b: NamedDate): number {
  return a.calendar === 'lunar' || b.calendar === 'lunar' ? DAY : 0;
}

/** The first and the last day that a date may mean, in milliseconds since 1970; `null` without a year. */
function range({ calendar, year, month, day }: NamedDate): Span | null {
  if (year === null) return null;
  const [first, last] = day === null ? [1, 28] : [day, day];
  const [from, to] = [moment(calendar, year, month, first), moment(calendar, year, month, last)];
  if (from === null || to === null) return null;
  return { from, to: day === null ? to + 3 * DAY : to };
}

function moment(calendar: Calendar, year: number, month: number, day: number): number | null {
  if (calendar === 'gregorian') return Date.UTC(year, month - 1, day);
  if (calendar === 'lunar') return lunarDay(year, month, day);
  const found = gregorianDate(year, month, day);
  return found && Date.UTC(found.year, found.month - 1, found.day);
}

function isAlike(a: number | null, b: number | null): boolean {
  return a === null || b === null || a === b;
}

function datesAround(text: string, word: RegExp, monthOf: (word: string) => Month | null): readonly NamedDate[] {
  return Array.from(text.matchAll(word)).flatMap(({ 0: name, index }) => {
    const month = monthOf(name);
    if (!month) return [];
    const before = /(?<![\p{Nd}.,/٬٫:])(\p{Nd}{1,2})(?:st|nd|rd|th|م|ام)?(?:\s(?:of|ماه))?\s{0,2}$/u.exec(
      text.slice(Math.max(0, index - 12), index),
    );
    const end = index + name.length;
    const after =
      /^\.?(?:\s?ماه)?\s{0,2}(?:سال\s)?(?:(\p{Nd}{1,2})(?:st|nd|rd|th)?(?![\p{Nd}:٫٬%٪/]|[.,]\p{Nd}))?(?:[,،]?\s{0,2}(?:سال\s|of\s)?(\p{Nd}{4})(?!\p{Nd}))?/u.exec(
        text.slice(end, end + 24),
      );
    const [, dayAfter = '', yearAfter = ''] = after ?? [];
    const day = number(before?.[1] ?? dayAfter);
    const year = number(yearAfter);
    if (month.isCommon && day === null && year === null && !/^[\s\u200c]?ماه/u.test(text.slice(end, end + 5)))
      return [];
    const to = day !== null || year !== null ? end + (after?.[0].length ?? 0) : end;
    return [
      {
        from: before ? index - (before[0]?.length ?? 0) : index,
        to,
        calendar: month.calendar,
        month: month.month,
        day,
        year,
      },
    ];
  });
}

/** ۱۴۰۱/۷/۵: the year first, of the solar calendar where it is small. */
function numericDates(text: string): readonly NamedDate[] {
  const pattern = /(?<![\p{Nd}/])(\p{Nd}{4})[/-](\p{Nd}{1,2})[/-](\p{Nd}{1,2})(?![\p{Nd}/])/gu;
  return Array.from(text.matchAll(pattern)).flatMap(({ 0: raw, 1: y = '', 2: m = '', 3: d = '', index: from }) => {
    const [year, month, day] = [number(y), number(m), number(d)];
    if (year === null || month === null || day === null || month < 1 || month > 12 || day < 1 || day > 31) return [];
    return [{ from, to: from + raw.length, calendar: year < 1700 ? 'solar' : 'gregorian', year, month, day } as const];
  });
}

function number(digits: string): number | null {
  return digits === '' ? null : Number(foldKey(digits, 'fold'));
}
