import { setTimeout as pause } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import type { FaultName } from '../../shared/core/faults.ts';
import type { Problem } from '../../shared/core/problem.ts';
import { logged, storageProblem } from '../db/failure.ts';
import type { Store } from '../db/store.ts';

/** How long the database may take to answer who asks whether it does, in milliseconds. */
const PATIENCE = 3000;

const silent: Problem = {
  rule: 'storage-silent' satisfies FaultName,
  message: `The database has not answered for ${PATIENCE / 1000} seconds.`,
};

/** Answers at `GET /ready`, to anybody, whether people can read and write now: 200, or 503 with what is in the way. `/health` says
 *  only that the server is there. However many ask, the database is asked once at a time. */
export function serveReady(app: FastifyInstance, store: Store): void {
  let asking: Promise<Problem | null> | undefined;

  const ask = async (log: (error: unknown) => void): Promise<Problem | null> => {
    try {
      await store.ready();
      return null;
    } catch (error) {
      log(error);
      return storageProblem(error) ?? { rule: 'internal', message: 'The database cannot be used. The log says more.' };
    } finally {
      asking = undefined;
    }
  };

  app.get('/ready', async (request, reply) => {
    asking ??= ask((err) => request.log.warn(logged(err), 'The database is not ready'));
    const problem = await Promise.race([asking, pause(PATIENCE, silent, { ref: false })]);
    reply.code(problem === null ? 200 : 503).header('cache-control', 'no-store');
    return problem === null ? { ok: true } : { ok: false, problems: [problem] };
  });
}
