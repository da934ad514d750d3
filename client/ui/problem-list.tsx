import { useTranslation } from 'react-i18next';
import type { Problem } from '../../shared/core/problem.ts';
import styles from './problem-list.module.css';
import { problemText } from './problem-text.ts';

interface ProblemListProps {
  readonly problems: readonly Problem[];
  /** True for what is only told, and asks for nothing. */
  readonly areNotes?: boolean;
}

/** Problems, told where they arose. */
export function ProblemList({ problems, areNotes = false }: ProblemListProps) {
  const { t } = useTranslation();
  return (
    <ul className={styles.problems} data-notes={areNotes || undefined}>
      {problems.map((problem) => (
        <li key={JSON.stringify(problem)}>{problemText(t, problem)}</li>
      ))}
    </ul>
  );
}
