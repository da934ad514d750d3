import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { guarded } from '../../shared/formats/registry/cell.ts';
import { csvRecord } from '../../shared/formats/text/csv.ts';
import { concordance } from '../commands/search/concordance.ts';
import type { Context } from '../context.ts';
import { malformed } from '../input/malformed.ts';
import { search } from '../input/search.ts';
import { attachment, fileName } from './attachment.ts';
import { refuse } from './refusal.ts';

/** Rows that a file holds at most. */
const MOST = 100_000;
const query = z.object({ search: z.string().max(20_000) });

/** `GET /concordance.csv?search=…` sends the segments that meet a search, given as JSON: document, row from 1, state, Persian and
 *  English a line; 422 with the problems where the query is none or runs away. */
export function serveSearch(app: FastifyInstance, context: Context): void {
  app.get('/concordance.csv', async (request, reply) => {
    const given = query.safeParse(request.query);
    if (!given.success) return refuse(request, reply, 400, malformed(given.error));
    const { success, data, error } = search.safeParse(jsonOf(given.data.search));
    if (!success) return refuse(request, reply, 400, malformed(error));
    const found = await concordance(context, data, MOST);
    if (!found.ok) return reply.code(422).send(found);
    const rows = found.value.places.map(({ title, row, status, source, rendering }) =>
      csvRecord([guarded(title), `${row + 1}`, status, guarded(source), guarded(rendering)]),
    );
    return reply
      .header('cache-control', 'no-store')
      .header('content-disposition', attachment(fileName('concordance', 'csv')))
      .type('text/csv; charset=utf-8')
      .send(`\ufeff${csvRecord(['document', 'row', 'state', 'fa', 'en'])}${rows.join('')}`);
  });
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
