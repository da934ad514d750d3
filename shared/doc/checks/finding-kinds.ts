import { type Severity, severities } from '../../core/finding.ts';
import { type DocumentRule, documentRules } from './document-finding.ts';

/** Which findings are looked at: those of one severity, or of one rule. */
export type FindingKind = Severity | DocumentRule;

/** All kinds in the order in which they are listed. */
export const findingKinds: readonly FindingKind[] = [...severities, ...documentRules];

/** True for a severity, false for a rule. */
export function isSeverity(kind: FindingKind): kind is Severity {
  return severities.some((severity) => severity === kind);
}

interface Kinded {
  readonly severity: Severity;
  readonly rule: DocumentRule;
}

/** True for a finding of `kind`; `null` is any. */
export function isOfKind({ severity, rule }: Kinded, kind: FindingKind | null): boolean {
  return kind === null || kind === severity || kind === rule;
}

/** How many findings there are of each kind. */
export function kindCounts(findings: readonly Kinded[]): ReadonlyMap<FindingKind, number> {
  const counts = new Map<FindingKind, number>();
  for (const { severity, rule } of findings) {
    for (const kind of [severity, rule] as const) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return counts;
}
