import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nearDuplicates } from '../../shared/release/near-duplicates.ts';

const statement =
  'سخنگوی وزارت امور خارجه در نشست خبری هفتگی خود گفت که گفت‌وگوها میان دو کشور درباره همکاری‌های منطقه‌ای ادامه دارد و نتیجه آن به‌زودی اعلام می‌شود';

function news(texts: readonly (readonly string[])[]): readonly boolean[] {
  const known = nearDuplicates();
  return texts.map((parts) => known.isNew(parts));
}

describe('near-duplicates', () => {
  it('are the same text again, however it is typed', () => {
    const typed = statement.replaceAll('ی', 'ي').replaceAll('ک', 'ك').replaceAll('\u200c', ' ');
    expect(news([[statement], [statement], [typed], [`${statement}!!`]])).toEqual([true, false, false, false]);
  });

  it('are a text with a word more, and not one with another half', () => {
    const half = statement.slice(0, statement.length / 2);
    expect(
      news([
        [statement],
        [`${statement} نیز`],
        [`${half} اما هیچ زمانی برای دور تازه آن در نظر گرفته نشده است و نخواهد شد`],
      ]),
    ).toEqual([true, false, true]);
  });

  it('compare each side with the same side', () => {
    expect(
      news([
        [statement, 'The talks go on, and what comes of them will be announced soon.'],
        [statement, 'Nothing at all was agreed between the two countries in those years, said others.'],
      ]),
    ).toEqual([true, true]);
    expect(
      news([
        ['abcdefgh', ''],
        ['', 'abcdefgh'],
      ]),
    ).toEqual([true, true]);
  });

  it('are found among texts without a letter, and among those shorter than a shingle', () => {
    expect(news([[''], ['…'], ['نه'], ['نه.'], ['بله']])).toEqual([true, false, true, false, true]);
  });

  it('are found whatever came in between, and a text that is unlike all is kept', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.stringMatching(/^[a-z]{24,40}$/), { minLength: 1, maxLength: 200 }), (texts) => {
        const known = nearDuplicates();
        for (const text of texts) known.isNew([text]);
        for (const text of texts) expect(known.isNew([text])).toBe(false);
      }),
      { numRuns: 20 },
    );
    const many = Array.from({ length: 5_000 }, (_, index) => [`${(index * 2_654_435_761) % 4_294_967_296}`.repeat(4)]);
    expect(news(many).filter(Boolean).length).toBeGreaterThan(4_990);
  });
});
