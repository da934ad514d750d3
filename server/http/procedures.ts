import type { AnyProcedure } from '@trpc/server';
import { fastifyRequestHandler } from '@trpc/server/adapters/fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Context } from '../context.ts';
import { faultOf, logged } from '../db/failure.ts';
import { appRouter } from '../router.ts';
import type { RunningCalls } from './closing.ts';

/** Calls that a page makes at once travel as one request. */
const maxBatchSize = 50;

/** The procedures at `/trpc/…`. */
export function serveProcedures(app: FastifyInstance, context: Context, calls: RunningCalls): void {
  app.removeContentTypeParser('application/json');
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) => done(null, body));

  const call = (path: string, req: FastifyRequest, res: FastifyReply) =>
    fastifyRequestHandler({
      router: appRouter,
      createContext: () => context,
      maxBatchSize,
      path,
      req,
      res,
      onError: ({ error, path }) => {
        const cause = error.cause ?? error;
        if (faultOf(cause)) req.log.error({ ...logged(cause), path }, 'The database failed');
        else if (error.code === 'INTERNAL_SERVER_ERROR') req.log.error({ err: cause, path }, 'A call failed');
      },
    });

  app.all<{ Params: { path: string } }>('/trpc/:path', (req, res) => call(req.params.path, req, res));

  for (const path of subscriptions) {
    // A compressor would keep events back until its buffer is full.
    app.get(`/trpc/${path}`, { compress: false }, (req, res) => {
      calls.endless(res);
      return call(path, req, res);
    });
  }
}

/** The paths of the subscriptions; at run time the router holds its procedures by their whole paths. */
const subscriptions = Object.entries(appRouter._def.procedures as unknown as Readonly<Record<string, AnyProcedure>>)
  .filter(([, procedure]) => procedure._def.type === 'subscription')
  .map(([path]) => path);
