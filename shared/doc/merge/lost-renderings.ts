import type { Node } from 'prosemirror-model';
import type { Transaction } from 'prosemirror-state';
import { Mapping, type Step, type StepMap } from 'prosemirror-transform';
import type { Span } from '../../core/span.ts';
import { CorrectionStep } from '../model/correction-step.ts';
import { segmentNodes } from '../model/read.ts';
import { segmentAttrs } from '../model/schema.ts';
import { sourceTextOf } from '../model/source.ts';
import { sourceMapping } from '../model/source-map.ts';

/** A stretch of rendering text that a change could not keep, and the segment that it stood in. */
export interface LostRendering {
  readonly segment: string;
  readonly text: string;
}

/** Text lost in a rebase: typed here and not sent yet (`local`), or typed elsewhere meanwhile (`remote`). */
export interface OvertakenRendering extends LostRendering {
  readonly author: 'local' | 'remote';
}

/**
 * The text that goes under when a client takes in the steps of others: what it typed where they deleted or restructured,
 * and what they typed where its own unsent steps delete. `received` is the transaction that prosemirror-collab makes
 * (`receiveTransaction`): the unsent steps taken back, `remote` steps of others, the unsent steps again as far as they
 * still apply. Text that its own author deleted is not lost, nor is white space alone.
 */
export function lostRenderings(received: Transaction, remote: number): readonly OvertakenRendering[] {
  const unsent = (received.getMeta('rebased') as number | undefined) ?? 0;
  if (unsent === 0) return [];
  const { mapping } = received;
  const head = received.docs[unsent + remote] ?? received.doc;
  const sent = mapping.maps.slice(unsent, unsent + remote);
  const typedHere = insertedRanges(undone(mapping.maps.slice(0, unsent)));
  const deletedHere = insertedRanges(undone(mapping.maps.slice(unsent + remote)));
  const beforeSent = new Mapping(undone(sent));
  return [
    ...textIn(received.before, typedHere, (pos) => isGone(mapping, pos)).map(by('local')),
    ...textIn(head, deletedHere, (pos) => isGone(beforeSent, pos)).map(by('remote')),
  ];
}

function by<Author extends OvertakenRendering['author']>(author: Author) {
  return (lost: LostRendering) => ({ ...lost, author });
}

/** The maps of what takes back the steps of `maps`, last first: what these deleted, those insert. */
function undone(maps: readonly StepMap[]): readonly StepMap[] {
  return maps.map((map) => map.invert()).reverse();
}

/** True when `mapping` deletes the unit after `pos`. */
function isGone(mapping: Mapping, pos: number): boolean {
  return mapping.mapResult(pos, 1).deletedAfter;
}

/** The text in `doc` that came in by `steps`, which led to it: what would be lost if they were given up. Of a row whose Persian
 *  they corrected, all of its Persian. */
export function insertedRenderings(doc: Node, steps: readonly Step[]): readonly LostRendering[] {
  return [...textIn(doc, insertedRanges(steps.map((step) => step.getMap())), () => true), ...corrected(doc, steps)];
}

function corrected(doc: Node, steps: readonly Step[]): readonly LostRendering[] {
  const places = new Mapping(steps.map((step) => step.getMap()));
  const offsets = steps.flatMap((step, index) => {
    if (!(step instanceof CorrectionStep) || step.text.trim() === '') return [];
    return sourceMapping(places.slice(index + 1))?.map(step.from) ?? step.from;
  });
  if (offsets.length === 0) return [];
  return [...segmentNodes(doc)].map(segmentAttrs).flatMap(({ id, from, to }) => {
    const isCorrected = offsets.some((offset) => offset >= from && offset < to);
    return isCorrected ? [{ segment: id, text: sourceTextOf(doc, '').slice(from, to) }] : [];
  });
}

/** Where in the last document the content stands that the steps of `maps` inserted one after the other, in order and
 *  without overlap. */
function insertedRanges(maps: readonly StepMap[]): readonly Span[] {
  let ranges: Span[] = [];
  for (const map of maps) {
    ranges = ranges.map(({ from, to }) => ({ from: map.map(from, 1), to: map.map(to, -1) }));
    map.forEach((_oldFrom, _oldTo, from, to) => {
      ranges.push({ from, to });
    });
    ranges = union(ranges);
  }
  return ranges;
}

function union(ranges: readonly Span[]): Span[] {
  const joined: { from: number; to: number }[] = [];
  for (const { from, to } of ranges.filter((range) => range.from < range.to).sort((a, b) => a.from - b.from)) {
    const last = joined.at(-1);
    if (last && from <= last.to) last.to = Math.max(last.to, to);
    else joined.push({ from, to });
  }
  return joined;
}

/** The text in `ranges` of `doc` that `counts`, which is asked for the position before each unit: in unbroken stretches,
 *  each in one segment, white space alone left out. */
function textIn(doc: Node, ranges: readonly Span[], counts: (pos: number) => boolean): readonly LostRendering[] {
  const found: { segment: string; text: string; end: number }[] = [];
  for (const range of ranges) {
    doc.nodesBetween(range.from, range.to, (node, start, parent) => {
      if (!node.isText || !node.text || !parent) return;
      const { id } = segmentAttrs(parent);
      const to = Math.min(range.to, start + node.nodeSize);
      for (let pos = Math.max(range.from, start); pos < to; pos++) {
        if (!counts(pos)) continue;
        const unit = node.text.charAt(pos - start);
        const last = found.at(-1);
        if (last?.end === pos) Object.assign(last, { text: last.text + unit, end: pos + 1 });
        else found.push({ segment: id, text: unit, end: pos + 1 });
      }
    });
  }
  return found.filter(({ text }) => text.trim() !== '').map(({ segment, text }) => ({ segment, text }));
}
