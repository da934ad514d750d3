import { TRPCClientError } from '@trpc/client';
import { type FaultName, isFault } from '../../shared/core/faults.ts';
import type { Cause } from '../timeline/cause.ts';

const causes: Readonly<Record<number, Cause>> = {
  401: 'signedOut',
  403: 'forbidden',
  404: 'missing',
  413: 'tooLarge',
  429: 'busy',
  500: 'broken',
  502: 'offline',
  503: 'broken',
  504: 'offline',
};

/** An answer that is not the server's own: what stands between us and the server gave it, or the server before it was one. */
export class ForeignAnswer extends Error {
  readonly status: number;

  constructor(status: number) {
    super(`The answer has status ${status} and is none of Radif's.`);
    this.name = 'ForeignAnswer';
    this.status = status;
  }
}

/** As `fetch`, with an answer that nobody could read as an error that tells its status. */
export async function fetchOwn(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const response = await fetch(input, init);
  const isReadable = response.headers.get('content-type')?.includes('json');
  if (!response.ok && !isReadable) throw new ForeignAnswer(response.status);
  return response;
}

/** The cause of an error that a call to the server threw. */
export function causeOf(error: unknown): Cause {
  if (!(error instanceof TRPCClientError)) return 'other';
  const fault = faultIn(error.data?.problems);
  if (fault) return fault;
  const told: unknown = error.data?.httpStatus;
  if (typeof told === 'number') return causes[told] ?? 'other';
  const { response } = (error.meta ?? {}) as { readonly response?: { readonly status?: number } };
  const status = error.cause instanceof ForeignAnswer ? error.cause.status : response?.status;
  if (status === undefined || status === 503) return 'offline';
  return causes[status] ?? 'broken';
}

/** The fault of the database among the problems of an answer. */
export function faultIn(problems: unknown): FaultName | undefined {
  if (!Array.isArray(problems)) return undefined;
  return problems.map((problem: { readonly rule?: unknown }) => problem.rule).find(isFault);
}
