import { Fragment, type Node, Slice } from 'prosemirror-model';
import { AddMarkStep, RemoveMarkStep, ReplaceStep, type Transform } from 'prosemirror-transform';
import type { Span } from '../../core/span.ts';
import { replaceText } from '../edit/rendering.ts';
import { closeSeam, openSeam, setAttributes } from '../edit/seam.ts';
import { brokenLaws, type SourceText } from '../model/law.ts';
import { keepPaged } from '../model/paging.ts';
import { anchors, mentions, type Segment, segmentAt, segments } from '../model/read.ts';
import { type MentionAttrs, schema } from '../model/schema.ts';
import { type Run, runs } from './runs.ts';

/**
 * Makes the document of `tr` say what `target` says, an older or newer document of the same source: segments with their
 * ids, ranges, states, links and anchors, and the mentions. Small steps per segment, so that what others type meanwhile
 * in a segment that does not change stays. Pages may differ.
 * Refused when `target` is not lawful for `source`; `false` also when nothing differs.
 */
export function restoreDocument(tr: Transform, target: Node, source: SourceText): boolean {
  if (brokenLaws(target, source).length > 0) return false;
  const steps = tr.steps.length;
  // Mentions come before their anchors and go after them, so that the document may be sent from between two segments.
  const wanted = mentions(target);
  addMentions(tr, wanted);
  for (const run of runs(segments(tr.doc), segments(target)).toReversed()) restoreRun(tr, run);
  restoreMentions(tr, wanted);
  keepPaged(tr);
  return tr.steps.length > steps;
}

/**
 * Makes the stretch of the source that the segment `id` of `target` covers as it is there. Where segments were split,
 * merged or moved since, those that hang together with it are restored too. Mentions that are anchored there come back.
 * A segment whose id is in use elsewhere by now keeps another of that stretch.
 * Refused when `target` is not lawful for `source` or has no such segment; `false` also when nothing differs.
 */
export function restoreSegment(tr: Transform, target: Node, id: string, source: SourceText): boolean {
  if (brokenLaws(target, source).length > 0) return false;
  const current = segments(tr.doc);
  const run = runs(current, segments(target)).find(({ after }) => after.some((segment) => segment.id === id));
  const free = run && withFreeIds(run, current);
  if (!free) return false;
  const steps = tr.steps.length;
  restoreRun(tr, free);
  const anchored = new Set(free.after.flatMap(({ node }) => [...anchors(node).keys()]));
  addMentions(
    tr,
    mentions(target).filter((mention) => anchored.has(mention.id)),
  );
  keepPaged(tr);
  return tr.steps.length > steps;
}

/** The run with ids that no segment outside it has; `null` when there are too few. */
function withFreeIds(run: Run, current: readonly Segment[]): Run | null {
  const outside = new Set(current.map(({ id }) => id));
  for (const { id } of run.before) outside.delete(id);
  const wanted = new Set(run.after.map(({ id }) => id));
  const spare = run.before.map(({ id }) => id).filter((id) => !wanted.has(id));
  const after: Segment[] = [];
  for (const segment of run.after) {
    const id = outside.has(segment.id) ? spare.shift() : segment.id;
    if (id === undefined) return null;
    after.push({ ...segment, id });
  }
  return { before: run.before, after };
}

/** `before` is as the document of `tr` has it; what stands in front of it does not move. */
function restoreRun(tr: Transform, { before, after }: Run): void {
  if (before.length === after.length && before.every(({ node }, index) => node.eq(after[index]?.node ?? node))) return;
  const places = before.length === after.length ? before.map(({ pos }) => pos) : regroup(tr, before, after);
  for (let index = after.length - 1; index >= 0; index--) {
    const [pos, target] = [places[index], after[index]];
    if (pos !== undefined && target) restoreOne(tr, pos, target);
  }
}

/** Merges `before` into one, gives that the texts of `after` in a row, and splits it where they meet; gives their places. */
function regroup(tr: Transform, before: readonly Segment[], after: readonly Segment[]): readonly number[] {
  for (let index = before.length - 1; index > 0; index--) {
    const [left, right] = [before[index - 1], before[index]];
    if (left && right) closeSeam(tr, left, right, false);
  }
  const pos = before[0]?.pos ?? 0;
  const merged = segmentAt(tr.doc, pos + 1);
  if (merged) replaceText(tr, merged, after.map(({ text }) => text).join(''));
  const places = [pos];
  let end = pos + 1;
  after.forEach(({ id, from, to, text }, index) => {
    if (index > 0) {
      openSeam(tr, end, { id, from, to });
      places.push(end + 1);
      end += 2;
    }
    end += text.length;
  });
  return places;
}

function restoreOne(tr: Transform, pos: number, target: Segment): void {
  const current = segmentAt(tr.doc, pos + 1);
  if (!current) return;
  replaceText(tr, current, target.text);
  const { id, from, to, kind, status, origin, links, alignment, leftOut } = target;
  setAttributes(tr, pos, { id, from, to, kind, status, origin, links, alignment, leftOut });
  restoreAnchors(tr, pos, target.node);
}

function restoreAnchors(tr: Transform, pos: number, target: Node): void {
  const segment = tr.doc.nodeAt(pos);
  if (!segment || segment.content.eq(target.content)) return;
  const [have, want] = [anchors(segment), anchors(target)];
  for (const [id, { from, to }] of missing(have, want)) {
    tr.step(new RemoveMarkStep(pos + 1 + from, pos + 1 + to, schema.marks.anchor.create({ id })));
  }
  for (const [id, { from, to }] of missing(want, have)) {
    tr.step(new AddMarkStep(pos + 1 + from, pos + 1 + to, schema.marks.anchor.create({ id })));
  }
}

type Anchors = ReadonlyMap<string, readonly Span[]>;

/** The anchors of `some` that `others` has not at the same place. */
function missing(some: Anchors, others: Anchors): readonly (readonly [string, Span])[] {
  return [...some].flatMap(([id, ranges]) =>
    ranges
      .filter(({ from, to }) => !others.get(id)?.some((other) => other.from === from && other.to === to))
      .map((range) => [id, range] as const),
  );
}

function restoreMentions(tr: Transform, target: readonly MentionAttrs[]): void {
  const wanted = new Map(target.map((mention) => [mention.id, mention]));
  const current = mentions(tr.doc);
  const start = tr.doc.content.size - 1 - current.length;
  for (let end = current.length; end > 0; end--) {
    const last = end;
    while (end > 0 && !wanted.has(current[end - 1]?.id ?? '')) end -= 1;
    if (end < last) tr.step(new ReplaceStep(start + end, start + last, Slice.empty));
    const was = current[end - 1];
    const mention = was && wanted.get(was.id);
    if (mention) setAttributes(tr, start + end - 1, { ...mention });
  }
}

/** Adds those of `wanted` that the document has not. */
function addMentions(tr: Transform, wanted: readonly MentionAttrs[]): void {
  const known = new Set(mentions(tr.doc).map(({ id }) => id));
  const nodes = wanted.filter(({ id }) => !known.has(id)).map((attrs) => schema.node('mention', { ...attrs }));
  const end = tr.doc.content.size - 1;
  if (nodes.length > 0) tr.step(new ReplaceStep(end, end, new Slice(Fragment.from(nodes), 0, 0)));
}
