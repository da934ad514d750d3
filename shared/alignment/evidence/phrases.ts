import type { Sign } from './sign.ts';

/** An English phrase to look for. */
export interface Phrase {
  readonly stems: readonly string[];
  readonly sign: number;
}

/** Finds the signs in units of numbered words. */
export interface PhraseFinder {
  /** The words that are signs themselves, and the phrases, wherever they stand. */
  signs(words: Int32Array): readonly Sign[];
}

/** Looks for `phrases`; `stems` are those of the numbered words, `isSign` tells which of these count alone. */
export function phraseFinder(
  stems: readonly string[],
  phrases: readonly Phrase[],
  isSign: (word: number) => boolean,
): PhraseFinder {
  const byFirst = new Map<string, Phrase[]>();
  for (const phrase of phrases) {
    const first = phrase.stems[0] ?? '';
    byFirst.set(first, [...(byFirst.get(first) ?? []), phrase]);
  }
  const counts = stems.map((_, word) => isSign(word));
  return {
    signs(words) {
      const found: Sign[] = [];
      words.forEach((word, from) => {
        if (counts[word]) found.push({ sign: word, from, to: from + 1 });
        for (const { stems: own, sign } of byFirst.get(stems[word] ?? '') ?? []) {
          const stands = own.every((stem, at) => stems[words[from + at] ?? -1] === stem);
          if (stands) found.push({ sign, from, to: from + own.length });
        }
      });
      return found;
    },
  };
}
