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
