import { variantsOf } from './letters.ts';

/** The source of a regular expression (flag `u`) for any of `words` as people type them: with letters of other keyboards,
 *  with or without hamza; a space or ZWNJ inside a word may be either or missing. Without words it matches nothing.
 *  Repetitions are bounded, so that it is safe in a look-behind too. */
export function anySpelling(words: readonly string[]): string {
  const spellings = words.map((word) => word.replace(/^[\s\u200c]+|[\s\u200c]+$/gu, '')).filter((word) => word !== '');
  return spellings.length === 0 ? '(?!)' : `(?:${spellings.map(spelling).join('|')})`;
}

function spelling(word: string): string {
  return Array.from(word.replace(/[\s\u200c]+/gu, ' '), (char) => {
    if (char === ' ') return '[\\s\\u200c]{0,2}';
    const variants = variantsOf(char);
    return variants.length > 1 ? `[${variants}]` : char.replace(/[\^$\\.*+?()[\]{}|/]/, '\\$&');
  }).join('');
}
