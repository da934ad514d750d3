import { expect, it } from 'vitest';
import { fewSegments } from '../doc/simulation/beginning.ts';
import { roundsToRun, simulateRounds } from '../doc/simulation/simulation.ts';
import { serverSetting } from './authority.ts';
import { engineOf } from './engines.ts';

const { text } = fewSegments().source;
const run = roundsToRun(1000);
const sqlite = engineOf('sqlite');

it(`three people over a bad network come to one document on the server: ${run.rounds} rounds from seed ${run.seed}`, async () => {
  const ctx = await sqlite.context();
  expect(await simulateRounds(run, () => serverSetting(ctx, text))).toBeGreaterThan(run.rounds);
}, 0);
