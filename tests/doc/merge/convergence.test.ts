import { describe, expect, it } from 'vitest';
import { memoryAuthority } from '../simulation/authority.ts';
import { fewSegments, fullPage } from '../simulation/beginning.ts';
import { roundsToRun, simulateRounds } from '../simulation/simulation.ts';

const setting = ({ doc, source }: ReturnType<typeof fewSegments>) => ({
  authority: memoryAuthority(doc, source),
  source,
  events: 120,
});

describe('three people on one document over a bad network', () => {
  const small = roundsToRun(300);
  it(`come to one lawful document, and no text goes without a word: ${small.rounds} rounds from seed ${small.seed}`, async () => {
    expect(await simulateRounds(small, () => setting(fewSegments()))).toBeGreaterThan(small.rounds);
  }, 0);

  const full = roundsToRun(50);
  it(`come to one when pages split under them: ${full.rounds} rounds from seed ${full.seed}`, async () => {
    expect(await simulateRounds(full, () => setting(fullPage()))).toBeGreaterThan(full.rounds);
  }, 0);
});
