import { Fragment, type Node, Slice } from 'prosemirror-model';
import { RemoveMarkStep, ReplaceStep, type Transform } from 'prosemirror-transform';
import { graphemes } from '../../language/characters/grapheme.ts';
import { replaceText } from '../edit/rendering.ts';
import { setAttributes } from '../edit/seam.ts';
import { joinNeighbours, setRange } from '../edit/structure.ts';
import { brokenLaws, isRange, type SourceText } from '../model/law.ts';
import { keepPaged } from '../model/paging.ts';
import { anchors, mentions, type Segment, segmentAt, segments } from '../model/read.ts';
import { asRendering } from '../model/rendering-text.ts';
import { type MentionAttrs, schema } from '../model/schema.ts';
import { tiling } from './tiling.ts';

/**
 * Makes the document of `tr` lawful again after steps of different people were rebased over each other: two who split,
 * merged or moved borders at the same place leave ranges that do not tile. Deterministic but for `newId`; no text of a
 * rendering is dropped. Writes no step on a lawful document and tells whether it wrote any.
 *
 * - Ranges become the nearest tiling (`tiling.ts`); segments that are left with one range between them are merged.
 * - The second of two segments with one id gets a new one; the second of two mentions with one id goes.
 * - A segment that is left out, and has English or no Persian, is not.
 * - A mention whose ends crossed gets them in order; an anchor without a mention goes.
 *
 * `before` is a lawful document that shares nodes with the one of `tr`, as in `brokenLaws`.
 */
export function mend(tr: Transform, source: SourceText, newId: () => string, before?: Node): boolean {
  if (brokenLaws(tr.doc, source, before).length === 0) return false;
  mendRanges(tr, source, newId);
  mendIds(tr, newId);
  mendMentions(tr, source.text);
  for (const segment of segments(tr.doc)) replaceText(tr, segment, asRendering(segment.text));
  mendLeftOut(tr);
  mendAnchors(tr);
  keepPaged(tr);
  return true;
}

/** From the last tile to the first, so that the places of those still to come stay. */
function mendRanges(tr: Transform, source: SourceText, newId: () => string): void {
  const all = segments(tr.doc);
  let pos = endOf(all.at(-1));
  for (const { from, to, members } of tiling(all, source).toReversed()) {
    const first = members[0];
    if (first) {
      join(tr, members);
      pos = first.pos;
      const joined = members.length > 1 ? segmentAt(tr.doc, pos + 1) : first;
      if (joined) setRange(tr, joined, { from, to });
    } else {
      const segment = schema.node('segment', { id: newId(), from, to });
      tr.step(new ReplaceStep(pos, pos, new Slice(Fragment.from(segment), 0, 0)));
    }
  }
}

function join(tr: Transform, members: readonly Segment[]): void {
  for (let index = members.length - 1; index > 0; index--) {
    const left = segmentAt(tr.doc, (members[index - 1]?.pos ?? 0) + 1);
    const right = segmentAt(tr.doc, (members[index]?.pos ?? 0) + 1);
    if (left && right) joinNeighbours(tr, left, right);
  }
}

function mendIds(tr: Transform, newId: () => string): void {
  const taken = new Set<string>();
  for (const { id, pos } of segments(tr.doc)) {
    const own = taken.has(id) ? newId() : id;
    taken.add(own);
    if (own !== id) setAttributes(tr, pos, { id: own });
  }
}

function mendMentions(tr: Transform, text: string): void {
  const all = mentions(tr.doc);
  const start = tr.doc.content.size - 1 - all.length;
  const seen = new Set<string>();
  const second = all.map(({ id }) => seen.has(id) || !seen.add(id));
  for (const [index, mention] of all.entries()) {
    const range = mentionRange(mention, text);
    if (range.from !== mention.from || range.to !== mention.to) setAttributes(tr, start + index, { ...range });
  }
  for (let index = all.length - 1; index >= 0; index--) {
    if (second[index]) tr.step(new ReplaceStep(start + index, start + index + 1, Slice.empty));
  }
}

function mentionRange({ from, to }: MentionAttrs, text: string): Pick<MentionAttrs, 'from' | 'to'> {
  if (from === null || to === null) return { from: null, to: null };
  if (isRange(text, from, to)) return { from, to };
  const { floor, ceil } = graphemes(text);
  const start = floor(Math.min(from, to, text.length - 1));
  return { from: start, to: ceil(Math.min(Math.max(from, to, start + 1), text.length)) };
}

function mendLeftOut(tr: Transform): void {
  for (const { from, to, text, leftOut, pos } of segments(tr.doc)) {
    if (leftOut && (text !== '' || from >= to)) setAttributes(tr, pos, { leftOut: false });
  }
}

function mendAnchors(tr: Transform): void {
  const known = new Set(mentions(tr.doc).map(({ id }) => id));
  for (const { node, pos } of segments(tr.doc)) {
    for (const [id, ranges] of anchors(node)) {
      if (known.has(id)) continue;
      const mark = schema.marks.anchor.create({ id });
      for (const { from, to } of ranges) tr.step(new RemoveMarkStep(pos + 1 + from, pos + 1 + to, mark));
    }
  }
}

function endOf(segment: Segment | undefined): number {
  return segment ? segment.pos + segment.node.nodeSize : 1;
}
