import type { ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { FastifyInstance, FastifyReply } from 'fastify';

/** How long calls that are under way may take to end when the server closes, in milliseconds. */
const PATIENCE = 3000;

/** The calls that a server has not answered to the end. */
export interface RunningCalls {
  /** A stream that nobody ends but its reader. Closing cuts it off, without the word that ends a subscription for good:
   *  a page then comes back to the next server by itself. */
  endless(reply: FastifyReply): void;
  /** Ends all such streams now; their readers come back by themselves. */
  cutOff(): void;
}

/** Makes the server answer what it was asked before it closes. Connections without a call are closed at once: browsers
 *  open some in advance, and Node would wait for what comes over them. */
export function answerBeforeClosing(app: FastifyInstance): RunningCalls {
  const running = new Set<ServerResponse>();
  const streams = new Set<ServerResponse>();

  app.addHook('onRequest', async (_request, reply) => {
    running.add(reply.raw);
    reply.raw.once('close', () => {
      running.delete(reply.raw);
      streams.delete(reply.raw);
    });
  });

  const cutOff = () => {
    for (const stream of streams) stream.destroy();
  };

  app.addHook('preClose', async () => {
    cutOff();
    const ended = [...running].map((call) => new Promise((resolve) => call.once('close', resolve)));
    await Promise.race([Promise.all(ended), pause(PATIENCE, undefined, { ref: false })]);
    app.server.closeAllConnections();
  });

  return { endless: (reply) => void streams.add(reply.raw), cutOff };
}
