import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formsOf, wordKey } from '../../../shared/language/words/inflection.ts';
import { type Query, replacementAt, seeker } from '../../../shared/language/words/query.ts';

const plain: Query = { text: '', kind: 'phrase', isInflected: true, isWhole: false, isCased: false };

function found(raw: string, text: string, how: Partial<Query> = {}): readonly string[] {
  const made = seeker({ ...plain, text, ...how });
  if (!made.ok) throw new Error(made.problems[0]?.message);
  return made.value(raw).map(({ from, to }) => raw.slice(from, to));
}

describe('the forms of a word', () => {
  const isForm = (word: string, other: string) => formsOf(word)(wordKey(other));

  it.each([
    ['پروژه', ['پروژه', 'پروژه‌ها', 'پروژه های', 'پروژههای', 'پروژه‌ای', 'پروژهٔ', 'پروژۀ', 'پروژه‌هایشان']],
    ['کتاب', ['کتابها', 'كتاب‌هاي', 'کتابی', 'کتاب‌هایی', 'کتابم', 'کتابشان', 'کتاب‌هایمان']],
    ['همکاری‌ها', ['همکاری', 'همکاریهای', 'همکاری‌هایشان']],
    ['قوی', ['قویتر', 'قوی‌ترین', 'قوی‌ترها']],
    ['نماینده', ['نمایندگان', 'نماینده‌ها']],
    ['طرف', ['طرف‌های', 'طرفها', 'طرفی']],
    ['project', ['Projects', 'project', 'projected', 'project’s', "project's"]],
    ['agree', ['agrees', 'agreed', 'agreeing']],
    ['party', ['parties']],
    ['talks', ['talk', 'talked', 'talking']],
    ['stop', ['stopped', 'stopping', 'stops']],
    ['making', ['make', 'makes']],
  ])('of «%s» are met', (word, forms) => {
    for (const form of forms) expect([form, isForm(word, form)]).toEqual([form, true]);
  });

  it.each([
    ['کار', ['کارت', 'کارم', 'کارگر', 'کارخانه']],
    ['تن', ['تنی']],
    ['در', ['دریا', 'درم', 'درت']],
    ['new', ['newt', 'newer']],
    ['word', ['sword', 'worldly']],
  ])('of «%s» are not other words', (word, others) => {
    for (const other of others) expect([other, isForm(word, other)]).toEqual([other, false]);
  });
});

describe('a query', () => {
  it('meets inflected words in a row, written with a ZWNJ, solid or with a space', () => {
    expect(found('ضمانت‌های حقوقی و ضمانت های حقوقی', 'ضمانت حقوقی')).toEqual(['ضمانت‌های حقوقی', 'ضمانت های حقوقی']);
    expect(found('وزیرانِ خارجه و وزیرخارجه', 'وزیر خارجه')).toEqual(['وزیرانِ خارجه', 'وزیرخارجه']);
    expect(found('The foreign ministers met the Foreign Minister.', 'foreign minister')).toHaveLength(2);
  });

  it('whose words all have to be there gives each of them', () => {
    expect(found('The talks about the agreements', 'agreement talk', { kind: 'all' })).toEqual(['talks', 'agreements']);
    expect(found('The talks', 'agreement talk', { kind: 'all' })).toEqual([]);
  });

  it('of part of a word, whole words, and letter case', () => {
    const literal = { isInflected: false };
    expect(found('Iranian Iran iran', 'Iran', literal)).toEqual(['Iran', 'Iran', 'iran']);
    expect(found('Iranian Iran iran', 'Iran', { ...literal, isWhole: true })).toEqual(['Iran', 'iran']);
    expect(found('Iranian Iran iran', 'Iran', { ...literal, isWhole: true, isCased: true })).toEqual(['Iran']);
  });

  it('that is an expression has groups, and what a replacement makes of them', () => {
    const query: Query = { ...plain, text: '(?<a>\\p{L}+) of (\\p{L}+)', kind: 'expression' };
    const made = seeker(query);
    const raw = 'the Ministry of Energy';
    const [hit] = made.ok ? made.value(raw) : [];
    if (!hit) throw new Error('nothing found');
    expect(replacementAt('$2 $<a> ($&) $$1 $9', raw, hit, query)).toBe('Energy Ministry (Ministry of Energy) $1 $9');
    expect(replacementAt('$2', raw, hit, plain)).toBe('$2');
    expect(found('a man, many', 'man', { kind: 'expression', isWhole: true })).toEqual(['man']);
    expect(found('abc', 'x*', { kind: 'expression' })).toEqual([]);
  });

  it('that is none is told with its reason', () => {
    expect(seeker({ ...plain, text: '(', kind: 'expression' })).toMatchObject({
      ok: false,
      problems: [{ rule: 'query-expression' }],
    });
    expect(seeker({ ...plain, text: ' \u200f' })).toMatchObject({ ok: true });
    expect(seeker({ ...plain, text: '  ' })).toMatchObject({ ok: false, problems: [{ rule: 'query-empty' }] });
  });

  it('gives ranges of the text in order and apart, whatever both are', () => {
    const word = fc.constantFrom('کتاب', 'ها', ' ', '\u200c', 'های', 'book', 's', '’s', '؛', 'ي', '۱۲', '😀', '\ud800');
    const text = fc.array(word, { maxLength: 12 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(
        text,
        text,
        fc.boolean(),
        fc.constantFrom('phrase' as const, 'all' as const),
        (raw, sought, is, kind) => {
          const made = seeker({ ...plain, text: sought, kind, isInflected: is });
          let end = 0;
          for (const { from, to } of made.ok ? made.value(raw) : []) {
            expect(from).toBeGreaterThanOrEqual(end);
            expect(to).toBeGreaterThan(from);
            end = to;
          }
          expect(end).toBeLessThanOrEqual(raw.length);
        },
      ),
    );
  });
});
