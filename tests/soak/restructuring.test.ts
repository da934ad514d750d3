import { it } from 'vitest';
import { restructure } from '../doc/edit/restructuring.ts';

const rounds = Number(process.env.ROUNDS ?? 1000);

it(`keeps all that is typed, marked and linked through ${rounds * 100} random restructurings and undos`, () => {
  for (let seed = 1; seed <= rounds; seed++) restructure(seed, 100);
});
