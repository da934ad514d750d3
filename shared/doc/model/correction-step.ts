import { Fragment, type Node, type Schema } from 'prosemirror-model';
import { type Mappable, Step, StepMap, StepResult } from 'prosemirror-transform';
import type { Span } from '../../core/span.ts';
import { isPlace, needsSegment } from './law.ts';
import { type Link, type LinkLayer, mentionAttrs, segmentAttrs } from './schema.ts';
import { isSource, LONGEST_CORRECTION } from './source.ts';
import { CorrectionMap, movedSpan, sourceMapping } from './source-map.ts';

/** What a correction says of one range beyond what follows from the change: a range of the segment or mention `id`, or of a
 *  link of that segment, that reads `was` before it reads `is` after it. One that somebody has changed meanwhile does not. */
export interface Place {
  readonly of: 'segment' | 'mention' | 'link';
  readonly id: string;
  readonly was: Span | null;
  readonly is: Span | null;
}

/**
 * Replaces `from`–`to` of the source by `text`; every range of segments, mentions and links goes along:
 * - What is put in at the edge of a mention or of a link is not part of it. A mention of which nothing is left has no Persian
 *   side any more, a link is stale.
 * - Segments stay side by side. What is put in where two touch belongs to the first; a row without Persian takes nothing.
 *
 * The inverse names every range that touches the change, so that it gives back what was there before to the letter, ranges
 * included whose ends crossed for as long as nobody has mended them. No position of the document moves.
 */
export class CorrectionStep extends Step {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly places: readonly Place[];

  constructor(from: number, to: number, text: string, places: readonly Place[] = []) {
    super();
    this.from = from;
    this.to = to;
    this.text = text;
    this.places = places;
  }

  override apply(doc: Node): StepResult {
    const { from, to, text } = this;
    const source: unknown = doc.attrs.source;
    if (typeof source !== 'string') return StepResult.fail('The document does not hold its source');
    if (!(isOffset(from) && isOffset(to)) || from > to || to > source.length)
      return StepResult.fail(`${from}–${to} is no range of the source`);
    if (!isPlace(source, from) || !isPlace(source, to)) return StepResult.fail('The range cuts a character in two');
    if (!isSource(text) || text.length > LONGEST_CORRECTION)
      return StepResult.fail('The text holds what no source may hold');
    const corrected = source.slice(0, from) + text + source.slice(to);
    if (!needsSegment(corrected)) return StepResult.fail('No word of the source would be left');
    return StepResult.ok(this.moved(doc, corrected));
  }

  override getMap(): StepMap {
    return new CorrectionMap(this.ranges());
  }

  override invert(doc: Node): CorrectionStep {
    const { from, to, text } = this;
    const source = doc.attrs.source as string;
    const after = this.apply(doc).doc;
    const places = after ? placesBack(doc, after, (was, is) => this.follows(was, is)) : [];
    return new CorrectionStep(from, from + text.length, source.slice(from, to), places);
  }

  override map(mapping: Mappable): CorrectionStep | null {
    const source = sourceMapping(mapping);
    if (!source) return this;
    const start = source.mapResult(this.from, 1);
    const end = source.mapResult(this.to, -1);
    if (start.deletedAcross && end.deletedAcross) return null;
    const [from, to] = [start.pos, Math.max(start.pos, end.pos)];
    const places = this.places.map((place) => ({
      ...place,
      was: place.was && movedPlace(place.of, place.was, source),
      is: place.is && movedPlace(place.of, place.is, this.afterwards(source, from, to)),
    }));
    return new CorrectionStep(from, to, this.text, places);
  }

  override toJSON(): unknown {
    const { from, to, text, places } = this;
    return { stepType: 'correction', from, to, text, ...(places.length > 0 && { places }) };
  }

  static override fromJSON(_schema: Schema, json: Readonly<Record<string, unknown>>): CorrectionStep {
    const { from, to, text, places = [] } = json;
    if (!isOffset(from) || !isOffset(to) || typeof text !== 'string' || !Array.isArray(places))
      throw new RangeError('Invalid input for CorrectionStep.fromJSON');
    return new CorrectionStep(from, to, text, places.map(readPlace));
  }

  private ranges(): StepMap {
    return new StepMap([this.from, this.to - this.from, this.text.length]);
  }

  private touches({ from, to }: Span): boolean {
    return Math.min(from, to) <= this.to && Math.max(from, to) >= this.from;
  }

  /** True when `is` follows from `was` without a word of the step. */
  private follows(was: Span, is: Span | null): boolean {
    if (this.touches(was) || !is) return false;
    const { from, to } = shifted(was, this.ranges());
    return is.from === from && is.to === to;
  }

  /** What becomes of a range that marks something in the source. */
  private movedMark(span: Span, map: StepMap): Span {
    return this.touches(span) ? movedSpan(span, map) : shifted(span, map);
  }

  /** How offsets behind this step become those behind it when it has been mapped to `from`–`to`. */
  private afterwards(source: Mappable, from: number, to: number): Pick<Mappable, 'map'> {
    const { length } = this.text;
    return {
      map: (offset, assoc) => {
        if (offset < this.from) return Math.min(from, source.map(offset, assoc));
        if (offset <= this.from + length) return from + offset - this.from;
        return Math.max(to, source.map(offset - length + this.to - this.from, assoc)) + length - (to - from);
      },
    };
  }

  private moved(doc: Node, source: string): Node {
    const map = this.ranges();
    const told = this.told();
    const children: Node[] = [];
    let last: Span = { from: 0, to: 0 };
    for (const child of doc.children) {
      const isPage = child.type.name === 'page';
      const moved = child.children.map((node) => {
        if (!isPage) return this.movedMention(node, map, told);
        const segment = this.movedSegment(node, map, last, told);
        last = segmentAttrs(segment);
        return segment;
      });
      const isSame = moved.every((node, index) => node === child.child(index));
      children.push(isSame ? child : child.copy(Fragment.fromArray(moved)));
    }
    return doc.type.create({ ...doc.attrs, source }, children);
  }

  private movedSegment(node: Node, map: StepMap, last: Span, told: Told): Node {
    const attrs = segmentAttrs(node);
    const { id, from, to } = attrs;
    const touched = this.touches(attrs);
    const links = attrs.links && this.movedLinks(id, attrs.links, map, told);
    if (Math.max(from, to) < this.from && links === attrs.links) return node;
    const start = touched ? Math.max(last.to, map.map(from, -1)) : map.map(from, -1);
    const end = from === to ? start : Math.max(start, map.map(to, 1));
    const range = told('segment', id, { from, to }) ?? (touched ? { from: start, to: end } : shifted(attrs, map));
    return node.type.create({ ...attrs, ...range, links }, node.content, node.marks);
  }

  private movedLinks(id: string, layers: readonly LinkLayer[], map: StepMap, told: Told): readonly LinkLayer[] {
    let changed = false;
    const moved = layers.map((layer) => ({
      ...layer,
      pairs: layer.pairs.map((pair): Link => {
        const { source } = pair;
        if (Math.max(source.from, source.to) < this.from) return pair;
        changed = true;
        return { ...pair, source: told('link', id, source) ?? this.movedMark(source, map) };
      }),
    }));
    return changed ? moved : layers;
  }

  private movedMention(node: Node, map: StepMap, told: Told): Node {
    const attrs = mentionAttrs(node);
    const { id } = attrs;
    const was = sideOf(attrs);
    if (was && Math.max(was.from, was.to) < this.from) return node;
    const place = told('mention', id, was);
    if (was === null && !place) return node;
    if (was === null || place !== undefined) return node.type.create({ ...attrs, ...(place ?? nowhere) });
    const span = this.movedMark(was, map);
    return node.type.create({ ...attrs, ...(this.touches(was) && span.from >= span.to ? nowhere : span) });
  }

  /** Looks up what the step says of a range; each of its places speaks once. */
  private told(): Told {
    const places = new Map<string, Place[]>();
    for (const place of this.places) {
      const key = keyOf(place.of, place.id, place.was);
      const known = places.get(key);
      if (known) known.push(place);
      else places.set(key, [place]);
    }
    return (of, id, was) => (places.size === 0 ? undefined : places.get(keyOf(of, id, was))?.shift()?.is);
  }
}

Step.jsonID('correction', CorrectionStep);

/** `doc` with its source in it, which steps that correct it need: whoever replays steps begins with this. At rest only a source
 *  that was corrected stands there, and in an older schema none. */
export function withSource(doc: Node, original: string): Node {
  if (doc.attrs.source !== null) return doc;
  return doc.type.create({ ...doc.attrs, source: original }, doc.content);
}

type Told = (of: Place['of'], id: string, was: Span | null) => Span | null | undefined;

function keyOf(of: Place['of'], id: string, was: Span | null): string {
  return `${of} ${was ? `${was.from}-${was.to}` : ''} ${id}`;
}

const nowhere = { from: null, to: null };

/** Whether a range is what follows from the one that it was. */
type Follows = (was: Span, is: Span | null) => boolean;

/** What brings every range of `before` back that does not follow, from what it is in `after`: both have the same nodes. */
function placesBack(before: Node, after: Node, follows: Follows): readonly Place[] {
  const places: Place[] = [];
  for (const [index, child] of before.children.entries()) {
    const other = after.child(index);
    if (child === other) continue;
    for (const [at, node] of child.children.entries()) {
      const now = other.child(at);
      if (node === now) continue;
      if (child.type.name === 'page') places.push(...segmentBack(node, now, follows));
      else places.push(...mentionBack(node, now, follows));
    }
  }
  return places;
}

function segmentBack(before: Node, after: Node, follows: Follows): readonly Place[] {
  const [was, is] = [segmentAttrs(before), segmentAttrs(after)];
  const { id } = was;
  const places: Place[] = follows(was, is) ? [] : [{ of: 'segment', id, was: spanOf(is), is: spanOf(was) }];
  for (const [layer, { pairs }] of (was.links ?? []).entries()) {
    for (const [at, { source }] of pairs.entries()) {
      const now = is.links?.[layer]?.pairs[at];
      if (now && !follows(source, now.source))
        places.push({ of: 'link', id, was: spanOf(now.source), is: spanOf(source) });
    }
  }
  return places;
}

function mentionBack(before: Node, after: Node, follows: Follows): readonly Place[] {
  const [{ id, ...was }, is] = [mentionAttrs(before), mentionAttrs(after)];
  const [old, now] = [sideOf(was), sideOf(is)];
  if (!old) return now ? [{ of: 'mention', id, was: now, is: null }] : [];
  return follows(old, now) ? [] : [{ of: 'mention', id, was: now, is: old }];
}

function movedPlace(of: Place['of'], span: Span, map: Pick<Mappable, 'map'>): Span | null {
  if (of === 'segment') {
    const from = map.map(span.from, -1);
    return { from, to: span.from === span.to ? from : Math.max(from, map.map(span.to, 1)) };
  }
  const moved = movedSpan(span, map);
  return of === 'mention' && moved.from === moved.to ? null : moved;
}

/** The Persian of a mention. */
function sideOf({ from, to }: { readonly from: number | null; readonly to: number | null }): Span | null {
  return from === null || to === null ? null : { from, to };
}

/** A range that touches no change. */
function shifted({ from, to }: Span, map: StepMap): Span {
  return { from: map.map(from), to: map.map(to) };
}

function spanOf({ from, to }: Span): Span {
  return { from, to };
}

function isOffset(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 0;
}

function readPlace(value: unknown): Place {
  const { of, id, was = null, is = null } = (value ?? {}) as Partial<Place>;
  const isKnown = of === 'segment' || of === 'mention' || of === 'link';
  const isSpan = (span: Span | null) => span === null || (isOffset(span.from) && isOffset(span.to));
  if (!isKnown || typeof id !== 'string' || !isSpan(was) || !isSpan(is) || (of !== 'mention' && !is))
    throw new RangeError('Invalid place in CorrectionStep.fromJSON');
  return { of, id, was: was && spanOf(was), is: is && spanOf(is) };
}
