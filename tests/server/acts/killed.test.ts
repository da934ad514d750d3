import { expect, it, onTestFinished, vi } from 'vitest';
import { verify } from '../../../server/backup/verify.ts';
import { openJob } from '../../../server/commands/job/jobs.ts';
import { serving } from '../cli/program.ts';
import { withEngines } from '../engines.ts';
import { startProgram } from '../process/program.ts';
import { deeds, doDeed } from './doing.ts';
import { killing } from './killing.ts';
import { newScene, toldOf } from './scene.ts';

/** Documents of the scene in which a renaming is cut. */
const SIZE = 3;

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

  it('finishes a renaming at the next start of the program, wherever the one before was killed', async () => {
    const place = await engine.place();
    const ctx = await engine.context(place);
    const whole = await newScene(ctx, SIZE);
    await doDeed(ctx, 'rename', whole);
    const after = await toldOf(ctx, whole);
    const cut = [];
    // The job is written down, then a transaction for each document, and the record in the last one.
    for (let transactions = 2; transactions <= SIZE + 1; transactions++) {
      const scene = await newScene(ctx, SIZE);
      const before = await toldOf(ctx, scene);
      const program = await startProgram('tests/server/acts/acting.ts', { place, scene, deed: 'rename', undo: null });
      await program.until(transactions);
      await program.kill();
      const { id: job } = await ctx.store.db
        .selectFrom('job')
        .select('id')
        .where('project_id', '=', scene.project)
        .executeTakeFirstOrThrow();
      cut.push({ scene, before, job });
    }
    const half = await Promise.all(
      cut.map(async ({ scene, before }) => ![before, after].includes(await toldOf(ctx, scene))),
    );
    expect(half).toContain(true);

    const server = await serving({ RADIF_DATA: place.data, DATABASE_URL: place.databaseUrl ?? '' });
    onTestFinished(async () => void (await server.end('SIGKILL')));
    for (const { scene, job } of cut) {
      // Each stays with the program that was killed until that has been silent for long.
      await vi.waitFor(async () => expect(await openJob(ctx, { id: job })).toMatchObject({ state: 'done' }), 90_000);
      expect(await toldOf(ctx, scene)).toBe(after);
    }
    expect((await verify(ctx)).problems).toEqual([]);
  });
});
