import type { Node } from 'prosemirror-model';
import { Mapping, type Step, StepMap, Transform } from 'prosemirror-transform';
import { setAttributes } from '../edit/seam.ts';
import { eachSegment } from '../model/read.ts';
import { type MentionAttrs, segmentAttrs } from '../model/schema.ts';
import type { SourceText } from '../model/source.ts';
import { movedLinks, movedSpan, sourceMapping } from '../model/source-map.ts';
import { sourced } from '../model/sourced-step.ts';
import { standoffOf } from '../model/standoff.ts';
import {
  type ChangePart,
  changeParts,
  describedSegments,
  type MadeChange,
  type Stretch,
  subSteps,
} from './change-part.ts';
import { mend } from './mend.ts';

/** What became of a change that was to be taken back, counted in its parts: names, mentions, stretches of text. */
export interface TakenBack {
  readonly taken: number;
  /** Parts that somebody has changed since; they stay as they are. */
  readonly left: number;
}

/**
 * Takes a change back on the document of `tr`, to which the steps `since` led from where the change ended. Each part of it
 * is taken back whole where nobody has written in it, and stays where somebody has; nothing that others wrote goes. A
 * segment that reads again as it did before has its standing again, unless somebody has given it another since.
 * What comes out is lawful: an anchor of a mention that somebody has deleted meanwhile does not come back (`mend`).
 */
export function takeBack(
  tr: Transform,
  change: MadeChange,
  since: readonly Step[],
  source: SourceText,
  newId: () => string,
): TakenBack {
  const [before, after] = [change.docs.at(0), change.docs.at(-1)];
  if (!before || !after) return { taken: 0, left: 0 };
  const head = tr.doc;
  const later = new Mapping(since.map((step) => step.getMap()));
  const parts = changeParts(change);
  let chosen = parts.filter(
    (part) =>
      part.stretches.every((stretch) => isIntact(after, head, stretch, later)) &&
      part.mentions.every((id) => isUntouched(id, before, after, head, later)),
  );
  let inverse = inverted(head, change, since, chosen);
  while (!Array.isArray(inverse)) {
    const misfit = inverse;
    chosen = chosen.filter((part) => part !== misfit);
    inverse = inverted(head, change, since, chosen);
  }
  for (const step of inverse) tr.step(step);
  const standing = takeBackStanding(tr, { before, after, head }, describedSegments(change), sourceMapping(later));
  mend(tr, source, newId, head);
  return { taken: chosen.length + standing.taken, left: parts.length - chosen.length + standing.left };
}

/** True when `stretch` of `after` still reads as it did, names on it included. */
function isIntact(after: Node, head: Node, { from, to, isOpen }: Stretch, later: Mapping): boolean {
  const side = isOpen || from === to ? -1 : 1;
  const [start, end] = [later.map(from, side), later.map(to, -side)];
  return start <= end && head.slice(start, end).content.eq(after.slice(from, to).content);
}

/** True when nobody has changed what the change said of a mention. */
function isUntouched(id: string, before: Node, after: Node, head: Node, later: Mapping): boolean {
  const [was, made, now] = [before, after, head].map((doc) => standoffOf(doc).byId.get(id));
  if (!made || !now) return made === now;
  const names = Object.keys(made) as (keyof MentionAttrs)[];
  const stays = movedMention(made, sourceMapping(later));
  return names.every((name) => was?.[name] === made[name] || stays[name] === now[name]);
}

/** A mention as corrections of the source leave it. */
function movedMention(mention: MentionAttrs, source: Mapping | null): MentionAttrs {
  const { from, to } = mention;
  if (!source || from === null || to === null) return mention;
  const span = movedSpan({ from, to }, source);
  return { ...mention, ...(span.from < span.to ? span : { from: null, to: null }) };
}

/** The steps that take `chosen` back on `head`, or the part of which one does not fit. Each is brought there over all that
 *  came after the step that it takes back, in a mapping in which the two mirror each other. */
function inverted(
  head: Node,
  { steps, docs }: MadeChange,
  since: readonly Step[],
  chosen: readonly ChangePart[],
): Step[] | ChangePart {
  const partOf = new Map(chosen.flatMap((part) => part.steps.map((step) => [step, part] as const)));
  const maps = new Mapping([...steps, ...since].map((step) => step.getMap()));
  const tr = new Transform(head);
  for (const [index, step] of [...steps.entries()].toReversed()) {
    const [part, doc] = [partOf.get(index), docs[index]];
    if (!part || !doc) continue;
    const inverse = sourced(step, doc).invert(doc);
    for (const back of 'steps' in inverse ? subSteps(inverse) : [inverse]) {
      const mapped = back.map(maps.slice(index + 1));
      if (!mapped || tr.maybeStep(mapped).failed) return part;
      if (mapped.getMap() !== StepMap.empty) maps.appendMap(mapped.getMap(), index);
    }
  }
  return tr.steps;
}

/** Gives segments back what was said of them before, where they read as they did then. Counted are those whose text the
 *  change left alone. */
function takeBackStanding(
  tr: Transform,
  { before, after, head }: { readonly before: Node; readonly after: Node; readonly head: Node },
  ids: ReadonlySet<string>,
  source: Mapping | null,
): TakenBack {
  let [taken, left] = [0, 0];
  const [was, made, stood, now] = [placed(before, ids), placed(after, ids), placed(head, ids), placed(tr.doc, ids)];
  for (const [id, old] of was) {
    const [changed, current] = [made.get(id), now.get(id)];
    const reads = current && old.node.textContent === current.node.textContent;
    // A segment that was taken out on the way, and is put in again, says what it said in between: what others said is told
    // by the head.
    const [end, told] = [changed ?? current, stood.get(id) ?? current];
    const again = reads && end && told ? setAttributes(tr, current.pos, ownAgain(old, end, told, source)) : false;
    if (changed && isSaid(old.node, changed.node)) continue;
    if (old.node.textContent !== changed?.node.textContent) continue;
    // What was put in again may say of itself already what it said before.
    if (again || (current && isSaid(old.node, current.node))) taken += 1;
    else left += 1;
  }
  return { taken, left };
}

interface PlacedSegment {
  readonly node: Node;
  readonly pos: number;
}

function placed(doc: Node, ids: ReadonlySet<string>): ReadonlyMap<string, PlacedSegment> {
  const found = new Map<string, PlacedSegment>();
  if (ids.size === 0) return found;
  eachSegment(doc, (node, pos) => {
    const { id } = segmentAttrs(node);
    if (ids.has(id)) found.set(id, { node, pos });
    return true;
  });
  return found;
}

const described = ['kind', 'status', 'origin', 'taken', 'links', 'alignment', 'leftOut'] as const;

/** What a segment said before, where the change put something else for it that still stands. */
function ownAgain(
  was: PlacedSegment,
  made: PlacedSegment,
  now: PlacedSegment,
  source: Mapping | null,
): Readonly<Record<string, unknown>> {
  const said = ({ node }: PlacedSegment, name: (typeof described)[number]): unknown => {
    const { links } = segmentAttrs(node);
    return name === 'links' && links && source ? movedLinks(links, source) : node.attrs[name];
  };
  const names = described.filter((name) => isSame(said(made, name), now.node.attrs[name]));
  return Object.fromEntries(names.map((name) => [name, said(was, name)]));
}

function isSaid(a: Node, b: Node): boolean {
  return described.every((name) => isSame(a.attrs[name], b.attrs[name]));
}

function isSame(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
