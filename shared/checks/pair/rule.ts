import type { Severity } from '../../core/finding.ts';
import type { Span } from '../../core/span.ts';

/** A Persian text and its English. */
export interface TextPair {
  readonly source: string;
  readonly target: string;
}

/** Which of the two texts something stands in. */
export type PairSide = keyof TextPair;

/** What a rule says about a pair. */
export interface Remark extends Span {
  readonly side: PairSide;
  /** What the message names. */
  readonly values: Readonly<Record<string, string | number>>;
  /** What would be right in place of `[from, to)` of the English; `null` where that is not sure. */
  readonly fix: string | null;
  /** True for what the English lacks so far: no fault while somebody still writes it. */
  readonly isLack: boolean;
}

/** What is looked for in a Persian text and its English. */
export interface PairRule {
  readonly severity: Severity;
  /** In linear time, whatever the texts are. */
  check(pair: TextPair): readonly Remark[];
}

/** A remark about a stretch of the English. */
export function inTarget({ from, to }: Span, values: Remark['values'], fix: string | null = null): Remark {
  return { side: 'target', from, to, values, fix, isLack: false };
}

/** A remark about a stretch of the Persian that the English has not. */
export function lacking({ from, to }: Span, values: Remark['values']): Remark {
  return { side: 'source', from, to, values, fix: null, isLack: true };
}
