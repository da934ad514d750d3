import { expect, it } from 'vitest';
import { verify } from '../../../server/backup/verify.ts';
import { withEngines } from '../engines.ts';
import { killing } from './killing.ts';

withEngines((engine) => {
  it('leaves an act over many documents whole or undone, wherever its server is killed', async () => {
    const place = await engine.place();
    const ctx = await engine.context(place);
    const round = await killing(ctx, place, Math.random);
    for (let n = 0; n < 6; n++) {
      const { became, told } = await round(n);
      expect(became === 'half' ? told : became).toMatch(/^(whole|undone)$/);
    }
    expect((await verify(ctx)).problems).toEqual([]);
  });
});
