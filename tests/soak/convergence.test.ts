import { describe, expect, it } from 'vitest';
import { memoryAuthority } from '../doc/simulation/authority.ts';
import { fewSegments, fullPage } from '../doc/simulation/beginning.ts';
import { roundsToRun, simulateRounds } from '../doc/simulation/simulation.ts';
import { serverSetting } from '../server/authority.ts';
import { engineOf } from '../server/engines.ts';

const run = roundsToRun(100_000);
const { text } = fewSegments().source;

describe(`three people over a bad network, ${run.rounds} rounds from seed ${run.seed}`, () => {
  it('come to one document by the laws alone', async () => {
    const versions = await simulateRounds(run, () => {
      const { doc, source } = fewSegments();
      return { source, authority: memoryAuthority(doc, source), events: 120 };
    });
    expect(versions).toBeGreaterThan(run.rounds);
  });

  const hundredth = { ...run, rounds: Math.ceil(run.rounds / 100) };
  it(`come to one document when pages split under them, in ${hundredth.rounds} of the rounds`, async () => {
    const versions = await simulateRounds(hundredth, () => {
      const { doc, source } = fullPage();
      return { source, authority: memoryAuthority(doc, source), events: 400 };
    });
    expect(versions).toBeGreaterThan(hundredth.rounds);
  });

  const sqlite = engineOf('sqlite');
  it('come to one document on the server with the embedded database', async () => {
    const ctx = await sqlite.context();
    expect(await simulateRounds(run, () => serverSetting(ctx, text))).toBeGreaterThan(run.rounds);
  });

  const postgres = engineOf('postgres');
  const tenth = { ...run, rounds: Math.ceil(run.rounds / 10) };
  it(`come to one document on the server with PostgreSQL, in ${tenth.rounds} of the rounds`, async () => {
    const ctx = await postgres.context();
    expect(await simulateRounds(tenth, () => serverSetting(ctx, text))).toBeGreaterThan(tenth.rounds);
  });
});
