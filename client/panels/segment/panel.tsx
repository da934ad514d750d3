import { useTranslation } from 'react-i18next';
import type { Outline } from '../../../shared/core/outline.ts';
import { countWords } from '../../../shared/language/words/token.ts';
import type { Editor } from '../../editor/editor.ts';
import { TakenFrom } from '../taken-from.tsx';
import { useActiveSegment } from '../use-active.ts';
import styles from './panel.module.css';

interface SegmentPanelProps {
  /** `null` until the document stands. */
  readonly editor: Editor | null;
  readonly source: string;
  readonly outline: Outline;
}

/** What is known of the active segment: its state, where it came from, its place and its size on both sides. */
export function SegmentPanel({ editor, source, outline }: SegmentPanelProps) {
  const { t } = useTranslation();
  const segment = useActiveSegment(editor);
  if (!segment) return <p className={styles.none}>{t('workbench.details.none')}</p>;
  const persian = source.slice(segment.from, segment.to);
  const unit = outline.units.find(({ from, to }) => from < segment.to && segment.from < to);
  const size = (text: string) => t('workbench.details.size', { words: countWords(text), characters: text.length });
  const doubtful = segment.kind === 'lead' && unit?.confidence != null && unit.confidence < 0.5;
  return (
    <>
      <h2 className={styles.heading}>{t('workbench.segment', { number: segment.index + 1 })}</h2>
      <dl className={styles.details}>
        <dt>{t('workbench.details.state')}</dt>
        <dd>{t(`workbench.status.${segment.status}`)}</dd>
        {segment.origin && (
          <>
            <dt>{t('workbench.details.origin')}</dt>
            <dd>
              {t(`workbench.origin.${segment.origin}`)}
              <TakenFrom segment={segment} />
            </dd>
          </>
        )}
        <dt>{t('workbench.details.kind')}</dt>
        <dd>
          {t(`workbench.kind.${segment.kind}`)}
          {doubtful && <small>{t('workbench.details.doubtfulLead')}</small>}
        </dd>
        {unit && (
          <>
            <dt>{t('workbench.details.place')}</dt>
            <dd>
              {t('workbench.details.inParagraph', {
                paragraph: unit.paragraph + 1,
                statement: statementInParagraph(outline, unit.statement),
              })}
            </dd>
          </>
        )}
        <dt>{t('workbench.details.source')}</dt>
        <dd>{size(persian)}</dd>
        <dt>{t('workbench.details.rendering')}</dt>
        <dd>{size(segment.text)}</dd>
      </dl>
    </>
  );
}

/** 1-based place of a statement among those of its paragraph. */
function statementInParagraph({ statements }: Outline, index: number): number {
  const paragraph = statements[index]?.paragraph;
  return statements.slice(0, index).filter((other) => other.paragraph === paragraph).length + 1;
}
