import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { openJob } from '../../../server/commands/job/jobs.ts';
import type { Context } from '../../../server/context.ts';
import { archiveBytes, listReleases, storedRelease } from '../../../server/release/stored.ts';
import { verifyRelease } from '../../../server/release/verify.ts';
import { withEngines } from '../engines.ts';
import { spoken } from '../jobs/spoken.ts';
import { startProgram } from '../process/program.ts';
import { begin, make, translatedProject } from './making.ts';

async function archives({ store }: Context): Promise<number> {
  const rows = await store.db.selectFrom('release_piece').select('archive').distinct().execute();
  return rows.length;
}

withEngines((engine) => {
  it('a release is made once and whole, however often its server is killed', async () => {
    const place = await engine.place();
    const ctx = await engine.context(place);
    const { project } = await translatedProject(ctx, [40, 40, 40]);
    const id = await begin(ctx, { project, name: '1', formats: ['jsonl', 'tmx', 'moses', 'conll'] });
    for (const [round, lines] of [1, 4, 6, 9].entries()) {
      const server = await startProgram('tests/server/release/releasing.ts', { place, ahead: 60_000 * round });
      await spoken(server, lines, ctx, id);
      await server.kill();
      const { length } = await listReleases(ctx, { project });
      expect(length).toBe((await openJob(ctx, { id })).state === 'done' ? 1 : 0);
    }
    const last = await startProgram('tests/server/release/releasing.ts', { place, ahead: 600_000 });
    while ((await openJob(ctx, { id })).state !== 'done') await new Promise((resolve) => setImmediate(resolve));
    await last.kill();
    const row = await storedRelease(ctx, id);
    const hash = createHash('sha256');
    for await (const piece of archiveBytes(ctx, row)) hash.update(piece);
    expect(hash.digest('hex')).toBe(row.sha256);
    expect(await verifyRelease(ctx, { id })).toEqual([]);
    // What killed attempts have left goes when the next release is made.
    await make(ctx, { project, name: '2' });
    expect(await archives(ctx)).toBe(2);
  });
});
