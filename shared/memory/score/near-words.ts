import { memoryWords } from '../key/key.ts';

/** Pairs of words that are compared letter by letter, at most. */
const MOST_PAIRS = 40_000;
/** Letters of words that are compared. */
const LONGEST = 64;

/** How like two texts are, 0…1, by their words: the Levenshtein distance over the words of the longer one, where a word in place of a
 *  near one (half of its letters or more the same, by letters' Levenshtein) costs only the share of the letters that differ, and a number
 *  in place of another a quarter. Never below the likeness by whole words. Where too many words differ to be compared by their letters, it is
 *  `coarse`, the likeness by whole words, which an index has found out. */
export function likeness(one: string, other: string, coarse = 0): number {
  const [a, b] = [memoryWords(one), memoryWords(other)];
  const longest = Math.max(a.length, b.length);
  if (longest === 0) return 1;
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
  const [left, right] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  if (left.length * right.length > MOST_PAIRS) return coarse;
  return 1 - distance(left, right, letterCost) / longest;
}

type Cost = (one: string, other: string) => number;

const wordCost: Cost = (one, other) => (one === other ? 0 : 1);

const letterCost: Cost = (one, other) => {
  if (one === other) return 0;
  if (/^\d+$/.test(one) && /^\d+$/.test(other)) return 0.25;
  const longest = Math.max(one.length, other.length);
  if (longest > LONGEST || Math.min(one.length, other.length) * 2 < longest) return 1;
  const apart = distance([...one], [...other], wordCost) / longest;
  return apart <= 0.5 ? apart : 1;
};

function distance(a: readonly string[], b: readonly string[], cost: Cost): number {
  const row = Float64Array.from({ length: b.length + 1 }, (_, at) => at);
  for (const [i, one] of a.entries()) {
    let diagonal = row[0] as number;
    row[0] = i + 1;
    for (const [j, other] of b.entries()) {
      const above = row[j + 1] as number;
      row[j + 1] = Math.min(diagonal + cost(one, other), above + 1, (row[j] as number) + 1);
      diagonal = above;
    }
  }
  return row[b.length] as number;
}
