import { describe, expect, it } from 'vitest';
import { englishRules, persianRules } from '../../../shared/language/sentences/rules.ts';
import { segmentSource } from '../../../shared/language/sentences/segmentation.ts';
import { leadOf, units } from './units.ts';

const attributions = (text: string, rules = persianRules) =>
  segmentSource(text, rules).statements.map(({ attribution }) => attribution);

describe('a lead', () => {
  it.each([
    ['وزیر خارجه روسیه: ما می‌آییم.', 'وزیر خارجه روسیه'],
    ['وزیرخارجه روسیه: ما می‌آییم.', 'وزیرخارجه روسیه'],
    ['وزير خارجه روسيه : ما مي‌آييم.', 'وزير خارجه روسيه'],
    ['سخنگوی وزارت خارجه: فردا خبر می‌دهیم.', 'سخنگوی وزارت خارجه'],
    ['سخنگو‌ی دولت:فردا خبر می‌دهیم.', 'سخنگو‌ی دولت'],
    ['رئیس‌جمهور: این کار دشوار است.', 'رئیس‌جمهور'],
    ['وزرای خارجه سه کشور: متن آماده است.', 'وزرای خارجه سه کشور'],
    ['نمایندگان مجلس: متن آماده است.', 'نمایندگان مجلس'],
    ['لاوروف در نشست خبری: کشورها مستقل هستند.', 'لاوروف در نشست خبری'],
    ['امیرعبداللهیان: کشورها مستقل هستند.', 'امیرعبداللهیان'],
    ['لاوروف: ما آماده‌ایم.', 'لاوروف'],
    ['لاوروف: «کشورها مستقل هستند.»', 'لاوروف'],
    ['سخنگوی «حزب» (شاخه تهران): متن آماده است.', 'سخنگوی «حزب» (شاخه تهران)'],
    ['دکتر م. کریمی: متن آماده است.', 'دکتر م. کریمی'],
  ])('is what stands before the colon of %s', (text, lead) => {
    expect(leadOf(text, persianRules)?.text).toBe(lead);
  });

  it.each([
    ['a list', 'او سه چیز خواست: نان، آب و خانه.'],
    ['a list of a minister', 'وزیر خارجه سه شرط دارد: نان، آب و خانه.'],
    ['a clause in the present', 'وزیر خارجه سه چیز را می‌طلبد: نان، آب و خانه.'],
    ['a heading', 'نتیجه: باختیم.'],
    ['a heading with a role in it', 'مهم‌ترین سخنان رئیس‌جمهور: نان و آب.'],
    ['ordinary words', 'صلح و امنیت: آرزوی همه مردم جهان است.'],
    ['a word that only begins like a role', 'مدیریت بحران: کار دشواری است.'],
    ['a time', 'ساعت ۱۲:۳۰ وزیر آمد.'],
    ['a ratio with spaces', 'وزیر ۲ : ۱ برد.'],
    ['an address', 'نشانی وزیر http://irna.ir است.'],
    ['a number', 'وزیر در بند ۳: متن آماده است.'],
    ['a quotation verb', 'وزیر خارجه گفت: ما می‌آییم.'],
    ['a quotation verb and که', 'وزیر خارجه تأکید کرد که: ما می‌آییم.'],
    ['another sentence before', 'وزیر آمد. سخنگو: ما می‌آییم.'],
    ['an open quotation', '«وزیر خارجه: ما می‌آییم.»'],
    ['words too many', `وزیر ${'خارجه '.repeat(30)}: ما می‌آییم.`],
    ['nothing', ': ما می‌آییم.'],
    ['a smile', 'وزیر آمد :) و رفت.'],
  ])('does not end at the colon after %s', (_, text) => {
    expect(leadOf(text, persianRules)).toBeNull();
  });

  it('is a unit without its colon; what was said follows, sentence by sentence', () => {
    expect(units('وزیر خارجه : ۱. نخست. ۲. دوم.', persianRules)).toEqual(['وزیر خارجه:', '۱. نخست.', '۲. دوم.']);
  });

  it('may stand alone, before what is said in the next paragraph', () => {
    expect(units('وزیر خارجه روسیه:\nما می‌آییم.', persianRules)).toEqual(['وزیر خارجه روسیه:', 'ما می‌آییم.']);
  });

  it('is the surer, the more speaks for it', () => {
    const confidence = (text: string) => leadOf(text, persianRules)?.confidence ?? 0;
    const byName = confidence('امیرعبداللهیان: کشورها مستقل هستند.');
    const byRole = confidence('وزیر امور خارجه جمهوری اسلامی: کشورها مستقل هستند.');
    const byAll = confidence('وزیر امور خارجه در نشست خبری: «ما آماده‌ایم.»');
    expect(byName).toBeGreaterThanOrEqual(0.5);
    expect(byRole).toBeGreaterThan(byName);
    expect(byAll).toBeGreaterThan(byRole);
    expect(byAll).toBeLessThanOrEqual(1);
  });

  it('is known by the role words of the project, in any spelling', () => {
    const text = 'كارگزار اتحاديه: متن آماده است.';
    expect(leadOf(text, persianRules)).toBeNull();
    expect(leadOf(text, { ...persianRules, roleWords: ['کارگزار'] })?.text).toBe('كارگزار اتحاديه');
  });

  it.each([
    ['Sergey Lavrov: The text is ready.', 'Sergey Lavrov'],
    ['Lavrov: We are ready.', 'Lavrov'],
    ['U.S. Secretary of State Antony Blinken: The text is ready.', 'U.S. Secretary of State Antony Blinken'],
    ['The foreign minister, at a press conference: The text is ready.', 'The foreign minister, at a press conference'],
    ['United States Secretary of State: The text is ready.', 'United States Secretary of State'],
    ['IAEA: The text is ready.', 'IAEA'],
    ['Mr. Smith: The text is ready.', 'Mr. Smith'],
  ])('is met in English: %s', (text, lead) => {
    expect(leadOf(text, englishRules)?.text).toBe(lead);
  });

  it.each([
    'He wanted three things: bread, water and a house.',
    'The minister has three demands: bread, water and a house.',
    'Note: the text is ready.',
    'The foreign minister said: We are ready.',
    'It ended at 12:30 sharp.',
    'See https://example.org: it is there.',
  ])('is none in %s', (text) => {
    expect(leadOf(text, englishRules)).toBeNull();
  });
});

describe('the attribution of a statement', () => {
  it('is a lead, a reporting clause in its first sentence, or none', () => {
    expect(attributions('وزیر خارجه: ما می‌آییم.')).toEqual(['lead']);
    expect(attributions('وزیر خارجه تاکید کرد که ما می‌آییم.')).toEqual(['reported']);
    expect(attributions('وی گفت: ما می‌آییم.')).toEqual(['reported']);
    expect(attributions('وی افزود، «ما می‌آییم.»')).toEqual(['reported']);
    expect(attributions('ما می‌آییم. او گفت که می‌آید.')).toEqual(['none']);
    expect(attributions('گفت‌وگو خوب بود.')).toEqual(['none']);
    expect(attributions('The minister said that we are ready.', englishRules)).toEqual(['reported']);
    expect(attributions('The United States is ready.', englishRules)).toEqual(['none']);
    expect(attributions('We are ready.', englishRules)).toEqual(['none']);
  });
});
