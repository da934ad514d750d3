import { describe, expect, it } from 'vitest';
import { persianRules } from '../../../shared/language/sentences/rules.ts';
import { units } from './units.ts';

/** Each case is a text with `|` where a sentence ends and another begins; the space around it stands in the text. */
const cases: readonly (readonly [why: string, marked: string])[] = [
  ['a full stop', 'او آمد. |سپس رفت.'],
  ['a lost space', 'کار را شروع کردیم.|امروز ادامه می‌دهیم.'],
  ['a lost space after a question', 'آیا می‌آید؟|نمی‌دانیم!|چرا؟'],
  ['a lost space before a quotation', 'او رفت.|«بله» گفتند.'],
  ['question, cry and both', 'چه شد؟ |هیچ! |چرا؟! |نمی‌دانم.'],
  ['the Urdu full stop', 'او آمد۔ |سپس رفت۔'],
  ['no semicolon', 'او آمد؛ سپس رفت.'],
  ['no comma and no colon', 'گفت: آری، می‌آیم.'],
  ['an ellipsis before a new sentence', 'او رفت… |سپس آمد.'],
  ['an ellipsis of dots likewise', 'او رفت... |سپس آمد.'],
  ['no ellipsis that the sentence goes on after', 'او رفت… و آمد. |تمام.'],
  ['no ellipsis of dots likewise', 'او رفت... ولی نیامد. |تمام.'],
  ['no place inside an ellipsis, spaced or solid', 'او رفت . . . و آمد. |آری...نه.'],
  ['a sentence inside a quotation', '«او آمد. |سپس رفت.» |بعد خوابید.'],
  ['a full stop after a quotation', 'گفت «می‌آیم». |سپس رفت.'],
  ['no quotation that its verb follows', '«چرا؟» پرسید احمد. |«برو!» گفت و رفت.'],
  ['no quoted cry that the sentence goes on after', 'گفت «نه!» و رفت. |تمام.'],
  ['a quotation with spaces inside', '« او آمد. » |سپس رفت. |« چرا؟ » پرسید.'],
  ['a quotation that a new sentence follows', '«او آمد.» |سپس رفت.'],
  ['brackets', '(او آمد.) |سپس رفت.'],
  ['no remark in brackets', 'او (!) آمد و گفت [...] نه. |تمام.'],
  ['a reference after the full stop', 'او آمد.[۱۲] |سپس رفت.'],
  ['no initials', 'م. ع. کریمی آمد. |او رفت.'],
  ['no initial before a number', 'نگاه کنید به ص. ۱۲ کتاب. |تمام شد.'],
  ['a number after an initial', 'نگاه کنید به ص. ۱۲. |تمام شد.'],
  ['no abbreviation with dots', 'در سال ۳۰۰ ق.م. جنگ شد. |تمام شد.'],
  ['no abbreviation with a joiner', 'سال ۱۴۰۱ ه‍.ش. و ۱۴۴۴ ه.ق. بود. |تمام شد.'],
  ['no Latin abbreviation', 'شرکت Apple Corp. بزرگ است. |آقای Dr. Smith آمد.'],
  ['no number', 'نرخ ۳.۵ و 3.5 و ۳٫۵ و ۱٬۲۰۰ و ۳/۵ است. |تمام.'],
  ['no date and no time', 'در ۱۴۰۱/۰۷/۰۵ و 2022.09.27 ساعت ۱۲:۳۰ و ۸.۱۵ آمد. |تمام.'],
  ['a number at the end of a sentence', 'در سال ۱۴۰۱. |سپس رفت.'],
  ['no number of a list item', '۱. نخست. |۲. دوم. |۳. سوم.'],
  ['no domain, version or address', 'به irna.ir و v2.0 و https://irna.ir/a.b?c=d.e رفت. |تمام.'],
  ['no Persian address', 'نشانی http://ایران.ایران/خبر.الف است. |تمام.'],
  ['a small Latin letter', 'او آمد. |amir رفت.'],
  ['a Latin word after a lost space', 'او آمد.|IAEA رفت.'],
  ['a dash', '- اول. |- دوم. |– سوم.'],
  ['a mark of direction', 'او آمد.\u200f |سپس رفت.'],
  ['a mark of direction after a lost space', 'او آمد.\u200f|سپس رفت.'],
  ['a line separator', 'خط نخست\u2028|خط دوم'],
  ['a no-break space', 'او آمد.\u00a0|سپس رفت.'],
];

describe('a Persian sentence ends at', () => {
  it.each(cases)('%s: %s', (_, marked) => {
    const expected = marked.split('|').map((sentence) => sentence.replace(/^[\s]+|[\s]+$/g, ''));
    expect(units(marked.replaceAll('|', ''), persianRules)).toEqual(expected);
  });

  it('no place before its closing marks, however lonely they stand', () => {
    expect(units('او آمد. » سپس رفت.', persianRules)).toEqual(['او آمد. »', 'سپس رفت.']);
    expect(units('... او آمد. !', persianRules)).toEqual(['... او آمد. !']);
  });

  it('other places when the project says so', () => {
    const text = 'نک. صفحهٔ بعد. بنگ. صفحهٔ قبل.';
    expect(units(text, persianRules)).toEqual(['نک. صفحهٔ بعد.', 'بنگ.', 'صفحهٔ قبل.']);
    const own = { ...persianRules, abbreviations: ['بنگ'] };
    expect(units(text, own)).toEqual(['نک.', 'صفحهٔ بعد.', 'بنگ. صفحهٔ قبل.']);
  });

  it('the same places when the words of the project are no words', () => {
    const own = { ...persianRules, abbreviations: ['', ' ', '(', '[a-', 'a.*', '\\', '{2}'], reportingVerbs: ['*'] };
    expect(units('او (آمد. سپس رفت. آری.', own)).toEqual(['او (آمد.', 'سپس رفت.', 'آری.']);
    const none = { ...persianRules, abbreviations: [], reportingVerbs: [], roleWords: [] };
    expect(units('او آمد. سپس رفت.', none)).toEqual(['او آمد.', 'سپس رفت.']);
  });
});
