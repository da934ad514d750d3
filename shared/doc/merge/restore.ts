import { Fragment, type Node, Slice } from 'prosemirror-model';
import { AddMarkStep, RemoveMarkStep, ReplaceStep, Transform } from 'prosemirror-transform';
import type { Span } from '../../core/span.ts';
import { textChanges } from '../../language/words/text-changes.ts';
import { correctSource } from '../edit/correct.ts';
import { replaceText } from '../edit/rendering.ts';
import { closeSeam, openSeam, setAttributes } from '../edit/seam.ts';
import { CorrectionStep, withSource } from '../model/correction-step.ts';
import { brokenLaws } from '../model/law.ts';
import { keepPaged } from '../model/paging.ts';
import { anchors, mentions, type Segment, segmentAt, segmentById, segments } from '../model/read.ts';
import { type MentionAttrs, schema } from '../model/schema.ts';
import { type SourceText, sourceOf } from '../model/source.ts';
import { differing, restoreMany } from './restore-many.ts';
import { type Run, runs } from './runs.ts';

/** Where more segments change, they are restored in about so many steps. All that has to bring steps over each other, as an undo
 *  has and whoever takes in what others did meanwhile, costs the square of their number. */
const MANY = 2_000;

/**
 * Makes the document of `tr` say what `target` says, an older or newer version of it: the source, where it was corrected
 * between the two; segments with their ids, ranges, states, links and anchors; and the mentions. Small steps per segment, so
 * that what others type meanwhile in a segment that does not change stays; where more than `many` change, whole segments at
 * once (`restoreMany`). Pages may differ.
 * Refused when `target` is not lawful for `source`; `false` also when nothing differs.
 */
export function restoreDocument(tr: Transform, target: Node, source: SourceText, many = MANY): boolean {
  if (brokenLaws(target, source).length > 0) return false;
  const steps = tr.steps.length;
  if (!bringSource(tr, sourceOf(target, source).text, source)) return false;
  // Mentions come before their anchors and go after them, so that the document may be sent from between two segments.
  const wanted = mentions(target);
  addMentions(tr, wanted);
  const all = runs(segments(tr.doc), segments(target));
  if (differing(all) > many) restoreMany(tr, all, many, (run) => restoreRun(tr, run));
  else for (const run of all.toReversed()) restoreRun(tr, run);
  restoreMentions(tr, wanted);
  keepPaged(tr);
  return tr.steps.length > steps;
}

/**
 * Makes the stretch of the source that the segment `id` of `target` covers as it is there. Where segments were split,
 * merged or moved since, those that hang together with it are restored too. Mentions that are anchored there come back, and
 * what was corrected of their Persian is as it was there.
 * A segment whose id is in use elsewhere by now keeps another of that stretch.
 * Refused when `target` is not lawful for `source` or has no such segment; `false` also when nothing differs.
 */
export function restoreSegment(tr: Transform, target: Node, id: string, source: SourceText): boolean {
  if (brokenLaws(target, source).length > 0) return false;
  const current = segments(tr.doc);
  const here = inSource(target, sourceOf(tr.doc, source).text, source);
  const run = here && runs(current, segments(here)).find(({ after }) => after.some((segment) => segment.id === id));
  const free = run && withFreeIds(run, current);
  if (!here || !free) return false;
  const steps = tr.steps.length;
  restoreRun(tr, free);
  const anchored = new Set(free.after.flatMap(({ node }) => [...anchors(node).keys()]));
  addMentions(
    tr,
    mentions(here).filter((mention) => anchored.has(mention.id)),
  );
  keepPaged(tr);
  if (here !== target) restorePersian(tr, target, run.after, free.after, source);
  return tr.steps.length > steps;
}

/** Makes the source of the document of `tr` read `text`. Refused where the document does not hold its source. */
function bringSource(tr: Transform, text: string, original: SourceText): boolean {
  const current = sourceOf(tr.doc, original).text;
  const steps = tr.steps.length;
  for (const { from, to, insert } of textChanges(current, text).toReversed()) {
    if (!tr.maybeStep(new CorrectionStep(from, to, insert)).failed) continue;
    // On the way no word would have been left, or there is no way in parts.
    const now = sourceOf(tr.doc, original).text;
    return !tr.maybeStep(new CorrectionStep(0, now.length, text)).failed || tr.steps.length > steps;
  }
  return true;
}

/** `doc` with the source `text`, its ranges moved to where they stand in that; `null` where that cannot be had. */
export function inSource(doc: Node, text: string, original: SourceText): Node | null {
  if (sourceOf(doc, original).text === text) return doc;
  const tr = new Transform(withSource(doc, original.text));
  return bringSource(tr, text, original) ? tr.doc : null;
}

/** Gives the rows that were restored the Persian that they had; `moved` are those of `target` in the source of today, and
 *  `restored` the same with the ids that they got. */
function restorePersian(
  tr: Transform,
  target: Node,
  moved: readonly Segment[],
  restored: readonly Segment[],
  original: SourceText,
): void {
  const { text } = sourceOf(target, original);
  for (const [index, { id }] of restored.entries()) {
    const was = segmentById(target, moved[index]?.id ?? '');
    if (!was || !correctSource(tr, id, text.slice(was.from, was.to), original)) continue;
    const { status, origin, alignment } = was;
    const now = segmentById(tr.doc, id);
    if (now) setAttributes(tr, now.pos, { status, origin, alignment });
  }
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
  const places = before.length === after.length ? before.map(({ pos }) => pos) : regroup(tr, before, after);
  for (const [index, target] of [...after.entries()].reverse()) restoreOne(tr, places[index] ?? 0, target);
}

/** Merges `before` into one, gives that the texts of `after` in a row, and splits it where they meet; gives their places. */
function regroup(tr: Transform, before: readonly Segment[], after: readonly Segment[]): readonly number[] {
  const { pos } = before.reduceRight((right, left) => {
    closeSeam(tr, left, right, false);
    return left;
  });
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
  if (!current || current.node.eq(target.node)) return;
  replaceText(tr, current, target.text);
  const { id, from, to, kind, status, origin, taken, links, alignment, leftOut } = target;
  setAttributes(tr, pos, { id, from, to, kind, status, origin, taken, links, alignment, leftOut });
  restoreAnchors(tr, pos, target.node);
}

function restoreAnchors(tr: Transform, pos: number, target: Node): void {
  const segment = tr.doc.nodeAt(pos);
  const [have, want] = [segment ? anchors(segment) : new Map(), anchors(target)];
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
  let pos = tr.doc.content.size - 1;
  let gone = 0;
  const removeGone = () => {
    if (gone > 0) tr.step(new ReplaceStep(pos, pos + gone, Slice.empty));
    gone = 0;
  };
  for (const { id } of current.toReversed()) {
    const mention = wanted.get(id);
    if (mention) {
      removeGone();
      pos -= 1;
      setAttributes(tr, pos, { ...mention });
    } else {
      pos -= 1;
      gone += 1;
    }
  }
  removeGone();
}

/** Adds those of `wanted` that the document has not. */
function addMentions(tr: Transform, wanted: readonly MentionAttrs[]): void {
  const known = new Set(mentions(tr.doc).map(({ id }) => id));
  const nodes = wanted.filter(({ id }) => !known.has(id)).map((attrs) => schema.node('mention', { ...attrs }));
  const end = tr.doc.content.size - 1;
  if (nodes.length > 0) tr.step(new ReplaceStep(end, end, new Slice(Fragment.from(nodes), 0, 0)));
}
