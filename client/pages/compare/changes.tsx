import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SegmentChange } from '../../../shared/doc/merge/compare.ts';
import styles from './compare.module.css';
import { Rendering } from './rendering.tsx';

interface ChangesProps {
  readonly changes: readonly SegmentChange[];
  readonly source: string;
  /** Brings one segment back as it was before. */
  readonly onRestore: (segment: string) => void;
}

/** The changes in document order; segments without one are folded into a line that opens. */
export function Changes({ changes, source, onRestore }: ChangesProps) {
  return (
    <ol className={styles.changes}>
      {folded(changes).map((stretch) =>
        stretch[0]?.kind === 'same' ? (
          <Unchanged key={keyOf(stretch)} changes={stretch} source={source} />
        ) : (
          stretch.map((change) => (
            <Change key={keyOf([change])} change={change} source={source} onRestore={onRestore} />
          ))
        ),
      )}
    </ol>
  );
}

function Unchanged({ changes, source }: Pick<ChangesProps, 'changes' | 'source'>) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <>
      <li className={styles.unchanged}>
        <Button variant="subtle" color="gray" size="compact-sm" aria-expanded={open} onClick={() => setOpen(!open)}>
          {t('history.unchanged', { count: changes.length })}
        </Button>
      </li>
      {open && changes.map((change) => <Change key={keyOf([change])} change={change} source={source} />)}
    </>
  );
}

interface ChangeProps {
  readonly change: SegmentChange;
  readonly source: string;
  readonly onRestore?: (segment: string) => void;
}

function Change({ change, source, onRestore }: ChangeProps) {
  const { t } = useTranslation();
  const { kind, before, after } = change;
  const [was, is] = [before[0], after[0]];
  const from = Math.min(was?.from ?? 0, is?.from ?? 0);
  const to = Math.max(before.at(-1)?.to ?? 0, after.at(-1)?.to ?? 0);
  return (
    <li className={styles.change} data-kind={kind}>
      <span className={styles.number}>{(is?.index ?? 0) + 1}</span>
      <p className={styles.source} lang="fa" dir="rtl">
        {source.slice(from, to)}
      </p>
      <span className={styles.spine} data-status={is?.status} />
      <div className={styles.rendering}>
        <Rendering before={before} after={after} />
        {kind === 'regrouped' && (
          <p className={styles.note}>{t('history.regrouped', { before: before.length, after: after.length })}</p>
        )}
        {kind === 'changed' && was && is && was.status !== is.status && (
          <p className={styles.note}>
            {t('history.stateChange', {
              before: t(`workbench.status.${was.status}`),
              after: t(`workbench.status.${is.status}`),
            })}
          </p>
        )}
      </div>
      {onRestore && was && (
        <Button size="compact-xs" variant="light" className={styles.restore ?? ''} onClick={() => onRestore(was.id)}>
          {t('history.restoreSegment')}
        </Button>
      )}
    </li>
  );
}

/** Changes as stretches: each run of unchanged segments is one. */
function folded(changes: readonly SegmentChange[]): readonly (readonly SegmentChange[])[] {
  const stretches: SegmentChange[][] = [];
  for (const change of changes) {
    const last = stretches.at(-1);
    if (last && (last[0]?.kind === 'same') === (change.kind === 'same')) last.push(change);
    else stretches.push([change]);
  }
  return stretches;
}

function keyOf(changes: readonly SegmentChange[]): string {
  return changes[0]?.after[0]?.id ?? changes[0]?.before[0]?.id ?? '';
}
