import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { tbxStyles } from '../../shared/formats/registry/tbx-write.ts';
import { exportRegistry } from '../commands/entity/registry-csv.ts';
import type { Context } from '../context.ts';
import { id } from '../input/fields.ts';
import { malformed } from '../input/malformed.ts';
import { attachment, fileName } from './attachment.ts';
import { refuse } from './refusal.ts';

const query = z.object({ project: id });
const tbxQuery = z.object({ project: id, style: z.enum(tbxStyles).default('dca') });

/** `GET /registry.csv?project=…` sends the registry of a project as a file. It begins with a byte order mark: without one,
 *  spreadsheets do not read its Persian. `GET /registry.tbx?project=…&style=dca|dct` sends it as TBX-Basic. */
export function serveRegistry(app: FastifyInstance, context: Context): void {
  app.get('/registry.csv', async (request, reply) => {
    const { success, data, error } = query.safeParse(request.query);
    if (!success) return refuse(request, reply, 400, malformed(error));
    const { name, text } = await exportRegistry(context, data);
    return reply
      .header('cache-control', 'no-store')
      .header('content-disposition', attachment(fileName(name, 'csv')))
      .type('text/csv; charset=utf-8')
      .send(`\ufeff${text}`);
  });
  app.get('/registry.tbx', async (request, reply) => {
    const { success, data, error } = tbxQuery.safeParse(request.query);
    if (!success) return refuse(request, reply, 400, malformed(error));
    const { name, text } = await exportRegistry(context, data);
    return reply
      .header('cache-control', 'no-store')
      .header('content-disposition', attachment(fileName(name, 'tbx')))
      .type('application/x-tbx+xml')
      .send(text);
  });
}
