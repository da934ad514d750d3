import { expect, it } from 'vitest';
import { standing } from '../../../../client/pages/library/standing.ts';
import { count, noProgress } from '../../../../shared/core/progress.ts';
import type { Status } from '../../../../shared/core/status.ts';

const of = (...statuses: readonly Status[]) =>
  standing(statuses.reduce((progress, status) => count(progress, { status, words: 1 }), noProgress));

it('is as far as the segment that is least far', () => {
  expect(of('translated', 'reviewed', 'final')).toBe('translated');
  expect(of('reviewed', 'final')).toBe('reviewed');
  expect(of('final', 'final')).toBe('final');
});

it('is a draft once work has begun, and while anything is unconfirmed', () => {
  expect(of('initial', 'draft')).toBe('draft');
  expect(of('initial', 'final')).toBe('draft');
  expect(of('translated', 'rejected')).toBe('draft');
  expect(of('suggested')).toBe('draft');
});

it('is at the beginning while nothing was done', () => {
  expect(of('initial', 'initial')).toBe('initial');
  expect(of()).toBe('initial');
});
