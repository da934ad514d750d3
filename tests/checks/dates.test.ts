import { describe, expect, it } from 'vitest';
import { date } from '../../shared/checks/rules/date.ts';

const told = (source: string, target: string) =>
  date
    .check({ source, target })
    .map(({ values, fix }) => [values.found, values.wanted, ...(fix === null ? [] : [fix])]);

describe('dates of both sides', () => {
  it.each([
    ['in our calendar', '۱۱ سپتامبر ۲۰۰۱', 'September 11, 2001'],
    ['in the solar one', '۲۲ بهمن ۱۳۵۷', '11 February 1979'],
    ['in the solar one, in digits', '۱۴۰۱/۷/۵', '27 September 2022'],
    ['in the lunar one, a day off', '۱ محرم ۱۴۴۵', '18 July 2023'],
    ['of a month and a year', 'مهر ۱۴۰۱', 'October 2022'],
    ['of a month alone', 'در ماه ژوئیه', 'in July'],
    ['without a year in one', '۳ مارس', '3 March 2020'],
    ['by the day of the week', 'سه شنبه و پنج‌شنبه', 'Tuesday and Thursday'],
    ['by what English says else', 'روز جمعه', 'yesterday'],
    ['of words that may be months', 'او می‌رود و مهر دارد', 'It may march'],
    ['of an Afghan month', '۱ حمل ۱۴۰۲', '21 March 2023'],
  ])('are the same: %s', (_what, source, target) => {
    expect(told(source, target)).toEqual([]);
  });

  it('tells another month, day and day of the week', () => {
    expect(told('در ماه ژوئیه', 'in June')).toEqual([['June', 'ژوئیه']]);
    expect(told('۱۱ سپتامبر', 'September 12')).toEqual([['September 12', '۱۱ سپتامبر']]);
    expect(told('۲۲ بهمن ۱۳۵۷', '12 February 1979')).toEqual([['12 February 1979', '۲۲ بهمن ۱۳۵۷']]);
    expect(told('روز دوشنبه', 'on Tuesday')).toEqual([['Tuesday', 'دوشنبه', 'Monday']]);
    expect(told('دوشنبه و سه‌شنبه', 'Monday and Monday')).toEqual([['', 'سه‌شنبه']]);
  });
});
