import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formsSeeker, glossaryOf } from '../../shared/terms/glossary.ts';
import { type Term, termProblems, wantedEnglish } from '../../shared/terms/term.ts';

const term = (fa: string, preferred = 'term'): Term => ({
  ...{ id: fa, fa, note: '', domain: '', partOfSpeech: null },
  en: [{ text: preferred, use: 'preferred' }],
});
const found = (terms: readonly string[], text: string) =>
  glossaryOf(terms.map((fa) => term(fa)))
    .find(text)
    .map(({ term: { fa }, from, to }) => [fa, text.slice(from, to)]);

describe('a glossary', () => {
  it('finds terms in the forms that Persian has of them', () => {
    expect(found(['تحریم'], 'تحریم‌های تازه و تحریمها')).toEqual([
      ['تحریم', 'تحریم‌های'],
      ['تحریم', 'تحریمها'],
    ]);
    expect(found(['برنامه هسته‌ای'], 'برنامه‌های هسته ای ایران')).toEqual([['برنامه هسته‌ای', 'برنامه‌های هسته ای']]);
    expect(found(['نماینده'], 'نمایندگان مجلس')).toEqual([['نماینده', 'نمایندگان']]);
    expect(found(['کار'], 'کارت را داد')).toEqual([]);
  });

  it('tells the longest first, and none that lies within another', () => {
    expect(found(['بانک', 'بانک مرکزی', 'نرخ ارز'], 'بانک مرکزی نرخ ارز را گفت؛ بانک')).toEqual([
      ['بانک مرکزی', 'بانک مرکزی'],
      ['نرخ ارز', 'نرخ ارز'],
      ['بانک', 'بانک'],
    ]);
  });

  it('misses nothing that the search for words finds', () => {
    const words = [
      'تحریم',
      'ماده',
      'کتاب‌خانه',
      'آب',
      'مسئول',
      'policies',
      'use',
      'گفت‌وگو',
      'قانون',
      'قانونی',
      'ایرانیان',
      '۱۴۰۳',
      'هسته‌ای',
    ];
    const endings = ['', 'ها', '‌های', ' های', 'ی', 'گان', 'ان', 's', 'ing', 'ٔ', 'هایشان'];
    const some = fc.array(fc.tuple(fc.constantFrom(...words), fc.constantFrom(...endings)), {
      minLength: 1,
      maxLength: 6,
    });
    const fas = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 2 }).map((all) => all.join(' '));
    fc.assert(
      fc.property(fas, some, (fa, written) => {
        const text = written.map((each) => each.join('')).join(' ');
        const spans = glossaryOf([term(fa)])
          .find(text)
          .map(({ from, to }) => ({ from, to }));
        const sought = formsSeeker(fa)(text).map(({ from, to }) => ({ from, to }));
        expect([...spans].sort((a, b) => a.from - b.from)).toEqual(sought);
      }),
      { seed: 14, numRuns: 2000 },
    );
  });
});

describe('a term', () => {
  it('wants its first preferred English, else an admitted one, never a forbidden one', () => {
    const of = (...en: Term['en']) => wantedEnglish({ ...term('x'), en });
    expect(of({ text: 'a', use: 'admitted' }, { text: 'b', use: 'preferred' })).toBe('b');
    expect(of({ text: 'f', use: 'forbidden' }, { text: 'a', use: 'admitted' })).toBe('a');
    expect(of({ text: 'f', use: 'forbidden' })).toBeNull();
  });

  it('is refused without Persian or English words, and with the same English twice', () => {
    const rules = (record: Partial<Term>) => termProblems({ ...term('تحریم'), ...record }).map(({ rule }) => rule);
    expect(rules({})).toEqual([]);
    expect(rules({ fa: ' – ', en: [] })).toEqual(['term.persian', 'term.english']);
    expect(
      rules({
        en: [
          { text: 'A', use: 'preferred' },
          { text: 'a', use: 'forbidden' },
          { text: 'b\nc', use: 'admitted' },
        ],
      }),
    ).toEqual(['term.twice', 'term.word']);
  });
});
