import { Button, UnstyledButton } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { alignmentStates } from '../../../shared/core/alignment.ts';
import { alignmentTally } from '../../../shared/doc/model/alignment-tally.ts';
import type { Segment } from '../../../shared/doc/model/read.ts';
import { isOneToOne, rowShape } from '../../../shared/doc/model/row-shape.ts';
import type { Editor } from '../../editor/editor.ts';
import { byConfidence } from '../../editor/mending/walk.ts';
import { KeyCap } from '../../keys/key-cap.tsx';
import { useRunCommand } from '../../keys/use-commands.ts';
import { useActiveId } from '../use-active.ts';
import styles from './panel.module.css';
import type { Again } from './use-again.ts';
import { useRestedDoc } from './use-rested-doc.ts';

/** Rows that the list shows at first, and each time more are wanted. */
const SHOWN = 50;

interface AlignmentPanelProps {
  readonly editor: Editor;
  readonly source: string;
  readonly again: Again;
  /** Shows only some rows in the text. */
  readonly onFilter: () => void;
}

/** How far the alignment of the document is, what may be done to all of it, and its open rows from the least sure on. */
export function AlignmentPanel({ editor, source, again, onFilter }: AlignmentPanelProps) {
  const { t } = useTranslation();
  const run = useRunCommand();
  const doc = useRestedDoc(editor);
  const active = useActiveId(editor);
  const [most, setMost] = useState(SHOWN);
  const rows = useMemo(() => byConfidence(doc), [doc]);
  const tally = alignmentTally(doc);
  return (
    <>
      <h2 className={styles.heading}>{t('alignment.heading')}</h2>
      <dl className={styles.tally}>
        {alignmentStates.map((state) => (
          <div key={state} data-state={tally[state] > 0 ? state : undefined}>
            <dt>{t(`alignment.state.${state}`)}</dt>
            <dd>{t('alignment.count', { count: tally[state] })}</dd>
          </div>
        ))}
        <div>
          <dt>{t('alignment.half')}</dt>
          <dd>{t('alignment.count', { count: tally.half })}</dd>
        </div>
      </dl>
      <div className={styles.tools}>
        <Button
          size="compact-sm"
          variant="default"
          rightSection={<KeyCap command="mend.mode" />}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => run('mend.mode')}
        >
          {t(editor.mending.mode === 'off' ? 'alignment.mend' : 'alignment.mendEnd')}
        </Button>
        <Button size="compact-sm" variant="default" rightSection={<KeyCap command="view.filter" />} onClick={onFilter}>
          {t('alignment.filter')}
        </Button>
        <Button
          size="compact-sm"
          variant="default"
          disabled={again.share !== null}
          onClick={() => again.run('everywhere')}
        >
          {t('alignment.again.all')}
        </Button>
      </div>
      <p className={styles.none}>{t('alignment.again.explain')}</p>
      <h3 className={styles.heading}>{t('alignment.byConfidence')}</h3>
      {rows.length === 0 && <p className={styles.none}>{t('alignment.allConfirmed')}</p>}
      <ol className={styles.rows}>
        {rows.slice(0, most).map((row) => (
          <li key={row.id}>
            <UnstyledButton
              className={styles.row ?? ''}
              aria-current={row.id === active || undefined}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => editor.goTo(row.index)}
            >
              <span className={styles.number}>{t('alignment.count', { count: row.index + 1 })}</span>
              <Confidence row={row} source={source} />
              <span className={styles.sides}>
                <bdi lang="fa">{beginning(source.slice(row.from, row.to)) || t('alignment.noPersian')}</bdi>
                <bdi lang="en">{beginning(row.text) || t('alignment.noEnglish')}</bdi>
              </span>
            </UnstyledButton>
          </li>
        ))}
      </ol>
      {rows.length > most && (
        <Button size="compact-sm" variant="subtle" onClick={() => setMost(most + SHOWN)}>
          {t('alignment.more', { count: rows.length - most })}
        </Button>
      )}
    </>
  );
}

function Confidence({ row, source }: { readonly row: Segment; readonly source: string }) {
  const { t } = useTranslation();
  const { state, score } = row.alignment ?? { state: 'automatic', score: null };
  const shape = rowShape(row.node, source);
  return (
    <span className={styles.score} data-state={state}>
      {state === 'review' ? t('alignment.state.review') : score === null ? '–' : t('alignment.score', { score })}
      {!isOneToOne(shape) && <small>{t('alignment.shape', { ...shape })}</small>}
    </span>
  );
}

/** As much of a text as says which one it is. */
function beginning(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
