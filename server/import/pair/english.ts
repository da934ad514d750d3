import { languageOf, type TextLanguage } from '../../../shared/alignment/forms/language-of.ts';
import { rounded } from '../../../shared/alignment/rows/again.ts';
import { align } from '../../../shared/alignment/sentences/align.ts';
import type { Checked, Problem } from '../../../shared/core/problem.ts';
import type { BroughtEnglish } from '../../../shared/doc/edit/bring-english.ts';
import { leftOutNotes } from '../../../shared/formats/text/left-out.ts';
import { cleanText } from '../../../shared/formats/text/plain-text.ts';
import { englishRules } from '../../../shared/language/sentences/rules.ts';
import { segmentSource } from '../../../shared/language/sentences/segmentation.ts';
import { rawText } from '../content.ts';
import { nameOf, type PairFile } from './pair.ts';
import type { AlignedPair, PairAlignment } from './rows.ts';

/** A row of a document that is to get English: its id, its Persian, and the paragraph in which that stands. */
export interface PersianRow {
  readonly id: string;
  readonly text: string;
  readonly paragraph: number;
}

/** English as it came, one paragraph a line, and what it reads as. */
export interface English {
  readonly text: string;
  readonly language: TextLanguage;
  readonly remarks: readonly Problem[];
}

/** Reads the English of a document from a text or a Word document. */
export async function readEnglish(file: PairFile): Promise<Checked<English>> {
  const raw = await rawText(file.bytes, nameOf(file), file.encoding);
  if (!raw.ok) return raw;
  const text = cleanText(raw.value.text);
  if (!text.ok) return text;
  return {
    ok: true,
    value: { text: text.value, language: languageOf([text.value]), remarks: leftOutNotes(raw.value.leftOut) },
  };
}

/** English for the rows of a document, in order. */
export interface AlignedEnglish extends Pick<AlignedPair, 'counts' | 'remarks'> {
  readonly brought: readonly BroughtEnglish[];
}

/** Aligns the rows of a document with English. Rows without Persian take no part. */
export function alignEnglish(
  persian: readonly PersianRow[],
  english: string,
  { paragraphs: keep, knowledge, progress }: Omit<PairAlignment, 'rules'>,
): Checked<AlignedEnglish> {
  const rows = persian.filter(({ text }) => text !== '');
  const units = segmentSource(english, englishRules).units;
  const targets = units.map(({ from, to }) => english.slice(from, to));
  const paragraphs = { source: rows.map((row) => row.paragraph), target: units.map((unit) => unit.paragraph) };
  const aligned = align(
    rows.map(({ text }) => text),
    targets,
    {
      ...knowledge,
      paragraphs: keep === 'ignore' ? undefined : { ...paragraphs, keep },
      watch: (share) => {
        progress?.(share);
        return true;
      },
    },
  );
  if (!aligned.ok) return aligned;
  const counts = { both: 0, sourceOnly: 0, targetOnly: 0 };
  const brought = aligned.value.beads.flatMap(({ source, target, score }): readonly BroughtEnglish[] => {
    counts[source.length === 0 ? 'targetOnly' : target.length === 0 ? 'sourceOnly' : 'both'] += 1;
    const text = target.map((unit) => targets[unit] ?? '').join(' ');
    const [first = [], ...rest] = byParagraph(source.flatMap((row) => rows[row] ?? []));
    const said = rounded(score);
    return [
      { rows: first, english: text, score: said },
      ...rest.map((ids) => ({ rows: ids, english: '', score: said })),
    ];
  });
  return { ok: true, value: { brought, counts, remarks: aligned.value.remarks } };
}

/** Rows of several paragraphs cannot be one: their English stands with the first. */
function byParagraph(rows: readonly PersianRow[]): readonly (readonly string[])[] {
  const parts = new Map<number, string[]>();
  for (const { id, paragraph } of rows) {
    const own = parts.get(paragraph);
    if (own) own.push(id);
    else parts.set(paragraph, [id]);
  }
  return [...parts.values()];
}
