import type { z } from 'zod';
import type { Checked } from '../../shared/core/problem.ts';
import { malformed } from '../input/malformed.ts';
import type { ExitCode } from './command.ts';
import { type Terminal, tellProblems } from './terminal.ts';

/** Reads JSON Lines by `shape` and writes what `answer` gives for each as a line. A line that cannot be read or answered is told
 *  with its number, and the others are answered all the same. */
export async function readLines<T>(
  text: string,
  shape: z.ZodType<T>,
  terminal: Terminal,
  answer: (line: T) => Checked<unknown>,
): Promise<ExitCode> {
  let code: ExitCode = 0;
  for (const [index, raw] of text.split('\n').entries()) {
    if (raw.trim() === '') continue;
    const read = readLine(raw, shape);
    const answered = read.ok ? answer(read.value) : read;
    if (answered.ok) await terminal.write(`${JSON.stringify(answered.value)}\n`);
    else {
      const problems = answered.problems.map((problem) => ({ ...problem, line: index + 1 }));
      tellProblems(terminal, problems, 'standard input');
      code = 1;
    }
  }
  return code;
}

function readLine<T>(raw: string, shape: z.ZodType<T>): Checked<T> {
  let json: unknown;
  try {
    json = JSON.parse(raw);
  } catch (error) {
    return { ok: false, problems: [{ rule: 'json', message: `This line is no JSON: ${(error as Error).message}.` }] };
  }
  const read = shape.safeParse(json);
  return read.success ? { ok: true, value: read.data } : { ok: false, problems: malformed(read.error) };
}
