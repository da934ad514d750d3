import { languageOf, type TextLanguage } from '../../../shared/alignment/forms/language-of.ts';
import { rounded } from '../../../shared/alignment/rows/again.ts';
import { align } from '../../../shared/alignment/sentences/align.ts';
import type { Checked, Problem } from '../../../shared/core/problem.ts';
import type { BroughtEnglish } from '../../../shared/doc/edit/bring-english.ts';
import { leftOutNotes } from '../../../shared/formats/text/left-out.ts';
import { cleanText } from '../../../shared/formats/text/plain-text.ts';
import { refused } from '../../../shared/formats/text/problems.ts';
import { englishRules } from '../../../shared/language/sentences/rules.ts';
import { segmentSource } from '../../../shared/language/sentences/segmentation.ts';
import { rawText } from '../content.ts';
import { areLines, linesOf, oneLine } from './lines.ts';
import { nameOf, type PairFile, type PairOptions } from './pair.ts';
import type { AlignedPair, PairAlignment } from './rows.ts';

/** A row of a document that is to get English: its id, its Persian, and the paragraph in which that stands. */
export interface PersianRow {
  readonly id: string;
  readonly text: string;
  readonly paragraph: number;
}

/** English as it came, and what it reads as. */
export interface English {
  /** One paragraph a line. */
  readonly text: string;
  /** Its lines, the empty ones too. */
  readonly lines: readonly string[];
  readonly language: TextLanguage;
  readonly remarks: readonly Problem[];
}

/** Reads the English of a document from a text or a Word document. */
export async function readEnglish(file: PairFile): Promise<Checked<English>> {
  const raw = await rawText(file.bytes, nameOf(file), file.encoding);
  if (!raw.ok) return raw;
  const text = cleanText(raw.value.text);
  if (!text.ok) return text;
  const lines = linesOf(raw.value.text).map(oneLine);
  const remarks = leftOutNotes(raw.value.leftOut);
  return { ok: true, value: { text: text.value, lines, language: languageOf([text.value]), remarks } };
}

/** English for the rows of a document, in order. */
export interface AlignedEnglish extends Pick<AlignedPair, 'counts' | 'remarks'> {
  readonly brought: readonly BroughtEnglish[];
}

/** How English stands beside the rows of a document: line n with row n, line n with paragraph n, or as running text. */
export type EnglishStanding = 'rows' | 'paragraphs' | 'text';

/** How English stands beside rows; where nobody has said it, the lines tell. Rows without Persian take no part. */
export function standingOf(
  rows: readonly PersianRow[],
  lines: readonly string[],
  shape: PairOptions['shape'],
): Checked<EnglishStanding> {
  const own = persianAmong(rows);
  if (shape === undefined) return { ok: true, value: areLines(textsOf(own), lines) ? 'rows' : 'text' };
  if (shape === 'text') return { ok: true, value: 'text' };
  if (lines.length === own.length) return { ok: true, value: 'rows' };
  const paragraphs = byParagraph(own).length;
  if (lines.length === paragraphs) return { ok: true, value: 'paragraphs' };
  return refused('pair.lines-unlike', { values: { lines: lines.length, rows: own.length, paragraphs } });
}

/** Brings the rows of a document together with English that stands beside them as `standing` says. What is in a line of a
 *  paragraph, and running text, is aligned. */
export function alignEnglish(
  persian: readonly PersianRow[],
  { text, lines }: Pick<English, 'text' | 'lines'>,
  { standing, ...by }: Omit<PairAlignment, 'rules'> & { readonly standing: EnglishStanding },
): Checked<AlignedEnglish> {
  const rows = persianAmong(persian);
  if (standing === 'text') return asRunningText(rows, text, by);
  if (standing === 'paragraphs') return byParagraphs(byParagraph(rows), lines, by);
  const brought = rows.map(({ id }, at) => ({ rows: [id], english: lines[at] ?? '', score: null }));
  return { ok: true, value: { brought, counts: countsOf(brought), remarks: [] } };
}

function byParagraphs(
  paragraphs: readonly (readonly PersianRow[])[],
  lines: readonly string[],
  { progress, ...by }: Omit<PairAlignment, 'rules'>,
): Checked<AlignedEnglish> {
  const brought: BroughtEnglish[] = [];
  const remarks = new Map<string, Problem>();
  for (const [at, own] of paragraphs.entries()) {
    const english = lines[at] ?? '';
    if (english === '') brought.push(...own.map(({ id }) => ({ rows: [id], english, score: null })));
    else {
      const made = asRunningText(own, english, by);
      if (!made.ok) return made;
      brought.push(...made.value.brought);
      for (const remark of made.value.remarks) remarks.set(remark.rule, remark);
    }
    progress?.((at + 1) / paragraphs.length);
  }
  return { ok: true, value: { brought, counts: countsOf(brought), remarks: [...remarks.values()] } };
}

function asRunningText(
  rows: readonly PersianRow[],
  english: string,
  { paragraphs: keep, knowledge, progress }: Omit<PairAlignment, 'rules'>,
): Checked<AlignedEnglish> {
  const units = segmentSource(english, englishRules).units;
  const targets = units.map(({ from, to }) => english.slice(from, to));
  const paragraphs = { source: rows.map((row) => row.paragraph), target: units.map((unit) => unit.paragraph) };
  const aligned = align(textsOf(rows), targets, {
    ...knowledge,
    paragraphs: keep === 'ignore' ? undefined : { ...paragraphs, keep },
    watch: (share) => {
      progress?.(share);
      return true;
    },
  });
  if (!aligned.ok) return aligned;
  const beads = aligned.value.beads.map(({ source, target, score }) => ({
    rows: source.flatMap((row) => rows[row] ?? []),
    english: target.map((unit) => targets[unit] ?? '').join(' '),
    score: rounded(score),
  }));
  const brought = beads.flatMap(({ rows: own, english: text, score }): readonly BroughtEnglish[] => {
    // Rows of several paragraphs cannot be one: their English stands with the first.
    const [first = [], ...rest] = byParagraph(own).map((some) => some.map(({ id }) => id));
    return [{ rows: first, english: text, score }, ...rest.map((ids) => ({ rows: ids, english: '', score }))];
  });
  return { ok: true, value: { brought, counts: countsOf(beads), remarks: aligned.value.remarks } };
}

function countsOf(all: readonly { readonly rows: readonly unknown[]; readonly english: string }[]) {
  const counts = { both: 0, sourceOnly: 0, targetOnly: 0 };
  for (const { rows, english } of all) {
    counts[rows.length === 0 ? 'targetOnly' : english === '' ? 'sourceOnly' : 'both'] += 1;
  }
  return counts;
}

function textsOf(rows: readonly PersianRow[]): readonly string[] {
  return rows.map(({ text }) => text);
}

function persianAmong(rows: readonly PersianRow[]): readonly PersianRow[] {
  return rows.filter(({ text }) => text !== '');
}

/** Rows that stand in one paragraph, each with those. */
export function byParagraph(rows: readonly PersianRow[]): readonly (readonly PersianRow[])[] {
  const parts = new Map<number, PersianRow[]>();
  for (const row of rows) {
    const own = parts.get(row.paragraph);
    if (own) own.push(row);
    else parts.set(row.paragraph, [row]);
  }
  return [...parts.values()];
}
