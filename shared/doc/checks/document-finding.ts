import type { PairSide } from '../../checks/pair/rule.ts';
import { type TextRule, textRules } from '../../checks/text-rules.ts';
import type { Finding } from '../../core/finding.ts';
import type { Span } from '../../core/span.ts';
import { type EntityRule, entityRules } from './entity-finding.ts';
import type { Remedy } from './remedy.ts';

/** What is looked for in a document: in its names, and in its texts. */
export type DocumentRule = EntityRule | TextRule;

/** All rules in the order in which they are listed. */
export const documentRules: readonly DocumentRule[] = [
  ...(Object.keys(entityRules) as readonly EntityRule[]),
  ...textRules,
];

/** A stretch of one side of a segment, in offsets of that side. */
export interface FoundPlace extends Span {
  readonly side: PairSide;
}

/** A finding of a document. One about a text tells where in its segment it is; one about a name has its mention for that. */
export type DocumentFinding = Finding<Remedy> & { readonly rule: DocumentRule; readonly found?: FoundPlace };
