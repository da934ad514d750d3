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

  // A round on a server writes some hundred transactions to a disk.
  for (const name of ['sqlite', 'postgres'] as const) {
    it(`come to one document on the server with ${name}, in ${hundredth.rounds} of the rounds`, async () => {
      const ctx = await engineOf(name).context();
      expect(await simulateRounds(hundredth, () => serverSetting(ctx, text))).toBeGreaterThan(hundredth.rounds);
    });
  }
});
