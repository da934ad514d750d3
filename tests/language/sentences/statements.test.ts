import { describe, expect, it } from 'vitest';
import { englishRules, persianRules } from '../../../shared/language/sentences/rules.ts';
import { statementTexts } from './units.ts';

describe('statements', () => {
  it.each([
    ['او آمد. / وزیر خارجه: رفت.', ['او آمد.', 'وزیر خارجه: رفت.']],
    ['او آمد./ وزیر خارجه: رفت.', ['او آمد.', 'وزیر خارجه: رفت.']],
    ['او آمد. /وزیر خارجه: رفت.', ['او آمد.', 'وزیر خارجه: رفت.']],
    ['او آمد./وزیر خارجه: رفت.', ['او آمد.', 'وزیر خارجه: رفت.']],
    ['او آمد. // او رفت.', ['او آمد.', 'او رفت.']],
    ['او آمد // او رفت', ['او آمد', 'او رفت']],
    ['او آمد؟ / «او رفت.» / آری.', ['او آمد؟', '«او رفت.»', 'آری.']],
    ['«او آمد.» / او رفت.', ['«او آمد.»', 'او رفت.']],
    ['در سال ۱۴۰۱. / او رفت.', ['در سال ۱۴۰۱.', 'او رفت.']],
    ['او آمد / وزیر خارجه: رفت', ['او آمد', 'وزیر خارجه: رفت']],
    ['/ او آمد. / او رفت. /', ['او آمد.', 'او رفت.']],
  ])('of %s are parted by its slashes', (text, expected) => {
    expect(statementTexts(text, persianRules)).toEqual(expected);
  });

  it.each([
    'این و / یا آن آمد.',
    'این آمد. و/یا آن.',
    'نرخ ۳/۵ است. ۳. / ۵ بود.',
    'در ۱۴۰۱/۰۷/۰۵ آمد.',
    'سرعت km/h است.',
    'در http://irna.ir/?/الف است.',
    'در https://irna.ir/ است.',
    'ایران / روسیه مذاکره کردند.',
    'بنی آدم اعضای یکدیگرند / که در آفرینش ز یک گوهرند',
    'پرونده ./notes را ببینید.',
    'سال ۱۴۰۱ ه.ش. / ۲۰۲۲ میلادی بود.',
  ])('are not parted in %s', (text) => {
    expect(statementTexts(text, persianRules)).toEqual([text]);
  });

  it('are parted in English too, but not in p.m. / a.m. and either/or', () => {
    expect(statementTexts('It is done. / Mr. Smith: Hello.', englishRules)).toEqual([
      'It is done.',
      'Mr. Smith: Hello.',
    ]);
    expect(statementTexts('Open 9 a.m. / noon, and/or later.', englishRules)).toHaveLength(1);
  });
});
