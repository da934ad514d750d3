import { type Origin, origins, type Status, statuses } from '../core/status.ts';
import type { CorpusRow } from '../formats/corpus/row.ts';
import { foldKey } from '../language/characters/fold.ts';
import { tokens } from '../language/words/token.ts';

/** One side of a corpus: characters are UTF-16 units; types are the words that differ, however they are typed. */
export interface SideStatistics {
  readonly words: number;
  readonly types: number;
  readonly characters: number;
}

/** Mentions and entities of one label. */
export interface LabelStatistics {
  readonly label: string;
  /** Parts of mentions, of which each row has its own: on the Persian, on the English, and on both sides of one row. */
  readonly fa: number;
  readonly en: number;
  readonly both: number;
  /** Entities that are named. */
  readonly entities: number;
}

/** What a release, or a split of it, holds. */
export interface ReleaseStatistics {
  readonly documents: number;
  readonly segments: number;
  readonly fa: SideStatistics;
  readonly en: SideStatistics;
  /** English words to a Persian one, in the rows that have both; `null` where there are none. */
  readonly ratio: number | null;
  /** By label, in order. */
  readonly labels: readonly LabelStatistics[];
  readonly entities: number;
  readonly links: { readonly sure: number; readonly possible: number };
  readonly states: Readonly<Partial<Record<Status, number>>>;
  readonly origins: Readonly<Partial<Record<Origin | 'none', number>>>;
}

/** Statistics in the making. Its memory grows with the words that differ and the entities, not with the rows. */
export interface StatisticsTally {
  add(row: CorpusRow): void;
  statistics(): ReleaseStatistics;
}

export function statisticsTally(): StatisticsTally {
  const documents = new Set<string>();
  const sides = { fa: sideTally(), en: sideTally() };
  const both = { fa: 0, en: 0 };
  const labels = new Map<string, { fa: number; en: number; both: number; entities: Set<string> }>();
  const entities = new Set<string>();
  const links = { sure: 0, possible: 0 };
  const byStatus = new Map<Status, number>();
  const byOrigin = new Map<Origin | 'none', number>();
  let segments = 0;
  return {
    add(row) {
      segments += 1;
      documents.add(row.document);
      const [fa, en] = [sides.fa.add(row.fa), sides.en.add(row.en)];
      if (fa > 0 && en > 0) {
        both.fa += fa;
        both.en += en;
      }
      byStatus.set(row.status, (byStatus.get(row.status) ?? 0) + 1);
      const origin = row.origin ?? 'none';
      byOrigin.set(origin, (byOrigin.get(origin) ?? 0) + 1);
      for (const { sure } of row.links) links[sure ? 'sure' : 'possible'] += 1;
      for (const mention of row.mentions) {
        const label = labels.get(mention.label) ?? { fa: 0, en: 0, both: 0, entities: new Set() };
        labels.set(mention.label, label);
        if (mention.fa) label.fa += 1;
        if (mention.en) label.en += 1;
        if (mention.fa && mention.en) label.both += 1;
        if (mention.entity === null) continue;
        label.entities.add(mention.entity);
        entities.add(mention.entity);
      }
    },
    statistics: () => ({
      documents: documents.size,
      segments,
      fa: sides.fa.statistics(),
      en: sides.en.statistics(),
      ratio: both.fa === 0 ? null : Math.round((1000 * both.en) / both.fa) / 1000,
      labels: [...labels]
        .map(([label, { entities, ...counts }]) => ({ label, ...counts, entities: entities.size }))
        .sort((a, b) => (a.label < b.label ? -1 : 1)),
      entities: entities.size,
      links: { ...links },
      states: inOrder(statuses, byStatus),
      origins: inOrder([...origins, 'none'], byOrigin),
    }),
  };
}

/** So many spellings are remembered, so that most words need not be folded again. */
const SPELLINGS = 50_000;

function sideTally() {
  const types = new Set<string>();
  const spellings = new Set<string>();
  let [words, characters] = [0, 0];
  return {
    /** Gives the words of the text. */
    add(text: string): number {
      const found = tokens(text);
      for (const { text: spelling } of found) {
        if (spellings.has(spelling)) continue;
        types.add(foldKey(spelling, 'search'));
        // A copy: the word itself would keep the text that it is a part of.
        if (spellings.size < SPELLINGS) spellings.add([...spelling].join(''));
      }
      words += found.length;
      characters += text.length;
      return found.length;
    },
    statistics: () => ({ words, types: types.size, characters }),
  };
}

/** Counts in a fixed order of their keys, so that the same counts are the same text. */
function inOrder<Key extends string>(keys: readonly Key[], counts: ReadonlyMap<Key, number>) {
  return Object.fromEntries(keys.flatMap((key) => (counts.has(key) ? [[key, counts.get(key)]] : []))) as Partial<
    Record<Key, number>
  >;
}
