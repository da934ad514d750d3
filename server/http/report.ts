import type { FastifyBaseLogger } from 'fastify';
import { faultOf, logged } from '../db/failure.ts';

/** Writes to the log what went wrong where no call is there to tell of it. */
export function reportTo(log: Pick<FastifyBaseLogger, 'error'>): (error: unknown) => void {
  return (error) => log.error(logged(error), faultOf(error) ? 'The database failed' : 'Work in the background failed');
}
