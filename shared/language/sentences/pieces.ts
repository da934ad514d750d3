import type { Span } from '../../core/span.ts';
import type { SegmentationRules } from './rules.ts';
import { segmentSource } from './segmentation.ts';

/** The leads and sentences of `text` as ranges that leave nothing out: each reaches to where the next begins, so that the space
 *  and the signs between two belong to the first. One range for a text without words; none for an empty one. */
export function pieces(text: string, rules: SegmentationRules): readonly Span[] {
  if (text === '') return [];
  const starts = segmentSource(text, rules).units.map(({ from }) => from);
  const borders = [0, ...starts.slice(1), text.length];
  return borders.slice(1).map((to, index) => ({ from: borders[index] ?? 0, to }));
}
