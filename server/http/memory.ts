import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Checked, Problem } from '../../shared/core/problem.ts';
import { WorkStopped } from '../apart/failure.ts';
import { analysisOf } from '../commands/memory/analysis.ts';
import { analysisCsv } from '../commands/memory/analysis-csv.ts';
import { exportMemory } from '../commands/memory/export.ts';
import { beginMemory, MAX_MEMORY } from '../commands/memory/import.ts';
import type { Context } from '../context.ts';
import { UnknownRecord } from '../db/unknown.ts';
import { id, text } from '../input/fields.ts';
import { malformed } from '../input/malformed.ts';
import { inTemporaryFolder } from '../temporary/folder.ts';
import { attachment, fileName } from './attachment.ts';
import { drain } from './import.ts';
import { refuse } from './refusal.ts';

const form = z.object({
  project: id,
  name: text.trim().max(200).default(''),
  shared: z.enum(['true', 'false']).default('false'),
});

/** `POST /memory`, multipart: the fields of `form`, and after them one file, TMX, TSV, CSV or JSON Lines. A job makes a memory of it; the
 *  answer is its id, or 422 with the problems. `GET /memory.tmx?memory=…` sends a memory as TMX. */
export function serveMemory(app: FastifyInstance, context: Context): void {
  app.post('/memory', async (request, reply) => {
    const begun = await received(context, request).finally(() => drain(request));
    return reply.code(begun.ok ? 200 : 422).send(begun);
  });

  app.get('/memory.tmx', async (request, reply) => {
    const { success, data, error } = z.object({ memory: id }).safeParse(request.query);
    if (!success) return refuse(request, reply, 400, malformed(error));
    const { name, chunks } = await exportMemory(context, data);
    return reply
      .header('cache-control', 'no-store')
      .header('content-disposition', attachment(fileName(name, 'tmx')))
      .type('application/x-tmx+xml; charset=utf-8')
      .send(chunks);
  });
}

/** `GET /analysis.csv?job=…` sends what an analysis has counted: a line for each document and band. */
export function serveAnalysis(app: FastifyInstance, context: Context): void {
  app.get('/analysis.csv', async (request, reply) => {
    const { success, data, error } = z.object({ job: id }).safeParse(request.query);
    if (!success) return refuse(request, reply, 400, malformed(error));
    const analysis = await analysisOf(context, data.job);
    if (analysis === null) throw new UnknownRecord('job', data.job);
    return reply
      .header('cache-control', 'no-store')
      .header('content-disposition', attachment(fileName('analysis', 'csv')))
      .type('text/csv; charset=utf-8')
      .send(`\ufeff${analysisCsv(analysis)}`);
  });
}

async function received(context: Context, request: FastifyRequest): Promise<Checked<{ readonly job: string }>> {
  try {
    return await inTemporaryFolder('memory', (folder) => receive(context, request, join(folder, 'file')));
  } catch (error) {
    if (error instanceof WorkStopped) return { ok: false, problems: [error.problem] };
    throw error;
  }
}

async function receive(
  context: Context,
  request: FastifyRequest,
  path: string,
): Promise<Checked<{ readonly job: string }>> {
  const fields: Record<string, unknown> = {};
  for await (const part of request.parts({ limits: { files: 1, fileSize: MAX_MEMORY } })) {
    if (part.type === 'field') {
      fields[part.fieldname] = part.value || undefined;
      continue;
    }
    const { success, data, error } = form.safeParse(fields);
    if (!success) return { ok: false, problems: malformed(error) };
    await pipeline(part.file, createWriteStream(path, { mode: 0o600, flags: 'wx' }));
    if (part.file.truncated) return { ok: false, problems: [tooLarge] };
    const { project, name, shared } = data;
    return beginMemory(context, { project, name, isShared: shared === 'true', filename: part.filename, path });
  }
  return { ok: false, problems: [noFile] };
}

const tooLarge: Problem = {
  rule: 'memory.too-large',
  message: `The file has more than ${MAX_MEMORY / 1024 / 1024} MiB. Split it and bring the parts in one by one.`,
  values: { limit: MAX_MEMORY / 1024 / 1024 },
};

const noFile: Problem = {
  rule: 'no-file',
  message: 'There is no file in the form. Put it last, as the field "file".',
};
