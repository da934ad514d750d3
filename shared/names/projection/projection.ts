import type { Lexicon } from '../../alignment/lexicon/lexicon.ts';
import { type LinkedTokens, suggestLinks } from '../../alignment/words/suggest.ts';
import { type Span, slice, spanKey } from '../../core/span.ts';
import { graphemes } from '../../language/characters/grapheme.ts';
import { nameWords } from '../entity/name.ts';
import { type NamedText, type NameIndex, namedText } from '../entity/name-index.ts';
import type { Gazetteer } from '../gazetteer/gazetteer.ts';
import { nameLexicon } from '../lexicon/name-lexicon.ts';
import type { Registry } from '../registry/registry.ts';
import { suggester } from '../suggestion/suggestion.ts';
import { acronymPlaces } from './acronyms.ts';
import { bestPlaces } from './choice.ts';
import { datePlaces } from './dates.ts';
import { linkedPlaces, type WordLink } from './links.ts';
import { type EnglishName, englishIndex, englishNames, namePlaces } from './names.ts';
import { numberPlaces } from './numbers.ts';
import type { Place, ProjectionReason } from './place.ts';
import { namesBeside, type SourceName } from './rivals.ts';
import { type SoundingPlace, soundingPlaces, soundPlaces } from './sounds.ts';
import { wordPlaces } from './words.ts';

/** A mention with a Persian side: its range in the source sentence, its label, and the id of its entity, or `null`. */
export interface SourceMention extends SourceName {
  readonly id: string;
  /** Where its English stands already: there is nothing to propose for it, nor that place for another one. */
  readonly rendering?: Span | null;
}

/** A sentence and its rendering, with the mentions of the one to be found in the other. */
export interface Bisentence {
  readonly source: string;
  readonly target: string;
  readonly mentions: readonly SourceMention[];
  /** The word alignment of the two, where there is one. */
  readonly links?: readonly WordLink[];
}

/** A proposal where the English of a mention stands; the range is one of the target sentence. */
export interface Projection extends Span {
  /** Id of the mention. */
  readonly mention: string;
  readonly text: string;
  /** 0…1: how sure it is. */
  readonly score: number;
  readonly reason: ProjectionReason;
}

/** What projections are made from. */
export interface ProjectionKnowledge {
  readonly registry: Registry;
  readonly gazetteer: Gazetteer;
}

/** Proposes renderings by what it knows; make it once for many sentences. */
export interface Projector {
  /** Where the mentions stand in the target, in their order; those without a proposal are left out. No place is given
   *  twice, and none that is doubtful: no proposal is better than a wrong one. */
  project(sentence: Bisentence): readonly Projection[];
}

/** A projector for `knowledge`. */
export function projector({ registry, gazetteer }: ProjectionKnowledge): Projector {
  const suggestions = suggester({ registry, gazetteer, earlier: [] });
  const indexes = new Map<string, NameIndex<EnglishName>>();
  let lexicon: Lexicon | null = null;
  const wordsOf = (source: string, target: string) => {
    lexicon ??= nameLexicon(registry, gazetteer);
    return suggestLinks(source, target, { names: lexicon });
  };
  const namesOf = (surface: string, { label, entity }: SourceName) => {
    const key = [label, entity ?? '', surface].join('\n');
    const made = indexes.get(key) ?? englishIndex(englishNames({ surface, label, entity }, registry, gazetteer));
    indexes.set(key, made);
    return made;
  };

  return {
    project({ source, target, mentions, links = [] }) {
      const text = namedText(target);
      const rendering = { text, heard: soundingPlaces(text), links };
      let words: LinkedTokens | null = null;
      const byWords = (name: Span) => {
        words ??= wordsOf(source, target);
        return wordPlaces(name, { source, target, words });
      };
      const names = distinctNames([...mentions, ...namesBeside(source, mentions, suggestions)]);
      const standing = new Map(
        mentions.flatMap((mention) => (mention.rendering ? [[spanKey(mention), mention.rendering]] : [])),
      );
      const rows = [...names.values()].map((name) => {
        const surface = slice(source, name);
        const stands = standing.get(spanKey(name));
        const known = namesOf(surface, name);
        const places = stands ? [standingPlace(stands)] : placesOf(name, surface, known, rendering);
        // Where its English names are known, other words are hardly meant for it.
        const others = places.length === 0 && known.isEmpty ? byWords(name) : [];
        return { from: name.from, to: name.to, places: [...places, ...others] };
      });
      const places = bestPlaces(rows, source.length, target.length);
      const placeOf = new Map([...names.keys()].map((span, row) => [span, places[row]]));
      return mentions.flatMap((mention) => {
        const place = placeOf.get(spanKey(mention));
        if (!place || standing.has(spanKey(mention))) return [];
        const { from, to, score, reason } = place;
        const rounded = Math.round(score * 1000) / 1000;
        return [{ mention: mention.id, from, to, text: slice(target, place), score: rounded, reason }];
      });
    },
  };
}

/** The first name of each range: mentions of one range have one rendering. */
function distinctNames(names: readonly SourceName[]): ReadonlyMap<string, SourceName> {
  return new Map(names.toReversed().map((name) => [spanKey(name), name]));
}

/** The place of a mention that stands already: worth more than any that is only likely. */
function standingPlace({ from, to }: Span): Place {
  return { from, to, score: 2, reason: 'registry' };
}

/** A target sentence, made ready. */
interface Rendering {
  readonly text: NamedText;
  readonly heard: readonly SoundingPlace[];
  readonly links: readonly WordLink[];
}

/** Where a name is known in English, another word must sound very much like it to be taken for it. */
const SOUND_DESPITE_NAME = 0.86;

/** All places for one name, by every kind of evidence. */
function placesOf(
  name: Span,
  surface: string,
  names: NameIndex<EnglishName>,
  { text, heard, links }: Rendering,
): readonly Place[] {
  const sounds = soundPlaces(surface, heard);
  const { floor, ceil } = graphemes(text.text);
  const places = [
    ...namePlaces(names, text),
    ...numberPlaces(surface, text),
    ...datePlaces(surface, text),
    ...acronymPlaces(surface, text),
    ...(names.isEmpty ? sounds : sounds.filter(({ score }) => score >= SOUND_DESPITE_NAME)),
    ...linkedPlaces(name, links, text, nameWords(surface).length),
  ];
  return places.map((place) => ({ ...place, from: floor(place.from), to: ceil(place.to) }));
}
