import type { Language } from '../locales/index.ts';

/** British English; Persian of Iran, which brings its digits and the Jalali calendar along. */
const locales: Record<Language, string> = { en: 'en-GB', fa: 'fa-IR' };

/** `1234.5` → «1,234.5», «۱٬۲۳۴٫۵». */
export function formatNumber(value: number, language: Language): string {
  return numbers[language].format(value);
}

/** `0.87` → «87%», «۸۷٪». */
export function formatPercent(share: number, language: Language): string {
  return percents[language].format(share);
}

/** Made once: making one takes far longer than what it does. */
const numbers: Record<Language, Intl.NumberFormat> = {
  en: new Intl.NumberFormat(locales.en),
  fa: new Intl.NumberFormat(locales.fa),
};

const percents: Record<Language, Intl.NumberFormat> = {
  en: new Intl.NumberFormat(locales.en, { style: 'percent' }),
  fa: new Intl.NumberFormat(locales.fa, { style: 'percent' }),
};

/** A day: «22 November 2025», «۱ آذر ۱۴۰۴». */
export function formatDay(at: number, language: Language, timeZone?: string): string {
  return new Intl.DateTimeFormat(locales[language], { dateStyle: 'long', timeZone }).format(at);
}

/** A moment with its weekday: «Saturday 22 November 2025, 13:24», «شنبه ۱ آذر ۱۴۰۴، ۱۳:۲۴». Put together from parts:
 *  `dateStyle: 'full'` gives the parts of a Persian date in the wrong order. */
export function formatMoment(at: number, language: Language, timeZone?: string): string {
  const locale = locales[language];
  const weekday = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone }).format(at);
  const time = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hour12: false, timeZone });
  return `${weekday} ${formatDay(at, language, timeZone)}${language === 'fa' ? '،' : ','} ${time.format(at)}`;
}

const units = [
  ['year', 365.25 * 24 * 3600],
  ['month', 30.4375 * 24 * 3600],
  ['week', 7 * 24 * 3600],
  ['day', 24 * 3600],
  ['hour', 3600],
  ['minute', 60],
] as const;

/** How long ago `at` was at `now`, in the largest unit that is full: «2 hours ago», «۲ ساعت پیش». Under a minute, and
 *  for clocks that run ahead, it is now. */
export function formatAgo(at: number, now: number, language: Language): string {
  const seconds = Math.max(0, (now - at) / 1000);
  const [unit, length] = units.find(([, length]) => seconds >= length) ?? ['second', Number.POSITIVE_INFINITY];
  const format = new Intl.RelativeTimeFormat(locales[language], { numeric: 'auto' });
  return format.format(-Math.floor(seconds / length), unit);
}
