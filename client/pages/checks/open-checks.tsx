import { Button, SegmentedControl } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { severities } from '../../../shared/core/finding.ts';
import type { Label } from '../../../shared/core/label.ts';
import type { FindingKind } from '../../../shared/doc/checks/finding-kinds.ts';
import { FindingFilter } from '../../panels/checks/finding-filter.tsx';
import { refreshFindings, useIgnoring } from '../../panels/checks/query.ts';
import { useKeepingWord } from '../../panels/checks/spelling.ts';
import { useFindingWords } from '../../panels/checks/words.ts';
import { queries } from '../../platform/server.ts';
import { notice, noticeUndo } from '../../ui/notices.tsx';
import { Trouble } from '../../ui/trouble.tsx';
import { useKeptFocus } from '../../ui/use-kept-focus.ts';
import styles from './checks.module.css';
import { FindingRow } from './finding-row.tsx';
import { NothingFound } from './nothing-found.tsx';
import { type FoundDocument, type PlacedFinding, useFindings } from './use-findings.ts';

interface Wanted {
  readonly kind: FindingKind | null;
  readonly ignored: boolean;
}

interface OpenChecksProps extends Wanted {
  readonly project: string;
  readonly labels: readonly Label[];
  readonly onWant: (wanted: Wanted) => void;
}

/** So many findings are shown at first, and more on request. */
const PAGE = 100;

/** The findings of a project by document, each in its sentence, with what can be done about it from here. */
export function OpenChecks({ project, labels, kind, ignored, onWant }: OpenChecksProps) {
  const { t } = useTranslation();
  const words = useFindingWords(labels);
  const [most, setMost] = useState(PAGE);
  const [asking, setAsking] = useState<string | null>(null);
  const found = useFindings({ project, kind, ignored, most });
  const { ignore, tellAgain } = useIgnoring();
  const remedy = useMutation(queries.finding.remedy.mutationOptions({ onSettled: refreshFindings }));
  const revert = useMutation(queries.timeline.revert.mutationOptions({ onSettled: refreshFindings }));
  const keepWord = useKeepingWord(project);
  const list = useRef<HTMLDivElement>(null);
  useKeptFocus(list, found.documents);

  const mend = async ({ document, title }: FoundDocument, { id }: PlacedFinding) => {
    const change = await remedy.mutateAsync({ document, finding: id });
    if (!change) notice(t('checks.notice.changed'), 'checks');
    else noticeUndo(t('checks.notice.remedied', { title }), () => void takeBack(change));
  };
  const takeBack = async (change: Parameters<typeof revert.mutateAsync>[0]) => {
    const { outcome } = await revert.mutateAsync(change);
    notice(t(`checks.notice.reverted.${outcome}`));
  };

  const counted = severities.reduce((sum, severity) => sum + (found.counts.get(severity) ?? 0), 0);
  const isUnfinished = found.hasNextPage;
  let left = most;
  const shown = found.documents.flatMap((document) => {
    const findings = document.findings.slice(0, Math.max(0, left));
    left -= findings.length;
    return findings.length > 0 ? [{ document, findings }] : [];
  });
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <output aria-live="polite" className={styles.counted}>
          {found.isKnown && t('checks.count', { count: kind === null ? counted : (found.counts.get(kind) ?? 0) })}
          {isUnfinished && <small>{t('checks.project.looked', { looked: found.looked, count: found.total })}</small>}
          {found.isBehind && <small>{t('checks.project.behind')}</small>}
        </output>
        <SegmentedControl
          size="xs"
          aria-label={t('checks.project.state')}
          value={ignored ? 'ignored' : 'open'}
          onChange={(value) => onWant({ kind, ignored: value === 'ignored' })}
          data={[
            { value: 'open', label: t('checks.project.stillOpen') },
            { value: 'ignored', label: t('checks.project.ignored') },
          ]}
        />
        <FindingFilter
          kind={kind}
          onKind={(wanted) => onWant({ kind: wanted, ignored })}
          counts={found.counts}
          total={counted}
        />
      </header>
      {found.error && <Trouble error={found.error} retry={() => void found.retry()} />}
      {found.isKnown && !isUnfinished && !found.isBehind && shown.length === 0 && (
        <NothingFound what={kind !== null ? 'kind' : ignored ? 'ignored' : 'open'} />
      )}
      <div ref={list} tabIndex={-1} className={styles.documents}>
        {shown.map(({ document, findings }) => (
          <section key={document.document} aria-labelledby={`of-${document.document}`}>
            <h2 id={`of-${document.document}`} className={styles.document}>
              <bdi>{document.title}</bdi>
              <small>{t('checks.count', { count: document.findings.length + document.more })}</small>
            </h2>
            <ul className={styles.findings}>
              {findings.map((finding) => (
                <FindingRow
                  key={finding.id}
                  document={document.document}
                  finding={finding}
                  words={words}
                  isAsking={asking === `${document.document} ${finding.id}`}
                  isBusy={remedy.isPending && remedy.variables.finding === finding.id}
                  onRemedy={() => void mend(document, finding)}
                  onKeepWord={(word) => keepWord(word, true)}
                  onAsk={(on) => setAsking(on ? `${document.document} ${finding.id}` : null)}
                  onIgnore={(reason) => {
                    setAsking(null);
                    ignore(document.document, finding.id, reason);
                  }}
                  onAgain={() => tellAgain(document.document, finding.id)}
                />
              ))}
            </ul>
            {document.more > 0 && findings.length === document.findings.length && (
              <p className={styles.more}>{t('checks.project.inDocument', { count: document.more })}</p>
            )}
          </section>
        ))}
      </div>
      {(found.listed > most || (isUnfinished && found.listed >= most)) && (
        <Button variant="subtle" size="compact-sm" onClick={() => setMost(most + PAGE)}>
          {t('checks.project.showMore')}
        </Button>
      )}
    </div>
  );
}
