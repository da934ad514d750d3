import { createHash } from 'node:crypto';
import type { Checked, Problem } from '../../shared/core/problem.ts';
import { type ReadUnit, readUnits } from '../memory/read-units.ts';
import type { Task } from './task.ts';

/** A memory's file to be read. */
export interface MemoryFile {
  readonly path: string;
  /** As it is called where it came from. */
  readonly name: string;
  readonly bytes: number;
}

/** What was read of it, besides the units, which are told. */
export interface ReadMemory {
  readonly units: number;
  /** Units that said the same as an earlier one. */
  readonly same: number;
  /** Units that lack one of the two sides. */
  readonly incomplete: number;
  /** The first of what is wrong with units that were not taken, with their lines, and how many there are. */
  readonly problems: readonly Problem[];
  readonly broken: number;
}

/** Units told at once. */
const AT_ONCE = 500;
/** Problems that are told. */
const TOLD = 100;

/** Reads the units of a memory; each is told once, however often it stands there. */
export const memoryUnitsTask: Task<MemoryFile, Checked<ReadMemory>> = async ({ path, name, bytes }, tools) => {
  const seen = new Set<string>();
  const problems: Problem[] = [];
  let waiting: ReadUnit[] = [];
  let [units, same, incomplete, broken, letters] = [0, 0, 0, 0, 0];
  for await (const batch of readUnits(path, name)) {
    if (batch.isRefused) return { ok: false, problems: batch.problems.slice(0, TOLD) };
    broken += batch.problems.length;
    problems.push(...batch.problems.slice(0, TOLD - problems.length));
    incomplete += batch.incomplete;
    for (const unit of batch.units) {
      const key = digest(unit);
      if (seen.has(key)) {
        same += 1;
        continue;
      }
      seen.add(key);
      units += 1;
      letters += unit.source.length + unit.target.length;
      waiting.push(unit);
      if (waiting.length < AT_ONCE) continue;
      await tools.tell(waiting);
      waiting = [];
      // A Persian letter takes two bytes, an English one takes one, and there is something around them.
      tools.progress(Math.min(0.99, (letters * 2) / bytes));
    }
  }
  if (waiting.length > 0) await tools.tell(waiting);
  if (units === 0) return { ok: false, problems: [...problems, noUnit(name)] };
  return { ok: true, value: { units, same, incomplete, problems, broken } };
};

/** Short, because a million of them are kept; of as many, no two are the same by chance. */
function digest({ source, target }: ReadUnit): string {
  return createHash('sha1').update(`${source}\u0000${target}`).digest().toString('latin1', 0, 12);
}

function noUnit(name: string): Problem {
  const message = `${name} has no unit with both Persian and English. Choose a memory of these two languages.`;
  return { rule: 'memory.empty', message };
}
