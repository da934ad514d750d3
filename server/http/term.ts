import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { exportTerms } from '../commands/term/glossary-file.ts';
import type { Context } from '../context.ts';
import { id } from '../input/fields.ts';
import { malformed } from '../input/malformed.ts';
import { attachment, fileName } from './attachment.ts';
import { refuse } from './refusal.ts';

const query = z.object({ project: id });

/** `GET /terms.csv?project=…` sends the glossary of a project, with a byte order mark: without one, spreadsheets do not read its Persian.
 *  `GET /terms.tbx?project=…` sends it as TBX-Basic. */
export function serveTerms(app: FastifyInstance, context: Context): void {
  for (const format of ['csv', 'tbx'] as const) {
    app.get(`/terms.${format}`, async (request, reply) => {
      const { success, data, error } = query.safeParse(request.query);
      if (!success) return refuse(request, reply, 400, malformed(error));
      const { name, text } = await exportTerms(context, { ...data, format });
      return reply
        .header('cache-control', 'no-store')
        .header('content-disposition', attachment(fileName(`${name} terms`, format)))
        .type(format === 'csv' ? 'text/csv; charset=utf-8' : 'application/x-tbx+xml')
        .send(format === 'csv' ? `\ufeff${text}` : text);
    });
  }
}
