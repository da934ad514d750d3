import { type Token, tokens } from '../../language/words/token.ts';
import { type SideLanguage, type Word, wordOf } from '../forms/word.ts';

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
