import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { oneSidedFormats } from '../../shared/formats/corpus/row.ts';
import type { Context } from '../context.ts';
import { exportBytes } from '../export/bytes.ts';
import { type OpenedExport, openExport } from '../export/open.ts';
import { exportQuery } from '../export/request.ts';
import { zipped } from '../export/zip.ts';
import { malformed } from '../input/malformed.ts';
import { attachment, fileName } from './attachment.ts';
import { refuse } from './refusal.ts';

/** `GET /export?document=…&format=tmx&states=translated,final` (see `exportRequest` for the rest) sends the corpus as a
 *  file, while it is read from the database; a pair of files goes as a zip archive. */
export function serveExport(app: FastifyInstance, context: Context): void {
  app.get('/export', async (request, reply) => {
    const { success, data, error } = exportQuery.safeParse(request.query);
    if (!success) return refuse(request, reply, 400, malformed(error));
    const side = oneSidedFormats.has(data.format) ? `${data.side}.` : '';
    return send(reply, await openExport(context, data), side);
  });
}

/** `side` stands in the names of files that hold one side: nothing else says it in some formats, and both may lie in one folder. */
function send(reply: FastifyReply, { title, corpus }: OpenedExport, side: string): FastifyReply {
  const { files } = corpus;
  const chunks = exportBytes(corpus);
  const [only] = files;
  reply.header('cache-control', 'no-store');
  if (only && files.length === 1) {
    reply.type(only.mediaType).header('content-disposition', attachment(fileName(title, `${side}${only.ending}`)));
    return reply.send(Readable.from(onlyBytes(chunks)));
  }
  const names = files.map(({ ending }) => fileName(title, `${side}${ending}`));
  reply.type('application/zip').header('content-disposition', attachment(fileName(title, `${side}zip`)));
  return reply.send(Readable.from(zipped(names, chunks)));
}

async function* onlyBytes(chunks: ReturnType<typeof exportBytes>): AsyncIterable<Uint8Array> {
  for await (const { bytes } of chunks) yield bytes;
}
