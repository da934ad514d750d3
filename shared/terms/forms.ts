import { formsOf, isEnding, stemOf } from '../language/words/inflection.ts';
import { rememberingWords } from '../language/words/word-memory.ts';

/** The words of a folded phrase, each with an ending that is written apart from it. */
export function wordsOf(key: string): readonly string[] {
  const words: string[] = [];
  for (const word of key.split(' ')) {
    const last = words.at(-1);
    if (last !== undefined && isEnding(word)) words[words.length - 1] = last + word;
    else words.push(word);
  }
  return words;
}

const forms = rememberingWords(formsOf);
const beginning = rememberingWords((word) => stemOf(word).slice(0, 2));

/** True where two phrases are the same words in other forms. */
export function areForms(some: readonly string[], others: readonly string[]): boolean {
  return (
    some.length === others.length &&
    some.every((word, at) => {
      const other = others[at] ?? '';
      return word === other || forms(word)(other) || forms(other)(word);
    })
  );
}

/** Phrases whose words may be forms of each other have the same beginnings. */
export function beginningsOf(words: readonly string[]): string {
  return words.map(beginning).join(' ');
}
