const DAY = 86_400_000;

const calendar = new Intl.DateTimeFormat('en-u-ca-islamic-umalqura-nu-latn', {
  timeZone: 'UTC',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
});

/** The Gregorian day of a day of the Lunar Hijri calendar (Umm al-Qura, by ICU), in milliseconds since 1970; where months begin with
 *  the sight of the moon it is a day off. `null` where there is no such day. Months count from 1. */
export function lunarDay(year: number, month: number, day: number): number | null {
  // A lunar year has 354.36708 days; the first one began on 19 July 622.
  const about = Date.UTC(622, 6, 19) + Math.round((year - 1) * 354.36708 + (month - 1) * 29.5306 + day - 1) * DAY;
  for (const days of [0, 1, -1, 2, -2, 3, -3]) {
    const date = new Date(about + days * DAY);
    const parts = new Map(
      calendar.formatToParts(date).map(({ type, value }) => [type, Number(value.replace(/\D/g, ''))]),
    );
    if (parts.get('day') === day && parts.get('month') === month && parts.get('year') === year) return date.getTime();
  }
  return null;
}
