import type { EntityRecord, OtherName } from '../../../shared/names/entity/entity.ts';

/** A record that says nothing yet. */
export function emptyRecord(label: string): EntityRecord {
  return { label, fa: '', en: '', faOther: [], enOther: [], wikidata: null, note: '' };
}

/** What an entity says, without what the registry knows about it. */
export function recordOf({ label, fa, en, faOther, enOther, wikidata, note }: EntityRecord): EntityRecord {
  return { label, fa, en, faOther, enOther, wikidata, note };
}

/** A record as it was typed, ready to be kept: no spaces around names, no empty names, and of the address of a Wikidata item
 *  its id. */
export function cleaned(draft: EntityRecord): EntityRecord {
  const item = itemOf(draft.wikidata ?? '');
  return {
    label: draft.label,
    fa: draft.fa.trim(),
    en: draft.en.trim(),
    faOther: named(draft.faOther),
    enOther: named(draft.enOther),
    wikidata: item === '' ? null : item,
    note: draft.note.trim(),
  };
}

/** `Q159` of `https://www.wikidata.org/wiki/Q159` or `q159`; anything else as it is. */
export function itemOf(typed: string): string {
  const text = typed.trim().replace(/^https?:\/\/(?:www|m)\.wikidata\.org\/(?:wiki|entity)\//u, '');
  return /^q\d+$/iu.test(text) ? text.toUpperCase() : text;
}

/** The parts of a record that differ in two records. */
export function differing(a: EntityRecord, b: EntityRecord): readonly (keyof EntityRecord)[] {
  const parts = Object.keys(recordOf(a)) as (keyof EntityRecord)[];
  return parts.filter((part) => JSON.stringify(a[part]) !== JSON.stringify(b[part]));
}

function named(names: readonly OtherName[]): readonly OtherName[] {
  return names.map(({ name, use }) => ({ name: name.trim(), use })).filter(({ name }) => name !== '');
}
