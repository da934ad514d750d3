import type { Schema } from 'prosemirror-model';
import type { Step } from 'prosemirror-transform';
import { stepFrom } from '../../shared/doc/model/link-step.ts';
import type { Mark, SentStep } from '../../shared/wire/step.ts';

/** Steps that follow each other and are all of this tab, or all of others. */
export interface Run {
  readonly isOwn: boolean;
  readonly steps: readonly Step[];
  /** The mark of the version that the last one makes. */
  readonly mark: Mark;
}

/** What was accepted, as runs of this tab's steps and of others': where the server has put a push behind what came first, its
 *  steps stand behind those. */
export function runsOf(sent: readonly SentStep[], client: string, schema: Schema): readonly Run[] {
  const runs: { isOwn: boolean; steps: Step[]; mark: Mark }[] = [];
  for (const { client: author, step, mark } of sent) {
    const isOwn = author === client;
    const last = runs.at(-1);
    if (last?.isOwn === isOwn) {
      last.steps.push(stepFrom(schema, step));
      last.mark = mark;
    } else runs.push({ isOwn, steps: [stepFrom(schema, step)], mark });
  }
  return runs;
}

/** True when `accepted` are the first of `unsent`, as this tab has them by now. */
export function areFirst(accepted: readonly Step[], unsent: readonly Step[], schema: Schema): boolean {
  if (accepted.length > unsent.length) return false;
  // Both as the wire makes them: what is left out of a step on the way must not tell them apart.
  const told = (step: Step) => JSON.stringify(stepFrom(schema, JSON.parse(JSON.stringify(step.toJSON()))).toJSON());
  return accepted.every((step, index) => told(step) === told(unsent[index] as Step));
}
