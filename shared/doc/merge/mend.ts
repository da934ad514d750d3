import { Fragment, type Node, Slice } from 'prosemirror-model';
import { RemoveMarkStep, ReplaceStep, type Transform } from 'prosemirror-transform';
import { graphemes } from '../../language/characters/grapheme.ts';
import { replaceText } from '../edit/rendering.ts';
import { setAttributes } from '../edit/seam.ts';
import { joinNeighbours, setRange } from '../edit/structure.ts';
import { brokenLaws } from '../model/law.ts';
import { keepPaged } from '../model/paging.ts';
import { anchors, mentions, type Segment, segmentAt, segments } from '../model/read.ts';
import { asRendering } from '../model/rendering-text.ts';
import { type MentionAttrs, schema } from '../model/schema.ts';
import { type SourceText, sourceOf } from '../model/source.ts';
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
 * `original` and `before` are as in `brokenLaws`.
 */
export function mend(tr: Transform, original: SourceText, newId: () => string, before?: Node): boolean {
  if (brokenLaws(tr.doc, original, before).length === 0) return false;
  const source = sourceOf(tr.doc, original);
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
    if (members.length > 0) {
      const joined = join(tr, members);
      setRange(tr, joined, { from, to });
      pos = joined.pos;
    } else {
      const segment = schema.node('segment', { id: newId(), from, to });
      tr.step(new ReplaceStep(pos, pos, new Slice(Fragment.from(segment), 0, 0)));
    }
  }
}

/** Makes neighbours one, from the last to the first: what stands before is where it was. */
function join(tr: Transform, members: readonly Segment[]): Segment {
  return members.reduceRight((right, left) => {
    joinNeighbours(tr, left, right);
    return segmentAt(tr.doc, left.pos + 1) ?? left;
  });
}

function mendIds(tr: Transform, newId: () => string): void {
  const taken = new Set<string>();
  for (const { id, pos } of segments(tr.doc)) {
    if (taken.has(id)) setAttributes(tr, pos, { id: newId() });
    taken.add(id);
  }
}

function mendMentions(tr: Transform, text: string): void {
  const all = mentions(tr.doc);
  const start = tr.doc.content.size - 1 - all.length;
  const seen = new Set<string>();
  const again: number[] = [];
  for (const [index, mention] of all.entries()) {
    setAttributes(tr, start + index, mentionRange(mention, text));
    if (seen.has(mention.id)) again.unshift(start + index);
    seen.add(mention.id);
  }
  for (const pos of again) tr.step(new ReplaceStep(pos, pos + 1, Slice.empty));
}

/** The nearest range of whole letters; of a lawful one itself. */
function mentionRange({ from, to }: MentionAttrs, text: string): { from: number | null; to: number | null } {
  if (from === null || to === null) return { from: null, to: null };
  const { floor, ceil } = graphemes(text);
  const start = floor(Math.min(from, to, text.length - 1));
  return { from: start, to: ceil(Math.min(Math.max(from, to, start + 1), text.length)) };
}

function mendLeftOut(tr: Transform): void {
  for (const { from, to, text, leftOut, pos } of segments(tr.doc)) {
    setAttributes(tr, pos, { leftOut: leftOut && text === '' && from < to });
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
