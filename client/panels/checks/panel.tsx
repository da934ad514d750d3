import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { memo, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Label } from '../../../shared/core/label.ts';
import { kindCounts } from '../../../shared/doc/checks/finding-kinds.ts';
import { toldFinding } from '../../../shared/doc/checks/told-finding.ts';
import { KeyCap } from '../../keys/key-cap.tsx';
import { useKeptFocus } from '../../ui/use-kept-focus.ts';
import { CheckedFinding } from './finding.tsx';
import { FindingFilter } from './finding-filter.tsx';
import { IgnoredFindings } from './ignored.tsx';
import styles from './panel.module.css';
import type { Checks } from './use.ts';
import { useFindingWords } from './words.ts';

interface ChecksPanelProps {
  readonly project: string;
  readonly labels: readonly Label[];
  readonly checks: Checks;
}

/** So many findings are listed at a time. */
const PAGE = 100;
/** More findings than that are filtered. */
const FEW = 6;

/** The findings of the document at work, each with a way to its place and what can be done about it. */
export const ChecksPanel = memo(function ChecksPanel({ project, labels, checks }: ChecksPanelProps) {
  const { t } = useTranslation();
  const { open, ignored, reasons, kind, shown, hidden, places, current, asking, actions } = checks;
  const words = useFindingWords(labels);
  const list = useRef<HTMLOListElement>(null);
  const [from, setFrom] = useState(0);
  const counts = useMemo(() => kindCounts(open ?? []), [open]);
  const index = current ? shown.indexOf(current) : -1;
  useEffect(() => {
    if (index >= 0) setFrom(index - (index % PAGE));
  }, [index]);
  useKeptFocus(list, shown);

  const isHidden = (segment: string | null) => hidden.has(segment ?? '');
  const others = (open?.length ?? 0) - shown.length;
  const unseen = hidden.size === 0 ? 0 : shown.filter(({ segment }) => isHidden(segment)).length;
  const first = from < shown.length ? from : 0;
  const rest = shown.length - first - PAGE;
  return (
    <>
      {open === null && <p className={styles.explain}>{t('checks.reading')}</p>}
      {open?.length === 0 && (
        <div className={styles.empty}>
          <h2>{t('checks.empty.title')}</h2>
          <p>{t('checks.empty.text')}</p>
        </div>
      )}
      {open && open.length > 0 && (
        <div className={styles.head}>
          <output aria-live="polite">{t('checks.count', { count: shown.length })}</output>
          {(open.length > FEW || kind !== null) && (
            <FindingFilter kind={kind} onKind={actions.want} counts={counts} total={open.length} />
          )}
          <span className={styles.keys}>
            <KeyCap command="check.next" /> {t('workbench.hint.next')}
          </span>
        </div>
      )}
      {(others > 0 || unseen > 0) && (
        <p className={styles.explain}>
          {others > 0 && t('checks.others', { count: others })} {unseen > 0 && t('checks.hidden', { count: unseen })}
        </p>
      )}
      {first > 0 && (
        <Button variant="subtle" size="compact-sm" onClick={() => setFrom(first - PAGE)}>
          {t('checks.before', { count: first })}
        </Button>
      )}
      <ol ref={list} tabIndex={-1} className={styles.findings} aria-label={t('checks.title')}>
        {shown.slice(first, first + PAGE).map((finding) => {
          const { id, segment } = finding;
          return (
            <CheckedFinding
              key={id}
              finding={toldFinding(finding)}
              words={words}
              place={segment === null ? null : (places.get(segment) ?? null)}
              isHidden={isHidden(segment)}
              isCurrent={current?.id === id}
              isAsking={asking === id}
              actions={actions}
            />
          );
        })}
      </ol>
      {rest > 0 && (
        <Button variant="subtle" size="compact-sm" onClick={() => setFrom(first + PAGE)}>
          {t('checks.more', { count: rest })}
        </Button>
      )}
      <IgnoredFindings findings={ignored} reasons={reasons} words={words} onAgain={actions.tellAgain} />
      <p className={styles.end}>
        <Link to="/projects/$project/checks" params={{ project }}>
          {t('checks.project.open')}
        </Link>
      </p>
    </>
  );
});
