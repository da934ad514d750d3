import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Checked } from '../../shared/core/problem.ts';
import { refused } from '../../shared/formats/text/problems.ts';
import { contests } from '../../shared/wire/review.ts';
import { applyReview, previewReview } from '../commands/review/review.ts';
import type { Context } from '../context.ts';
import { readBytes } from '../import/file.ts';
import { malformed } from '../input/malformed.ts';
import { drain } from './import.ts';

const form = z.object({ contested: z.enum(contests).default('keep') });

/** `POST /review/preview` and `POST /review`, multipart: the field `contested` (`keep` or `take`; only the second reads it), and after it
 *  the Word document. The first answers with what it would change (`ReviewPreview`), the second changes it and answers with
 *  what came of it (`TakenReview`). 422 with the problems where the file is none, or of another Radif. */
export function serveReview(app: FastifyInstance, context: Context): void {
  app.post('/review/preview', async (request, reply) => {
    const order = await receive(request).finally(() => drain(request));
    const answer = order.ok ? await previewReview(context, order.value) : order;
    return reply.code(answer.ok ? 200 : 422).send(answer);
  });

  app.post('/review', async (request, reply) => {
    const order = await receive(request).finally(() => drain(request));
    const answer = order.ok ? await applyReview(context, order.value) : order;
    return reply.code(answer.ok ? 200 : 422).send(answer);
  });
}

async function receive(request: FastifyRequest): Promise<Checked<Parameters<typeof applyReview>[1]>> {
  const fields: Record<string, unknown> = {};
  for await (const part of request.parts()) {
    if (part.type === 'field') {
      fields[part.fieldname] = part.value || undefined;
      continue;
    }
    const { success, data, error } = form.safeParse(fields);
    if (!success) return { ok: false, problems: malformed(error) };
    const bytes = await readBytes(part.file);
    return bytes.ok ? { ok: true, value: { bytes: bytes.value, ...data } } : bytes;
  }
  return refused('pair.files', { values: { count: 0 } });
}
