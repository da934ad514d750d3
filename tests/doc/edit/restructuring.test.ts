import { expect, it } from 'vitest';
import { restructure } from './restructuring.ts';

it('keeps all that is typed, marked and linked through 10,000 random restructurings and undos', () => {
  let changes = 0;
  for (let seed = 1; seed <= 100; seed++) changes += restructure(seed, 100);
  expect(changes).toBeGreaterThan(4000);
});
