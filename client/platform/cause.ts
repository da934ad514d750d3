import { TRPCClientError } from '@trpc/client';

/** Why a call to the server failed, as far as a person can do something about it. */
export type Cause = 'offline' | 'signedOut' | 'missing' | 'other';

/** The cause of an error that a call to the server threw. */
export function causeOf(error: unknown): Cause {
  if (!(error instanceof TRPCClientError)) return 'other';
  const status: unknown = error.data?.httpStatus;
  if (status === 401 || status === 403) return 'signedOut';
  if (status === 404) return 'missing';
  return error.data ? 'other' : 'offline';
}
