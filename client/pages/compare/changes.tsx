import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Span } from '../../../shared/core/span.ts';
import type { SegmentChange } from '../../../shared/doc/merge/compare.ts';
import type { Segment } from '../../../shared/doc/model/read.ts';
import styles from './compare.module.css';
import { Difference } from './difference.tsx';

/** The Persian as either version has it. */
interface Sources {
  readonly before: string;
  readonly after: string;
}

interface ChangesProps {
  readonly changes: readonly SegmentChange[];
  readonly sources: Sources;
  /** Brings one segment back as it was before. */
  readonly onRestore: (segment: string) => void;
}

/** The changes in document order; segments without one are folded into a line that opens. */
export function Changes({ changes, sources, onRestore }: ChangesProps) {
  return (
    <ol className={styles.changes}>
      {folded(changes).map((stretch) =>
        stretch[0]?.kind === 'same' ? (
          <Unchanged key={keyOf(stretch)} changes={stretch} sources={sources} />
        ) : (
          stretch.map((change) => (
            <Change key={keyOf([change])} change={change} sources={sources} onRestore={onRestore} />
          ))
        ),
      )}
    </ol>
  );
}

function Unchanged({ changes, sources }: Pick<ChangesProps, 'changes' | 'sources'>) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <>
      <li className={styles.unchanged}>
        <Button variant="subtle" color="gray" size="compact-sm" aria-expanded={open} onClick={() => setOpen(!open)}>
          {t('history.unchanged', { count: changes.length })}
        </Button>
      </li>
      {open && changes.map((change) => <Change key={keyOf([change])} change={change} sources={sources} />)}
    </>
  );
}

interface ChangeProps {
  readonly change: SegmentChange;
  readonly sources: Sources;
  readonly onRestore?: (segment: string) => void;
}

function Change({ change, sources, onRestore }: ChangeProps) {
  const { t } = useTranslation();
  const { kind, before, after } = change;
  const [was, is] = [before[0], after[0]];
  const english = { before: textOf(before), after: textOf(after) };
  return (
    <li className={styles.change} data-kind={kind}>
      <span className={styles.number}>{t('workbench.panel.count', { count: (is?.index ?? 0) + 1 })}</span>
      <p className={`${styles.source} ${styles.differing}`} lang="fa" dir="rtl">
        <Difference {...persianOf(change, sources)} />
      </p>
      <span className={styles.spine} data-status={is?.status} />
      <div className={styles.rendering}>
        {english.before + english.after === '' ? (
          <p className={styles.none}>{t('history.noRendering')}</p>
        ) : (
          <p lang="en" dir="ltr" className={`${styles.text} ${styles.differing}`}>
            <Difference {...english} />
          </p>
        )}
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

/** The Persian that a change is about: all that either version covers of it, where both have the same. */
function persianOf({ before, after }: SegmentChange, sources: Sources): Sources {
  const [was, is] = [spanOf(before), spanOf(after)];
  if (sources.before === sources.after) {
    const text = sources.after.slice(Math.min(was.from, is.from), Math.max(was.to, is.to));
    return { before: text, after: text };
  }
  return { before: sources.before.slice(was.from, was.to), after: sources.after.slice(is.from, is.to) };
}

function spanOf(segments: readonly Segment[]): Span {
  return { from: segments.at(0)?.from ?? 0, to: segments.at(-1)?.to ?? 0 };
}

function textOf(segments: readonly Segment[]): string {
  return segments
    .map(({ text }) => text)
    .filter((text) => text !== '')
    .join(' ');
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
