import type { EntityRecord, OtherName } from './entity.ts';
import { nameKey } from './name.ts';

/** What one entity says for two: `into` keeps its preferred names, label and Wikidata id where it has them, and gains
 *  every name of `from` that it did not have in any spelling. Notes are joined. */
export function mergedRecord(into: EntityRecord, from: EntityRecord): EntityRecord {
  const fa = into.fa === '' ? from.fa : into.fa;
  const en = into.en === '' ? from.en : into.en;
  return {
    label: into.label,
    fa,
    en,
    faOther: mergedNames(fa, into.faOther, [{ name: from.fa, use: null }, ...from.faOther]),
    enOther: mergedNames(en, into.enOther, [{ name: from.en, use: null }, ...from.enOther]),
    wikidata: into.wikidata ?? from.wikidata,
    note: [into.note, from.note]
      .filter((note, index, notes) => note !== '' && notes.indexOf(note) === index)
      .join('\n'),
  };
}

function mergedNames(preferred: string, own: readonly OtherName[], gained: readonly OtherName[]): readonly OtherName[] {
  const names = [...own];
  const known = new Set([preferred, ...own.map(({ name }) => name)].map(nameKey));
  for (const name of gained) {
    const key = nameKey(name.name);
    if (key === '' || known.has(key)) continue;
    known.add(key);
    names.push(name);
  }
  return names;
}

/** What the entity that stayed of two says once they are parted again and somebody has changed it since: `now` without the names,
 *  the id and the note that only `gone` brought to what it was `before`. */
export function partedRecord(now: EntityRecord, before: EntityRecord, gone: EntityRecord): EntityRecord {
  const { wikidata, note } = mergedRecord(before, gone);
  return {
    label: now.label,
    fa: before.fa === '' && now.fa === gone.fa ? '' : now.fa,
    en: before.en === '' && now.en === gone.en ? '' : now.en,
    faOther: withoutGained(now.faOther, before.fa, before.faOther, [gone.fa, ...gone.faOther.map(({ name }) => name)]),
    enOther: withoutGained(now.enOther, before.en, before.enOther, [gone.en, ...gone.enOther.map(({ name }) => name)]),
    wikidata: now.wikidata === wikidata ? before.wikidata : now.wikidata,
    note: now.note === note ? before.note : now.note,
  };
}

function withoutGained(
  now: readonly OtherName[],
  preferred: string,
  own: readonly OtherName[],
  gained: readonly string[],
): readonly OtherName[] {
  const before = new Set([preferred, ...own.map(({ name }) => name)].map(nameKey));
  const brought = new Set(gained.map(nameKey));
  return now.filter(({ name }) => before.has(nameKey(name)) || !brought.has(nameKey(name)));
}
