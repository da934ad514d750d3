import { expect, it } from 'vitest';
import { verify } from '../../../server/backup/verify.ts';
import { withEngines } from '../engines.ts';
import { deeds } from './doing.ts';
import { killing } from './killing.ts';

withEngines((engine) => {
  it('leaves an act over many documents whole or undone, wherever its server is killed', async () => {
    const place = await engine.place();
    const ctx = await engine.context(place);
    const round = await killing(ctx, place, Math.random);
    // Half of the deeds are taken back; which half, chance says. The soak does all.
    const first = Math.random() < 0.5 ? 0 : deeds.length;
    for (let n = 0; n < deeds.length; n++) {
      const { became, told } = await round(first + n);
      expect(became === 'half' ? told : became).toMatch(/^(whole|undone)$/);
    }
    expect((await verify(ctx)).problems).toEqual([]);
  });
});
