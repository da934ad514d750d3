import { type Fault, type FaultName, faultNames, faults } from '../../shared/core/faults.ts';
import type { Problem } from '../../shared/core/problem.ts';

/** A record was changed by another transaction between being read and being written. */
export class Overtaken extends Error {
  override readonly name = 'Overtaken';
}

/** What we found out about the storage ourselves, with the code that the engine would have given. */
export class StorageFault extends Error {
  override readonly name = 'StorageFault';
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
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

/** The fault of the database behind an error, or `null` where the error is of another kind. */
export function faultOf(error: unknown): FaultName | null {
  if (mayRetry(error)) return 'storage-busy';
  const code = codeOf(error);
  const told = byCode.find(([start]) => code.startsWith(start));
  if (told) return told[1];
  const message = error instanceof Error ? error.message : '';
  return faultNames.find((name) => (faults[name] as Fault).says?.test(message)) ?? null;
}

/** What to tell a person whose change could not be stored, or `null` where the error is not of the storage. */
export function storageProblem(error: unknown): Problem | null {
  const fault = faultOf(error);
  return fault && { rule: fault, message: `${faults[fault].what} ${faults[fault].remedy}` };
}

/** An error as the log keeps it: a fault of the database with its name, and the code that the engine or the system gave it. */
export function logged(error: unknown): { readonly err: unknown; readonly fault?: FaultName; readonly code?: string } {
  const fault = faultOf(error);
  return { err: error, ...(fault && { fault, code: codeOf(error) || 'none' }) };
}

/** Faults by what their codes begin with, the longest first. */
const byCode = faultNames
  .flatMap((name) => faults[name].codes.map((start) => [start as string, name] as const))
  .sort(([one], [other]) => other.length - one.length);

function codeOf(error: unknown): string {
  const code = error instanceof Error ? (error as { code?: unknown }).code : null;
  return typeof code === 'string' ? code : '';
}
