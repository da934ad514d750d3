import { describe, expect, it } from 'vitest';
import { englishRules, persianRules } from '../../../shared/language/sentences/rules.ts';
import { units } from './units.ts';

/** What a text looks like: marks without weight at its edges do not count. */
const edge = String.raw`(?:[\s\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\u00ad\u061c\ufeff]|\u200d)+`;
const bare = (text: string) => text.replace(new RegExp(`^${edge}|${edge}$`, 'gu'), '');

/** Each case is a text with `|` where a unit ends and another begins; a lead ends with its colon. */
function expectUnits(marked: string, rules = persianRules): void {
  expect(units(marked.replaceAll('|', ''), rules).map(bare)).toEqual(marked.split('|').map(bare));
}

describe('acronyms with full stops stay whole', () => {
  it.each([
    'بی.بی.سی گزارش داد که گفت‌وگوها آغاز شد. |سپس رفت.',
    'خبرنگار سی.ان.ان آمد. |اف.بی.آی هم آمد.',
    'شبکهٔ ان.بی.سی و ای.بی.سی و سی.بی.اس خبر دادند.',
    'او با ام.آی.تی و یو.سی.ال.ای کار می‌کند.',
    'ویروس اچ.آی.وی و آزمایش دی.ان.ای و ام.آر.آی را بشناسید. |تمام.',
    'خودروی بی.ام.و را با جی.پی.اس یافتند.',
    'پ.ک.ک و ی.پ.گ بیانیه دادند. |پ.ی.د هم داد.',
    'پ.ک.ک. اعلام کرد که می‌آید. |او رفت.',
    'ج.ا.ا. و ا.پ.ک. آمدند.',
    'از سی.دی و تی.وی و پی.سی و آی.پی بگو. |بعد برو.',
    'خبر را بی. بی. سی گفت. |ما شنیدیم.',
    'از بی.بی.سی. |سپس رفت.',
    'به گزارش بی‌.بی‌.سی فارسی، او آمد.',
    'سازمان اس.ب.ا و گروه خط.من.تو آمدند.',
    'او در سی.آی.اِی بود.',
  ])('%s', (marked) => expectUnits(marked));

  it.each(['او شد.|من رفتم.', 'کار را کرد.|او رفت.', 'او گفت.|ما رفتیم.|تو ماندی.', 'آن را دید.|سپس رفت.'])(
    'but a lost space is none: %s',
    (marked) => expectUnits(marked),
  );
});

describe('names of files, sites and mailboxes stay whole', () => {
  it.each([
    'پروندهٔ گزارش.pdf را باز کنید. |سپس بخوانید.',
    'فایل گزارش‌نهایی.docx را فرستادم. |رسید؟',
    'گزارش.نهایی.DOCX را ببینید.',
    'عکس.JPG و فیلم.mp4 و آهنگ.mp3 آنجاست.',
    'به سایت خبر.ir بروید. |سپس بخوانید.',
    'وب‌سایت خبرگزاری.ایران باز شد. |همه آمدند.',
    'به ali.rezaei@gmail.com یا علی.رضایی@نامه.ایران بنویسید.',
    'سایت‌های khabaronline.ir و bbc.co.uk و بی‌بی‌سی.com را ببینید. |تمام.',
    'در www.خبر.ایران نوشت. |سپس رفت.',
    'دیجی‌کالا.com باز شد.|سپس بسته شد.',
    'نسخهٔ ۲.۰.۱ و Node.js و index.html آماده است.',
  ])('%s', (marked) => expectUnits(marked));

  it('and are followed by a sentence', () => expectUnits('آن را در گزارش.pdf. |سپس در irna.ir. |آری.'));
});

describe('years with their era stay whole', () => {
  it.each([
    'در سال ۱۹۹۹.م به ایران آمد. |سپس رفت.',
    'در سال ۱۹۹۹.م. به ایران آمد.',
    'سال ۱۳۵۷.ش و ۱۴۴۰.ق و ۵۰۰ پ.م بود.',
    'در سال ۱۳۵۷ هـ. ش. بازگشت. |سپس رفت.',
    'در سال ۱۳۵۷ هـ.ش بازگشت.',
    'در سال ۱۳۵۷ هـ.ش. بازگشت.',
    'در ۱۳۵۷ ه. ش. و ۱۴۰۰ ه. ق. بود.',
    'در ۱۳۵۷ ه‍.ش. و ۱۴۰۰ ه‍. ق. بود.',
    'در ۶۵۰ م. و ۳۰ ق. م. بود.',
    'سال ۳۹۹ پ. م. «سقراط» درگذشت.',
  ])('%s', (marked) => expectUnits(marked));
});

describe('formulas in brackets end nothing', () => {
  it.each([
    'پیامبر (ص.) فرمود. |سپس رفت.',
    'حضرت علی (ع.) فرمود. |سپس رفت.',
    'سقراط (۳۹۹ ق. م.) درگذشت.',
    'سقراط (ق. م.) درگذشت.',
    'سقراط (ق.م.) درگذشت. |تمام.',
    'امام (ره.) و حضرت مهدی (عج.) و فاطمه (س.) آمدند.',
    'امام (رض.)، و پیامبر (ص.)؛ آمدند.',
    'در سال ۱۳۵۷ (ه. ش.) بازگشت.',
    'در سال ۱۳۵۷ (هـ. ش.) بازگشت.',
  ])('%s', (marked) => expectUnits(marked));

  it('but a sentence in brackets ends', () => expectUnits('(او آمد.) |سپس رفت.'));
});

describe('numbers of items and sections stay with what they number', () => {
  it.each([
    '۲-۱. تعریف مفاهیم در این بخش می‌آید. |سپس روش.',
    '2.1. روش کار در این بخش آمده است.',
    '۳-۲-۱. نتیجه. |۳-۲-۲. بحث.',
    '۱.۲.۳. نتیجه در این بخش است.',
    '۱–۲. نتیجه در این بخش است.',
    '۱ـ۲. نتیجه در این بخش است.',
    '۱/۲. نتیجه در این بخش است.',
    '(۱). نتیجه در این بخش است.',
    '۱.) نتیجه در این بخش است.',
    '[۱.] نتیجه در این بخش است.',
    'ماده ۵. هر کس آزاد است. |ماده ۶. هر کس حق دارد.',
    'فصل ۳. نتیجه‌گیری آمده است.',
    'بند الف. نخست باید رفت.',
    'تبصره ۱. نخست باید رفت.',
    'الف. نخست باید صلح را حفظ کنیم. |ب. سپس باید رفت. |ج. آنگاه ماند.',
    'الف-۱. نخست باید رفت. |الف-۲. سپس باید ماند.',
    '۱-الف. نخست باید رفت.',
    'II. نخست باید رفت. |III. سپس باید ماند. |IV. آنگاه خفت.',
    'iv. نخست باید رفت.',
    'A. نخست باید رفت. |B. سپس باید ماند.',
    '• ۱. نخست باید رفت. |• ۲. سپس باید ماند.',
    '- ۱. نخست باید رفت. |- ۲. سپس باید ماند.',
    '– الف. نخست باید رفت. |– ب. سپس باید ماند.',
    '▪ II. نخست باید رفت.',
    '۱. – نخست باید رفت. |۲. – سپس باید ماند.',
    '۱. • نخست باید رفت.',
    '۱-. نخست باید رفت.',
    '۱ . نخست باید رفت.',
    '[۱] نخست باید رفت. |[۲] سپس باید ماند.',
    '«۱. نخست باید رفت.»',
    'او دو چیز خواست: ۱. نان. |۲. خانه.',
    'او دو چیز خواست؛ الف. نان. |ب. خانه.',
  ])('%s', (marked) => expectUnits(marked));

  it.each(['در سال ۱۴۰۱. |سپس رفت.', 'به بند الف. |سپس رفت.', 'او ۱۲ تا داشت. |من ۵. |تو هیچ.'])(
    'but a sentence may end with a number: %s',
    (marked) => expectUnits(marked),
  );

  it.each([
    'II. The second part is here. |III. The third one is too.',
    '2.1. Methods are told here. |2.2. Results follow.',
    '• 1. First we go. |• 2. Then we stay.',
    'a. First we go. |b. Then we stay.',
    'Article 5. Everyone is free. |Article 6. Everyone has rights.',
  ])('in English too: %s', (marked) => expectUnits(marked, englishRules));
});

const marks = ['\u200e', '\u200f', '\u061c', '\u202b', '\u202c', '\u2067', '\u2069', '\u2060', '\u00ad', '\ufeff'];

describe.each(marks.map((mark) => [`U+${mark.charCodeAt(0).toString(16)}`, mark]))(
  'a mark without weight, %s, changes nothing',
  (_, mark) => {
    it.each([
      '#۱. نخست باید رفت.',
      '۱#. نخست باید رفت.',
      '۱.# نخست باید رفت.',
      '۱. #نخست باید رفت. |۲. #سپس ماند.',
      '•# ۱.# نخست باید رفت.',
      '#الف.# نخست باید رفت.',
      'وزیر خارجه:#| ما آماده‌ایم.',
      'وزیر خارجه#:| ما آماده‌ایم.',
      '#وزیر خارجه:| #ما آماده‌ایم.',
      'او آمد#.# |سپس رفت.',
      'او آمد.#|سپس رفت.',
      'او آمد. #|سپس رفت.',
      'او «آمد».# |سپس رفت.',
      'در ۱۳۵۷ ه#.ش#. بازگشت.',
      'بی#.بی.#سی گزارش داد.',
      'نرخ ۳#.#۵ است.',
      '«چرا؟»# پرسید.',
      'وزیر خا#رجه: |ما آماده‌ایم.',
    ])('%s', (marked) => {
      const parted = marked.replaceAll('#', mark);
      expect(units(parted.replaceAll('|', ''), persianRules).map((unit) => bare(unit.replaceAll(mark, '')))).toEqual(
        marked.replaceAll('#', '').split('|').map(bare),
      );
    });
  },
);

describe('a space without width is a space', () => {
  it.each([
    'این جمله پایان یافت.\u200b|جملهٔ بعدی آمد.',
    'او آمد؟\u200b|نه.\u200b|IAEA گفت.',
    'وزیر خارجه:\u200b|ما آماده‌ایم.',
    '\u200b۱.\u200bنخست باید رفت.',
    'چه شد؟\u200b \u200b|هیچ.',
  ])('%s', (marked) => expectUnits(marked));

  it('and a line of nothing else is no paragraph', () => {
    expect(units('\u200b\n\u200f \ufeff\nاو آمد.', persianRules)).toEqual(['او آمد.']);
  });
});

describe('what stands after the stop goes with its sentence', () => {
  it.each([
    'تبریک می‌گویم.🌹 |موفق باشید.',
    'تبریک می‌گویم.🌹|موفق باشید.',
    'تبریک می‌گویم!🌹🌹 |موفق باشید!',
    'تبریک می‌گویم. 🌹 |موفق باشید.',
    'تبریک می‌گویم. 🌹🌹 🎉 |موفق باشید.',
    'چرا؟🤷🏽‍♀️ |نمی‌دانم.',
    'ایران برد.🇮🇷 |تمام شد.',
    'دوستت دارم.❤️ |بیا.',
    'خوبم☺. |تو چطوری؟',
    'چنین گفت.¹ |سپس رفت.',
    'چنین گفت.¹² |سپس رفت.',
    'چنین گفت».¹ |سپس رفت.',
    'چنین گفت.» ¹|سپس رفت.'.replace(' ¹|', '¹ |'),
    'چنین گفت.[۳] |سپس رفت.',
    'چنین گفت.[۱][۲] |سپس رفت.',
    'چنین گفت.[۱، ۲] |سپس رفت.',
    'چنین گفت.(۱) |سپس رفت.',
    'چنین گفت.۱ |سپس رفت.',
    'چنین گفت.* |سپس رفت.',
    'چنین گفت. ¹ |سپس رفت.',
    'چنین گفت. [۳] |سپس رفت.',
    'چنین گفت؟¹ |سپس رفت.',
    'چنین گفت.¹|سپس رفت.',
  ])('%s', (marked) => expectUnits(marked));

  it('but emoji that a text begins with are bullets', () => {
    expectUnits('✅ نخست باید رفت. |✅ سپس باید ماند. |✅ تمام.');
  });

  it.each(['Well done.👏 |Go on.', 'Well done. 👏 |Go on.', 'He left.² |She stayed.', 'He left.[3, 4] |She stayed.'])(
    'in English too: %s',
    (marked) => expectUnits(marked, englishRules),
  );
});

describe('a lead may follow a bullet, a dash or a number', () => {
  it.each([
    '• وزیر خارجه:| ما آماده‌ایم.',
    '- وزیر خارجه:| ما آماده‌ایم.',
    '– وزیر خارجه:| – ما آماده‌ایم.',
    '۱. وزیر خارجه:| ما آماده‌ایم.',
    'وزیر خارجه:|- ما آماده‌ایم.',
    'وزیر خارجه:|– ما آماده‌ایم.',
    'وزیر خارجه:|… ما آماده‌ایم.',
  ])('%s', (marked) => expectUnits(marked));

  it.each(['• نتیجه: ما باختیم.', '- نتیجه: ما باختیم.', '۱. نتیجه: ما باختیم.'])(
    'and a heading likewise is none: %s',
    (marked) => expectUnits(marked),
  );
});
