import type { Severity } from '../../core/finding.ts';
import type { Remark, TextPair } from './rule.ts';

/** A remark about one of the pairs of a paragraph. */
export interface PlacedRemark extends Remark {
  /** 0-based place of the pair. */
  readonly at: number;
}

/** What is looked for in a paragraph as a whole: a quotation runs on over several sentences. */
export interface ParagraphRule {
  readonly severity: Severity;
  check(pairs: readonly TextPair[]): readonly PlacedRemark[];
}
