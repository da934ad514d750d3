import { UnstyledButton } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ToldFinding } from '../../../shared/doc/checks/told-finding.ts';
import { Isolated } from '../../ui/isolated.tsx';
import { FindingActions } from './finding-actions.tsx';
import styles from './panel.module.css';
import { SeveritySign } from './severity-sign.tsx';
import type { FindingActions as Actions } from './use.ts';
import type { FindingWords } from './words.ts';

interface CheckedFindingProps {
  readonly finding: ToldFinding;
  readonly words: FindingWords;
  /** 0-based place of its segment; `null` for one that stands in none. */
  readonly place: number | null;
  /** True where a filter hides its segment. */
  readonly isHidden: boolean;
  readonly isCurrent: boolean;
  readonly isAsking: boolean;
  readonly actions: Actions;
}

/** A finding of the document at work; a press on what it tells goes to its place. */
export function CheckedFinding({ finding, words, place, isHidden, isCurrent, isAsking, actions }: CheckedFindingProps) {
  const { t } = useTranslation();
  const item = useRef<HTMLLIElement>(null);
  const { id, severity } = finding;
  useEffect(() => {
    if (isCurrent) item.current?.scrollIntoView({ block: 'nearest' });
  }, [isCurrent]);
  return (
    <li ref={item} data-item className={styles.finding} aria-current={isCurrent || undefined}>
      <SeveritySign severity={severity} />
      <div className={styles.told}>
        <UnstyledButton className={styles.message ?? ''} onClick={() => actions.go(id)}>
          <Isolated text={words.message(finding)} />{' '}
          {place !== null && (
            <small>
              {t('workbench.segment', { number: place + 1 })}
              {isHidden && <> · {t('checks.hiddenRow')}</>}
            </small>
          )}
        </UnstyledButton>
        <FindingActions
          remedy={words.remedy(finding)}
          isAsking={isAsking}
          hasKeys={isCurrent}
          onRemedy={() => actions.remedy(id)}
          onKeepWord={finding.rule === 'text.spelling' ? () => actions.keepWord(id) : undefined}
          onAsk={(on) => actions.ask(on ? id : null)}
          onIgnore={(reason) => actions.ignore(id, reason)}
        />
      </div>
    </li>
  );
}
