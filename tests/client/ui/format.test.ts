import { describe, expect, it } from 'vitest';
import { formatAgo, formatDay, formatMoment, formatNumber } from '../../../client/ui/format.ts';

const at = Date.UTC(2022, 7, 31, 9, 5);
const minute = 60_000;
const day = 24 * 60 * minute;

it('writes numbers in the digits of the language', () => {
  expect(formatNumber(1234567.5, 'en')).toBe('1,234,567.5');
  expect(formatNumber(1234567.5, 'fa')).toBe('۱٬۲۳۴٬۵۶۷٫۵');
});

describe('a date', () => {
  it('is Jalali in Persian', () => {
    expect(formatDay(at, 'en', 'UTC')).toBe('31 August 2022');
    expect(formatDay(at, 'fa', 'UTC')).toBe('۹ شهریور ۱۴۰۱');
  });

  it('has its weekday before it, in the order of the language', () => {
    expect(formatMoment(at, 'en', 'UTC')).toBe('Wednesday 31 August 2022, 09:05');
    expect(formatMoment(at, 'fa', 'UTC')).toBe('چهارشنبه ۹ شهریور ۱۴۰۱، ۰۹:۰۵');
  });

  it('follows the clock of the reader', () => {
    expect(formatDay(Date.UTC(2025, 2, 20, 21), 'fa', 'Asia/Tehran')).toBe('۱ فروردین ۱۴۰۴');
    expect(formatDay(Date.UTC(2025, 2, 20, 21), 'fa', 'UTC')).toBe('۳۰ اسفند ۱۴۰۳');
  });
});

describe('how long ago', () => {
  it.each([
    [0, 'now', 'اکنون'],
    [59_999, 'now', 'اکنون'],
    [minute, '1 minute ago', '۱ دقیقه پیش'],
    [150 * minute, '2 hours ago', '۲ ساعت پیش'],
    [day, 'yesterday', 'دیروز'],
    [13 * day, 'last week', 'هفتهٔ گذشته'],
    [800 * day, '2 years ago', '۲ سال پیش'],
  ])('%i ms is «%s»', (past, english, persian) => {
    expect(formatAgo(at - past, at, 'en')).toBe(english);
    expect(formatAgo(at - past, at, 'fa')).toBe(persian);
  });

  it('is now for a clock that runs ahead', () => {
    expect(formatAgo(at + day, at, 'en')).toBe('now');
  });
});
