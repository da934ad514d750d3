import { StepMap, type Transform } from 'prosemirror-transform';
import { changedAlignment } from '../../core/alignment.ts';
import type { Span } from '../../core/span.ts';
import { isBlank } from '../../language/characters/blank.ts';
import { foldKey } from '../../language/characters/fold.ts';
import { graphemes } from '../../language/characters/grapheme.ts';
import { type TextChange, textChanges } from '../../language/words/text-changes.ts';
import { CorrectionStep, type Place } from '../model/correction-step.ts';
import { paragraphAt } from '../model/law.ts';
import { type Segment, segmentById, segmentByIndex } from '../model/read.ts';
import { isSource, LONGEST_CORRECTION, type SourceText, sourceOf } from '../model/source.ts';
import { standingOf } from '../model/standing.ts';
import { standoffOf } from '../model/standoff.ts';
import { setAttributes } from './seam.ts';
import { joinNeighbours, splitSegment } from './structure.ts';

/*
 * The commands on the Persian itself. Each writes corrections of the source (`correction-step.ts`): a new revision of it in the
 * same timeline. The document must hold its source (`withSource`); each refuses one that does not.
 */

/** `text` as it may stand in a row: line breaks and tabs become spaces, spaces at the edges go. ZWNJ and marks stay. */
export function asSourceLine(text: string): string {
  return text.replace(/[\t\n\v\f\r\x85\u2028\u2029]+/gu, ' ').replace(/^ +| +$/gu, '');
}

/**
 * Makes the Persian of the segment `id` read `text`, by small replacements; what others have corrected in it since it read `base`
 * stays. Whoever has confirmed the row has to look at it again
 * where its words change, not where only their spelling does. Of a row that is left without a letter or sign the paragraph
 * goes too, if it held nothing else.
 * Refused when there is no such segment or it has no Persian, when `text` may not stand in a source or is more than 100,000
 * units long, when no word of the source would be left, and when nothing would change.
 */
export function correctSource(
  tr: Transform,
  id: string,
  text: string,
  original: SourceText,
  base: string | null = null,
): boolean {
  const segment = segmentById(tr.doc, id);
  const line = asSourceLine(text);
  if (!segment || !isCorrectable(tr, segment) || !isSource(line) || line.length > LONGEST_CORRECTION) return false;
  const source = sourceOf(tr.doc, original);
  const was = source.text.slice(segment.from, segment.to);
  if (was === line) return false;
  if (isBlank(line)) return emptySource(tr, segment, source);
  const steps = tr.steps.length;
  for (const { from, to, insert } of changesSince(base ?? was, line, was).toReversed()) {
    const current = segmentById(tr.doc, id);
    const change = { from: segment.from + from, to: segment.from + to, insert };
    if (current) tr.maybeStep(stepFor(tr, current, change, sourceOf(tr.doc, original).text));
  }
  const now = segmentById(tr.doc, id);
  if (!now || tr.steps.length === steps) return false;
  const reads = sourceOf(tr.doc, original).text.slice(now.from, now.to);
  if (foldKey(reads, 'search') !== foldKey(was, 'search')) unvouched(tr, now);
  return true;
}

/** What leads from `base` to `own`, as changes of `now`, which others have made of `base`. */
function changesSince(base: string, own: string, now: string): readonly TextChange[] {
  const theirs = textChanges(base, now).flatMap(({ from, to, insert }) => [from, to - from, insert.length]);
  const map = new StepMap(theirs);
  return textChanges(base, own).map(({ from, to, insert }) => {
    const start = map.map(from, 1);
    return { from: start, to: Math.max(start, map.map(to, -1)), insert };
  });
}

function isCorrectable(tr: Transform, { from, to }: Segment): boolean {
  return from < to && tr.doc.attrs.source !== null;
}

/** What is put in at the edge of a row takes the character beside it along, so that it is the row's own and no neighbour's; the
 *  names and links that begin or end there stay as they are. */
function stepFor(tr: Transform, segment: Segment, change: TextChange, source: string): CorrectionStep {
  const { from, to, insert } = change;
  if (from < to || (from > segment.from && from < segment.to)) return new CorrectionStep(from, to, insert);
  const bounds = graphemes(source.slice(segment.from, segment.to));
  if (from === segment.from) {
    const end = segment.from + bounds.ceil(1);
    const places = edgePlaces(tr, segment, (span) => span.from === from, insert.length);
    return new CorrectionStep(from, end, insert + source.slice(from, end), places);
  }
  const start = segment.from + bounds.floor(segment.to - segment.from - 1);
  const places = edgePlaces(tr, segment, (span) => span.to === to, 0);
  return new CorrectionStep(start, to, source.slice(start, to) + insert, places);
}

/** The mentions and links that stand at an edge of a row, which go `by` and take nothing in. */
function edgePlaces(
  tr: Transform,
  { id, from, to, links }: Segment,
  isThere: (span: Span) => boolean,
  by: number,
): readonly Place[] {
  const mentions = standoffOf(tr.doc)
    .over({ from, to })
    .flatMap((mention) => (mention.from === null || mention.to === null ? [] : [{ ...mention, ...spanOf(mention) }]))
    .map((mention): Place & { was: Span } => ({ of: 'mention', id: mention.id, was: spanOf(mention), is: null }));
  const linked = (links ?? [])
    .flatMap(({ pairs }) => pairs)
    .map(({ source }): Place & { was: Span } => ({ of: 'link', id, was: spanOf(source), is: null }));
  return [...mentions, ...linked]
    .filter(({ was }) => was.from < was.to && isThere(was))
    .map((place) => ({ ...place, is: { from: place.was.from + by, to: place.was.to + by } }));
}

function spanOf({ from, to }: { readonly from: number | null; readonly to: number | null }): Span {
  return { from: from ?? 0, to: to ?? 0 };
}

function emptySource(tr: Transform, segment: Segment, { text, paragraphs }: SourceText): boolean {
  const index = paragraphAt(paragraphs, segment.from);
  const [before, own, after] = [paragraphs[index - 1], paragraphs[index], paragraphs[index + 1]];
  if (!own) return false;
  const rest = text.slice(own.from, segment.from) + text.slice(segment.to, own.to);
  const isAlone = isBlank(rest) && (before || after);
  const gone = isAlone
    ? { from: before ? before.to : own.from, to: before ? own.to : (after?.from ?? own.to) }
    : segment;
  if (tr.maybeStep(new CorrectionStep(gone.from, gone.to, '')).failed) return false;
  const now = segmentById(tr.doc, segment.id);
  if (now) unvouched(tr, now, { leftOut: false });
  return true;
}

/** Nobody vouches any more for a row whose Persian reads otherwise. */
function unvouched(tr: Transform, segment: Segment, more: { readonly leftOut?: boolean } = {}): void {
  const standing = standingOf(segment.text, segment);
  const said = segment.leftOut && more.leftOut !== false ? {} : standing;
  setAttributes(tr, segment.pos, { ...said, alignment: changedAlignment(segment.alignment), ...more });
}

/**
 * Joins the paragraph of the segment `id` with the next one: a space stands where the line ended, if none does already and no
 * ZWNJ. A sentence that the end of the line had cut, so that no mark ends it there, becomes one row.
 * Refused when there is no such segment, or no paragraph follows it.
 */
export function joinParagraphs(tr: Transform, id: string, original: SourceText): boolean {
  const segment = segmentById(tr.doc, id);
  if (!segment || tr.doc.attrs.source === null) return false;
  const { text, paragraphs } = sourceOf(tr.doc, original);
  const index = paragraphAt(paragraphs, segment.from);
  const [own, next] = [paragraphs[index], paragraphs[index + 1]];
  if (!own || !next) return false;
  const isKept =
    /[\s\u200c]$/u.test(text.slice(own.from, own.to)) || /^[\s\u200c]/u.test(text.slice(next.from, next.to));
  const isCut = !/[.!?؟…:؛]\p{Pf}?\p{Pe}?["']?[\s/\u200c]*$/u.test(text.slice(own.from, own.to));
  const [above, below] = [lastIn(tr, segment, own), firstIn(tr, segment, next)];
  if (tr.maybeStep(new CorrectionStep(own.to, next.from, isKept ? '' : ' ')).failed) return false;
  if (!isCut || !above || !below || below.index !== above.index + 1) return true;
  const [left, right] = [segmentById(tr.doc, above.id), segmentById(tr.doc, below.id)];
  if (left && right) joinNeighbours(tr, left, right);
  return true;
}

/** The last row with Persian that begins in `paragraph`, from `segment` on. */
function lastIn(tr: Transform, segment: Segment, paragraph: Span): Segment | null {
  let last: Segment | null = segment.from < segment.to ? segment : null;
  for (let index = segment.index + 1; ; index++) {
    const next = segmentByIndex(tr.doc, index);
    if (!next || next.from >= paragraph.to) return last;
    if (next.from < next.to) last = next;
  }
}

/** The first row with Persian that begins in `paragraph`, from `segment` on. */
function firstIn(tr: Transform, segment: Segment, paragraph: Span): Segment | null {
  for (let index = segment.index; ; index++) {
    const next = segmentByIndex(tr.doc, index);
    if (!next || next.from >= paragraph.to) return null;
    if (next.from >= paragraph.from && next.from < next.to) return next;
  }
}

/** Where a paragraph is parted: at an offset of the whole source in a row, whose English is cut at `rendering`. */
export interface PartingPlace {
  readonly source: number;
  readonly rendering: number;
}

/**
 * Parts the paragraph of the segment `id` at `at`: what stands from there on begins a new one. A row that is cut by that is split;
 * its second part gets `newId`. The white space there goes; a separator of statements stays at the end of the first.
 * Refused when there is no such segment or it has no Persian, when `newId` is taken, and when the paragraph begins or ends there.
 */
export function partParagraph(
  tr: Transform,
  id: string,
  at: PartingPlace,
  newId: string,
  original: SourceText,
): boolean {
  const segment = segmentById(tr.doc, id);
  if (!segment || !isCorrectable(tr, segment)) return false;
  const source = sourceOf(tr.doc, original);
  const { text, paragraphs } = source;
  const own = paragraphs[paragraphAt(paragraphs, segment.from)];
  if (!own) return false;
  if (at.source > segment.from && at.source < segment.to) {
    const isCut = isParted(text, own, at.source) && splitSegment(tr, id, at, newId, source);
    if (!isCut) return false;
    const second = segmentById(tr.doc, newId);
    return second !== null && partBefore(tr, second, text);
  }
  const first = at.source <= segment.from ? segment : firstBehind(tr, segment);
  return first !== null && isParted(text, own, first.from) && partBefore(tr, first, text);
}

/** True when there is something to read on either side of `at` in a paragraph. */
function isParted(text: string, { from, to }: Span, at: number): boolean {
  return at < to && !isBlank(text.slice(from, at)) && !isBlank(text.slice(at, to));
}

function firstBehind(tr: Transform, segment: Segment): Segment | null {
  for (let index = segment.index + 1; ; index++) {
    const next = segmentByIndex(tr.doc, index);
    if (!next || next.from < next.to) return next;
  }
}

function partBefore(tr: Transform, segment: Segment, text: string): boolean {
  const before = nearestBefore(tr, segment);
  let from = segment.from;
  while (from > (before?.to ?? 0) && /\s/u.test(text.charAt(from - 1))) from -= 1;
  const own: readonly Place[] =
    from < segment.from ? [] : [...(before && before.to === from ? [stays(before, 0)] : []), { ...stays(segment, 1) }];
  return !tr.maybeStep(new CorrectionStep(from, segment.from, '\n', own)).failed;
}

function stays({ id, from, to }: Segment, by: number): Place {
  return { of: 'segment', id, was: { from, to }, is: { from: from + by, to: to + by } };
}

function nearestBefore(tr: Transform, segment: Segment): Segment | null {
  for (let index = segment.index - 1; index >= 0; index--) {
    const before = segmentByIndex(tr.doc, index);
    if (before && before.from < before.to) return before;
  }
  return null;
}
