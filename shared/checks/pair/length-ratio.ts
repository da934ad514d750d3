import type { TextPair } from './rule.ts';

/** Short texts differ more: as many units are added to both. */
const SMOOTH = 12;

/** The length of the English by that of the Persian, in UTF-16 units, smoothed. */
export function lengthRatio({ source, target }: TextPair): number {
  return (target.length + SMOOTH) / (source.length + SMOOTH);
}
