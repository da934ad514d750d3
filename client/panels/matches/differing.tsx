import { useMemo } from 'react';
import { wordDiff } from '../../../shared/language/words/word-diff.ts';
import styles from './panel.module.css';

interface DifferingProps {
  /** The text of the unit. */
  readonly known: string;
  /** The text that it is looked up for. */
  readonly query: string;
}

/** Longer texts are shown as they are. */
const LONGEST = 20_000;

/** The text of a unit: what only it has is struck out, what only the other text has stands behind, underlined. */
export function Differing({ known, query }: DifferingProps) {
  const parts = useMemo(
    () => (known === query || known.length + query.length > LONGEST ? null : wordDiff(known, query)),
    [known, query],
  );
  if (parts === null) return known;
  let at = 0;
  return parts.map(({ kind, text }) => {
    const key = `${kind} ${at}`;
    at += text.length;
    if (kind === 'same') return <span key={key}>{text}</span>;
    return kind === 'removed' ? (
      <del key={key} className={styles.only}>
        {text}
      </del>
    ) : (
      <ins key={key} className={styles.other}>
        {text}
      </ins>
    );
  });
}
