import { languageOf } from '../../shared/alignment/forms/language-of.ts';
import type { PairPreview } from '../../shared/core/pair-preview.ts';
import type { Checked } from '../../shared/core/problem.ts';
import { englishRules } from '../../shared/language/sentences/rules.ts';
import { segmentUpTo } from '../../shared/language/sentences/segmentation.ts';
import {
  alignEnglish,
  byParagraph,
  type EnglishStanding,
  type PersianRow,
  readEnglish,
  standingOf,
} from '../import/pair/english.ts';
import type { EnglishOrder } from './english.ts';
import { knowledgeOf } from './known.ts';
import { MOST_UNITS, SAMPLE, SHOWN } from './pair-preview.ts';
import type { Task } from './task.ts';

/** What would become of English that is brought to a document, from its beginning; nothing is kept of it. */
export const englishPreviewTask: Task<EnglishOrder, Checked<PairPreview>> = async ({ file, options, rows, known }) => {
  const english = await readEnglish(file);
  if (!english.ok) return english;
  const { lines, text, language, remarks } = english.value;
  const standing = standingOf(rows, lines, options.shape);
  if (!standing.ok) return standing;
  const aligned = alignEnglish(
    beginning(rows, standing.value),
    { text: text.slice(0, SAMPLE), lines },
    { standing: standing.value, paragraphs: options.paragraphs, knowledge: knowledgeOf(known) },
  );
  if (!aligned.ok) return aligned;
  const persian = new Map(rows.map((row) => [row.id, row.text]));
  return {
    ok: true,
    value: {
      shape: standing.value === 'text' ? 'text' : 'lines',
      languages: { source: languageOf(rows.map((row) => row.text)), target: language },
      turned: false,
      table: null,
      title: '',
      units: {
        source: rows.length,
        target: segmentUpTo(text, englishRules, MOST_UNITS)?.units.length ?? MOST_UNITS,
      },
      rows: aligned.value.brought
        .slice(0, SHOWN)
        .map((one) => ({ source: one.rows.map((id) => persian.get(id) ?? '').join(' '), rendering: one.english })),
      remarks: [...remarks, ...aligned.value.remarks.filter(({ rule }) => rule !== 'alignment-uneven')],
    },
  };
};

/** The first rows, and of English that is put to paragraphs whole ones. */
function beginning(rows: readonly PersianRow[], standing: EnglishStanding): readonly PersianRow[] {
  let length = 0;
  const end = rows.findIndex(({ text }) => {
    length += text.length;
    return length > SAMPLE;
  });
  if (end < 0) return rows;
  if (standing !== 'paragraphs') return rows.slice(0, Math.max(1, end));
  const [first = []] = byParagraph(rows);
  return rows.slice(
    0,
    Math.max(
      first.length,
      rows.findIndex((row) => row.paragraph === rows[end]?.paragraph),
    ),
  );
}
