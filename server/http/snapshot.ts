import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { documentSnapshot } from '../commands/document/snapshot.ts';
import type { Context } from '../context.ts';
import { id, mark } from '../input/fields.ts';
import { malformed } from '../input/malformed.ts';
import { refuse } from './refusal.ts';

const number = z.coerce.number().int().min(0).max(2_147_483_647);
const query = z.object({ document: id, version: number, mark, schema: number });

/** `GET /snapshot?document=…&version=…&mark=…&schema=…` sends the JSON of a document at one version in the bytes in which it is
 *  stored, which are gzip; to who does not read that, as plain JSON. */
export function serveSnapshot(app: FastifyInstance, context: Context): void {
  app.get('/snapshot', async (request, reply) => {
    const { success, data, error } = query.safeParse(request.query);
    if (!success) return refuse(request, reply, 400, malformed(error));
    const body = await documentSnapshot(context, data);
    reply.type('application/json; charset=utf-8').header('cache-control', 'no-store').header('vary', 'accept-encoding');
    if (!readsGzip(request.headers['accept-encoding'])) return reply.send(Readable.from([body]).pipe(createGunzip()));
    return reply.header('content-encoding', 'gzip').send(Buffer.from(body.buffer, body.byteOffset, body.byteLength));
  });
}

/** True when gzip is among the encodings that a caller accepts (RFC 9110, section 12.5.3), with a weight above nothing. */
function readsGzip(accepted: string | readonly string[] | undefined): boolean {
  return `${accepted ?? ''}`
    .split(',')
    .map((one) => /^\s*(gzip|x-gzip|\*)\s*(?:;\s*q=([\d.]+)\s*)?$/i.exec(one))
    .some((match) => match !== null && Number(match[2] ?? 1) > 0);
}
