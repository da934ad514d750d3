import { initTRPC, TRPCError } from '@trpc/server';
import { ZodError } from 'zod';
import type { Problem } from '../shared/core/problem.ts';
import { WorkStopped } from './apart/failure.ts';
import type { Context } from './context.ts';
import { storageProblem } from './db/failure.ts';
import { OtherHistory, UnknownRecord } from './db/unknown.ts';
import { malformed } from './input/malformed.ts';

const t = initTRPC.context<Context>().create({
  isDev: false,
  sse: { ping: { enabled: true, intervalMs: 10_000 }, client: { reconnectAfterInactivityMs: 30_000 } },
  errorFormatter: ({ shape, error }) => {
    const problems = problemsOf(error);
    return {
      ...shape,
      message: problems.map(({ message }) => message).join(' ') || error.message,
      data: { code: shape.data.code, httpStatus: shape.data.httpStatus, problems },
    };
  },
});

export const router = t.router;
export const createCallerFactory = t.createCallerFactory;

/** A procedure whose failures have the status that fits them. */
export const procedure = t.procedure.use(async ({ next }) => {
  const result = await next();
  if (!result.ok) throw withStatus(result.error);
  return result;
});

/** An error of a command as callers know it: what they named is not there, the work
 *  is too much, the database is out of order, or they broke it off. */
export function withStatus(error: unknown): unknown {
  const cause = error instanceof TRPCError ? error.cause : error;
  if (cause instanceof UnknownRecord) return new TRPCError({ code: 'NOT_FOUND', message: cause.message, cause });
  if (cause instanceof OtherHistory) return new TRPCError({ code: 'CONFLICT', message: cause.message, cause });
  if (cause instanceof WorkStopped) return new TRPCError({ code: 'SERVICE_UNAVAILABLE', cause });
  if (storageProblem(cause) !== null) return new TRPCError({ code: 'SERVICE_UNAVAILABLE', cause });
  if (cause instanceof Error && cause.name === 'AbortError') {
    return new TRPCError({ code: 'CLIENT_CLOSED_REQUEST', cause });
  }
  return error;
}

/** What a caller may read: our own words where an error is meant for them, nothing of the inside where it is not. */
function problemsOf({ code, cause, message }: TRPCError): readonly Problem[] {
  if (cause instanceof ZodError) return malformed(cause);
  if (cause instanceof UnknownRecord) return [{ rule: `unknown-${cause.what}`, message, element: cause.id }];
  if (cause instanceof OtherHistory) return [{ rule: 'other-history', message, values: { version: cause.version } }];
  if (cause instanceof WorkStopped) return [cause.problem];
  const storage = storageProblem(cause);
  if (storage !== null) return [storage];
  if (code !== 'INTERNAL_SERVER_ERROR') return [];
  return [{ rule: 'internal', message: 'Something went wrong in the server. Its log says more.' }];
}
