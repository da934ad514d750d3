import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Context } from '../context.ts';
import { id } from '../input/fields.ts';
import { malformed } from '../input/malformed.ts';
import { makeAgain } from '../release/again.ts';
import { archiveBytes, manifestOf, storedRelease } from '../release/stored.ts';
import { attachment, fileName } from './attachment.ts';
import { refuse } from './refusal.ts';

const query = z.object({ id, again: z.literal('true').optional() });

/** `GET /release?id=…` sends the archive of a release; with `again=true`, one that is made again from its manifest. */
export function serveRelease(app: FastifyInstance, context: Context): void {
  app.get('/release', async (request, reply) => {
    const { success, data, error } = query.safeParse(request.query);
    if (!success) return refuse(request, reply, 400, malformed(error));
    const row = await storedRelease(context, data.id);
    const { recipe } = manifestOf(row);
    reply
      .type('application/zip')
      .header('cache-control', 'no-store')
      .header('content-disposition', attachment(fileName(`${recipe.project.name} ${row.name}`, 'zip')));
    if (data.again) {
      const gone = new AbortController();
      reply.raw.once('close', () => gone.abort());
      return reply.send(Readable.from(makeAgain(context, recipe, { signal: gone.signal, progress: () => {} }).bytes));
    }
    return reply.header('content-length', row.size).send(Readable.from(archiveBytes(context, row)));
  });
}
