import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { FindingActions } from '../../panels/checks/finding-actions.tsx';
import { SeveritySign } from '../../panels/checks/severity-sign.tsx';
import type { FindingWords } from '../../panels/checks/words.ts';
import { Isolated } from '../../ui/isolated.tsx';
import { Lit } from '../../ui/occurrence-row.tsx';
import styles from './checks.module.css';
import type { PlacedFinding } from './use-findings.ts';

interface FindingRowProps {
  readonly document: string;
  readonly finding: PlacedFinding;
  readonly words: FindingWords;
  readonly isAsking: boolean;
  readonly isBusy: boolean;
  readonly onRemedy: () => void;
  readonly onKeepWord: (word: string) => void;
  readonly onAsk: (on: boolean) => void;
  readonly onIgnore: (reason: string) => void;
  readonly onAgain: () => void;
}

/** A finding in its sentence on both sides of the spine. */
export function FindingRow(props: FindingRowProps) {
  const { document, finding, words, isAsking, isBusy, onRemedy, onKeepWord, onAsk, onIgnore, onAgain } = props;
  const { t } = useTranslation();
  const { severity, segment, place, fa, en, source, rendering, reason, rule, values } = finding;
  return (
    <li data-item className={styles.finding}>
      <SeveritySign severity={severity} />
      <div className={styles.told}>
        <p className={styles.message}>
          <Isolated text={words.message(finding)} />{' '}
          {segment !== null && place !== null && (
            <Link to="/documents/$document" params={{ document }} search={{ segment }}>
              {t('checks.project.goTo', { number: place + 1 })}
            </Link>
          )}
        </p>
        {place !== null && (
          <div className={styles.wings}>
            <p lang="fa" dir="rtl">
              <Lit text={fa} span={source} />
            </p>
            <p lang="en" dir="ltr">
              <Lit text={en} span={rendering} />
            </p>
          </div>
        )}
        {reason === null ? (
          <FindingActions
            remedy={words.remedy(finding)}
            isAsking={isAsking}
            isBusy={isBusy}
            onRemedy={onRemedy}
            onKeepWord={rule === 'text.spelling' ? () => onKeepWord(String(values.found)) : undefined}
            onAsk={onAsk}
            onIgnore={onIgnore}
          />
        ) : (
          <p className={styles.reason}>
            <bdi>{reason || t('checks.ignore.noReason')}</bdi>
            <Button size="compact-xs" variant="subtle" onClick={onAgain}>
              {t('checks.ignore.again')}
            </Button>
          </p>
        )}
      </div>
    </li>
  );
}
