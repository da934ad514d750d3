import { TRPCClientError } from '@trpc/client';
import { describe, expect, it } from 'vitest';
import { causeOf, ForeignAnswer } from '../../../client/platform/cause.ts';
import { faultNames } from '../../../shared/core/faults.ts';

/** The error of a call that the server answered with a status of its own. */
const told = (httpStatus: number) =>
  TRPCClientError.from({ error: { message: 'No', code: -32000, data: { code: 'X', httpStatus } } });

/** The error of a call that something else answered, or nobody. */
const untold = (status?: number) =>
  TRPCClientError.from(status === undefined ? new TypeError('Failed to fetch') : new ForeignAnswer(status));

describe('why a call failed', () => {
  it.each([
    [401, 'signedOut'],
    [403, 'forbidden'],
    [404, 'missing'],
    [413, 'tooLarge'],
    [429, 'busy'],
    [500, 'broken'],
    [503, 'broken'],
    [400, 'other'],
  ] as const)('is told by the status %i of the server', (status, cause) => {
    expect(causeOf(told(status))).toBe(cause);
  });

  it.each(faultNames)('is the fault of the database that the server names: %s', (rule) => {
    const data = { code: 'SERVICE_UNAVAILABLE', httpStatus: 503, problems: [{ rule, message: 'Not now' }] };
    expect(causeOf(TRPCClientError.from({ error: { message: 'No', code: -32000, data } }))).toBe(rule);
  });

  it('is told by the status of a proxy, where the server itself said nothing', () => {
    expect([undefined, 502, 503, 504].map((status) => causeOf(untold(status)))).toEqual(Array(4).fill('offline'));
    expect([401, 413, 520].map((status) => causeOf(untold(status)))).toEqual(['signedOut', 'tooLarge', 'broken']);
    expect(causeOf(new Error('A fault of the page'))).toBe('other');
  });
});
