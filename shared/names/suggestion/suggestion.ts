import type { Span } from '../../core/span.ts';
import type { Entity, EntityName } from '../entity/entity.ts';
import { nameKey } from '../entity/name.ts';
import { type NamedText, type NameHit, namedText, nameIndex } from '../entity/name-index.ts';
import type { Gazetteer, GazetteerEntry, GazetteerName } from '../gazetteer/gazetteer.ts';
import { isNameAfter } from '../gazetteer/homographs.ts';
import type { Registry } from '../registry/registry.ts';
import { lawfulSpans } from './nesting.ts';

/** Where a suggestion comes from: the registry, a mention that somebody has made before, or the gazetteer. */
export type SuggestionReason = 'registry' | 'earlier' | 'gazetteer';

/** A mention that the machine proposes in a Persian text. */
export interface Suggestion extends Span {
  readonly label: string;
  /** The entities of the registry that it may mean: one where that is certain, several where they share the name. */
  readonly entities: readonly Entity[];
  /** The gazetteer's entry, where it knows the name: a new entity can begin with its names. */
  readonly entry: GazetteerEntry | null;
  readonly reason: SuggestionReason;
}

/** A mention that was made before: the text that it covers, wherever that was. */
export interface EarlierMention {
  readonly surface: string;
  readonly label: string;
  /** Id of its entity, or `null`. */
  readonly entity: string | null;
  /** How many there are of it; 1 unless told. */
  readonly count?: number;
}

/** What suggestions are made from. */
export interface Knowledge {
  readonly registry: Registry;
  readonly gazetteer: Gazetteer;
  readonly earlier: readonly EarlierMention[];
}

/** What finds the names of some knowledge in texts; make it once for many texts. */
export interface Suggester {
  /** The mentions to propose in `text`, in the order of the text, an enclosing one before those inside it. They begin and
   *  end at whole words, whatever the spelling; of names that overlap, the longest stands, and a shorter one only inside
   *  it and where its label may be nested. Offsets are those of `text`. */
  suggest(text: string): readonly Suggestion[];
}

/** The suggestions for one text. */
export function suggest(text: string, knowledge: Knowledge): readonly Suggestion[] {
  return suggester(knowledge).suggest(text);
}

/** A suggester for `knowledge`. */
export function suggester({ registry, gazetteer, earlier }: Knowledge): Suggester {
  const marked = nameIndex(distinct(earlier), ({ surface }) => surface);
  return {
    suggest(raw) {
      const text = namedText(raw);
      return lawfulSpans([
        ...registry.fa.in(text).map(ofRegistry),
        ...marked.in(text).map((hit) => ofEarlier(hit, registry)),
        ...gazetteer.names.in(text).flatMap((hit) => ofGazetteer(hit, text)),
      ]);
    },
  };
}

function ofRegistry({ from, to, found }: NameHit<EntityName>): Suggestion {
  const preferred = found.filter(({ use }) => use === 'preferred');
  const named = preferred.length > 0 ? preferred : found;
  const entities = [...new Set(named.map(({ entity }) => entity))];
  return { from, to, label: entities[0]?.label ?? '', entities, entry: null, reason: 'registry' };
}

function ofEarlier({ from, to, found }: NameHit<EarlierMention>, registry: Registry): Suggestion {
  const { label, entity } = found[0] as EarlierMention;
  const known = registry.byId.get(entity ?? '');
  return { from, to, label, entities: known ? [known] : [], entry: null, reason: 'earlier' };
}

/** A name that is an everyday word too is proposed only where the words before it say that it is a name; and a name of one
 *  word is not put together of two, such as «مارتین یک». */
function ofGazetteer(hit: NameHit<GazetteerName>, text: NamedText): readonly Suggestion[] {
  const [first, end] = hit.words;
  const isName = isNameAfter(text.words.slice(Math.max(0, first - 2), first));
  const found = hit.found.find(
    ({ name, isHomograph }) => (!isHomograph || isName) && name.split(/[\s\u200c-]+/u).length >= end - first,
  );
  if (found === undefined) return [];
  const { from, to } = hit;
  return [{ from, to, label: found.entry.label, entities: [], entry: found.entry, reason: 'gazetteer' }];
}

/** Of mentions with the same surface, the label and the entity that it has most often. */
function distinct(earlier: readonly EarlierMention[]): readonly EarlierMention[] {
  const counts = new Map<string, Map<string, { mention: EarlierMention; count: number }>>();
  for (const mention of earlier) {
    const surface = nameKey(mention.surface);
    const counted = counts.get(surface) ?? new Map<string, { mention: EarlierMention; count: number }>();
    const kind = `${mention.label}\n${mention.entity ?? ''}`;
    counted.set(kind, { mention, count: (counted.get(kind)?.count ?? 0) + (mention.count ?? 1) });
    counts.set(surface, counted);
  }
  return [...counts.values()].flatMap((counted) => {
    const [most] = [...counted.values()].sort((a, b) => b.count - a.count);
    return most ? [most.mention] : [];
  });
}
