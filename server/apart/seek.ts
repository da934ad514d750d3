import { runInNewContext } from 'node:vm';
import { type Query, type QueryHit, seeker } from '../../shared/language/words/query.ts';
import type { Task } from './task.ts';

/** Texts in which a regular expression is sought, within so many milliseconds. */
export interface SeekOrder {
  readonly query: Query;
  readonly texts: readonly string[];
  readonly time: number;
}

/** The hits of each text, or the place of the text in which the time ran out. */
export type SeekOutcome =
  | { readonly kind: 'found'; readonly hits: readonly (readonly QueryHit[])[] }
  | { readonly kind: 'runaway'; readonly at: number };

/** Seeks in each text. An expression that goes on without end is stopped by the engine, which looks at its clock where one tries again. */
export const seekTask: Task<SeekOrder, SeekOutcome> = async ({ query, texts, time }) => {
  const made = seeker(query);
  if (!made.ok) throw new Error(made.problems[0]?.message);
  const hits: (readonly QueryHit[])[] = [];
  const seek = () => {
    for (const text of texts) hits.push(made.value(text));
  };
  try {
    runInNewContext('seek()', { seek }, { timeout: time });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw error;
    return { kind: 'runaway', at: hits.length };
  }
  return { kind: 'found', hits };
};
