import type { EntityRecord } from '../entity/entity.ts';
import { nameKey } from '../entity/name.ts';
import type { GazetteerEntry } from './gazetteer.ts';

/** A name that somebody has marked and for which there is no entity yet; `en` is its English, `''` while there is none. */
export interface MarkedBeginning {
  readonly label: string;
  readonly fa: string;
  readonly en: string;
  /** What the gazetteer knows of it. */
  readonly entry: GazetteerEntry | null;
}

/** What a new entity begins with: the name as it was marked on both sides, and where one is missing, that of the gazetteer;
 *  the usual Persian name of the gazetteer as another name, if it is written otherwise. */
export function entityBeginning({ label, fa, en, entry }: MarkedBeginning): EntityRecord {
  const persian = fa === '' ? (entry?.fa[0] ?? '') : fa;
  const usual = entry?.fa[0] ?? persian;
  return {
    label,
    fa: persian,
    en: en === '' ? (entry?.en[0] ?? '') : en,
    faOther: nameKey(usual) === nameKey(persian) ? [] : [{ name: usual, use: null }],
    enOther: [],
    wikidata: null,
    note: '',
  };
}
