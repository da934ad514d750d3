import type { Checked, Problem } from '../../shared/core/problem.ts';
import { hardWrap, joinedLines, type lineChoices } from '../../shared/formats/text/hard-wrap.ts';
import { cleanText, textLines } from '../../shared/formats/text/plain-text.ts';
import { importProblem } from '../../shared/formats/text/problems.ts';
import { isBlank } from '../../shared/language/characters/blank.ts';
import type { SegmentationRules } from '../../shared/language/sentences/rules.ts';
import { segmentUpTo } from '../../shared/language/sentences/segmentation.ts';

/** What becomes of the lines; with `tell` each is a paragraph, and what looks as if it were none is told of. */
export type LineChoice = (typeof lineChoices)[number] | 'tell';

/** A text as a source, and what is to be told of its lines. */
export interface ReadLines {
  readonly text: string;
  readonly notes: readonly Problem[];
}

/** How much of what comes of joining is shown, in segments. */
const SHOWN = 5;

/** More of a text than that is not segmented twice to be shown. */
const MOST = 2_000_000;

/** `raw` as the source of a document, its lines as `choice` says. With `ask`, a text whose lines were broken at a width is a problem
 *  that says what would come of either, and whose `values.sample` are the first segments of the joined text, a line each. With `tell` it
 *  is told as a note. */
export function readLines(raw: string, choice: LineChoice, rules: SegmentationRules): Checked<ReadLines> {
  const kept = cleanText(raw);
  if (!kept.ok) return kept;
  if (choice === 'join') {
    const joined = cleanText(joinedLines(raw));
    if (!joined.ok) return joined;
    const values = {
      lines: textLines(raw).filter((line) => !isBlank(line)).length,
      paragraphs: paragraphsOf(joined.value),
    };
    const notes = values.lines > values.paragraphs ? [importProblem('text.lines-joined', { values })] : [];
    return { ok: true, value: { text: joined.value, notes } };
  }
  const wrap = choice === 'keep' || raw.length > MOST ? null : hardWrap(raw);
  const joined = wrap && cleanText(wrap.joined);
  if (!wrap || !joined?.ok) return { ok: true, value: { text: kept.value, notes: [] } };
  const segments = shown(joined.value, rules);
  const values = {
    width: wrap.width,
    lines: wrap.lines,
    segments: shown(kept.value, rules).length,
    paragraphs: paragraphsOf(joined.value),
    joined: segments.length,
    sample: segments.slice(0, SHOWN).join('\n'),
  };
  if (choice === 'ask') return { ok: false, problems: [importProblem('text.wrapped', { values })] };
  return { ok: true, value: { text: kept.value, notes: [importProblem('text.lines-kept', { values })] } };
}

function paragraphsOf(text: string): number {
  return text.split('\n').length;
}

function shown(text: string, rules: SegmentationRules): readonly string[] {
  const outline = segmentUpTo(text, rules, text.length + 1);
  return (outline?.units ?? []).map(({ from, to }) => text.slice(from, to));
}
