import type { TRPC_ERROR_CODE_KEY } from '@trpc/server';
import { TRPC_ERROR_CODES_BY_KEY } from '@trpc/server/rpc';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Problem } from '../../shared/core/problem.ts';

const codes = {
  400: 'BAD_REQUEST',
  401: 'UNAUTHORIZED',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  405: 'METHOD_NOT_SUPPORTED',
  413: 'PAYLOAD_TOO_LARGE',
  415: 'UNSUPPORTED_MEDIA_TYPE',
  422: 'UNPROCESSABLE_CONTENT',
  429: 'TOO_MANY_REQUESTS',
  500: 'INTERNAL_SERVER_ERROR',
  503: 'SERVICE_UNAVAILABLE',
} as const satisfies Record<number, TRPC_ERROR_CODE_KEY>;
export type RefusalStatus = keyof typeof codes;

/** Answers with problems, in the shape that the caller reads: tRPC's for a procedure, a `Checked` for the other calls. */
export function refuse(
  request: FastifyRequest,
  reply: FastifyReply,
  status: RefusalStatus,
  problems: readonly Problem[],
): FastifyReply {
  reply.code(status).header('cache-control', 'no-store');
  if (!request.url.startsWith('/trpc/')) return reply.send({ ok: false, problems });
  const code = codes[status];
  const message = problems.map((problem) => problem.message).join(' ');
  return reply.send({
    error: { message, code: TRPC_ERROR_CODES_BY_KEY[code], data: { code, httpStatus: status, problems } },
  });
}

/** The status that an error of the web server asks for, as far as it is one that callers are told; what else is the fault of
 *  the call is 400. */
export function refusalStatus(status: number | undefined): RefusalStatus {
  if (status === undefined) return 500;
  if (status in codes) return status as RefusalStatus;
  return status >= 400 && status < 500 ? 400 : 500;
}
