import { describe, expect, it } from 'vitest';
import { inContext, scored } from '../../../shared/memory/score/score.ts';

const source = 'در سال ۱۴۰۲، ۱۲٬۵۰۰ نفر به تهران آمدند.';
const target = 'In 2023, 12,500 people came to Tehran.';
const told = (query: string) => {
  const { score, kind, target: put } = scored(query, source, target);
  return { score, kind, text: put.text };
};

describe('the score of a unit', () => {
  it('is 100 for the very same text, and more between the same neighbours', () => {
    expect(told(source)).toEqual({ score: 100, kind: 'exact', text: target });
    expect(inContext(scored(source, source, target), 2)).toMatchObject({ score: 102, kind: 'context' });
    expect(inContext(scored(source, source, target), 1).score).toBe(101);
    expect(inContext(scored(`${source} `, source, target), 2).kind).not.toBe('context');
  });

  it('is 99 once its numbers are replaced, written as English does, a Persian year as a Gregorian one', () => {
    expect(told('در سال ۱۴۰۳، ۹٬۸۰۰ نفر به تهران آمدند.')).toEqual({
      score: 99,
      kind: 'substituted',
      text: 'In 2024, 9,800 people came to Tehran.',
    });
    expect(told('در سال ۱۴۰۳، ۱۳۲۰۰ نفر به تهران آمدند.').text).toBe('In 2024, 13,200 people came to Tehran.');
    const { places, text } = scored('در سال ۱۴۰۲، ۷ نفر به تهران آمدند.', source, target).target;
    expect(places.map(({ from, to }) => text.slice(from, to))).toEqual(['7']);
  });

  it('replaces no number that the rendering says in words: then it is like any other text', () => {
    const { score, kind, target: put } = scored('۷ نفر آمدند', '۱۰ نفر آمدند', 'Ten people came');
    expect({ score, kind, text: put.text }).toEqual({ score: 91, kind: 'fuzzy', text: 'Ten people came' });
  });

  it('keeps two equal numbers apart by their order', () => {
    expect(scored('از ۵ تا ۷', 'از ۵ تا ۵', 'from 5 to 5').target.text).toBe('from 5 to 7');
  });

  it.each([
    ['digits and letters of another keyboard, ZWNJ left out', 'مي‌رود ۱۴ كتاب', 'می‌رود 14 کتاب', 98],
    ['punctuation', 'او رفت؟', 'او رفت.', 97],
    ['hamza', 'مسئول آمد', 'مسؤول آمد', 97],
    ['spaces between words', 'می رود کتاب خانه', 'می‌رود کتابخانه', 96],
  ])('is %s: %s', (_, query, unit, score) => {
    expect(scored(query, unit, 'x')).toMatchObject({ score, kind: 'near' });
  });

  it('is 95 where numbers and punctuation differ', () => {
    expect(scored('او ۵ بار رفت؟', 'او ۶ بار رفت.', 'He went 6 times.')).toMatchObject({
      score: 95,
      kind: 'substituted',
      target: { text: 'He went 5 times.' },
    });
  });

  it('goes by words below, a near word costs its letters only, and never reaches 95', () => {
    expect(scored('وزیر نفت آمد', 'وزیر برق آمد', 'x').score).toBe(66);
    expect(scored('کتاب‌های تازه آمد', 'کتاب‌هایی تازه آمد', 'x').score).toBeGreaterThan(90);
    expect(scored(`${'الف '.repeat(300)}ب`, `${'ج '.repeat(300)}ب`, 'x', 0.6).score).toBe(60);
    expect(scored(`${'واژه '.repeat(200)}الف`, `${'واژه '.repeat(200)}ب`, 'x').score).toBe(94);
  });
});

describe('the names and dates of a unit', () => {
  const unit = 'وزیر خارجه ایران در ۱۲ مرداد ۱۴۰۰ به عراق رفت.';
  const english = 'The foreign minister of Iran went to Iraq on August 3, 2021.';
  const at = (text: string, part: string) => ({ from: text.indexOf(part), to: text.indexOf(part) + part.length });
  const known = [
    { ...at(unit, 'ایران'), entity: 'iran', english: at(english, 'Iran') },
    { ...at(unit, 'عراق'), entity: 'iraq', english: at(english, 'Iraq') },
  ];
  const wanted = (query: string, ...names: readonly (readonly [part: string, entity: string, english: string])[]) =>
    names.map(([part, entity, english]) => ({ ...at(query, part), mention: `m-${entity}`, entity, english }));

  it('give way to those of the text: the agreed name of an entity, a date in the calendar and order of the English', () => {
    const query = 'وزیر خارجه ترکیه در ۲ مهر ۱۴۰۲ به عراق رفت.';
    const names = {
      known,
      wanted: wanted(query, ['ترکیه', 'turkey', 'Türkiye'], ['عراق', 'iraq', 'the Republic of Iraq']),
    };
    const { score, kind, target } = scored(query, unit, english, 0, names);
    expect({ score, kind, text: target.text }).toEqual({
      score: 99,
      kind: 'substituted',
      text: 'The foreign minister of Türkiye went to Iraq on September 24, 2023.',
    });
    expect(target.names.map(({ mention, from, to }) => [mention, target.text.slice(from, to)])).toEqual([
      ['m-turkey', 'Türkiye'],
      ['m-iraq', 'Iraq'],
    ]);
    expect(target.places.map(({ from, to }) => target.text.slice(from, to))).toEqual(['Türkiye', 'September 24, 2023']);
  });

  it('are those of the mentions of a text that is the very same, unless it names somebody else', () => {
    const same = { known, wanted: wanted(unit, ['ایران', 'iran', 'Iran'], ['عراق', 'iraq', 'Iraq']) };
    expect(scored(unit, unit, english, 0, same)).toMatchObject({
      score: 100,
      kind: 'exact',
      target: { text: english, places: [], names: [{ mention: 'm-iran' }, { mention: 'm-iraq' }] },
    });
    const other = { known, wanted: wanted(unit, ['ایران', 'club', 'Iran F.C.'], ['عراق', 'iraq', 'Iraq']) };
    expect(scored(unit, unit, english, 0, other)).toMatchObject({ score: 99, kind: 'substituted' });
  });

  it('stay where an entity has no agreed name, or a text names more', () => {
    const query = unit.replace('ایران', 'ترکیه');
    const nameless = { known, wanted: wanted(query, ['ترکیه', 'turkey', ''], ['عراق', 'iraq', 'Iraq']) };
    expect(scored(query, unit, english, 0, nameless)).toMatchObject({ kind: 'fuzzy', target: { text: english } });
    const more = { known, wanted: wanted(query, ['ترکیه', 'turkey', 'Türkiye']) };
    expect(scored(query, unit, english, 0, more).kind).toBe('fuzzy');
  });

  it.each([
    ['در ۲۲ بهمن ۱۳۵۷ آمد', 'در ۵ مهر ۱۴۰۱ آمد', 'He came on 11 February 1979', 'He came on 27 September 2022'],
    ['در ۲۲ بهمن آمد', 'در ۵ مهر آمد', 'He came on 22 Bahman', 'He came on 5 Mehr'],
    ['در ۱۴۰۱/۷/۵ آمد', 'در ۱۴۰۲/۷/۵ آمد', 'He came on September 27, 2022', 'He came on September 27, 2023'],
    ['در سپتامبر ۲۰۰۱ آمد', 'در ژوئن ۲۰۰۳ آمد', 'He came in September 2001', 'He came in June 2003'],
  ])('replaces the date of %s', (source, query, target, text) => {
    expect(scored(query, source, target)).toMatchObject({ score: 99, kind: 'substituted', target: { text } });
  });

  it('has no other date put in where it cannot be said in the calendar of the English', () => {
    expect(scored('در ۵ مهر آمد', 'در ۲۲ بهمن آمد', 'He came on 11 February').kind).toBe('fuzzy');
  });
});
