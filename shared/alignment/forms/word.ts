import { foldKey } from '../../language/characters/fold.ts';
import { englishStem } from './english-stem.ts';
import { englishFunctionWords, persianFunctionWords } from './function-words.ts';
import { numberValue } from './number-value.ts';
import { persianStem } from './persian-stem.ts';

/** The language that a side of an alignment is read as. */
export type SideLanguage = 'fa' | 'en';

/** A distinct word of one side. */
export interface Word {
  readonly text: string;
  /** `foldKey` at `tight`, without `’s`. */
  readonly key: string;
  /** `englishStem` or `persianStem`. */
  readonly stem: string;
  /** See `numberValue`. */
  readonly number: string | null;
  /** False for function words. */
  readonly isContent: boolean;
}

/** What is known of a word by itself. */
export function wordOf(text: string, language: SideLanguage): Word {
  const key = foldKey(language === 'en' ? text.replace(/[’']s?$/u, '') : text, 'tight');
  const number = numberValue(text);
  return language === 'en'
    ? { text, key, stem: englishStem(text), number, isContent: !englishFunctionWords.has(text.toLowerCase()) }
    : { text, key, stem: persianStem(key), number, isContent: !persianFunctionWords.has(key) };
}
