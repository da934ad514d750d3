import { createHash } from 'node:crypto';
import type { Mark } from '../../shared/wire/step.ts';

/** A step as it is written down, but for the mark. */
export interface WrittenStep {
  readonly client: string;
  readonly schema: number;
  /** JSON. */
  readonly step: string;
}

/** The mark of the version that a step makes of the version with the mark `before`: 96 bits of the SHA-256 of both. So two
 *  histories have the same mark only where they are the same up to there. */
export function nextMark(before: string, { client, schema, step }: WrittenStep): string {
  const hash = createHash('sha256').update(JSON.stringify([before, client, schema, step]));
  return hash.digest('base64url').slice(0, 16);
}

/** JSON of steps of one client, made one after the other on the version with the mark `before`: each with the mark of the version
 *  that it makes. */
export function markedSteps({
  before,
  steps,
  ...by
}: {
  readonly before: string;
  readonly client: string;
  readonly schema: number;
  readonly steps: readonly string[];
}): readonly { readonly json: string; readonly mark: string }[] {
  let mark = before;
  return steps.map((json) => {
    mark = nextMark(mark, { ...by, step: json });
    return { json, mark };
  });
}

/** False where a step with the mark `mark` cannot have been made on the version with the mark `before`: they are of two
 *  histories. What happened before there were marks has none, and the first of them follows from nothing. */
export function follows(before: Mark, step: WrittenStep, mark: Mark): boolean {
  if (before === null || mark === null || mark.startsWith('~')) return true;
  return nextMark(before, step) === mark;
}
