import type { Problem } from '../../shared/core/problem.ts';
import { type ImportRule, importProblem } from '../../shared/formats/text/problems.ts';

export type WorkRule = Extract<ImportRule, `work.${string}`>;

/** A task that was not done, for a reason that lies in its size or in the server's load. */
export class WorkStopped extends Error {
  override readonly name = 'WorkStopped';
  readonly problem: Problem;

  constructor(rule: WorkRule) {
    const problem = importProblem(rule);
    super(problem.message);
    this.problem = problem;
  }
}
