import { expect, it } from 'vitest';
import { correct } from './correcting.ts';

it('keeps the laws, every name and every link through 10,000 random corrections and undos', () => {
  let [corrections, undone] = [0, 0];
  for (let seed = 1; corrections + undone < 10_000; seed++) {
    const done = correct(seed, 60);
    corrections += done.corrections;
    undone += done.undone;
  }
  expect(undone).toBeGreaterThan(1000);
}, 0);
