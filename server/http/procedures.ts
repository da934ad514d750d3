import type { Socket } from 'node:net';
import type { AnyProcedure } from '@trpc/server';
import { fastifyRequestHandler } from '@trpc/server/adapters/fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Context } from '../context.ts';
import { appRouter } from '../router.ts';

/** Calls that a page makes at once travel as one request. */
const maxBatchSize = 50;

/** The procedures at `/trpc/…`. */
export function serveProcedures(app: FastifyInstance, context: Context): void {
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
        if (error.code === 'INTERNAL_SERVER_ERROR') req.log.error({ err: error.cause ?? error, path }, 'A call failed');
      },
    });

  app.all<{ Params: { path: string } }>('/trpc/:path', (req, res) => call(req.params.path, req, res));

  const streams = openStreams(app);
  for (const path of subscriptions) {
    // A compressor would keep events back until its buffer is full.
    app.get(`/trpc/${path}`, { compress: false }, (req, res) => {
      streams.add(req.raw.socket);
      return call(path, req, res);
    });
  }
}

/** The paths of the subscriptions; at run time the router holds its procedures by their whole paths. */
const subscriptions = Object.entries(appRouter._def.procedures as unknown as Readonly<Record<string, AnyProcedure>>)
  .filter(([, procedure]) => procedure._def.type === 'subscription')
  .map(([path]) => path);

/** Streams that nobody ends but their reader. The server cuts them off when it closes, without the word that ends a
 *  subscription for good: a page then comes back to the next server by itself. */
function openStreams(app: FastifyInstance): { add(socket: Socket): void } {
  const open = new Set<Socket>();
  app.addHook('preClose', async () => {
    for (const socket of open) socket.destroy();
  });
  return {
    add(socket) {
      open.add(socket);
      socket.once('close', () => open.delete(socket));
    },
  };
}
