import type { Outline, Statement, Unit } from '../../core/outline.ts';
import { type Span, slice } from '../../core/span.ts';
import { type Graphemes, graphemes } from '../characters/grapheme.ts';
import { type Attributions, attributions, type Lead } from './lead.ts';
import type { SegmentationRules } from './rules.ts';
import { type SentenceBreaks, sentenceBreaks } from './sentence.ts';
import { statements } from './statement.ts';

/** The structure of `source`: its paragraphs, their statements, and the units that tile them in order.
 *
 *  A paragraph is a line that is not blank; lines end with `\n`, `\r`, both, or U+2029. The stages are paragraph,
 *  statement, lead, sentence; in the last the first rule that matches decides (SRX 2.0). Units never overlap, neither
 *  begin nor end with space, and cut no grapheme. What none covers (separators, the colon of a lead, a line of asterisks)
 *  holds no letter and no number. Any string is good input, and the work grows with its length alone. */
export function segmentSource(source: string, rules: SegmentationRules): Outline {
  const { breaks, leads } = ready(rules);
  const spans = paragraphs(source);
  const found: Statement[] = [];
  const units: Unit[] = [];
  for (const [paragraph, { from, to }] of spans.entries()) {
    const text = source.slice(from, to);
    const bounds = graphemes(text);
    for (const span of statements(text, bounds, breaks, leads)) {
      const statement = trimmed(text, span, bounds);
      if (!hasWord(text, statement)) continue;
      const lead = leadOf(text, statement, bounds, leads);
      for (const part of parts(text, statement, lead, bounds, breaks)) {
        units.push({ ...part, from: from + part.from, to: from + part.to, paragraph, statement: found.length });
      }
      const attribution = lead ? 'lead' : leads.isReported(slice(text, statement)) ? 'reported' : 'none';
      found.push({ from: from + statement.from, to: from + statement.to, paragraph, attribution });
    }
  }
  return { paragraphs: spans, statements: found, units };
}

/** The lines of `source` that are not blank. */
function paragraphs(source: string): readonly Span[] {
  return Array.from(source.matchAll(/[^\n\r\u2029]+/g), ({ index, 0: line }) => ({
    from: index,
    to: index + line.length,
  })).filter(({ from, to }) => /[^\s\u0085]/.test(source.slice(from, to)));
}

/** The lead of a statement, unless its ends would cut a grapheme. */
function leadOf(text: string, statement: Span, { isBoundary }: Graphemes, leads: Attributions): Lead | null {
  const lead = leads.lead(slice(text, statement));
  const isWhole = lead && isBoundary(statement.from + lead.to) && isBoundary(statement.from + lead.said);
  return isWhole ? lead : null;
}

type Part = Pick<Unit, 'from' | 'to' | 'kind' | 'confidence'>;

/** The units of one statement: the lead, if there is one, and the sentences of what was said. */
function parts(
  text: string,
  { from, to }: Span,
  lead: Lead | null,
  bounds: Graphemes,
  breaks: SentenceBreaks,
): readonly Part[] {
  const said = { from: from + (lead?.said ?? 0), to };
  const sentences = sentencesOf(text, said, bounds, breaks).map(
    (span): Part => ({ ...span, kind: 'sentence', confidence: null }),
  );
  return lead ? [{ from, to: from + lead.to, kind: 'lead', confidence: lead.confidence }, ...sentences] : sentences;
}

/** The sentences of `said`. A stretch without a word belongs to the sentence before it, the first one to the next. */
function sentencesOf(text: string, said: Span, bounds: Graphemes, breaks: SentenceBreaks): readonly Span[] {
  const ends = breaks.in(slice(text, said)).map((end) => said.from + end);
  const sentences: Span[] = [];
  let from = said.from;
  for (const to of [...ends.filter(bounds.isBoundary), said.to]) {
    const last = sentences.at(-1);
    if (hasWord(text, { from, to })) sentences.push({ from, to });
    else if (last) sentences[sentences.length - 1] = { from: last.from, to };
    else continue;
    from = to;
  }
  return sentences.map((span) => trimmed(text, span, bounds));
}

/** `span` without space at its ends; a space that carries a mark stays. */
function trimmed(text: string, { from, to }: Span, { isBoundary }: Graphemes): Span {
  let [start, end] = [from, to];
  while (start < end && isSpace(text, start) && isBoundary(start + 1)) start += 1;
  while (start < end && isSpace(text, end - 1) && isBoundary(end - 1)) end -= 1;
  return { from: start, to: end };
}

function isSpace(text: string, at: number): boolean {
  return /[\s\u0085]/.test(text.charAt(at));
}

function hasWord(text: string, span: Span): boolean {
  return /[\p{L}\p{N}]/u.test(slice(text, span));
}

interface Ready {
  readonly breaks: SentenceBreaks;
  readonly leads: Attributions;
}

/** Rules are compiled once, however many sources they segment. */
const compiled = new WeakMap<SegmentationRules, Ready>();

function ready(rules: SegmentationRules): Ready {
  const known = compiled.get(rules);
  if (known) return known;
  const breaks = sentenceBreaks(rules);
  const made = { breaks, leads: attributions(rules, breaks) };
  compiled.set(rules, made);
  return made;
}
