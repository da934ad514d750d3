import type { Checked } from '../../core/problem.ts';
import { tmxReader } from './read.ts';

/** A translation unit of a memory: its first Persian variant, and its first English one. */
export interface TmxPair {
  readonly source: string;
  readonly target: string;
}

/** The pairs of a memory, in order, and how many of its units lack one of the two languages. */
export interface TmxPairs {
  readonly pairs: readonly TmxPair[];
  readonly incomplete: number;
}

/** Reads the pairs of a TMX file, as `tmxReader` reads it, white space run together. A file that is not well-formed, or no TMX,
 *  is a problem with its line and column. */
export function readTmxPairs(text: string): Checked<TmxPairs> {
  const reader = tmxReader('');
  const batches = [reader.write(text), reader.end()];
  const problems = batches.flatMap((batch) => batch.problems);
  if (problems.length > 0) return { ok: false, problems: problems.slice(0, 1) };
  const pairs: TmxPair[] = [];
  let incomplete = batches.flatMap((batch) => batch.warnings).filter(({ rule }) => rule === 'tmx.unit').length;
  for (const { fa, en } of batches.flatMap((batch) => batch.rows)) {
    const pair = { source: fa.replace(/\s+/gu, ' ').trim(), target: en.replace(/\s+/gu, ' ').trim() };
    if (pair.source === '' || pair.target === '') incomplete += 1;
    else pairs.push(pair);
  }
  return { ok: true, value: { pairs, incomplete } };
}
