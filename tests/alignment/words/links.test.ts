import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Knowledge } from '../../../shared/alignment/evidence/partners.ts';
import { learnedLexicon } from '../../../shared/alignment/learning/learned.ts';
import { lexiconOf } from '../../../shared/alignment/lexicon/lexicon.ts';
import { suggestLinks } from '../../../shared/alignment/words/suggest.ts';
import { anyText } from '../../language/strings.ts';

interface Gold {
  readonly source: string;
  readonly target: string;
  readonly sourceTokens: readonly (readonly [number, number])[];
  readonly targetTokens: readonly (readonly [number, number])[];
  readonly sure: readonly (readonly [number, number])[];
  readonly possible: readonly (readonly [number, number])[];
}

const gold = (
  JSON.parse(readFileSync('tests/fixtures/reference/gold-word-links.json', 'utf8')) as { segments: readonly Gold[] }
).segments;

/** Links as words: `وزیر=minister`. */
function wordLinks(source: string, target: string, knowledge?: Knowledge): readonly string[] {
  const { sourceTokens, targetTokens, links } = suggestLinks(source, target, knowledge);
  const text = (of: string, span: { from: number; to: number } | undefined) => of.slice(span?.from, span?.to);
  return links.map((link) => `${text(source, sourceTokens[link.source])}=${text(target, targetTokens[link.target])}`);
}

describe('suggestLinks', () => {
  it('has the words of the reference, and nearly all of its links right', () => {
    let [all, right, sure, found] = [0, 0, 0, 0];
    for (const { source, target, ...reference } of gold) {
      const { sourceTokens, targetTokens, links } = suggestLinks(source, target);
      expect(sourceTokens.map(({ from, to }) => [from, to])).toEqual(reference.sourceTokens);
      expect(targetTokens.map(({ from, to }) => [from, to])).toEqual(reference.targetTokens);
      const isSure = new Set(reference.sure.map(String));
      const isRight = new Set([...reference.sure, ...reference.possible].map(String));
      all += links.length;
      sure += reference.sure.length;
      right += links.filter((link) => isRight.has(`${link.source},${link.target}`)).length;
      found += links.filter((link) => isSure.has(`${link.source},${link.target}`)).length;
    }
    expect(right / all).toBeGreaterThan(0.95);
    expect(found / sure).toBeGreaterThan(0.55);
  });

  it('links numbers of any digits, names by their sound, and words of the lexicon', () => {
    expect(wordLinks('مریم رضایی ۱٬۲۰۰ کتاب خرید', 'Maryam Rezaei bought 1,200 books')).toEqual([
      'مریم=Maryam',
      'رضایی=Rezaei',
      '۱٬۲۰۰=1,200',
      'کتاب=books',
      'خرید=bought',
    ]);
  });

  it('links one word with several, and several with one', () => {
    expect(wordLinks('وزیرخارجه رفت', 'The foreign minister left')).toContain('وزیرخارجه=foreign');
    expect(wordLinks('رئیس جمهور آمد', 'The president came')).toEqual(
      expect.arrayContaining(['رئیس=president', 'جمهور=president']),
    );
  });

  it('keeps a word that stands twice with its neighbours', () => {
    const source = 'دولت ایران و دولت روسیه';
    const target = 'the Russian government and the Iranian government';
    const names = lexiconOf([
      { fa: ['ایران'], en: ['Iran', 'Iranian'], kind: 'name' },
      { fa: ['روسیه'], en: ['Russia', 'Russian'], kind: 'name' },
    ]);
    const { links } = suggestLinks(source, target, { names });
    const governments = links.filter(({ source: word }) => word === 0 || word === 3);
    expect(governments.map(({ source: word, target: other }) => [word, other])).toEqual([
      [0, 6],
      [3, 2],
    ]);
  });

  it('leaves a word alone whose partner is doubtful', () => {
    expect(wordLinks('کتاب', 'book, book')).toEqual([]);
  });

  it('uses what was learned', () => {
    const learned = learnedLexicon([['قوری', 'teapot', 0.8]]);
    expect(wordLinks('قوری', 'teapot')).toEqual([]);
    expect(wordLinks('قوری', 'teapot', { learned })).toEqual(['قوری=teapot']);
  });

  it('gives the words of a unit that is no sentence, without links', () => {
    const long = 'کتاب '.repeat(2000);
    const { sourceTokens, links } = suggestLinks(long, 'book '.repeat(2000));
    expect(sourceTokens).toHaveLength(2000);
    expect(links).toEqual([]);
  });

  it('gives links of words that are there, in order, with scores 0…1, for any two texts', () => {
    fc.assert(
      fc.property(anyText, anyText, (source, target) => {
        const { sourceTokens, targetTokens, links } = suggestLinks(source, target);
        for (const link of links) {
          expect(sourceTokens[link.source]).toBeDefined();
          expect(targetTokens[link.target]).toBeDefined();
          expect(link.score).toBeGreaterThan(0);
          expect(link.score).toBeLessThanOrEqual(1);
        }
        const keys = links.map((link) => link.source * 10_000 + link.target);
        expect(keys).toEqual([...new Set(keys)].toSorted((a, b) => a - b));
        expect(suggestLinks(source, target).links).toEqual(links);
      }),
    );
  });
});
