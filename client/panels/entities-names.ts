import type { Entity } from '../../shared/core/entity.ts';
import type { Registry } from '../../shared/core/registry.ts';
import type { Span } from '../../shared/core/span.ts';
import type { Suggester } from '../../shared/core/suggestion.ts';
import type { MentionPart } from '../../shared/doc/marked.ts';

/** A name that stands in the Persian of a segment: marked by somebody, or only known to the registry. */
export interface SegmentName {
  /** The same for the same name as long as it stands there. */
  readonly key: string;
  /** Id of its mention; `null` for one that nobody has marked yet. */
  readonly mention: string | null;
  readonly label: string;
  /** How it is written in the source; of a mention that stands only in the rendering, `''`. */
  readonly persian: string;
  /** Offsets of the whole source. */
  readonly source: Span | null;
  readonly entity: Entity | null;
  /** Its agreed English; `''` where there is none. */
  readonly english: string;
  /** Where its English stands in the rendering, and how it reads. */
  readonly rendering: (Span & { readonly text: string }) | null;
}

/** The names of the active segment, as the panel shows them and the keys count them. */
export interface SegmentNames {
  readonly marked: readonly SegmentName[];
  readonly known: readonly SegmentName[];
}

/** The mentions of `segment` in their order, and then the names of the registry in its Persian that no mention covers. */
export function namesOfSegment(
  segment: Span,
  parts: readonly MentionPart[],
  source: string,
  registry: Registry,
  suggester: Suggester,
): SegmentNames {
  const marked = parts.map((part): SegmentName => {
    const { id, label, entity: entityId } = part.mention;
    const entity = registry.byId.get(entityId ?? '') ?? null;
    return {
      key: id,
      mention: id,
      label,
      persian: part.source?.text ?? '',
      source: part.source,
      entity,
      english: entity?.en ?? '',
      rendering: part.rendering,
    };
  });
  const known = suggester.suggest(source.slice(segment.from, segment.to)).flatMap(({ from, to, entities }) => {
    const [entity] = entities;
    const range = { from: segment.from + from, to: segment.from + to };
    const isMarked = marked.some((name) => name.source && name.source.from < range.to && range.from < name.source.to);
    return entity === undefined || entity.en === '' || isMarked ? [] : [knownName(entity, range, source)];
  });
  return { marked, known };
}

function knownName(entity: Entity, range: Span, source: string): SegmentName {
  return {
    key: `${entity.id} ${range.from}`,
    mention: null,
    label: entity.label,
    persian: source.slice(range.from, range.to),
    source: range,
    entity,
    english: entity.en,
    rendering: null,
  };
}
