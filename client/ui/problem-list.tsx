import { useTranslation } from 'react-i18next';
import type { Problem } from '../../shared/core/problem.ts';
import styles from './problem-list.module.css';
import { problemText } from './problem-text.ts';

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
