import type { Finding, Severity } from '../../core/finding.ts';
import type { MarkedMention } from '../model/marked.ts';
import type { Remedy } from './remedy.ts';

/** What is looked for in the mentions of a document, and how much each matters. */
export const entityRules = {
  /** A confirmed segment has the Persian of a mention and not its English. */
  'entity.untranslated': 'error',
  /** A mention stands in the English alone. */
  'entity.added': 'warning',
  /** A mention is rendered with a name that its entity has not. */
  'entity.name': 'error',
  /** A mention is rendered with a name that its entity must not have. */
  'entity.forbidden': 'error',
  /** An entity is rendered with two names in one document. */
  'entity.renderings': 'warning',
  /** The same Persian means two entities in one document. */
  'entity.surface': 'warning',
  /** A mention has another label than its entity. */
  'entity.label': 'warning',
  /** A mention has a label that its project has not, or not any more. */
  'entity.unlabelled': 'warning',
  /** A mention does not stand in one segment. */
  'entity.border': 'error',
  /** Words of a mention are linked with others than those of its other side. */
  'entity.links': 'warning',
  /** A mention has lost both its sides. */
  'entity.nowhere': 'warning',
} as const satisfies Readonly<Record<string, Severity>>;
export type EntityRule = keyof typeof entityRules;

export type EntityFinding = Finding<Remedy> & { readonly rule: EntityRule };

/** A finding at `mention`, in the first of its segments unless another is meant. `subject` tells it from others of its
 *  rule: what it is about, and all that would make it another one. */
export function findingAt(
  { id, segments }: MarkedMention,
  rule: EntityRule,
  { subject, values, remedy, segment }: Told,
): EntityFinding {
  return {
    id: `${rule}:${subject}`,
    rule,
    severity: entityRules[rule],
    segment: segment ?? segments[0] ?? null,
    mention: id,
    values,
    remedy,
  };
}

/** What a finding tells. */
export interface Told extends Pick<EntityFinding, 'values' | 'remedy'> {
  readonly subject: string;
  readonly segment?: string;
}
