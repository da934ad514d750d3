import type { Checked, Problem } from '../../shared/core/problem.ts';
import type { SegmentationRules } from '../../shared/language/sentences/rules.ts';
import type { PairFile, PairOptions } from '../import/pair/pair.ts';
import { readPair } from '../import/pair/read.ts';
import { type AlignedPair, alignPair } from '../import/pair/rows.ts';
import { type PreparedDocument, prepareDocument } from '../import/prepared.ts';
import { withoutSegments } from './document.ts';
import { type Known, knowledgeOf } from './known.ts';
import type { Task } from './task.ts';

export interface PairOrder {
  readonly files: readonly PairFile[];
  readonly options: PairOptions;
  readonly project: string;
  /** Taken from the name of the Persian file, or its text, where it is empty. */
  readonly title: string;
  readonly rules: SegmentationRules;
  readonly known: Known;
  readonly at: number;
}

/** A document of two sides, and what a person should know of how they came together. */
export interface PreparedPair extends Pick<AlignedPair, 'counts'> {
  readonly document: PreparedDocument;
  readonly remarks: readonly Problem[];
}

/** Reads a pair, aligns it and makes a document of it; its segments are told in pieces. What stood side by side is translated;
 *  what was aligned by itself is a draft until somebody has looked at it. */
export const pairTask: Task<PairOrder, Checked<PreparedPair>> = async (
  { files, options, project, title, rules, known, at },
  { newId, tell, progress },
) => {
  const pair = await readPair(files, options);
  if (!pair.ok) return pair;
  const aligned = alignPair(pair.value, {
    rules,
    paragraphs: options.paragraphs,
    knowledge: knowledgeOf(known),
    progress: (share) => progress(0.9 * share),
  });
  if (!aligned.ok) return aligned;
  const { source, rows, counts, remarks } = aligned.value;
  const status = pair.value.content.shape === 'text' ? 'draft' : 'translated';
  const text = {
    project,
    title: title || pair.value.title,
    text: source,
    units: rows,
    renderings: rows.map(({ english }) =>
      english === '' ? null : ({ text: english, status, origin: 'imported' } as const),
    ),
    alignments: rows.map(({ score }) => (score === null ? null : ({ state: 'automatic', score } as const))),
  };
  const made = await prepareDocument({ newId, now: () => at }, text, rules);
  if (!made.ok) return made;
  return { ok: true, value: { document: await withoutSegments(made.value, tell), counts, remarks } };
};
