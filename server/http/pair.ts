import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Checked } from '../../shared/core/problem.ts';
import { refused } from '../../shared/formats/text/problems.ts';
import { beginPair, type NewPair, previewPair } from '../commands/job/pair.ts';
import type { Context } from '../context.ts';
import { encodings } from '../import/encoding.ts';
import { readBytes } from '../import/file.ts';
import type { PairFile } from '../import/pair/pair.ts';
import { id } from '../input/fields.ts';
import { malformed } from '../input/malformed.ts';
import { drain } from './import.ts';

const encoding = z.enum(encodings).optional();

/** What stands beside the files in the form. */
const form = z.object({
  project: id,
  title: z.string().trim().max(200).default(''),
  shape: z.enum(['text', 'lines']).optional(),
  paragraphs: z.enum(['hard', 'soft', 'ignore']).default('soft'),
  swap: z.enum(['true', 'false']).default('false'),
  encoding1: encoding,
  encoding2: encoding,
});

/** `POST /pair/preview` and `POST /pair`, multipart: the fields of `form`, and after them two files, or one that holds a table;
 *  a paste is a file called `paste.txt`. The first answers with what would become of them (`PairPreview`), the second writes
 *  a job down and answers with its id. 422 with the problems where the form or a file is wrong. */
export function servePair(app: FastifyInstance, context: Context): void {
  app.post('/pair/preview', async (request, reply) => {
    const pair = await receive(request).finally(() => drain(request));
    const preview = pair.ok ? await previewPair(context, pair.value) : pair;
    return reply.code(preview.ok ? 200 : 422).send(preview);
  });

  app.post('/pair', async (request, reply) => {
    const pair = await receive(request).finally(() => drain(request));
    if (!pair.ok) return reply.code(422).send(pair);
    return reply.send({ ok: true, value: await beginPair(context, pair.value) });
  });
}

async function receive(request: FastifyRequest): Promise<Checked<NewPair>> {
  const fields: Record<string, unknown> = {};
  const files: PairFile[] = [];
  for await (const part of request.parts({ limits: { files: 3 } })) {
    if (part.type === 'field') {
      fields[part.fieldname] = part.value || undefined;
      continue;
    }
    const bytes = await readBytes(part.file);
    if (!bytes.ok) {
      return { ok: false, problems: bytes.problems.map((each) => ({ ...each, element: part.filename })) };
    }
    files.push({ bytes: bytes.value, filename: part.filename });
  }
  const { success, data, error } = form.safeParse(fields);
  if (!success) return { ok: false, problems: malformed(error) };
  if (files.length === 0 || files.length > 2) return refused('pair.files', { values: { count: files.length } });
  const { project, title, shape, paragraphs, swap, encoding1, encoding2 } = data;
  const said = [encoding1, encoding2];
  return {
    ok: true,
    value: {
      project,
      title,
      files: files.map((file, side) => ({ ...file, encoding: said[side] })),
      options: { shape, paragraphs, swap: swap === 'true' },
    },
  };
}
