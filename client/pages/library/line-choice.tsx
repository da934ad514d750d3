import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../../shared/core/problem.ts';
import styles from './line-choice.module.css';

/** What may become of lines that a program broke at a width. */
export type Lines = 'join' | 'keep';

/** The question that a text came back with, if it did. */
export function lineQuestion(problems: readonly Problem[]): Problem | undefined {
  return problems.find(({ rule }) => rule === 'text.wrapped');
}

interface LineChoiceProps {
  readonly question: Problem;
  /** True where the answer is what whoever imports waits for. */
  readonly takesFocus?: boolean;
  readonly onChoose: (lines: Lines) => void;
}

/** Proposes to join the lines of a text into paragraphs, and shows what comes of either. */
export function LineChoice({ question, takesFocus = false, onChoose }: LineChoiceProps) {
  const { t } = useTranslation();
  const { sample = '', ...values } = question.values ?? {};
  const number = (name: string) => Number(values[name] ?? 0);
  const outcome = (paragraphs: string, segments: string) =>
    `${t('library.import.paragraphs', { count: number(paragraphs) })} · ${t('library.segments', { count: number(segments) })}`;
  return (
    <div className={styles.choice}>
      <p role="status">{t('library.import.wrapped', { width: number('width') })}</p>
      <dl className={styles.outcomes}>
        <dt>{t('library.import.joined')}</dt>
        <dd>{outcome('paragraphs', 'joined')}</dd>
        <dt>{t('library.import.kept')}</dt>
        <dd>{outcome('lines', 'segments')}</dd>
      </dl>
      <p className={styles.heading}>{t('library.import.joinedSample')}</p>
      <ol className={styles.sample} lang="fa" dir="rtl">
        {String(sample)
          .split('\n')
          .map((segment, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two segments may read alike, and none ever moves
            <li key={place}>{segment}</li>
          ))}
      </ol>
      <div className={styles.buttons}>
        <Button size="compact-sm" autoFocus={takesFocus} onClick={() => onChoose('join')}>
          {t('library.import.join')}
        </Button>
        <Button variant="default" size="compact-sm" onClick={() => onChoose('keep')}>
          {t('library.import.keep')}
        </Button>
      </div>
    </div>
  );
}
