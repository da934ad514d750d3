import type { TFunction } from 'i18next';
import type { Problem } from '../../shared/core/problem.ts';

/** A problem in the words of the interface: what was found, where, and what to do. In English it says so itself. */
export function problemText(t: TFunction, { rule, message, values, ...place }: Problem): string {
  return t(`problems.${rule}`, { ...place, ...values, defaultValue: message });
}

/** Problems one after the other. */
export function problemsText(t: TFunction, problems: readonly Problem[]): string {
  return problems.map((problem) => problemText(t, problem)).join(' ');
}
