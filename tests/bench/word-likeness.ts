import { wordDistance } from '../../shared/memory/index/distance.ts';
import { memoryWords } from '../../shared/memory/key/key.ts';

/** How like two texts are by their words, 0…1. */
export function likenessByWords(one: string, other: string): number {
  const ids = new Map<string, number>();
  const [a, b] = [one, other].map((text) =>
    memoryWords(text).map((word) => {
      if (!ids.has(word)) ids.set(word, ids.size);
      return ids.get(word) ?? 0;
    }),
  ) as [number[], number[]];
  const longest = Math.max(a.length, b.length, 1);
  return 1 - wordDistance(a, b, 0, b.length, longest) / longest;
}
