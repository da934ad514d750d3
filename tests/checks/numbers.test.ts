import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comparedNumbers } from '../../shared/checks/numbers/compared-numbers.ts';
import { number } from '../../shared/checks/rules/number.ts';
import { unit } from '../../shared/checks/rules/unit.ts';

/** What is told of a pair: `+` for a number that the Persian has not, `-` for one that the English has not. */
function told(source: string, target: string): string {
  const { lost, added } = comparedNumbers({ source, target });
  return [
    ...added.map(({ from, to }) => `+${target.slice(from, to)}`),
    ...lost.map(({ from, to }) => `-${source.slice(from, to)}`),
  ].join(' ');
}

describe('numbers of both sides', () => {
  it.each([
    ['digits of all kinds, and separators', 'در ۱۲٬۵۰۰ و ٣٫٥ و 7 روز', 'in 12,500 and 3.5 and 7 days'],
    ['a Persian decimal with a slash', '۳/۵ درصد', '3.5 per cent'],
    ['words on one side', 'ده نفر در هفدهم ماه', '10 people on the 17th'],
    ['words on both sides', 'بیست و پنج نفر', 'twenty-five people'],
    ['thousands and millions', '۳۸۰ هزار نفر و ۱٫۵ میلیارد دلار', '380,000 people and $1.5bn'],
    ['letters after a number, which are no scale', 'جدول ۳ب و ۵ میلیارد دلار', 'Table 3b and $5b'],
    ['halves', 'یک و نیم میلیون', '1.5 million'],
    ['a compound', 'دو میلیون و سیصد و پنجاه هزار', '2,350,000'],
    ['a thousand of billions', '۲ هزار میلیارد تومان', '2 trillion tomans'],
    ['ranges, of a scale', '۳ تا ۵ میلیون', 'between 3 million and 5 million'],
    ['scores', 'یک بر صفر', '1-0'],
    ['per cent', '۱۲٪', '12%'],
    ['groups of a telephone number', '۰۸۰۰۱۲۳۴۵۶', '0800 123 456'],
    ['years of the solar calendar', 'در سال ۱۳۹۹', 'in 2020'],
    ['years of the lunar calendar', 'در سال ۱۴۴۱ قمری', 'in 2019'],
    ['a day of another calendar', 'در ۲۲ بهمن ۱۳۵۷', 'on 11 February 1979'],
    ['hours of the afternoon', 'ساعت ۱۹:۳۰', 'at 7:30 p.m.'],
    ['decades', 'دهه ۹۰', 'the 1990s'],
    ['days of the week', 'روز سه‌شنبه و چهار شنبه', 'on Tuesday and Wednesday'],
    ['words that count nothing', 'یکی از آنها نه گفت', 'One of them said no'],
    ['twice the same', '۵ و ۵', '5'],
  ])('are the same: %s', (_what, source, target) => {
    expect(told(source, target)).toBe('');
  });

  it.each([
    ['another number', 'در ۱۴ روز', 'in 41 days', '+41 -۱۴'],
    ['a decimal point that moved', '۳٫۵ درصد', '35 per cent', '+35 -۳٫۵'],
    ['another scale', '۵ میلیون', '5 billion', '+5 billion -۵ میلیون'],
    ['a lost one', '۱۴ روز و ۳ ساعت', '14 days', '-۳'],
    ['one too many', 'چند روز', '14 days', '+14'],
    ['other words', 'سه نفر', 'four people', '+four -سه'],
    ['another year', 'در سال ۱۳۹۹', 'in 2012', '+2012 -۱۳۹۹'],
    ['another digit of a telephone number', '۰۸۰۰۱۲۳۴۵۶', '0800 123 457', '+0800 +123 +457 -۰۸۰۰۱۲۳۴۵۶'],
  ])('differ: %s', (_what, source, target, expected) => {
    expect(told(source, target)).toBe(expected);
  });

  it('tells one wrong number with what would be right, as English writes it', () => {
    const [remark, ...others] = number.check({ source: 'در ۱۲٬۵۰۰ روز', target: 'in 21,500 days' });
    expect(others).toEqual([]);
    expect(remark).toMatchObject({ side: 'target', from: 3, to: 9, fix: '12,500', values: { kind: 'other' } });
    expect(number.check({ source: 'سال ۲۰۱۹', target: 'the year 2091' })[0]?.fix).toBe('2019');
  });

  it('tells a changed unit as a conversion to look at, and a wrong one as a number', () => {
    const inches = { source: '۵۰ تا ۱۰۰ میلی‌متر باران', target: '2 to 4 inches of rain' };
    expect(number.check(inches)).toEqual([]);
    expect(unit.check(inches).map(({ values }) => values.found)).toEqual(['2 to', '4 inches']);
    const tall = { source: 'با ۱ متر و ۹۸ سانتیمتر قد', target: 'the 6-foot-6 forward' };
    expect(number.check(tall)).toEqual([]);
    expect(unit.check(tall)).toHaveLength(1);
    expect(number.check({ source: '۲۹۰ کیلوگرم', target: '950 pounds' })).toHaveLength(1);
    expect(unit.check({ source: '۱۰۰ فوت', target: '109 feet' })).toEqual([]);
  });

  it('finds each number again, however it is written', () => {
    const persian = (value: number) => value.toLocaleString('fa-IR');
    const english = (value: number) => value.toLocaleString('en-US');
    fc.assert(
      fc.property(fc.array(fc.nat(5_000_000), { maxLength: 6 }), (values) => {
        const told = comparedNumbers({
          source: values.map((value) => `${persian(value)} نفر`).join('، سپس '),
          target: values.map((value) => `${english(value)} people`).join(', then '),
        });
        expect(told).toEqual({ lost: [], added: [], conversions: [] });
      }),
    );
  });

  it('takes what is endless', () => {
    const many = (word: string) => `${word} `.repeat(20_000);
    expect(comparedNumbers({ source: many('۱۲'), target: many('twelve') })).toMatchObject({ lost: [], added: [] });
    expect(comparedNumbers({ source: '۱'.repeat(100_000), target: '' }).lost.length).toBeGreaterThan(0);
  });
});
