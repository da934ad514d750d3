import { Fragment, type Node, type Schema, Slice } from 'prosemirror-model';
import { AttrStep, type Mappable, Step, StepResult } from 'prosemirror-transform';
import { type Span, spanKey } from '../../core/span.ts';
import type { Link, LinkLayer, Links } from './schema.ts';
import { movedLinks, sourceMapping } from './source-map.ts';
import { sourced } from './sourced-step.ts';

/** Links that come into a layer; `at` is the place of the layer, should there be none for that rendering. */
interface AddedLayer extends LinkLayer {
  readonly at: number;
}

/**
 * Takes word links from a segment and gives it others, pair by pair: of two people who link words of one segment at once,
 * each keeps what they made, whoever comes first. A pair that is there says from then on what the step says of it; one that
 * is gone already is no trouble. The pairs go along with a correction of the source, and into the segment that somebody joined
 * theirs to. `pos` is the position before the segment, or one inside it after such a journey.
 */
export class LinkStep extends Step {
  readonly pos: number;
  readonly removed: Links;
  readonly added: readonly AddedLayer[];

  constructor(pos: number, removed: Links, added: readonly AddedLayer[]) {
    super();
    this.pos = pos;
    this.removed = removed;
    this.added = added;
  }

  /** The step that makes `after` of the links `before`; `null` where they hold the same pairs. */
  static between(pos: number, before: Links | null, after: Links | null): LinkStep | null {
    const removed = missing(before, after, (_mine, other) => other === undefined);
    const added = missing(after, before, (mine, other) => mine.sure !== other?.sure).map((layer) => ({
      at: (after ?? []).findIndex(({ rendering }) => rendering === layer.rendering),
      ...layer,
    }));
    return removed.length + added.length > 0 ? new LinkStep(pos, removed, added) : null;
  }

  apply(doc: Node): StepResult {
    const found = this.segmentIn(doc);
    if (!found) return StepResult.fail('No segment stands at the position of the links');
    const { node, pos } = found;
    const links = this.changed(linksOf(node));
    const segment = node.type.create({ ...node.attrs, links }, null, node.marks);
    return StepResult.fromReplace(doc, pos, pos + 1, new Slice(Fragment.from(segment), 0, 1));
  }

  /** The segment of `doc` that the step is about, and the position before it; `null` when none stands there. */
  segmentIn(doc: Node): { readonly node: Node; readonly pos: number } | null {
    const { pos } = this;
    if (!Number.isInteger(pos) || pos < 0 || pos > doc.content.size) return null;
    const after = doc.nodeAt(pos);
    if (after?.type.name === 'segment') return { node: after, pos };
    const $pos = doc.resolve(pos);
    return $pos.parent.type.name === 'segment' ? { node: $pos.parent, pos: $pos.before() } : null;
  }

  invert(doc: Node): Step {
    const found = this.segmentIn(doc);
    const links = found ? linksOf(found.node) : null;
    const after = this.changed(links);
    const back = LinkStep.between(this.pos, after, links) ?? new LinkStep(this.pos, [], []);
    if (back.gives(after, links)) return back;
    // A correction of the source may leave pairs in another order, or two alike: they come back as they were, whatever else
    // is there, as whoever takes in what others did builds on what was there.
    return sourced(new AttrStep(found?.pos ?? this.pos, 'links', links), doc);
  }

  map(mapping: Mappable): Step | null {
    const { pos: before, deletedAfter } = mapping.mapResult(this.pos, 1);
    // Where its border went, what stood behind the border tells which segment has it now.
    const pos = deletedAfter ? mapping.map(this.pos + 1) : before;
    const source = sourceMapping(mapping);
    if (!source) return new LinkStep(pos, this.removed, this.added);
    return new LinkStep(pos, movedLinks(this.removed, source), movedLinks(this.added, source));
  }

  toJSON(): object {
    return { stepType: 'links', pos: this.pos, removed: this.removed, added: this.added };
  }

  static override fromJSON(schema: Schema, json: unknown): LinkStep {
    const { pos, removed, added } = (json ?? {}) as Partial<LinkStep>;
    if (!Number.isInteger(pos) || !Array.isArray(removed) || !Array.isArray(added))
      throw new RangeError('Expected links to add and to remove');
    for (const layers of [removed, added]) {
      if (layers.length > 0) schema.node('segment', { id: 'links', from: 0, to: 0, links: layers }).check();
    }
    if (!added.every(({ at }) => Number.isInteger(at) && at >= 0)) throw new RangeError('Expected places of layers');
    return new LinkStep(
      pos as number,
      removed.map(bare),
      added.map((layer) => ({ at: layer.at, ...bare(layer) })),
    );
  }

  /** True when the step makes exactly `after` of the links `before`. */
  gives(before: Links | null, after: Links | null): boolean {
    return isSame(this.changed(before), after);
  }

  /** `links` after the step. */
  private changed(links: Links | null): Links | null {
    const gone = new Map(this.removed.map(({ rendering, pairs }) => [rendering, new Set(pairs.map(keyOf))]));
    const layers = (links ?? []).flatMap(({ rendering, pairs }): LinkLayer[] => {
      const left = pairs.filter((pair) => !gone.get(rendering)?.has(keyOf(pair)));
      return left.length > 0 ? [{ rendering, pairs: left }] : [];
    });
    for (const { at, rendering, pairs } of [...this.added].sort((a, b) => a.at - b.at)) {
      const place = layers.findIndex((layer) => layer.rendering === rendering);
      const layer = layers[place];
      if (layer) layers[place] = { rendering, pairs: withPairs(layer.pairs, pairs) };
      else layers.splice(at, 0, { rendering, pairs: withPairs([], pairs) });
    }
    return layers.length > 0 ? layers : null;
  }
}

Step.jsonID('links', LinkStep);

/** The step that JSON tells, ours among them. Throws where it tells none. */
export function stepFrom(schema: Schema, json: unknown): Step {
  return Step.fromJSON(schema, json);
}

function isSame(a: Links | null, b: Links | null): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function linksOf(node: Node): Links | null {
  return node.attrs.links as Links | null;
}

/** Of the layers of `mine` the pairs that `isMissed` in the same layer of `other`. */
function missing(
  mine: Links | null,
  other: Links | null,
  isMissed: (mine: Link, other: Link | undefined) => boolean,
): Links {
  return (mine ?? []).flatMap(({ rendering, pairs }) => {
    const known = new Map(
      (other ?? [])
        .filter((layer) => layer.rendering === rendering)
        .flatMap((layer) => layer.pairs.map((pair) => [keyOf(pair), pair] as const)),
    );
    const missed = pairs.filter((pair) => isMissed(pair, known.get(keyOf(pair))));
    return missed.length > 0 ? [{ rendering, pairs: missed }] : [];
  });
}

/** `pairs` with `more` in their order in the text; what is there already says what the new one says. */
function withPairs(pairs: readonly Link[], more: readonly Link[]): readonly Link[] {
  const fresh = new Map(more.map((pair) => [keyOf(pair), pair]));
  const kept = pairs.map((pair) => {
    const same = fresh.get(keyOf(pair));
    fresh.delete(keyOf(pair));
    return same ?? pair;
  });
  if (kept.length === 0) return [...fresh.values()];
  return [...kept, ...fresh.values()].sort(inText);
}

function inText(a: Link, b: Link): number {
  return a.source.from - b.source.from || a.rendering.from - b.rendering.from;
}

function keyOf({ source, rendering }: Link): string {
  return `${spanKey(source)} ${spanKey(rendering)}`;
}

function bare({ rendering, pairs }: LinkLayer): LinkLayer {
  const spanOf = ({ from, to }: Span) => ({ from, to });
  return {
    rendering,
    pairs: pairs.map((pair) => ({ source: spanOf(pair.source), rendering: spanOf(pair.rendering), sure: pair.sure })),
  };
}
