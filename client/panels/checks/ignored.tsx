import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { DocumentFinding } from '../../../shared/doc/checks/document-finding.ts';
import { toldFinding } from '../../../shared/doc/checks/told-finding.ts';
import { Isolated } from '../../ui/isolated.tsx';
import styles from './panel.module.css';
import type { Reasons } from './query.ts';
import type { FindingWords } from './words.ts';

interface IgnoredFindingsProps {
  readonly findings: readonly DocumentFinding[];
  readonly reasons: Reasons;
  readonly words: FindingWords;
  readonly onAgain: (id: string) => void;
}

/** So many are listed; who ignores more looks at them on the page of the project. */
const MOST = 100;

/** The findings that somebody ignores, folded, each with the reason and a way back. */
export function IgnoredFindings({ findings, reasons, words, onAgain }: IgnoredFindingsProps) {
  const { t } = useTranslation();
  if (findings.length === 0) return null;
  return (
    <details className={styles.ignored}>
      <summary>{t('checks.ignore.list', { count: findings.length })}</summary>
      <ul>
        {findings.slice(0, MOST).map((finding) => (
          <li key={finding.id}>
            <p>
              <Isolated text={words.message(toldFinding(finding))} />
            </p>
            <p className={styles.reason}>
              <bdi>{reasons.get(finding.id) || t('checks.ignore.noReason')}</bdi>
            </p>
            <Button size="compact-xs" variant="subtle" onClick={() => onAgain(finding.id)}>
              {t('checks.ignore.again')}
            </Button>
          </li>
        ))}
      </ul>
      {findings.length > MOST && <p>{t('checks.more', { count: findings.length - MOST })}</p>}
    </details>
  );
}
