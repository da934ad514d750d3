import type { PairPreview } from '../../shared/core/pair-preview.ts';
import type { Checked } from '../../shared/core/problem.ts';
import { englishRules, type SegmentationRules } from '../../shared/language/sentences/rules.ts';
import { segmentUpTo } from '../../shared/language/sentences/segmentation.ts';
import type { PairContent, PairFile, PairOptions } from '../import/pair/pair.ts';
import { readPair } from '../import/pair/read.ts';
import { alignPair } from '../import/pair/rows.ts';
import { type Known, knowledgeOf } from './known.ts';
import type { Task } from './task.ts';

export interface PreviewOrder {
  readonly files: readonly PairFile[];
  readonly options: PairOptions;
  readonly rules: SegmentationRules;
  readonly known: Known;
}

/** Rows that are shown, and how much of running text is aligned for them. */
export const SHOWN = 8;
export const SAMPLE = 8_000;
export const MOST_UNITS = 1_000_000;

/** What a pair would become, from its beginning; nothing is kept of it. */
export const pairPreviewTask: Task<PreviewOrder, Checked<PairPreview>> = async ({ files, options, rules, known }) => {
  const pair = await readPair(files, options);
  if (!pair.ok) return pair;
  const { content, languages, turned, table, title } = pair.value;
  const sample = alignPair(
    { ...pair.value, content: beginning(content) },
    { rules, paragraphs: options.paragraphs, knowledge: knowledgeOf(known) },
  );
  if (!sample.ok) return sample;
  const { source, rows } = sample.value;
  return {
    ok: true,
    value: {
      shape: content.shape,
      languages,
      turned,
      table,
      title,
      units: unitsOf(content, rules),
      rows: rows
        .slice(0, SHOWN)
        .map(({ from, to, english }) => ({ source: source.slice(from, to), rendering: english })),
      remarks: sample.value.remarks.filter(({ rule }) => rule !== 'alignment-uneven'),
    },
  };
};

function beginning(content: PairContent): PairContent {
  if (content.shape !== 'text') return { ...content, rows: content.rows.slice(0, 3 * SHOWN) };
  return { ...content, source: content.source.slice(0, SAMPLE), target: content.target.slice(0, SAMPLE) };
}

function unitsOf(content: PairContent, rules: SegmentationRules): PairPreview['units'] {
  if (content.shape !== 'text') {
    const filled = (side: 'source' | 'target') => content.rows.filter((row) => /[\p{L}\p{N}]/u.test(row[side])).length;
    return { source: filled('source'), target: filled('target') };
  }
  const count = (text: string, by: SegmentationRules) => segmentUpTo(text, by, MOST_UNITS)?.units.length ?? MOST_UNITS;
  return { source: count(content.source, rules), target: count(content.target, englishRules) };
}
