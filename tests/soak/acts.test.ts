import { expect, it } from 'vitest';
import { verify } from '../../server/backup/verify.ts';
import { killing } from '../server/acts/killing.ts';
import { withEngines } from '../server/engines.ts';

const rounds = Number(process.env.ROUNDS ?? 100);

withEngines((engine) => {
  it(`leaves acts over many documents whole or undone over ${rounds} kills at random places`, async () => {
    const place = await engine.place();
    const ctx = await engine.context(place);
    const round = await killing(ctx, place, Math.random);
    const counts = new Map<string, number>();
    for (let n = 0; n < rounds; n++) {
      const { deed, isUndo, became, told } = await round(n);
      if (became === 'half') throw new Error(`Round ${n}, ${deed}: ${told}`);
      const key = `${deed}${isUndo ? ' taken back' : ''}: ${became}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    console.table([...counts].sort());
    expect((await verify(ctx)).problems).toEqual([]);
  });
});
