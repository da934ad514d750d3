import { memoryPairs } from './data.ts';
import { renderingsOf } from './sample.ts';

/** `count` texts: those that there are, and as many more of them with about a quarter of their words swapped for words of others. Each
 *  twentieth is three of them in a row, each tenth a few words of one. */
export function multiplied(originals: readonly string[], count: number, random: () => number): readonly string[] {
  const pick = () => originals[Math.floor(random() * originals.length)] ?? '';
  return Array.from({ length: count }, (_, at) => {
    const original = originals[at];
    if (original !== undefined) return original;
    const text = at % 20 === 0 ? `${pick()} ${pick()} ${pick()}` : pick();
    const words = text.split(' ');
    const cut = at % 10 === 5 ? words.slice(0, 1 + Math.floor(random() * 3)) : words;
    return swapped(cut, Math.ceil(cut.length / 4), originals, random).join(' ');
  });
}

export function swapped(
  words: readonly string[],
  edits: number,
  corpus: readonly string[],
  random: () => number,
): readonly string[] {
  const changed = [...words];
  for (let edit = 0; edit < edits; edit++) {
    const other = (corpus[Math.floor(random() * corpus.length)] ?? '').split(' ');
    changed[Math.floor(random() * changed.length)] = other[Math.floor(random() * other.length)] ?? '';
  }
  return changed.filter(Boolean);
}

let known: readonly string[] | null = null;

/** The Persian of the memories in the folder of data; without one, Persian of the sample, sentence by sentence. */
export function memoryTexts(): readonly string[] {
  if (known === null) {
    const read = memoryPairs().map(({ source }) => source);
    known = read.length > 0 ? read : renderingsOf(2000).map(({ text }) => text);
  }
  return known;
}
