import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Checked, Problem } from '../../shared/core/problem.ts';
import { refused } from '../../shared/formats/text/problems.ts';
import { beginEnglish, type NewEnglish, previewEnglish } from '../commands/job/english.ts';
import { beginPair, type NewPair, previewPair } from '../commands/job/pair.ts';
import type { Context } from '../context.ts';
import { encodings } from '../import/encoding.ts';
import { readBytes } from '../import/file.ts';
import type { PairFile } from '../import/pair/pair.ts';
import { id, text } from '../input/fields.ts';
import { malformed } from '../input/malformed.ts';
import { jsonField, tableColumns } from '../input/table-columns.ts';
import { drain } from './import.ts';

const encoding = z.enum(encodings).optional();

/** What stands beside the files in the form. */
const form = z.object({
  project: id.optional(),
  document: id.optional(),
  title: text.trim().max(200).default(''),
  shape: z.enum(['text', 'lines']).optional(),
  paragraphs: z.enum(['hard', 'soft', 'ignore']).default('soft'),
  swap: z.enum(['true', 'false']).default('false'),
  /** JSON of `TableColumns`. */
  columns: jsonField(tableColumns).optional(),
  encoding1: encoding,
  encoding2: encoding,
});

/** `POST /pair/preview` and `POST /pair`, multipart: the fields of `form`, and after them two files, or one that holds a table;
 *  a paste is a file called `paste.txt`. With `document` in place of `project` it is one file, the English of a document that
 *  has none. The first answers with what would become of them (`PairPreview`), the second writes a job down and answers with
 *  its id. 422 with the problems where the form or a file is wrong, or the document has English. */
export function servePair(app: FastifyInstance, context: Context): void {
  app.post('/pair/preview', async (request, reply) => {
    const order = await receive(request).finally(() => drain(request));
    const preview = order.ok ? await previewed(context, order.value) : order;
    return reply.code(preview.ok ? 200 : 422).send(preview);
  });

  app.post('/pair', async (request, reply) => {
    const order = await receive(request).finally(() => drain(request));
    const begun = order.ok ? await begin(context, order.value) : order;
    return reply.code(begun.ok ? 200 : 422).send(begun);
  });
}

/** A pair that becomes a document, or English for one that is there. */
type Order = { readonly pair: NewPair } | { readonly english: NewEnglish };

function previewed(context: Context, order: Order) {
  return 'pair' in order ? previewPair(context, order.pair) : previewEnglish(context, order.english);
}

async function begin(context: Context, order: Order) {
  if ('english' in order) return beginEnglish(context, order.english);
  return { ok: true, value: await beginPair(context, order.pair) } as const;
}

async function receive(request: FastifyRequest): Promise<Checked<Order>> {
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
  const { project, document, title, shape, paragraphs, swap, columns, encoding1, encoding2 } = data;
  const said = [encoding1, encoding2];
  const read = files.map((file, side) => ({ ...file, encoding: said[side] }));
  const [file] = read;
  if (document !== undefined) {
    if (file === undefined || read.length > 1) return refused('pair.one-english', { values: { count: read.length } });
    return { ok: true, value: { english: { document, file, options: { shape, paragraphs } } } };
  }
  if (read.length === 0 || read.length > 2) return refused('pair.files', { values: { count: read.length } });
  if (project === undefined) return { ok: false, problems: [noPlace] };
  const options = { shape, paragraphs, swap: swap === 'true', columns };
  return { ok: true, value: { pair: { project, title, files: read, options } } };
}

const noPlace: Problem = {
  rule: 'malformed',
  message: 'The form names neither the project nor the document that the texts go to.',
  element: 'project',
};
