import { expect, it } from 'vitest';
import { covers, overlap } from '../../shared/core/span.ts';

const span = (from: number, to: number) => ({ from, to });

it('a range covers what lies in it, itself too, and nothing that goes beyond it', () => {
  expect(covers(span(2, 5), span(2, 5))).toBe(true);
  expect(covers(span(2, 5), span(3, 4))).toBe(true);
  expect(covers(span(2, 5), span(1, 4))).toBe(false);
  expect(covers(span(2, 5), span(3, 6))).toBe(false);
});

it('ranges overlap that have something in common, either way round, and not those that only meet', () => {
  for (const [a, b, expected] of [
    [span(2, 5), span(4, 9), true],
    [span(2, 5), span(3, 4), true],
    [span(2, 5), span(5, 9), false],
    [span(2, 5), span(7, 9), false],
  ] as const) {
    expect(overlap(a, b)).toBe(expected);
    expect(overlap(b, a)).toBe(expected);
  }
});
