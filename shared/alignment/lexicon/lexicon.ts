import { foldKey } from '../../language/characters/fold.ts';
import { tokens } from '../../language/words/token.ts';
import { englishStem } from '../forms/english-stem.ts';
import { persianBases } from '../forms/persian-stem.ts';

/** Where an entry of a lexicon comes from: a list of words, or a name that is known in both languages. */
export type EntryKind = 'word' | 'name';

/** Persian words or names, and what stands for any of them in English. */
export interface LexiconEntry {
  readonly fa: readonly string[];
  readonly en: readonly string[];
  readonly kind: EntryKind;
}

/** One English word or phrase of an entry. */
export interface Gloss {
  /** `englishStem` of each of its words. */
  readonly stems: readonly string[];
  readonly kind: EntryKind;
}

/** English for Persian words and phrases. It never changes. */
export interface Lexicon {
  /** The glosses of the longest base of `key` that has any; `key` is what one or more words fold to, at `tight`. Bases of
   *  `tooShort` units and less do not count: for several words, those that leave the last one out. */
  glosses(key: string, tooShort?: number): readonly Gloss[];
  /** How many words the entries have at most that begin with the word `key`; 0 where none does. */
  longest(key: string): number;
  /** True when the English stem is a word of some gloss. */
  hasStem(stem: string): boolean;
}

/** A lexicon of `entries`. Spellings with and without ZWNJ or space are one. An entry without a letter is left out. */
export function lexiconOf(entries: Iterable<LexiconEntry>): Lexicon {
  const glosses = new Map<string, Gloss[]>();
  const longest = new Map<string, number>();
  const stems = new Set<string>();
  for (const { fa, en, kind } of entries) {
    const english = en.map((gloss) => ({ stems: stemsOf(gloss), kind })).filter((gloss) => gloss.stems.length > 0);
    for (const { stems: own } of english) for (const stem of own) stems.add(stem);
    for (const name of fa) {
      const key = foldKey(name, 'tight');
      if (key === '' || english.length === 0) continue;
      glosses.set(key, [...(glosses.get(key) ?? []), ...english]);
      const words = name.split(/[\s\u200c-]+/u).filter((word) => word !== '');
      const first = foldKey(words[0] ?? '', 'tight');
      longest.set(first, Math.max(longest.get(first) ?? 0, words.length));
    }
  }
  return {
    glosses: (key, tooShort = 0) => {
      for (const base of persianBases(key)) {
        if (base.length <= tooShort) break;
        const found = glosses.get(base);
        if (found) return found;
      }
      return [];
    },
    longest: (key) => longest.get(key) ?? 0,
    hasStem: (stem) => stems.has(stem),
  };
}

/** The stems of an English phrase, in order. */
export function stemsOf(phrase: string): readonly string[] {
  return tokens(phrase).map(({ text }) => englishStem(text));
}
