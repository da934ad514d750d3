/** Bands of scores by which work is counted before it starts, best first: in context, the same, typed otherwise, and below. */
export const bands = ['context', 'same', '95', '85', '75', '50', 'none'] as const;
export type Band = (typeof bands)[number];

/** The band of a score; `null` for a text without any match. */
export function bandOf(score: number | null): Band {
  if (score === null || score < 50) return 'none';
  if (score > 100) return 'context';
  if (score === 100) return 'same';
  if (score >= 95) return '95';
  if (score >= 85) return '85';
  return score >= 75 ? '75' : '50';
}
