import type { CorpusRow } from '../formats/corpus/row.ts';
import { isBlank } from '../language/characters/blank.ts';
import { countWords } from '../language/words/token.ts';
import { type NearDuplicates, nearDuplicates } from './near-duplicates.ts';
import type { Band, DuplicateChoice, ReleaseFilters } from './recipe.ts';

/** Why a segment is not in a release: its state, a finding, its alignment, no name in it, who made its English, its length, or that
 *  one like it came before. The first reason counts. */
export const exclusions = ['state', 'finding', 'alignment', 'unnamed', 'machine', 'length', 'duplicate'] as const;
export type Exclusion = (typeof exclusions)[number];

/** What decides on rows one after the other. */
export interface Selection {
  /** Why a row is left out; `null` for one that is taken. `found` are the segments of its document that the checks find something
   *  in. */
  exclusion(row: CorpusRow, found: ReadonlySet<string>): Exclusion | null;
}

/** Decides by the filters of a release and, among what they let through, by likeness to the rows before. */
export function selection(filters: ReleaseFilters, duplicates: DuplicateChoice): Selection {
  const states = new Set(filters.states);
  const known: NearDuplicates | null = duplicates === 'keep' ? null : nearDuplicates();
  const excluded = (row: CorpusRow, found: ReadonlySet<string>): Exclusion | null => {
    if (!states.has(row.status)) return 'state';
    if (filters.clean && found.has(row.segment)) return 'finding';
    if (filters.aligned && !isAligned(row)) return 'alignment';
    if (filters.annotated && row.mentions.length === 0) return 'unnamed';
    if (filters.machine !== 'with' && (row.origin === 'machine') !== (filters.machine === 'only')) return 'machine';
    return isWithin(row.fa, filters.fa) && isWithin(row.en, filters.en) ? null : 'length';
  };
  return {
    exclusion(row, found) {
      const reason = excluded(row, found);
      if (reason !== null || known === null) return reason;
      return known.isNew(duplicates === 'persian' ? [row.fa] : [row.fa, row.en]) ? null : 'duplicate';
    },
  };
}

function isAligned({ fa, en, alignment }: CorpusRow): boolean {
  return !isBlank(fa) && !isBlank(en) && alignment?.state !== 'review';
}

function isWithin(text: string, { from, to }: Band): boolean {
  if (from === null && to === null) return true;
  const words = countWords(text);
  return (from === null || words >= from) && (to === null || words <= to);
}
