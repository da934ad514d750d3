import type { Checked, Problem } from '../../shared/core/problem.ts';
import { type ImportRule, importProblem } from '../../shared/formats/text/problems.ts';

export type WorkRule = Extract<ImportRule, `work.${string}`>;

/** A task that was not done, for a reason that lies in its size or in the server's load. */
export class WorkStopped extends Error {
  override readonly name = 'WorkStopped';
  readonly problem: Problem;

  /** `folder`: where the disk is full. */
  constructor(rule: WorkRule, folder?: string) {
    const problem = importProblem(rule, folder === undefined ? {} : { values: { folder } });
    super(problem.message);
    this.problem = problem;
  }
}

/** What `work` gives; that it was stopped is told as a problem, like those that it finds. */
export async function stopTold<T>(work: Promise<Checked<T>>): Promise<Checked<T>> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof WorkStopped) return { ok: false, problems: [error.problem] };
    throw error;
  }
}
