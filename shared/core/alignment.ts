/** How a row of an aligned text came to pair what it pairs: the aligner said so, a person confirmed it, or somebody has to look
 *  at it. */
export const alignmentStates = ['automatic', 'confirmed', 'review'] as const;
export type AlignmentState = (typeof alignmentStates)[number];

/** The alignment of a row; `score` tells from 0 to 1 how sure the aligner was, `null` for a row that it did not make. */
export interface Alignment {
  readonly state: AlignmentState;
  readonly score: number | null;
}

/** The alignment of a row whose Persian or English somebody changed for another stretch of its text: what was confirmed has to
 *  be looked at again, and no score is left. */
export function changedAlignment(alignment: Alignment | null): Alignment | null {
  return alignment && { state: alignment.state === 'confirmed' ? 'review' : alignment.state, score: null };
}

/** The alignment of two rows made one: as far as the less sure of them. */
export function joinedAlignment(left: Alignment | null, right: Alignment | null): Alignment | null {
  if (!left || !right) return left ?? right;
  const states = [left.state, right.state];
  const state = (['review', 'automatic', 'confirmed'] as const).find((one) => states.includes(one)) ?? 'review';
  const scores = [left.score, right.score].filter((score) => score !== null);
  return { state, score: scores.length > 0 ? Math.min(...scores) : null };
}
