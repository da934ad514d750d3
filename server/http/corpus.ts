import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Checked } from '../../shared/core/problem.ts';
import { refused } from '../../shared/formats/text/problems.ts';
import { MOST_DROPPED, tooManyDropped } from '../../shared/wire/corpus-import.ts';
import { beginCorpus, type NewCorpus, previewCorpusFiles } from '../commands/job/corpus.ts';
import type { Context } from '../context.ts';
import { type CorpusFile, MAX_CORPUS_FILE } from '../import/corpus/file.ts';
import { inMiB } from '../import/docx/limits.ts';
import { id } from '../input/fields.ts';
import { malformed } from '../input/malformed.ts';
import { jsonField, tableColumns } from '../input/table-columns.ts';
import { drain } from './import.ts';

/** What may be chosen; it travels as JSON. Labels of files may have any name. */
const choices = z.strictObject({
  labels: z.record(z.string(), z.string().max(24).nullable()).default({}),
  without: z.array(z.int().min(0)).max(10_000).default([]),
  tables: z.record(z.string().regex(/^\d{1,5}$/), tableColumns).optional(),
});

const form = z.object({
  project: id,
  choices: z.string().default('{}').pipe(jsonField(choices)),
});

/** `POST /corpus/preview` and `POST /corpus`, multipart: the fields `project` and `choices` (JSON of `CorpusChoices`; the first
 *  reads how tables are read of them), and after them the files. The first answers with what would become of them (`CorpusPreview`), the
 *  second writes a job down and answers with its id. 422 with the problems where the form or a file is wrong. */
export function serveCorpus(app: FastifyInstance, context: Context): void {
  app.post('/corpus/preview', { bodyLimit: 2 * MAX_CORPUS_FILE }, async (request, reply) => {
    const order = await receive(request).finally(() => drain(request));
    const preview = order.ok ? await previewCorpusFiles(context, order.value) : order;
    return reply.code(preview.ok ? 200 : 422).send(preview);
  });

  app.post('/corpus', { bodyLimit: 2 * MAX_CORPUS_FILE }, async (request, reply) => {
    const order = await receive(request).finally(() => drain(request));
    const begun = order.ok ? await beginCorpus(context, order.value) : order;
    return reply.code(begun.ok ? 200 : 422).send(begun);
  });
}

async function receive(request: FastifyRequest): Promise<Checked<NewCorpus>> {
  const fields: Record<string, unknown> = {};
  const files: CorpusFile[] = [];
  let size = 0;
  let count = 0;
  const limits = { files: Number.POSITIVE_INFINITY, fileSize: MAX_CORPUS_FILE + 1, fieldSize: 1_000_000 };
  for await (const part of request.parts({ limits })) {
    if (part.type === 'field') {
      fields[part.fieldname] = part.value || undefined;
      continue;
    }
    count += 1;
    if (count > MOST_DROPPED) {
      // Counted to the end, so that the answer can say how many there are.
      files.length = 0;
      part.file.resume();
      continue;
    }
    const chunks: Uint8Array[] = [];
    for await (const chunk of part.file) {
      const bytes = chunk as Uint8Array;
      size += bytes.length;
      if (size > MAX_CORPUS_FILE) return tooLarge(size);
      chunks.push(bytes);
    }
    files.push({ name: part.filename, bytes: Buffer.concat(chunks) });
  }
  if (count > MOST_DROPPED) return { ok: false, problems: [tooManyDropped(count)] };
  const { success, data, error } = form.safeParse(fields);
  if (!success) return { ok: false, problems: malformed(error) };
  if (files.length === 0) return refused('pair.files', { values: { count: 0 } });
  return { ok: true, value: { project: data.project, files, choices: data.choices } };
}

function tooLarge(size: number): Checked<never> {
  return refused('file.too-large', { values: { size: inMiB(size), limit: inMiB(MAX_CORPUS_FILE) } });
}
