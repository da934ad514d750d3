import type { Node } from 'prosemirror-model';
import { AddMarkStep, AttrStep, Mapping, RemoveMarkStep, ReplaceStep, type Step } from 'prosemirror-transform';
import type { Span } from '../../core/span.ts';
import { LinkStep } from '../model/link-step.ts';
import { anchors, eachSegment } from '../model/read.ts';
import { anchorId, mentionAttrs, segmentAttrs } from '../model/schema.ts';
import { type Change, classify } from '../model/step-kind.ts';

/** A change as a timeline has it: its steps, and the documents that they led through, one more than there are steps. */
export interface MadeChange {
  readonly steps: readonly Step[];
  readonly docs: readonly Node[];
}

/** A stretch of the document after a change, as positions there, in which the change wrote. Where it only took something
 *  away at an edge (`isOpen`), what stands at the edges matters too. */
export interface Stretch extends Span {
  readonly isOpen: boolean;
}

/** What of a change hangs together: it is taken back whole or not at all. A name that was written in several steps is one
 *  part, and so are the record of a mention and its anchors. */
export interface ChangePart {
  /** Indexes of its steps, in order. */
  readonly steps: readonly number[];
  readonly stretches: readonly Stretch[];
  /** Ids of the mentions whose record or anchors it changed. */
  readonly mentions: readonly string[];
}

/** The documents that `steps` lead through from `before`. Throws where one does not apply. */
export function madeChange(before: Node, steps: readonly Step[]): MadeChange {
  const docs = [before];
  for (const [index, step] of steps.entries()) {
    const { doc, failed } = step.apply(docs[index] ?? before);
    if (!doc) throw new RangeError(`Step ${index + 1} of the change does not apply: ${failed}`);
    docs.push(doc);
  }
  return { steps, docs };
}

/** The parts of a change, without what it did to the standing of segments. */
export function changeParts({ steps, docs }: MadeChange): readonly ChangePart[] {
  const before = docs[0];
  const after = docs.at(-1);
  if (!before || !after) return [];
  const known = new Set(before.lastChild?.children.map((node) => mentionAttrs(node).id));
  const maps = new Mapping(steps.map((step) => step.getMap()));
  const found: ChangePart[] = [];
  for (const [index, step] of steps.entries()) {
    const doc = docs[index] ?? before;
    const kind = classify(step, doc);
    if (kind === 'attribute') continue;
    const mentions = kind === 'mention' ? mentionsOf(step, doc) : newNames(step, known);
    const stretches = stretchesOf(step, kind, maps, index, after);
    found.push({ steps: [index], stretches, mentions });
  }
  return joined(found);
}

/** A correction of the source writes in no rendering. */
function stretchesOf(step: Step, kind: Change, maps: Mapping, index: number, after: Node): readonly Stretch[] {
  if (kind === 'source') return [];
  return kind === 'mention' ? unmarked(step, maps, index) : [writtenBy(step, maps, index, after)];
}

/** Ids of the mentions that a step on the standoff or on anchors changes. */
function mentionsOf(step: Step, doc: Node): readonly string[] {
  if (step instanceof AddMarkStep || step instanceof RemoveMarkStep) return [anchorId(step.mark)];
  if (step instanceof AttrStep) return [doc.nodeAt(step.pos)].flatMap((node) => (node ? mentionAttrs(node).id : []));
  if (!(step instanceof ReplaceStep)) return subSteps(step).flatMap((part) => mentionsOf(part, doc));
  const gone = doc.slice(step.from, step.to).content.content;
  return [...gone, ...step.slice.content.content].map((node) => mentionAttrs(node).id);
}

/** Ids of mentions that the change makes, of which text comes in here. */
function newNames(step: Step, known: ReadonlySet<string>): readonly string[] {
  const found = new Set<string>();
  if (step instanceof ReplaceStep)
    step.slice.content.descendants((node) => {
      for (const mark of node.marks) if (!known.has(anchorId(mark))) found.add(anchorId(mark));
    });
  return [...found];
}

/** Where a step took anchors away: to put them back, what stands there must be the same. */
function unmarked(step: Step, maps: Mapping, index: number): readonly Stretch[] {
  if (!(step instanceof RemoveMarkStep)) return subSteps(step).flatMap((part) => unmarked(part, maps, index));
  const rest = maps.slice(index + 1);
  const from = rest.map(step.from, 1);
  return [{ from, to: Math.max(from, rest.map(step.to, -1)), isOpen: false }];
}

/** What a step that takes several marks at once is made of; the library keeps its class to itself. */
export function subSteps(step: Step): readonly Step[] {
  return 'steps' in step && Array.isArray(step.steps) ? (step.steps as readonly Step[]) : [];
}

/** The stretch in which a step wrote: in a rendering as far as the shortest name that holds it, or as far as its words
 *  reach; elsewhere as far as the segments that it touches. */
function writtenBy(step: Step, maps: Mapping, index: number, after: Node): Stretch {
  let [from, to] = step instanceof AttrStep ? [step.pos, step.pos + 1] : [0, 0];
  step.getMap().forEach((_oldFrom, _oldTo, newFrom, newTo) => {
    [from, to] = [newFrom, newTo];
  });
  const rest = maps.slice(index + 1);
  [from, to] = [rest.map(from, -1), rest.map(to, 1)];
  const $from = after.resolve(from);
  if (!$from.parent.inlineContent || to > $from.end()) return { ...touchedSegments(after, from, to), isOpen: false };
  const start = $from.start();
  const place = { from: from - start, to: to - start };
  const around = nameAround($from.parent, place) ?? wordsAround($from.parent.textContent, place);
  const isOpen = from === to && (place.from === around.from || place.to === around.to);
  return { from: start + around.from, to: start + around.to, isOpen };
}

function touchedSegments(doc: Node, from: number, to: number): Span {
  let touched = { from, to };
  eachSegment(doc, (node, pos) => {
    const end = pos + node.nodeSize;
    if (end >= from && pos <= to) touched = { from: Math.min(touched.from, pos), to: Math.max(touched.to, end) };
    return pos <= to;
  });
  return touched;
}

function nameAround(segment: Node, { from, to }: Span): Span | undefined {
  return [...anchors(segment).values()]
    .map((ranges) => ({ from: ranges.at(0)?.from ?? 0, to: ranges.at(-1)?.to ?? 0 }))
    .filter((name) => name.from <= from && to <= name.to)
    .sort((a, b) => a.to - a.from - (b.to - b.from))[0];
}

function wordsAround(text: string, { from, to }: Span): Span {
  const left = /\S*$/u.exec(text.slice(0, from))?.[0] ?? '';
  const right = /^\S*/u.exec(text.slice(to))?.[0] ?? '';
  return { from: from - left.length, to: to + right.length };
}

/** Parts that share a mention or a place made one, in the order of their first steps. */
function joined(parts: readonly ChangePart[]): readonly ChangePart[] {
  const leaders = parts.map((_, index) => index);
  const leader = (index: number): number => {
    let own = index;
    while (leaders[own] !== own) own = leaders[own] ?? own;
    leaders[index] = own;
    return own;
  };
  const join = (a: number, b: number) => {
    const [first, second] = [leader(a), leader(b)];
    leaders[Math.max(first, second)] = Math.min(first, second);
  };
  const byMention = new Map<string, number>();
  const stretches: { readonly part: number; readonly stretch: Stretch }[] = [];
  for (const [index, part] of parts.entries()) {
    for (const mention of part.mentions) {
      join(index, byMention.get(mention) ?? index);
      byMention.set(mention, index);
    }
    for (const stretch of part.stretches) stretches.push({ part: index, stretch });
  }
  stretches.sort((a, b) => a.stretch.from - b.stretch.from || a.stretch.to - b.stretch.to);
  let last: { part: number; from: number; to: number } | null = null;
  for (const { part, stretch } of stretches) {
    const { from, to } = stretch;
    if (last && (from < last.to || from === last.from)) join(part, last.part);
    last = last && from < last.to ? { part, from: last.from, to: Math.max(to, last.to) } : { part, from, to };
  }
  const found = new Map<number, ChangePart>();
  for (const [index, part] of parts.entries()) {
    const known = found.get(leader(index));
    found.set(leader(index), {
      steps: [...(known?.steps ?? []), ...part.steps],
      stretches: [...(known?.stretches ?? []), ...part.stretches],
      mentions: [...new Set([...(known?.mentions ?? []), ...part.mentions])],
    });
  }
  return [...found.values()];
}

/** Ids of the segments whose kind, standing, links or alignment a change set. */
export function describedSegments({ steps, docs }: MadeChange): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const [index, step] of steps.entries()) {
    const doc = docs[index];
    const linked = doc && step instanceof LinkStep ? step.segmentIn(doc)?.node : null;
    const node = step instanceof AttrStep ? doc?.nodeAt(step.pos) : linked;
    if (node?.type.name === 'segment') ids.add(segmentAttrs(node).id);
  }
  return ids;
}
