import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { findingsCsv } from '../commands/finding/csv.ts';
import type { Context } from '../context.ts';
import { id } from '../input/fields.ts';
import { malformed } from '../input/malformed.ts';
import { attachment, fileName } from './attachment.ts';
import { refuse } from './refusal.ts';

const query = z.object({ project: id });

/** `GET /findings.csv?project=…` sends what the checks find in a project as a file, with a byte order mark for spreadsheets. */
export function serveFindings(app: FastifyInstance, context: Context): void {
  app.get('/findings.csv', async (request, reply) => {
    const { success, data, error } = query.safeParse(request.query);
    if (!success) return refuse(request, reply, 400, malformed(error));
    const { name, pieces } = await findingsCsv(context, data);
    return reply
      .header('cache-control', 'no-store')
      .header('content-disposition', attachment(fileName(name, 'csv')))
      .type('text/csv; charset=utf-8')
      .send(Readable.from(marked(pieces)));
  });
}

async function* marked(pieces: AsyncIterable<string>): AsyncGenerator<string, void> {
  yield '\ufeff';
  yield* pieces;
}
