import type { Outline, Statement, Unit } from '../../core/outline.ts';
import { type Span, slice } from '../../core/span.ts';
import { graphemes } from '../characters/grapheme.ts';
import { type Attributions, attributions, type Lead } from './lead.ts';
import { paragraphsOf } from './paragraph.ts';
import type { SegmentationRules } from './rules.ts';
import { type SentenceBreaks, sentenceBreaks } from './sentence.ts';
import { statements } from './statement.ts';
import { type VisibleText, visibleText } from './visible-text.ts';

/** The structure of `source`: its paragraphs, their statements, and the units that tile them in order.
 *
 *  A paragraph is a line that is not blank; lines end with `\n`, `\r`, both, or U+2029. The stages are paragraph,
 *  statement, lead, sentence; in the last the first rule that matches decides (SRX 2.0). Marks without weight (direction,
 *  soft hyphen, word joiner) change nothing, and U+200B is a space. Units never overlap, neither begin nor end with space,
 *  and cut no grapheme. What none covers (separators, the colon of a lead, a line of asterisks) holds no letter and no
 *  number. Any string is good input, and the work grows with its length alone. */
export function segmentSource(source: string, rules: SegmentationRules): Outline {
  return outlineOf(source, rules, Number.POSITIVE_INFINITY) as Outline;
}

/** As `segmentSource`, but `null` as soon as there are more than `most` units: nothing is kept of a text without end.
 *  @public for whoever takes texts in. */
export function segmentUpTo(source: string, rules: SegmentationRules, most: number): Outline | null {
  return outlineOf(source, rules, most);
}

function outlineOf(source: string, rules: SegmentationRules, most: number): Outline | null {
  const { breaks, leads } = ready(rules);
  const paragraphs: Span[] = [];
  const found: Statement[] = [];
  const units: Unit[] = [];
  for (const paragraph of paragraphsOf(source)) {
    const seen = seenText(slice(source, paragraph));
    const whole = (span: Span): Span => {
      const { from, to } = seen.raw(span);
      return { from: paragraph.from + from, to: paragraph.from + to };
    };
    for (const span of statements(seen.text, seen, breaks, leads)) {
      const statement = trimmed(seen, span);
      if (!hasWord(slice(seen.text, statement))) continue;
      const lead = leadOf(seen, statement, leads);
      for (const { from, to, ...part } of parts(seen, statement, lead, breaks)) {
        if (units.length === most) return null;
        units.push({ ...part, ...whole({ from, to }), paragraph: paragraphs.length, statement: found.length });
      }
      const attribution = lead ? 'lead' : leads.isReported(slice(seen.text, statement)) ? 'reported' : 'none';
      found.push({ ...whole(statement), paragraph: paragraphs.length, attribution });
    }
    paragraphs.push(paragraph);
  }
  return { paragraphs, statements: found, units };
}

/** What is visible of a paragraph; places in it are offsets of that. */
interface SeenText extends VisibleText {
  /** True when a boundary at `at` cuts no grapheme of the paragraph. */
  isBoundary(at: number): boolean;
  /** The range of the paragraph: a mark goes with the word that it touches, else with what is before it. */
  raw(span: Span): Span;
}

function seenText(paragraph: string): SeenText {
  const visible = visibleText(paragraph);
  const { text, after, before } = visible;
  const bounds = graphemes(paragraph);
  return {
    ...visible,
    isBoundary: (at) => bounds.isBoundary(after(at)),
    raw({ from, to }) {
      let start = from === 0 || isSpace(text, from - 1) ? before(from) : after(from);
      let end = after(to);
      while (paragraph[start] === '\ufeff') start += 1;
      while (paragraph[end - 1] === '\ufeff') end -= 1;
      return { from: start, to: end };
    },
  };
}

/** The lead of a statement, unless its ends would cut a grapheme. */
function leadOf({ text, isBoundary }: SeenText, statement: Span, leads: Attributions): Lead | null {
  const lead = leads.lead(slice(text, statement));
  const isWhole = lead && isBoundary(statement.from + lead.to) && isBoundary(statement.from + lead.said);
  return isWhole ? lead : null;
}

type Part = Pick<Unit, 'from' | 'to' | 'kind' | 'confidence'>;

/** The units of one statement: the lead, if there is one, and the sentences of what was said. */
function* parts(seen: SeenText, { from, to }: Span, lead: Lead | null, breaks: SentenceBreaks): Iterable<Part> {
  if (lead) yield { from, to: from + lead.to, kind: 'lead', confidence: lead.confidence };
  for (const span of sentencesOf(seen, { from: from + (lead?.said ?? 0), to }, breaks)) {
    yield { ...span, kind: 'sentence', confidence: null };
  }
}

/** The sentences of `said`. A stretch without a word belongs to the sentence before it, the first one to the next. */
function* sentencesOf(seen: SeenText, said: Span, breaks: SentenceBreaks): Iterable<Span> {
  const own = slice(seen.text, said);
  const hasWordIn = wordsAhead(own);
  let sentence: Span | null = null;
  let from = 0;
  const ends = function* (): Iterable<number> {
    for (const end of breaks.in(own)) if (seen.isBoundary(said.from + end)) yield end;
    yield own.length;
  };
  for (const to of ends()) {
    if (hasWordIn(from, to)) {
      if (sentence) yield trimmed(seen, sentence);
      sentence = { from: said.from + from, to: said.from + to };
    } else if (sentence) sentence = { from: sentence.from, to: said.from + to };
    else continue;
    from = to;
  }
  if (sentence) yield trimmed(seen, sentence);
}

/** Tells of ranges of `text`, asked for in ascending order, whether they hold a word; looks at each character once. */
function wordsAhead(text: string): (from: number, to: number) => boolean {
  const word = /[\p{L}\p{N}]/gu;
  let next = -1;
  return (from, to) => {
    if (next < from) {
      word.lastIndex = from;
      next = word.exec(text)?.index ?? Number.POSITIVE_INFINITY;
    }
    return next < to;
  };
}

/** `span` without space at its ends; a space that carries a mark stays. */
function trimmed({ text, isBoundary }: SeenText, { from, to }: Span): Span {
  let [start, end] = [from, to];
  while (start < end && isSpace(text, start) && isBoundary(start + 1)) start += 1;
  while (start < end && isSpace(text, end - 1) && isBoundary(end - 1)) end -= 1;
  return { from: start, to: end };
}

function isSpace(text: string, at: number): boolean {
  return /[\s\u0085]/.test(text.charAt(at));
}

function hasWord(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
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
