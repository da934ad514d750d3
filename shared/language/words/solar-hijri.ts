const DAY = 86_400_000;

const calendar = new Intl.DateTimeFormat('en-u-ca-persian-nu-latn', {
  timeZone: 'UTC',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
});

/** The Gregorian day of a day of the Solar Hijri calendar, by the calendar that ICU has; `null` where there is no such day.
 *  Months count from 1. The year begins about 20 March; days are tried from there. */
export function gregorianDate(
  year: number,
  month: number,
  day: number,
): { readonly year: number; readonly month: number; readonly day: number } | null {
  const passed = month <= 6 ? (month - 1) * 31 : 186 + (month - 7) * 30;
  const about = Date.UTC(year + 621, 2, 20) + (passed + day - 1) * DAY;
  for (const days of [0, 1, 2, -1, -2]) {
    const date = new Date(about + days * DAY);
    const parts = new Map(
      calendar.formatToParts(date).map(({ type, value }) => [type, Number(value.replace(/\D/g, ''))]),
    );
    if (parts.get('day') === day && parts.get('month') === month && parts.get('year') === year) {
      return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
    }
  }
  return null;
}
