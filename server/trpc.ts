import { initTRPC, type TRPCError } from '@trpc/server';
import { ZodError } from 'zod';
import type { Problem } from '../shared/core/problem.ts';
import type { Context } from './context.ts';

const t = initTRPC.context<Context>().create({
  isDev: false,
  sse: { ping: { enabled: true, intervalMs: 10_000 }, client: { reconnectAfterInactivityMs: 30_000 } },
  errorFormatter: ({ shape, error }) => ({
    ...shape,
    message: messageOf(error),
    data: { code: shape.data.code, httpStatus: shape.data.httpStatus, problems: problemsOf(error) },
  }),
});

export const router = t.router;
export const procedure = t.procedure;
export const createCaller = t.createCallerFactory;

/** What a caller may read: our own words where the error is meant for them, nothing of the inside where it is not. */
function messageOf(error: TRPCError): string {
  if (error.cause instanceof ZodError)
    return problemsOf(error)
      .map(({ message }) => message)
      .join(' ');
  if (error.code === 'INTERNAL_SERVER_ERROR') return 'Something went wrong in the server. Its log says more.';
  return error.message;
}

/** Malformed input, one problem a place. */
function problemsOf(error: TRPCError): readonly Problem[] {
  if (!(error.cause instanceof ZodError)) return [];
  return error.cause.issues.map(({ path, message }) => {
    const element = path.join('.');
    return { rule: 'malformed', message: element ? `${element}: ${message}.` : `${message}.`, element };
  });
}
