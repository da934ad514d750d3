import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../shared/core/problem.ts';
import styles from './problem-list.module.css';

/** A problem in the words of the interface: what was found, where, and what to do. In English it says so itself. */
export function problemText(t: TFunction, { rule, message, values, ...place }: Problem): string {
  return t(`problems.${rule}`, { ...place, ...values, defaultValue: message });
}

/** Problems, told where they arose. */
export function ProblemList({ problems }: { readonly problems: readonly Problem[] }) {
  const { t } = useTranslation();
  return (
    <ul className={styles.problems}>
      {problems.map((problem) => (
        <li key={JSON.stringify(problem)}>{problemText(t, problem)}</li>
      ))}
    </ul>
  );
}
