import { dirname, join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import type { Problem } from '../../shared/core/problem.ts';

/** Where a command reads and writes. */
export interface Terminal {
  readonly input: Readable;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Writes to standard output, and resolves when more may follow. */
  write(text: string): Promise<void>;
  /** Tells something on standard error. */
  tell(line: string): void;
}

/** The terminal of this process. A reader that has seen enough (`| head`) ends the program quietly. */
export function processTerminal(): Terminal {
  const { stdin, stdout, stderr, env } = process;
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit(0);
  });
  return {
    input: stdin,
    env,
    write: (text) => written(stdout, text),
    tell: (line) => void stderr.write(`${line}\n`),
  };
}

function written(stream: Writable, text: string): Promise<void> {
  return new Promise((resolve) => {
    if (stream.write(text)) resolve();
    else stream.once('drain', resolve);
  });
}

/** Tells problems one a line, with their places, as compilers do. */
export function tellProblems(terminal: Terminal, problems: readonly Problem[], where?: string): void {
  for (const problem of problems) {
    const place = placeOf(problem, where);
    terminal.tell(place ? `${place}: ${problem.message}` : problem.message);
  }
}

/** A problem as `FILE:LINE:COLUMN: RULE: message`. */
export function problemLine(problem: Problem, path: string): string {
  return `${placeOf(problem, path)}: ${problem.rule}: ${problem.message}`;
}

/** `FILE:LINE:COLUMN`, as far as that is known; of several files the one that is meant, beside the one at `path`. */
function placeOf({ file, line, column }: Problem, path: string | undefined): string {
  const meant = file === undefined || path === undefined ? path : join(dirname(path), file);
  return [meant, line, column].filter((part) => part !== undefined).join(':');
}
