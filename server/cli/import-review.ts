import { readFile } from 'node:fs/promises';
import { applyReview } from '../commands/review/review.ts';
import type { Context } from '../context.ts';
import type { ExitCode } from './command.ts';
import { fileProblem } from './file-failure.ts';
import { type Terminal, tellProblems } from './terminal.ts';

/** Takes the changes of reviewed Word tables over, file by file, and writes what was changed as JSON. Rows that are not taken are told, and make
 *  the exit code 1. */
export async function importReviews(context: Context, files: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const reviews: object[] = [];
  let code: ExitCode = 0;
  for (const file of files) {
    try {
      const taken = await applyReview(context, { bytes: await readFile(file), contested: 'keep' });
      const problems = taken.ok ? taken.value.refused : taken.problems;
      if (taken.ok) reviews.push({ file, rows: taken.value.rows, changes: taken.value.changes });
      if (problems.length > 0) code = 1;
      tellProblems(terminal, problems, file);
    } catch (error) {
      const problem = fileProblem(error, file);
      if (problem === null) throw error;
      tellProblems(terminal, [problem], file);
      code = 1;
    }
  }
  await terminal.write(`${JSON.stringify({ reviews })}\n`);
  return code;
}
