import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../../shared/core/problem.ts';
import { ProblemList } from '../../ui/problem-list.tsx';
import styles from './upload-row.module.css';

interface ImportNotesProps {
  /** What the text is called that is here now. */
  readonly name: string;
  readonly notes: readonly Problem[];
  readonly onDismiss: () => void;
}

/** What is to be told of a text that came in. */
export function ImportNotes({ name, notes, onDismiss }: ImportNotesProps) {
  const { t } = useTranslation();
  return (
    <div className={styles.row} role="status">
      <div className={styles.text}>
        <p className={styles.refused}>{t('library.import.noted', { name })}</p>
        <ProblemList problems={notes} areNotes />
      </div>
      <Button variant="subtle" color="gray" size="compact-sm" onClick={onDismiss}>
        {t('library.import.dismiss')}
      </Button>
    </div>
  );
}
