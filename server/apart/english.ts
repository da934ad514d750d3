import type { Checked } from '../../shared/core/problem.ts';
import { type AlignedEnglish, alignEnglish, type PersianRow, readEnglish, standingOf } from '../import/pair/english.ts';
import type { PairFile, PairOptions } from '../import/pair/pair.ts';
import { type Known, knowledgeOf } from './known.ts';
import type { Task } from './task.ts';

/** English that is to be brought to a document. */
export interface EnglishOrder {
  readonly file: PairFile;
  readonly options: Pick<PairOptions, 'shape' | 'paragraphs'>;
  /** The rows of the document, in order. */
  readonly rows: readonly PersianRow[];
  readonly known: Known;
}

/** Reads English and aligns the rows of a document with it. */
export const englishTask: Task<EnglishOrder, Checked<AlignedEnglish>> = async (
  { file, options, rows, known },
  { progress },
) => {
  const english = await readEnglish(file);
  if (!english.ok) return english;
  const standing = standingOf(rows, english.value.lines, options.shape);
  if (!standing.ok) return standing;
  const aligned = alignEnglish(rows, english.value, {
    standing: standing.value,
    paragraphs: options.paragraphs,
    knowledge: knowledgeOf(known),
    progress: (share) => progress(0.9 * share),
  });
  if (!aligned.ok) return aligned;
  const remarks = [...english.value.remarks, ...aligned.value.remarks];
  return { ok: true, value: { ...aligned.value, remarks } };
};
