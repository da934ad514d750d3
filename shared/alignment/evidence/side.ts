import { foldKey } from '../../language/characters/fold.ts';
import { type Token, tokens } from '../../language/words/token.ts';
import { englishStem } from '../forms/english-stem.ts';
import { englishFunctionWords, persianFunctionWords } from '../forms/function-words.ts';
import { numberValue } from '../forms/number-value.ts';
import { persianStem } from '../forms/persian-stem.ts';

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

/** One unit of a side: the numbers of its words in `Side.words`, in order. */
export interface ReadUnit {
  readonly text: string;
  readonly words: Int32Array;
}

/** The units of one language with their words numbered. */
export interface Side {
  readonly language: SideLanguage;
  readonly words: readonly Word[];
  readonly units: readonly ReadUnit[];
  /** How many words stand in all units together. */
  readonly size: number;
}

/** Reads `units` as texts of `language`; any string is good. */
export function readSide(units: readonly string[], language: SideLanguage): Side {
  const numbers = new Map<string, number>();
  const words: Word[] = [];
  let size = 0;
  const numberOf = ({ text }: Token) => {
    const known = numbers.get(text);
    if (known !== undefined) return known;
    numbers.set(text, words.length);
    words.push(wordOf(text, language));
    return words.length - 1;
  };
  const read = units.map((text) => {
    const own = tokens(text);
    size += own.length;
    return { text, words: Int32Array.from(own, numberOf) };
  });
  return { language, words, units: read, size };
}

/** What is known of a word by itself. */
export function wordOf(text: string, language: SideLanguage): Word {
  const key = foldKey(language === 'en' ? text.replace(/[’']s?$/u, '') : text, 'tight');
  const number = numberValue(text);
  return language === 'en'
    ? { text, key, stem: englishStem(text), number, isContent: !englishFunctionWords.has(text.toLowerCase()) }
    : { text, key, stem: persianStem(key), number, isContent: !persianFunctionWords.has(key) };
}
