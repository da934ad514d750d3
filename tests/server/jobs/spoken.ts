import { setTimeout as pause } from 'node:timers/promises';
import type { Context } from '../../../server/context.ts';
import { jobById } from '../../../server/db/job.ts';
import type { Program } from '../process/program.ts';

/**
 * Resolves once the server has said so many lines, or the job has ended: a server that was killed late has done it all,
 * and leaves the next one nothing to say.
 */
export async function spoken(server: Program, lines: number, ctx: Context, job: string): Promise<void> {
  let hasEnded = false;
  server.exit.then(() => {
    hasEnded = true;
  });
  while (server.said.length < lines && !hasEnded) {
    const row = await jobById(ctx.store.db, job);
    if (!row || ['done', 'failed', 'cancelled'].includes(row.state)) return;
    await pause(2);
  }
}
