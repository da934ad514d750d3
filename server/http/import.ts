import { finished } from 'node:stream/promises';
import multipart from '@fastify/multipart';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Checked } from '../../shared/core/problem.ts';
import { lineChoices } from '../../shared/formats/text/hard-wrap.ts';
import { type Import, importContent } from '../commands/document/import.ts';
import type { Context } from '../context.ts';
import { encodings } from '../import/encoding.ts';
import { readBytes } from '../import/file.ts';
import { MAX_FILE } from '../import/limits.ts';
import { id, text } from '../input/fields.ts';
import { malformed } from '../input/malformed.ts';

/** What stands beside the file in the form. */
const form = z.object({
  project: id,
  title: text.trim().max(200).default(''),
  encoding: z.enum(encodings).optional(),
  lines: z.enum(lineChoices).default('keep'),
});

/** `POST /import`, multipart: the fields `project`, `title` (may be empty: then it is taken from the file), `encoding`
 *  and `lines` (`keep`, `join` or `ask`; both may be missing), and after them the `file`. The answer is the document, or 422 with the problems, and then nothing
 *  of the file is kept. */
export function serveImport(app: FastifyInstance, context: Context): void {
  app.register(multipart, { limits: { files: 1, fields: 10, fieldSize: 4096, fileSize: MAX_FILE + 1 } });

  app.post('/import', async (request, reply) => {
    const upload = await receive(request).finally(() => drain(request));
    const imported = upload.ok ? await importContent(context, upload.value) : upload;
    return reply.code(imported.ok ? 200 : 422).send(imported);
  });
}

/** Reads the form as it arrives. */
async function receive(request: FastifyRequest): Promise<Checked<Import>> {
  const fields: Record<string, unknown> = {};
  for await (const part of request.parts()) {
    if (part.type === 'field') {
      fields[part.fieldname] = part.value || undefined;
      continue;
    }
    const { success, data, error } = form.safeParse(fields);
    if (!success) return { ok: false, problems: malformed(error) };
    const { project, title, encoding, lines } = data;
    const bytes = await readBytes(part.file);
    const upload = { filename: part.filename, lines, ...(encoding && { encoding }) };
    return bytes.ok ? { ok: true, value: { project, title, bytes: bytes.value, upload } } : bytes;
  }
  return {
    ok: false,
    problems: [{ rule: 'no-file', message: 'There is no file in the form. Put it last, as the field "file".' }],
  };
}

/** Reads what is left of a form that was refused half-way: a browser that still sends would else miss the answer. */
export async function drain({ raw }: FastifyRequest): Promise<void> {
  raw.unpipe();
  raw.resume();
  await finished(raw, { writable: false }).catch(() => {});
}
