import { type Mappable, Mapping, StepMap } from 'prosemirror-transform';
import type { Span } from '../../core/span.ts';
import type { LinkLayer } from './schema.ts';

/** The map of a step that corrects the source: no position of the document moves, but offsets of the source do. */
export class CorrectionMap extends StepMap {
  /** What becomes of offsets of the source. */
  readonly source: StepMap;

  constructor(source: StepMap) {
    // A range in which nothing goes and nothing comes: a map without any is one and the same object for all.
    super([0, 0, 0]);
    this.source = source;
  }

  override invert(): StepMap {
    return new CorrectionMap(this.source.invert());
  }
}

/** What `mapping` does to offsets of the source, what one step takes and a later one brings back included; `null` where no
 *  step corrects it. */
export function sourceMapping(mapping: Mappable): Mapping | null {
  if (mapping instanceof CorrectionMap) return new Mapping([mapping.source]);
  if (!(mapping instanceof Mapping)) return null;
  const { maps, from, to } = mapping;
  let found = false;
  for (let index = from; index < to && !found; index++) found = maps[index] instanceof CorrectionMap;
  if (!found) return null;
  const mirror: number[] = [];
  const sources = maps.map((map, index) => {
    const other = mapping.getMirror(index);
    if (other !== undefined && other > index) mirror.push(index, other);
    return map instanceof CorrectionMap ? map.source : StepMap.empty;
  });
  return new Mapping(sources, mirror, from, to);
}

/** A range that marks something in the source after a change: what was put in at its edges is not part of it. One of which
 *  nothing is left is a place of no width. */
export function movedSpan({ from, to }: Span, map: Pick<Mappable, 'map'>): Span {
  const start = map.map(from, 1);
  const end = map.map(to, -1);
  if (from < to && start < end) return { from: start, to: end };
  const place = map.map(from, -1);
  return { from: place, to: place };
}

/** Links whose Persian has gone along with a change of the source. */
export function movedLinks<Layer extends LinkLayer>(
  layers: readonly Layer[],
  map: Pick<Mappable, 'map'>,
): readonly Layer[] {
  return layers.map((layer) => ({
    ...layer,
    pairs: layer.pairs.map((pair) => ({ ...pair, source: movedSpan(pair.source, map) })),
  }));
}
