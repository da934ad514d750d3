import { lengthRatio } from './length-ratio.ts';
import type { TextPair } from './rule.ts';

/** How long English is against its Persian. */
export interface LengthBand {
  readonly least: number;
  readonly most: number;
}

/** What is usual of Persian and English, before a project has shown its own. */
export const usualBand: LengthBand = { least: 0.45, most: 2.4 };

/** Fewer pairs show nothing. */
const ENOUGH = 200;

/** The band that nearly all of `pairs` lie in: around their median, as wide as three and a half of their usual distances from it (the
 *  median absolute deviation of the logarithms). */
export function learnedBand(pairs: Iterable<TextPair>): LengthBand {
  const logs = Array.from(pairs, (pair) => Math.log(lengthRatio(pair))).sort((a, b) => a - b);
  if (logs.length < ENOUGH) return usualBand;
  const middle = logs[logs.length >> 1] ?? 0;
  const distances = logs.map((log) => Math.abs(log - middle)).sort((a, b) => a - b);
  const width = 3.5 * 1.4826 * Math.max(0.08, distances[distances.length >> 1] ?? 0);
  return { least: Math.exp(middle - width), most: Math.exp(middle + width) };
}
