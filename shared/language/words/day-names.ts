import { foldKey } from '../characters/fold.ts';
import { rememberingWords } from './word-memory.ts';

/** Calendars that Persian texts date by. */
export type Calendar = 'gregorian' | 'solar' | 'lunar';

/** A month by its calendar; months count from 1. */
export interface Month {
  readonly calendar: Calendar;
  readonly month: number;
  /** True for a word that is mostly another one: مه, `may`, `march`. Only beside a number it is a month. */
  readonly isCommon: boolean;
}

const persianMonths: Readonly<Record<Calendar, string>> = {
  gregorian:
    'ژانویه|جنوری فوریه|فبروری مارس|مارچ آوریل|اپریل مه|می ژوئن|جون ژوئیه|جولای|جولایی اوت|آگوست|اگست سپتامبر|سپتمبر اکتبر|اکتوبر نوامبر|نومبر دسامبر|دسمبر',
  solar:
    'فروردین|حمل اردیبهشت|ثور خرداد|جوزا تیر|سرطان مرداد|امرداد|اسد شهریور|سنبله مهر|میزان آبان|عقرب آذر|قوس دی|جدی بهمن|دلو اسفند|حوت',
  lunar:
    'محرم صفر ربیع‌الاول ربیع‌الثانی|ربیع‌الآخر جمادی‌الاول|جمادی‌الاولی جمادی‌الثانی|جمادی‌الآخر رجب شعبان رمضان شوال ذی‌القعده|ذیقعده ذی‌الحجه|ذیحجه',
};

const englishMonths: Readonly<Record<Calendar, string>> = {
  gregorian:
    'january|jan february|feb march|mar april|apr may june|jun july|jul august|aug september|sept|sep october|oct november|nov december|dec',
  solar: 'farvardin ordibehesht khordad tir mordad|amordad shahrivar mehr aban azar dey bahman esfand',
  lunar:
    'muharram|moharram safar rabi-al-awwal rabi-al-thani jumada-al-awwal jumada-al-thani rajab shaban|sha’ban ramadan|ramazan shawwal dhu-al-qadah dhu-al-hijjah',
};

/** Words that are a month beside a number alone. */
const common = new Set(
  'مه می مهر تیر دی آذر آبان حمل ثور سرطان اسد میزان قوس جدی دلو حوت سنبله عقرب جوزا صفر رجب محرم رمضان جون بهمن may march mar jan sep sept dec dey tir mehr aban azar safar ramadan ramazan jun muharram bahman'
    .split(' ')
    .map(key),
);

const persian = monthTable(persianMonths);
const english = monthTable(englishMonths);

const persianDays = 'یکشنبه دوشنبه سه‌شنبه چهارشنبه پنجشنبه جمعه شنبه'.split(' ').map(key);
const englishDays = 'sunday monday tuesday wednesday thursday friday saturday'.split(' ');

/** The month that a Persian word names; `null` for any other word. */
export function persianMonth(word: string): Month | null {
  return persian.get(keyOf(word)) ?? null;
}

/** The month that an English word names, short or long. */
export function englishMonth(word: string): Month | null {
  return english.get(keyOf(word)) ?? null;
}

/** What English calls a month. */
export function englishMonthName({ calendar, month }: Pick<Month, 'calendar' | 'month'>): string {
  const [name = ''] = englishMonths[calendar].split(' ')[month - 1]?.split('|') ?? [];
  return name.replace(/^\p{L}/u, (letter) => letter.toUpperCase());
}

/** The day of the week, from 0 for Sunday, that a Persian word names: with ZWNJ or without. */
export function persianWeekday(word: string): number | null {
  const at = persianDays.indexOf(key(word));
  return at < 0 ? null : at;
}

/** The same of an English word; short names only where they are no other word. */
export function englishWeekday(word: string): number | null {
  const at = englishDays.indexOf(word.toLowerCase());
  return at < 0 ? null : at;
}

/** Words of texts come up again and again. */
const keyOf = rememberingWords(key);

function monthTable(months: Readonly<Record<Calendar, string>>): ReadonlyMap<string, Month> {
  const calendars: readonly Calendar[] = ['lunar', 'solar', 'gregorian'];
  return new Map(
    calendars.flatMap((calendar) =>
      months[calendar]
        .split(' ')
        .flatMap((names, at) =>
          names
            .split('|')
            .map((name) => [key(name), { calendar, month: at + 1, isCommon: common.has(key(name)) }] as const),
        ),
    ),
  );
}

function key(word: string): string {
  return foldKey(word, 'tight');
}
