import { acronymOf } from '../entity/acronym.ts';
import { type Entity, type EntityName, namesOf } from '../entity/entity.ts';
import { hasCapitalsOf, nameWords } from '../entity/name.ts';
import { type NamedText, type NameIndex, nameIndex } from '../entity/name-index.ts';
import type { Gazetteer } from '../gazetteer/gazetteer.ts';
import { entitiesNamed, type Registry } from '../registry/registry.ts';
import type { Place } from './place.ts';

/** What a mention covers, and what is known of it. */
export interface MentionedName {
  readonly surface: string;
  readonly label: string;
  /** Id of its entity, or `null`. */
  readonly entity: string | null;
}

/** An English name that a rendering may have for a mention. */
export interface EnglishName {
  readonly name: string;
  readonly score: number;
  readonly reason: 'registry' | 'acronym' | 'gazetteer';
}

/** How sure each kind of name is: the preferred one, another, one that is forbidden; what follows from a name, its acronym
 *  or its head; a name of the gazetteer, and a word of the same root. */
const scores = { preferred: 1, other: 0.97, forbidden: 0.91, acronym: 0.93, head: 0.8, gazetteer: 0.96, kin: 0.92 };

/** All English names for a mention: those of its entity, or of the entities that have its surface as a Persian name, and
 *  those of the gazetteer. */
export function englishNames(mention: MentionedName, registry: Registry, gazetteer: Gazetteer): readonly EnglishName[] {
  const ofRegistry = entitiesOf(mention, registry).flatMap((entity) =>
    namesOf(entity, 'en').flatMap((name) => variantsOf(name, nameWords(mention.surface).length)),
  );
  const ofGazetteer = gazetteer.names
    .named(mention.surface)
    .flatMap(({ entry }) => [
      ...entry.en.map((name) => ({ name, score: scores.gazetteer, reason: 'gazetteer' }) as const),
      ...entry.kin.map((name) => ({ name, score: scores.kin, reason: 'gazetteer' }) as const),
    ]);
  return [...ofRegistry, ...ofGazetteer];
}

/** Those with the label of the mention, where there are any. */
function entitiesOf({ surface, label, entity }: MentionedName, registry: Registry): readonly Entity[] {
  const own = registry.byId.get(entity ?? '');
  if (own) return [own];
  const named = entitiesNamed(registry, surface, 'fa');
  const alike = named.filter((each) => each.label === label);
  return alike.length > 0 ? alike : named;
}

/** A name of the registry as renderings have it: without its article; with what it has in brackets and without, and that
 *  alone where it ends the name: `Joint Comprehensive Plan of Action (JCPOA)`; as its acronym; and, for a mention of one
 *  word, as its head: `Agency` for `International Atomic Energy Agency`. */
function variantsOf({ name, use }: EntityName, surfaceWords: number): readonly EnglishName[] {
  const score = use === 'preferred' ? scores.preferred : use === 'forbidden' ? scores.forbidden : scores.other;
  const bracketed = /\((?=\p{Lu})([^()]+)\)$/u.exec(name)?.[1];
  const full = [name.replace(/[()]/gu, ''), name.replace(/\s*\([^()]*\)/gu, ''), bracketed ?? ''];
  return [...new Set(full.map((each) => each.trim().replace(/^the\s+/u, '')))].flatMap((each) => {
    const acronym = acronymOf(each);
    const head = surfaceWords === 1 ? headOf(each) : null;
    return [
      { name: each, score, reason: 'registry' } as const,
      ...(acronym === null ? [] : [{ name: acronym, score: scores.acronym, reason: 'acronym' } as const]),
      ...(head === null ? [] : [{ name: head, score: scores.head, reason: 'registry' } as const]),
    ];
  });
}

/** The word that the rest of a longer name tells more about: the last one before a preposition. */
function headOf(name: string): string | null {
  const [core = ''] = name.split(/\s(?:of|for|on|in|to|against|and|de|du)\s/u);
  const head = /(?<=^|\s)\p{Lu}\p{Ll}{3,}$/u.exec(core)?.[0];
  return head === undefined || head === name ? null : head;
}

/** An index of English names, for one mention. */
export function englishIndex(names: readonly EnglishName[]): NameIndex<EnglishName> {
  return nameIndex(names, ({ name }) => name);
}

/** Where one of `names` stands in `target`, with the capitals that it has; the longest where one is part of another. The last
 *  full stop of `U.S.` is part of it. */
export function namePlaces(names: NameIndex<EnglishName>, target: NamedText): readonly Place[] {
  const places = names.in(target).flatMap(({ from, to: end, found }) => {
    const raw = target.text.slice(from, end);
    const to = /^(?:\p{Lu}\.)+\p{Lu}$/u.test(raw) && target.text[end] === '.' ? end + 1 : end;
    return found
      .filter(({ name }) => hasCapitalsOf(raw, name))
      .map(({ score, reason }): Place => ({ from, to, score, reason }));
  });
  return places.filter(({ from, to }) =>
    places.every((other) => other.to - other.from <= to - from || other.from > from || other.to < to),
  );
}
