import { nameKey } from '../entity/name.ts';
import { type NameIndex, nameIndex } from '../entity/name-index.ts';
import { countryNames, territories } from './country-names.ts';
import { englishDemonyms, englishPlural, persianDemonyms, persianPlurals } from './demonyms.ts';
import { isHomograph } from './homographs.ts';
import { cities, peoples, regions } from './places.ts';

/** Something with a name in both languages that every project knows. */
export interface GazetteerEntry {
  /** `RU`, `RU:adjective`, `RU:people`, `city:Tehran`, `language:fa`. */
  readonly id: string;
  readonly label: string;
  /** Names, the usual one first. */
  readonly fa: readonly string[];
  readonly en: readonly string[];
  /** English words of the same root that a rendering may have instead: `Russian` for «روسیه». */
  readonly kin: readonly string[];
}

/** One Persian name of an entry. */
export interface GazetteerName {
  readonly entry: GazetteerEntry;
  readonly name: string;
  /** True for a word of everyday language too, as «مالی», which means financial: it takes more to be a name. */
  readonly isHomograph: boolean;
}

/** Names of countries, cities, parts of the world, peoples and languages. */
export interface Gazetteer {
  readonly entries: readonly GazetteerEntry[];
  /** By Persian name; of entries with the same name, the earlier one comes first. */
  readonly names: NameIndex<GazetteerName>;
}

let builtIn: Gazetteer | null = null;

/** The gazetteer that is always there: the region and language names of `Intl.DisplayNames`, and the tables beside this
 *  file. Which names ICU has may differ between Node and a browser; what the tables hold is the same everywhere. */
export function builtInGazetteer(): Gazetteer {
  const work = builtInGazetteerInPieces();
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}

/** The same in short pieces, for a page that has to go on meanwhile; at once where somebody has had it made. */
export function* builtInGazetteerInPieces(): Generator<void, Gazetteer> {
  if (builtIn) return builtIn;
  const made = yield* gazetteerInPieces();
  builtIn ??= made;
  return builtIn;
}

/** A new one, made in short pieces. */
export function* gazetteerInPieces(): Generator<void, Gazetteer> {
  const entries: GazetteerEntry[] = [];
  for (const some of builtInEntries()) {
    entries.push(...some);
    yield;
  }
  return gazetteerOf(entries);
}

function* builtInEntries(): Iterable<readonly GazetteerEntry[]> {
  for (const { fa, en, kin } of regions) yield [entry(`region:${en[0]}`, 'LOC', fa, en, kin)];
  for (const code of [...englishDemonyms.keys(), ...territories]) yield countryEntries(code);
  for (const code of ['UN', 'EU']) yield [entry(code, 'ORG', ...regionNames(code), [])];
  for (const { fa, en, kin } of cities) yield [entry(`city:${en[0]}`, 'GPE', fa, en, kin)];
  for (const { fa, en } of peoples) yield peopleEntries(`people:${en[0]}`, fa, en, []);
  yield languageEntries();
}

/** A gazetteer of `entries`. */
export function gazetteerOf(entries: readonly GazetteerEntry[]): Gazetteer {
  const names = entries.flatMap((entry) =>
    entry.fa.map((name) => ({ entry, name, isHomograph: isHomograph(name, entry.label) })),
  );
  return { entries, names: nameIndex(names, ({ name }) => name) };
}

/** A country, and how its people are called. */
function countryEntries(code: string): readonly GazetteerEntry[] {
  const [fa, en] = regionNames(code);
  const demonyms = englishDemonyms.get(code) ?? [];
  const place = entry(code, 'GPE', fa, en, [...demonyms, ...plurals(demonyms)]);
  return [place, ...peopleEntries(code, persianDemonyms(code, fa), demonyms, en)];
}

/** An adjective and its plural: «روسی» and «روس‌ها». `places` are names that a rendering may have instead. */
function peopleEntries(
  id: string,
  fa: readonly string[],
  en: readonly string[],
  places: readonly string[],
): readonly GazetteerEntry[] {
  if (fa.length === 0 || en.length === 0) return [];
  return [
    entry(`${id}:adjective`, 'NORP', fa, en, [...plurals(en), ...places]),
    entry(`${id}:people`, 'NORP', fa.flatMap(persianPlurals), [...plurals(en), ...en], places),
  ];
}

/** Languages are called as their people are. */
function languageEntries(): readonly GazetteerEntry[] {
  const [fa, en] = [displayNames('fa', 'language'), displayNames('en', 'language')];
  return languageCodes.map((code) => entry(`language:${code}`, 'NORP', variants(fa(code)), variants(en(code)), []));
}

/** Languages of ISO 639-1 that Persian news name. */
const languageCodes = (
  'ar az be bg bn bs cs da de el en es et fa fi fr ga he hi hr hu hy id is it ja ka kk km ko ku ky la lo lt lv mk mn ms ' +
  'my ne nl no pa pl ps pt ro ru sd sk sl sq sr sv sw ta tg th tk tr tt ug uk ur uz vi zh'
).split(' ');

function regionNames(code: string): readonly [fa: readonly string[], en: readonly string[]] {
  const own = countryNames[code];
  return [
    [...(own?.fa ?? []), ...variants(displayNames('fa', 'region')(code))],
    [...(own?.en ?? []), ...variants(displayNames('en', 'region')(code))],
  ];
}

/** What ICU calls a code, `''` where it has no name. */
function displayNames(lang: 'fa' | 'en', type: 'region' | 'language'): (code: string) => string {
  const known = `${lang} ${type}`;
  const names = lists.get(known) ?? new Intl.DisplayNames(lang, { type, fallback: 'none' });
  lists.set(known, names);
  return (code) => names.of(code) ?? '';
}

const lists = new Map<string, Intl.DisplayNames>();

/** `Myanmar (Burma)` is two names, and so is `Bosnia & Herzegovina`. */
function variants(name: string): readonly string[] {
  const parts = name.split(/\s*[()]\s*/u).filter((part) => part !== '');
  return parts.flatMap((part) => [
    part,
    ...(part.includes('&') ? [part.replace('&', 'and')] : []),
    ...(part.startsWith('St. ') ? [part.replace('St.', 'Saint')] : []),
  ]);
}

function plurals(demonyms: readonly string[]): readonly string[] {
  return demonyms.flatMap((demonym) => englishPlural(demonym) ?? []);
}

function entry(
  id: string,
  label: string,
  fa: readonly string[],
  en: readonly string[],
  kin: readonly string[],
): GazetteerEntry {
  return { id, label, fa: distinct(fa), en: distinct(en), kin: distinct(kin) };
}

/** The first of each spelling. */
function distinct(names: readonly string[]): readonly string[] {
  if (names.length < 2) return names;
  const keys = names.map(nameKey);
  return names.filter((_, at) => keys.indexOf(keys[at] ?? '') === at);
}
