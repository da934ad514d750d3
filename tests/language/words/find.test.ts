import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { slice } from '../../../shared/core/span.ts';
import { foldKey } from '../../../shared/language/characters/fold.ts';
import { type FindMode, find, findIn, haystack, needle } from '../../../shared/language/words/find.ts';
import { tokens } from '../../../shared/language/words/token.ts';
import { respelt } from '../respelling.ts';
import { goldEntities, paragraphs, sample } from '../sample.ts';
import { anyText, graphemeBoundaries } from '../strings.ts';

const found = (raw: string, query: string, mode: FindMode) => find(raw, query, mode).map((span) => slice(raw, span));

describe('find', () => {
  it('meets a name in any spelling of the name and of the text', () => {
    const raw = 'همكاري‌هاي ما، همکاری های شما و هـــمکاریهای آنان';
    for (const query of ['همکاری‌های', 'همکاریهای', 'همكاري هاي']) {
      expect(found(raw, query, 'word')).toEqual(['همكاري‌هاي', 'همکاری های', 'هـــمکاریهای']);
    }
  });

  it('asks for whole words, the beginning of words, or any part', () => {
    const raw = 'همکاری همکاریها همکاری‌ها ناهمکاری';
    expect(find(raw, 'همکاری', 'word').map(({ from }) => from)).toEqual([0]);
    expect(find(raw, 'همکاری', 'prefix').map(({ from }) => from)).toEqual([0, 7, 16]);
    expect(find(raw, 'همکاری', 'substring').map(({ from }) => from)).toEqual([0, 7, 16, 28]);
  });

  it('takes punctuation for the end of a word, but neither ZWNJ nor a digit', () => {
    expect(found('«روسیه»، (روسیه).', 'روسیه', 'word')).toHaveLength(2);
    expect(found('روسیه‌ای روسیه۲ ۲روسیه', 'روسیه', 'word')).toEqual([]);
    expect(found('Russia’s and Russians', 'russia', 'word')).toEqual(['Russia']);
  });

  it('gives what is typed on the last letter along with it', () => {
    expect(found('خانهٔ ما', 'خانه', 'word')).toEqual(['خانهٔ']);
    expect(found('روسیهــ و', 'روسیه', 'word')).toEqual(['روسیهــ']);
    expect(found('شیء گران', 'شی', 'word')).toEqual(['شیء']);
    expect(found('روسیه\u200f و', 'روسیه', 'word')).toEqual(['روسیه']);
  });

  it.each([
    ['مسئله', ['مسأله', 'مسئله', 'مساله', 'مسألهٔ', 'مسئلة']],
    ['هیئت', ['هیأت', 'هیئت', 'هیات', 'هيأت']],
    ['جرئت', ['جرأت', 'جرئت', 'جرات']],
    ['نشئت', ['نشأت', 'نشئت', 'نشات']],
    ['مسئلت', ['مسألت', 'مسئلت']],
    ['مسئول', ['مسؤول', 'مسئول', 'مسوول', 'مس\u200cئول']],
    ['شئون', ['شؤون', 'شئون']],
    ['رئوف', ['رؤوف', 'رئوف']],
    ['مسائل', ['مسائل', 'مسایل']],
    ['ائتلاف', ['ائتلاف', 'ایتلاف']],
    ['رئیس', ['رئیس', 'رییس']],
    ['مطمئن', ['مطمئن', 'مطمین']],
    ['ویدئو', ['ویدئو', 'ویدیو']],
    ['تئوری', ['تئوری', 'تیوری']],
  ])('meets %s whatever carries its hamza', (word, spellings) => {
    for (const query of spellings) {
      for (const text of spellings) expect(found(`آن ${text}، شد`, query, 'word')).toEqual([text]);
      expect(found(`آن ${word} شد`, query, 'prefix')).toHaveLength(1);
    }
  });

  it('keeps words apart that only look like one with another hamza', () => {
    expect(found('بئر زمزم', 'بار', 'word')).toEqual([]);
    expect(found('مسیر', 'مسار', 'word')).toEqual([]);
  });

  it('never gives half a ligature or half a grapheme', () => {
    expect(found('سﻼم', 'ا', 'substring')).toEqual(['ﻼ']);
    expect(found('می‌کنیم', 'ی', 'substring')).toEqual(['ی\u200c', 'ی']);
  });

  it('reads numbers in any digits, and no number inside another', () => {
    expect(found('سال ۱۴۰۱ و ١٤٠١', '1401', 'word')).toEqual(['۱۴۰۱', '١٤٠١']);
    expect(found('نرخ ۳٫۵ و ۱۲:۳۰', '35', 'word')).toEqual([]);
    expect(found('نرخ ۳٫۵ و ۱۲:۳۰', '1230', 'substring')).toEqual([]);
  });

  it('looks for what folds to nothing as it is', () => {
    expect(find('او، و؛ ما', '؛', 'word')).toEqual([{ from: 5, to: 6 }]);
    expect(found('می‌کنیم', '\u200c', 'word')).toEqual(['ی\u200c']);
  });

  it('finds a blank query nowhere', () => {
    expect(find(sample, '', 'substring')).toEqual([]);
    expect(find(sample, ' \u00a0', 'substring')).toEqual([]);
    expect(find('', 'و', 'substring')).toEqual([]);
  });

  it('finds the same with a text and a query made ready before', () => {
    const hay = haystack(sample);
    expect(findIn(hay, needle('روسیه', 'word'))).toEqual(find(sample, 'روسیه', 'word'));
    expect(findIn(hay, needle('روسیه', 'word'))).toHaveLength(9);
  });
});

describe('find in the sample', () => {
  it.each(goldEntities)(
    'meets $surface ($id) however its paragraph is respelt',
    ({ paragraph, start, end, surface }) => {
      const text = paragraphs[paragraph] ?? '';
      fc.assert(
        fc.property(respelt(text, { from: start, to: end }), (other) => {
          expect(find(other.text, surface, 'word')).toContainEqual({ from: other.from[start], to: other.to[end - 1] });
        }),
        { numRuns: 40 },
      );
    },
  );

  it('meets each sequence of up to three words where it stands, and nothing else but two words written solid', () => {
    const words = (text: string) => tokens(text).map((token) => token.text);
    const all = words(sample);
    const sequences = all.flatMap((_, at) => [1, 2, 3].map((length) => all.slice(at, at + length).join(' ')));
    const distinct = [...new Set(sequences)];
    expect(distinct).toHaveLength(932);

    const hits = distinct.flatMap((query) => found(sample, query, 'word').map((hit) => ({ query, hit })));
    expect(hits).toHaveLength(1150);
    const others = hits.filter(({ query, hit }) => words(hit).join(' ') !== query);
    expect(others.map(({ query, hit }) => `${query} = ${hit}`)).toEqual([
      'وزیرخارجه = وزیر خارجه',
      'وزیرخارجه = وزیر خارجه',
      'وزیرخارجه روسیه = وزیر خارجه روسیه',
      'وزیرخارجه روسیه = وزیر خارجه روسیه',
      'وزیرخارجه روسیه در = وزیر خارجه روسیه در',
      'وزیر خارجه = وزیرخارجه',
      'وزیر خارجه روسیه = وزیرخارجه روسیه',
    ]);
  });
});

describe('what is found in any text', () => {
  const modes = fc.constantFrom<FindMode>('word', 'prefix', 'substring');

  it('is in order, in bounds, without overlap, and cuts no grapheme', () => {
    fc.assert(
      fc.property(anyText, anyText, modes, (raw, query, mode) => {
        const boundaries = graphemeBoundaries(raw);
        let end = 0;
        for (const { from, to } of find(raw, query.slice(0, 2), mode)) {
          expect(from).toBeGreaterThanOrEqual(end);
          expect(to).toBeGreaterThan(from);
          expect(boundaries.has(from) && boundaries.has(to)).toBe(true);
          end = to;
        }
        expect(end).toBeLessThanOrEqual(raw.length);
      }),
    );
  });

  it('holds the query', () => {
    fc.assert(
      fc.property(anyText, fc.nat(), fc.nat(4), modes, (raw, at, length, mode) => {
        const query = raw.slice(at % (raw.length + 1), (at % (raw.length + 1)) + length);
        for (const hit of found(raw, query, mode)) {
          const key = foldKey(query, 'tight');
          expect(key === '' ? hit : foldKey(hit, 'tight')).toContain(key === '' ? query : key);
        }
      }),
    );
  });

  it('counts whole words among the beginnings of words, and those among the parts', () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom('ا', 'ما', 'a', 'وز', 'گفت'), (raw, query) => {
        const [word, prefix, part] = (['word', 'prefix', 'substring'] as const).map(
          (mode) => find(raw, query, mode).length,
        );
        expect(word).toBeLessThanOrEqual(prefix ?? 0);
        expect(prefix).toBeLessThanOrEqual(part ?? 0);
      }),
    );
  });
});
