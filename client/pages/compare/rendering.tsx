import { useTranslation } from 'react-i18next';
import type { Segment } from '../../../shared/doc/model/read.ts';
import { wordDiff } from '../../../shared/language/words/word-diff.ts';
import styles from './compare.module.css';

interface RenderingProps {
  readonly before: readonly Segment[];
  readonly after: readonly Segment[];
}

/** Two renderings as one text: what was removed is struck through, what was added is underlined. */
export function Rendering({ before, after }: RenderingProps) {
  const { t } = useTranslation();
  const parts = wordDiff(textOf(before), textOf(after));
  if (parts.length === 0) return <p className={styles.none}>{t('history.noRendering')}</p>;
  let offset = 0;
  return (
    <p lang="en" dir="ltr" className={styles.text}>
      {parts.map(({ kind, text }) => {
        offset += text.length;
        if (kind === 'removed') return <del key={offset}>{text}</del>;
        if (kind === 'added') return <ins key={offset}>{text}</ins>;
        return text;
      })}
    </p>
  );
}

function textOf(segments: readonly Segment[]): string {
  return segments
    .map(({ text }) => text)
    .filter((text) => text !== '')
    .join(' ');
}
