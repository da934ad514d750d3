import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hardWrap, joinedLines } from '../../../shared/formats/text/hard-wrap.ts';

const prose = [
  'وزیر امور خارجه روز دوشنبه در نشست خبری گفت که گفت‌وگوها ادامه دارد و دو طرف بر سر بیشتر بندهای پیش‌نویس به توافق رسیده‌اند. او افزود که چند موضوع هنوز باقی مانده است و کارشناسان هفتهٔ آینده دوباره در وین دیدار خواهند کرد.',
  'سخنگوی دولت نیز در پاسخ به پرسش خبرنگاران تأکید کرد که هیچ تغییری در برنامه‌ها داده نشده است. به گفتهٔ او هزینه‌ها از بودجهٔ امسال پرداخت می‌شود و گزارش کامل آن تا پایان ماه منتشر خواهد شد؛ جزئیات بیشتر را وزارت اقتصاد اعلام می‌کند.',
  'در پایان این نشست بیانیه‌ای منتشر شد که در آن بر همکاری‌های منطقه‌ای تأکید شده است.',
];

const places = (text: string) => text.replace(/[\p{M}\p{Cf}]/gu, '').length;

/** As programs break lines: as many words on each as fit. */
function wrapped(paragraph: string, width: number, counts = places): string {
  const lines: string[] = [];
  for (const word of paragraph.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && counts(`${last} ${word}`) <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.join('\n');
}

describe('a text that was broken into lines of a width', () => {
  it.each([45, 60, 72, 80, 100])('is known, and joined again: %i', (width) => {
    for (const between of ['\n\n', '\r\n\r\n', '\n \u200b\n']) {
      const raw = prose.map((paragraph) => wrapped(paragraph, width)).join(between);
      expect(hardWrap(raw)).toMatchObject({ joined: prose.join('\n') });
      expect(hardWrap(raw)?.width).toBeLessThanOrEqual(width);
    }
  });

  it('is known where a program counted every character, those too that take no place', () => {
    const raw = prose.map((paragraph) => wrapped(paragraph, 60, (text) => text.length)).join('\n\n');
    expect(hardWrap(raw)?.joined).toBe(prose.join('\n'));
  });

  it('is known without blank lines too: a line that had room ends a paragraph', () => {
    const raw = prose.map((paragraph) => wrapped(paragraph, 64)).join('\n');
    expect(hardWrap(raw)?.joined).toBe(prose.join('\n'));
  });

  it('comes back as it was, whatever its words and its width', () => {
    const word = fc.stringMatching(/^[ابپتجدرسشمنوهی]{1,9}$/);
    const paragraph = fc.array(word, { minLength: 1, maxLength: 60 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(
        fc.array(paragraph, { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 40, max: 100 }),
        (texts, width) => {
          expect(joinedLines(texts.map((text) => wrapped(text, width)).join('\n\n'))).toBe(texts.join('\n'));
        },
      ),
    );
  });

  const long = 'این خط تا پایان پر است و واژهٔ بعدی در آن جا نمی‌شود باز هم';

  it('keeps the items of a list apart, and lines that are set in', () => {
    const raw = [long, `- ${long}`, `۲. ${long}`, `   ${long}`];
    expect(joinedLines(raw.join('\n'))).toBe(raw.map((line) => line.trim()).join('\n'));
  });

  it('gets words whole again that a soft hyphen or a zero-width non-joiner parts', () => {
    const raw = `${long} همکا\u00ad\nری ${long} می\u200c\nروند ${long} است و`;
    expect(joinedLines(raw)).toBe(`${long} همکاری ${long} می\u200cروند ${long} است و`);
  });
});

describe('a text whose lines are its own', () => {
  const sentences = prose.flatMap((paragraph) => paragraph.split(/(?<=[.])\s/));
  const cases: readonly (readonly [string, string])[] = [
    ['a paragraph a line', prose.join('\n')],
    ['a sentence a line', [...sentences, ...sentences].join('\n')],
    ['verses', Array(6).fill('توانا بود هر که دانا بود / ز دانش دل پیر برنا بود').join('\n')],
    ['half-verses', Array(12).fill('بنی آدم اعضای یکدیگرند که در آفرینش').join('\n')],
    ['a list of names', Array(10).fill('محمدجواد ظریف، وزیر پیشین امور خارجهٔ ایران').join('\n')],
    ['one line', wrapped(prose[0] ?? '', 400)],
    ['nothing', ''],
  ];
  it.each(cases)('is left alone: %s', (_, raw) => {
    expect(hardWrap(raw)).toBeNull();
  });
});

it('takes time that grows with the length alone', () => {
  const raw =
    `${' '.repeat(200_000)}\n`.repeat(2) +
    `${'ا'.repeat(300_000)}\n` +
    `${wrapped(prose.join(' '), 70)}\n`.repeat(2_000);
  expect(joinedLines(raw).length).toBeGreaterThan(1_000_000);
});
