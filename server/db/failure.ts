import type { Problem } from '../../shared/core/problem.ts';

/** A record was changed by another transaction between being read and being written. */
export class Overtaken extends Error {
  override readonly name = 'Overtaken';
}

/** A database that must not be worked on as it is. */
export class UnusableDatabase extends Error {
  override readonly name = 'UnusableDatabase';
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.message);
    this.problem = problem;
  }
}

/** True where a transaction only came at the wrong moment: another one was in the way, and the next try may succeed. */
export function mayRetry(error: unknown): boolean {
  const code = codeOf(error);
  if (error instanceof Overtaken) return true;
  return code.startsWith('SQLITE_BUSY') || code === '40001' || code === '40P01' || isTakenVersion(error);
}

/** Two pushes made the same version of one document, and the primary key of `step` let one of them through. */
function isTakenVersion(error: unknown): boolean {
  const code = codeOf(error);
  if (code === 'SQLITE_CONSTRAINT_PRIMARYKEY') return (error as Error).message.includes('step.version');
  return code === '23505' && (error as { table?: unknown }).table === 'step';
}

const full: Problem = {
  rule: 'storage-full',
  message: 'The disk of the server is full: nothing was saved. Make room there, then it goes on by itself.',
};
const busy: Problem = {
  rule: 'storage-busy',
  message: 'Another program keeps the database busy: nothing was saved. It will be tried again.',
};
const unavailable: Problem = {
  rule: 'storage-unavailable',
  message: 'The server cannot reach or write its database: nothing was saved. Its log says more.',
};

/** What to tell a person whose change could not be stored, or `null` where the error is not of the storage. */
export function storageProblem(error: unknown): Problem | null {
  const code = codeOf(error);
  if (code === 'SQLITE_FULL' || code === '53100' || code === 'ENOSPC') return full;
  if (mayRetry(error)) return busy;
  if (/^SQLITE_(IOERR|CANTOPEN|READONLY|CORRUPT|NOTADB|PROTOCOL)/.test(code)) return unavailable;
  if (/^(08|53|57P|58)/.test(code) || /^E(CONN|PIPE|HOST|NET|AI_|TIMEDOUT)/.test(code)) return unavailable;
  return /^(Connection terminated|timeout exceeded when trying to connect)/.test(messageOf(error)) ? unavailable : null;
}

function codeOf(error: unknown): string {
  const code = error instanceof Error ? (error as { code?: unknown }).code : null;
  return typeof code === 'string' ? code : '';
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : '';
}
