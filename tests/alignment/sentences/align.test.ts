import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Alignment, type AlignmentOptions, align } from '../../../shared/alignment/sentences/align.ts';
import type { Bead } from '../../../shared/alignment/sentences/bead.ts';
import { anyText } from '../../language/strings.ts';
import { damaged, sequence, strictF1 } from '../damage.ts';
import { sample, stories } from '../sample.ts';

function aligned(source: readonly string[], target: readonly string[], options?: AlignmentOptions): Alignment {
  const result = align(source, target, options);
  if (!result.ok) throw new Error(result.problems.map(({ message }) => message).join('\n'));
  return result.value;
}

const shapesOf = ({ beads }: Alignment) => beads.map(({ source, target }) => `${source.join(',')}-${target.join(',')}`);
const rulesOf = ({ remarks }: Alignment) => remarks.map(({ rule }) => rule);
const persian = sample.map(({ source }) => source);
const english = sample.map(({ target }) => target);

describe('align', () => {
  it('joins each sentence of the sample with its English', () => {
    expect(shapesOf(aligned(persian, english))).toEqual(sample.map((_, at) => `${at}-${at}`));
  });

  it.each([
    ['the sample', sample],
    ['stories of another kind', stories],
  ])('finds merged and missing sentences in %s again', (_, pairs) => {
    const scores = Array.from({ length: 20 }, (_, seed) => {
      const { source, target, gold } = damaged(pairs, { merged: 0.12, missing: 0.04 }, sequence(seed + 1));
      return strictF1(aligned(source, target).beads, gold);
    });
    expect(scores.reduce((sum, score) => sum + score) / scores.length).toBeGreaterThan(0.95);
  });

  it('finds one sentence that three say in English, and three that one says', () => {
    const joined = (texts: readonly string[], from: number, to: number) => texts.slice(from, to).join(' ');
    expect(
      shapesOf(
        aligned(
          [persian[1] as string, joined(persian, 2, 5), ...persian.slice(5, 9)],
          [...english.slice(1, 5), joined(english, 5, 8), english[8] as string],
        ),
      ),
    ).toEqual(['0-0', '1-1,2,3', '2,3,4-4', '5-5']);
  });

  it('scores what it is sure of higher than what could be otherwise', () => {
    const { beads } = aligned(
      ['ایران ۱۲ موشک آزمایش کرد.', 'او گفت.', 'او رفت.', 'روسیه ۴۵ درصد نفت خود را فروخت.'],
      ['Iran tested 12 missiles.', 'She spoke.', 'Russia sold 45 percent of its oil.'],
    );
    const [first, ...middle] = beads;
    const last = middle.pop();
    for (const { score } of middle) {
      expect(score).toBeLessThan(first?.score ?? 0);
      expect(score).toBeLessThan(last?.score ?? 0);
    }
  });
});

describe('fixed beads', () => {
  it('stay, and the rest is aligned around them', () => {
    const fixed: readonly Bead[] = [{ source: [3], target: [3, 4] }];
    const { beads } = aligned(persian, english, { fixed });
    expect(beads).toContainEqual({ source: [3], target: [3, 4], score: 1, fixed: true });
    expect(beads.every(({ source, target }) => [...source, ...target].length > 0)).toBe(true);
    for (const { source, target } of beads) {
      if (source.every((unit) => unit < 3)) expect(target.every((unit) => unit < 3)).toBe(true);
      if (source.every((unit) => unit > 3)) expect(target.every((unit) => unit > 4)).toBe(true);
    }
  });

  it('may cross, and what stands around the crossing is aligned all the same', () => {
    const fixed: readonly Bead[] = [
      { source: [5], target: [7] },
      { source: [7], target: [5] },
    ];
    const shapes = shapesOf(aligned(persian, english, { fixed }));
    expect(shapes).toContain('5-7');
    expect(shapes).toContain('7-5');
    expect(shapes).toContain('2-2');
    expect(shapes).toContain('12-12');
  });

  it('may leave a unit out on purpose, over which no bead reaches', () => {
    const shapes = shapesOf(aligned(persian, english, { fixed: [{ source: [4], target: [] }] }));
    expect(shapes).toContain('4-');
    expect(shapes).toContain('3-3');
    expect(shapes).toContain('5-5');
  });

  it('are refused with their places when they name a unit that is not there, or twice, or none', () => {
    const result = align(['الف'], ['a'], {
      fixed: [
        { source: [1], target: [0] },
        { source: [0], target: [0] },
        { source: [], target: [] },
      ],
    });
    expect(result.ok ? [] : result.problems.map(({ rule, element }) => [rule, element])).toEqual([
      ['fixed-unit-outside', '0'],
      ['fixed-unit-twice', '1'],
      ['fixed-bead-empty', '2'],
    ]);
  });
});

describe('unusual input', () => {
  it('is told where a side is empty, and its units stand alone', () => {
    const one = aligned(['یک', 'دو'], []);
    expect(shapesOf(one)).toEqual(['0-', '1-']);
    expect(rulesOf(one)).toEqual(['alignment-side-empty']);
    expect(rulesOf(aligned([], ['one']))).toEqual(['alignment-side-empty']);
    expect(rulesOf(aligned([], []))).toEqual(['alignment-both-empty']);
  });

  it('aligns exchanged sides as well, and says so', () => {
    const result = aligned(english, persian);
    expect(shapesOf(result)).toEqual(sample.map((_, at) => `${at}-${at}`));
    expect(rulesOf(result)).toEqual(['alignment-swapped']);
  });

  it('joins a text with itself, and says so', () => {
    const result = aligned(persian, persian);
    expect(shapesOf(result)).toEqual(persian.map((_, at) => `${at}-${at}`));
    expect(rulesOf(result)).toContain('alignment-same-text');
  });

  it('says when a side reads as neither language', () => {
    const greek = Array.from({ length: 6 }, () => 'Η κυβέρνηση ανακοίνωσε σήμερα νέα μέτρα για την οικονομία.');
    expect(rulesOf(aligned(persian, greek))).toContain('alignment-language');
    const german = Array.from(
      { length: 6 },
      () => 'Die Regierung hat heute neue Maßnahmen für die Wirtschaft beschlossen.',
    );
    expect(rulesOf(aligned(persian, german))).toContain('alignment-language');
  });

  it('says when the texts have little to do with each other', () => {
    const others = stories.map(({ target }) => target);
    expect(rulesOf(aligned(persian, others))).toContain('alignment-doubtful');
    expect(rulesOf(aligned(persian, english))).not.toContain('alignment-doubtful');
  });

  it('finds few sentences in many, and says that the sides are uneven', () => {
    const many = [...stories, ...sample, ...stories, ...stories].map(({ target }) => target);
    const result = aligned(persian.slice(0, 6), many);
    expect(rulesOf(result)).toContain('alignment-uneven');
    const right = result.beads.filter(({ source, target }) => target[0] === (source[0] ?? 0) + stories.length);
    expect(right.length).toBeGreaterThanOrEqual(5);
  });

  it('joins the same sentence a thousand times in order', () => {
    const [{ source, target }] = stories as [{ source: string; target: string }];
    const { beads } = aligned(
      Array.from({ length: 1000 }, () => source),
      Array.from({ length: 1000 }, () => target),
    );
    expect(beads).toHaveLength(1000);
    expect(beads.every((bead) => bead.source[0] === bead.target[0])).toBe(true);
  });

  it('joins a unit of 10,000 words with its English among others', () => {
    const long = (side: 'source' | 'target') =>
      Array.from({ length: 800 }, (_, at) => stories[at % stories.length]?.[side]).join(' ');
    const source = [...persian.slice(0, 5), long('source'), ...persian.slice(5, 10)];
    const target = [...english.slice(0, 5), long('target'), ...english.slice(5, 10)];
    expect(shapesOf(aligned(source, target))).toEqual(source.map((_, at) => `${at}-${at}`));
  });

  it('stops when it is told to, with a reason', () => {
    const shares: number[] = [];
    const result = align(persian, english, {
      watch: (share) => {
        shares.push(share);
        return share < 0.4;
      },
    });
    expect(result.ok ? null : result.problems.map(({ rule }) => rule)).toEqual(['alignment-stopped']);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
  });
});

describe('paragraphs', () => {
  const starts = sample.map((_, at) => Math.floor(at / 5));

  it('that are hard keep beads within them', () => {
    const merged = [...english.slice(0, 4), `${english[4]} ${english[5]}`, ...english.slice(6)];
    const target = merged.map((_, at) => (at < 5 ? 0 : Math.floor((at + 1) / 5)));
    const { beads } = aligned(persian, merged, { paragraphs: { source: starts, target, keep: 'hard' } });
    for (const bead of beads) {
      const paragraphs = new Set([
        ...bead.source.map((unit) => starts[unit]),
        ...bead.target.map((unit) => target[unit]),
      ]);
      expect(paragraphs.size).toBe(1);
    }
  });

  it('that are soft give way to words', () => {
    const wrong = sample.map((_, at) => Math.floor((at + 2) / 7));
    const result = aligned(persian, english, { paragraphs: { source: starts, target: wrong, keep: 'soft' } });
    expect(shapesOf(result)).toEqual(sample.map((_, at) => `${at}-${at}`));
  });
});

describe('any two texts', () => {
  const units = fc.array(anyText, { maxLength: 12 });

  it('are given with every unit in one bead, in order, up to four on a side, with scores 0…1', () => {
    fc.assert(
      fc.property(units, units, (source, target) => {
        const { beads } = aligned(source, target);
        expect(beads.flatMap((bead) => bead.source)).toEqual(source.map((_, at) => at));
        expect(beads.flatMap((bead) => bead.target)).toEqual(target.map((_, at) => at));
        for (const bead of beads) {
          expect(bead.source.length + bead.target.length).toBeGreaterThan(0);
          expect(Math.max(bead.source.length, bead.target.length)).toBeLessThanOrEqual(4);
          expect(bead.score).toBeGreaterThanOrEqual(0);
          expect(bead.score).toBeLessThanOrEqual(1);
        }
        expect(aligned(source, target).beads).toEqual(beads);
      }),
    );
  });

  it('keep any fixed beads, and all other units stand in one bead', () => {
    const cases = fc
      .tuple(units, units)
      .chain(([source, target]) =>
        fc.tuple(
          fc.constant(source),
          fc.constant(target),
          fc.shuffledSubarray(source.map((_, at) => at)),
          fc.shuffledSubarray(target.map((_, at) => at)),
        ),
      );
    fc.assert(
      fc.property(cases, ([source, target, some, others]) => {
        const fixed = Array.from({ length: Math.max(some.length, others.length) }, (_, at) => ({
          source: some.slice(at, at + 1),
          target: others.slice(at, at + 1),
        }));
        const { beads } = aligned(source, target, { fixed });
        for (const bead of fixed) expect(beads).toContainEqual({ ...bead, score: 1, fixed: true });
        const numbers = (all: readonly number[]) => all.toSorted((a, b) => a - b);
        expect(numbers(beads.flatMap((bead) => bead.source))).toEqual(source.map((_, at) => at));
        expect(numbers(beads.flatMap((bead) => bead.target))).toEqual(target.map((_, at) => at));
      }),
    );
  });
});
