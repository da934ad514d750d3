import { describe, expect, it } from 'vitest';
import { learnedBand, usualBand } from '../../shared/checks/pair/length-band.ts';
import {
  pairRemarks,
  paragraphRemarks,
  textRules,
  togetherRemarks,
  usualSeverity,
} from '../../shared/checks/text-rules.ts';

const rules = (source: string, target: string) => [
  ...new Set([...pairRemarks({ source, target }), ...paragraphRemarks([{ source, target }])].map(({ rule }) => rule)),
];

/** The English with all that is sure set right. */
function mended(source: string, target: string): string {
  return pairRemarks({ source, target })
    .filter(({ fix, side }) => fix !== null && side === 'target')
    .sort((a, b) => b.from - a.from)
    .reduce((text, { from, to, fix }) => text.slice(0, from) + fix + text.slice(to), target);
}

describe('the rules of texts', () => {
  it('each matter as much as they say', () => {
    const told = Object.fromEntries(textRules.map((rule) => [rule, usualSeverity(rule)]));
    expect(told).toMatchObject({ 'text.number': 'error', 'text.bracket': 'warning', 'source.zwnj': 'hint' });
    expect(told).toMatchObject({ 'text.inconsistent': 'warning', 'text.unit': 'hint', 'text.empty': 'error' });
  });

  it('say nothing of a right pair', () => {
    expect(rules('او گفت: «من (به‌زودی) می‌آیم.»', 'He said: “I am coming (soon).”')).toEqual([]);
    expect(rules('«چرا؟»', '"Why?" she asked.')).toEqual([]);
    expect(rules('ابتدا این؛ سپس آن.', 'First this; then that.')).toEqual([]);
  });

  it.each([
    ['text.empty', 'سلام.', ''],
    ['text.empty', 'سلام.', ' \u200c'],
    ['text.same', 'سلام دنيا.', 'سلام دنیا.'],
    ['text.foreign', 'سلام دنیا.', 'Hello دنیا.'],
    ['text.foreign', 'سلام، دنیا.', 'Hello، world.'],
    ['text.repeated', 'سلام دنیا.', 'Hello the the world.'],
    ['text.space', 'سلام دنیا.', 'Hello  world.'],
    ['text.space', 'سلام دنیا.', 'Hello world .'],
    ['text.space', 'سلام، دنیا.', 'Hello,world.'],
    ['text.end', 'آیا آمد؟', 'Did he come.'],
    ['text.end', 'او آمد.', 'He came'],
    ['text.bidi', 'سلام دنیا.', 'Hello \u200fworld.'],
    ['text.bidi', '\u202bسلام دنیا.', 'Hello world.'],
    ['text.bracket', 'سلام (دنیا).', 'Hello (world.'],
    ['text.quote', 'او گفت «سلام».', 'He said “hello.'],
    ['text.quote', 'او گفت «سلام».', 'He said "hello.'],
    ['text.quote', 'او گفت: «سلام.', 'He said: Hello.'],
    ['text.quote', 'من هم رفتم.»', 'I went too.'],
    ['source.zwnj', 'او می رود.', 'He is going.'],
    ['source.zwnj', 'کتاب ها را خواند.', 'He read the books.'],
  ])('find %s: %s / %s', (rule, source, target) => {
    expect(rules(source, target)).toEqual([rule]);
  });

  it('set right what is sure', () => {
    expect(mended('سلام، دنیا ۲۵.', ' Hello،  the the world ۲۵.')).toBe('Hello, the world 25.');
    expect(mended('آیا آمد؟', 'Did he come.')).toBe('Did he come?');
    expect(mended('او آمد.', 'He \u200ecame')).toBe('He came.');
  });

  it('leave what English writes so', () => {
    expect(rules('او می‌دانست.', 'He had had it ... at 5.30 (see .com).')).toEqual(['text.number']);
    expect(rules('۱) نخست', '1) first')).toEqual([]);
    expect(rules('خیلی خیلی بد.', 'Very very bad.')).toEqual([]);
  });

  it('judge brackets and quotations over a paragraph', () => {
    const parts = [
      { source: 'او گفت: «نخست.', target: 'He said: “First.' },
      { source: 'سپس (این', target: 'Then (this' },
      { source: 'و آن).»', target: 'and that).”' },
    ];
    expect(paragraphRemarks(parts)).toEqual([]);
    const broken = parts.map((part, at) => (at === 2 ? { ...part, target: 'and that.' } : part));
    expect(paragraphRemarks(broken).map(({ at, rule, from }) => [at, rule, from])).toEqual([
      [1, 'text.bracket', 5],
      [0, 'text.quote', 9],
    ]);
  });

  it('leave a quotation that runs on where the English marks it in any way, is not all there, or both sides are whole', () => {
    const quoted = (source: string, ...targets: readonly string[]) =>
      targets.map(
        (target) => paragraphRemarks([{ source, target }]).filter(({ rule }) => rule === 'text.quote').length,
      );
    expect(
      quoted('او گفت: «سلام.', 'He said: “Hello.', 'He said: "Hello.', "He said: 'Hello.", 'He said: ‘Hello.'),
    ).toEqual([0, 0, 0, 0]);
    expect(quoted('او گفت: «سلام.', 'He said: It’s me.', "He said: It's me.", '', ' ')).toEqual([1, 1, 0, 0]);
    expect(quoted('کتاب «بوف کور» را خواند.', 'He read The Blind Owl.')).toEqual([0]);
    const halfDone = [
      { source: 'او گفت: «نخست.', target: 'He said: First.' },
      { source: 'سپس دوم.', target: '' },
    ];
    expect(paragraphRemarks(halfDone).map(({ rule }) => rule)).not.toContain('text.quote');
  });

  it('tell what is said in two ways, and what says two things', () => {
    const told = togetherRemarks([
      { source: 'سلام دنیا', target: 'Hello world' },
      { source: 'سلام دنیا', target: 'hello world' },
      { source: 'سلام دنيا', target: 'Good day, world' },
      { source: 'خدا نگهدار همه', target: 'Farewell to all of you' },
      { source: 'خدانگهدار همه', target: 'Farewell to all of you' },
      { source: 'بدرود به همه', target: 'Farewell to all of you' },
      { source: 'بله', target: 'Yes' },
      { source: 'آری', target: 'Yes' },
      { source: 'آری', target: '' },
    ]);
    expect(told.map(({ at, values }) => [at, values.kind, values.usual])).toEqual([
      [1, 'renderings', 'Hello world'],
      [2, 'renderings', 'Hello world'],
      [5, 'sources', 'خدا نگهدار همه'],
    ]);
  });

  it('learn how long English is', () => {
    const pairs = Array.from({ length: 300 }, (_, at) => ({
      source: 'الف'.repeat(30 + (at % 7)),
      target: 'abc'.repeat(36 + (at % 11)),
    }));
    const band = learnedBand(pairs);
    expect(band.least).toBeGreaterThan(0.7);
    expect(band.most).toBeLessThan(2);
    expect(learnedBand(pairs.slice(0, 20))).toBe(usualBand);
    const short = pairRemarks({ source: 'الف'.repeat(30), target: 'Short' }, band);
    expect(short.map(({ rule, values }) => [rule, values.kind])).toEqual([['text.length', 'short']]);
  });

  it('take hostile texts in a time that grows with them', () => {
    for (const piece of ['«', '(', ' ', '؟', 'a ', 'سلام ', '\u202e', '1.', ',,', 'می ', '"', '…']) {
      const text = piece.repeat(10_000);
      expect(() => [
        pairRemarks({ source: text, target: text }),
        paragraphRemarks([{ source: text, target: text }]),
      ]).not.toThrow();
    }
  });
});
