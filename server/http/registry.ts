import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { exportRegistry } from '../commands/entity/registry-csv.ts';
import type { Context } from '../context.ts';
import { id } from '../input/fields.ts';
import { malformed } from '../input/malformed.ts';
import { attachment, fileName } from './attachment.ts';
import { refuse } from './refusal.ts';

const query = z.object({ project: id });

/** `GET /registry.csv?project=…` sends the registry of a project as a file. It begins with a byte order mark: without one,
 *  spreadsheets do not read its Persian. */
export function serveRegistry(app: FastifyInstance, context: Context): void {
  app.get('/registry.csv', async (request, reply) => {
    const { success, data, error } = query.safeParse(request.query);
    if (!success) return refuse(request, reply, 400, malformed(error));
    const { name, csv } = await exportRegistry(context, data);
    return reply
      .header('cache-control', 'no-store')
      .header('content-disposition', attachment(fileName(name, 'csv')))
      .type('text/csv; charset=utf-8')
      .send(`\ufeff${csv}`);
  });
}
