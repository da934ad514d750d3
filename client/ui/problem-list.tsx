import { useTranslation } from 'react-i18next';
import type { Problem } from '../../shared/core/problem.ts';
import styles from './problem-list.module.css';
import { problemText } from './problem-text.ts';

interface ProblemListProps {
  readonly problems: readonly Problem[];
  /** True for what is only told, and asks for nothing. */
  readonly areNotes?: boolean;
  /** What stands before each, such as where it is. */
  readonly place?: (problem: Problem) => string;
}

/** Problems, told where they arose. */
export function ProblemList({ problems, areNotes = false, place }: ProblemListProps) {
  const { t } = useTranslation();
  return (
    <ul className={styles.problems} data-notes={areNotes || undefined}>
      {problems.map((problem) => (
        <li key={JSON.stringify(problem)}>{[place?.(problem), problemText(t, problem)].filter(Boolean).join(' ')}</li>
      ))}
    </ul>
  );
}
