import type { English } from '../../checks/spelling.ts';
import { usualSeverity } from '../../checks/text-rules.ts';
import type { Severity } from '../../core/finding.ts';
import type { DocumentRule } from './document-finding.ts';
import { entityRules } from './entity-finding.ts';

/** How much a rule matters in a project; `off` where it is not looked at. */
export type Weight = Severity | 'off';

/** What a project wants of the checks. */
export interface CheckPolicy {
  /** The rules that matter otherwise than usual. */
  readonly weights: Readonly<Partial<Record<DocumentRule, Weight>>>;
  /** True where a segment with an error is not confirmed without a second word. */
  readonly holdsBack: boolean;
  /** Which English is right. */
  readonly english: English;
}

/** What a project wants that has said nothing. */
export const usualPolicy: CheckPolicy = { weights: {}, holdsBack: false, english: 'any' };

/** How much a rule matters in a project. Half-spaces of the Persian are many in news as it is written; they are looked at where somebody
 *  wants it. */
export function weightOf(rule: DocumentRule, { weights }: CheckPolicy): Weight {
  return weights[rule] ?? usualWeight(rule);
}

/** How much a rule matters where nobody says otherwise. */
export function usualWeight(rule: DocumentRule): Weight {
  if (rule === 'source.zwnj') return 'off';
  return isEntityRule(rule) ? entityRules[rule] : usualSeverity(rule);
}

/** Findings as a project wants them: those of rules that are off left out, the others with their weight. */
export function weighed<F extends { readonly rule: DocumentRule; readonly severity: Severity }>(
  findings: readonly F[],
  policy: CheckPolicy,
): readonly F[] {
  return findings.flatMap((finding) => {
    const weight = weightOf(finding.rule, policy);
    if (weight === 'off') return [];
    return [weight === finding.severity ? finding : { ...finding, severity: weight }];
  });
}

function isEntityRule(rule: DocumentRule): rule is keyof typeof entityRules {
  return Object.hasOwn(entityRules, rule);
}
