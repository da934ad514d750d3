import { Checkbox } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Span } from '../../shared/core/span.ts';
import styles from './occurrence-row.module.css';

interface OccurrenceRowProps {
  /** The name of its tick. */
  readonly name: string;
  readonly isTicked: boolean;
  readonly onTick: (on: boolean) => void;
  /** The two sentences. */
  readonly fa: ReactNode;
  readonly en: ReactNode;
  /** What stands above them. */
  readonly children?: ReactNode;
}

/** A mention in its sentence on both sides of the spine, to be ticked. */
export function OccurrenceRow({ name, isTicked, onTick, fa, en, children }: OccurrenceRowProps) {
  return (
    <li className={styles.occurrence}>
      <Checkbox size="xs" aria-label={name} checked={isTicked} onChange={({ target }) => onTick(target.checked)} />
      <div className={styles.place}>
        {children}
        <div className={styles.wings}>
          <p lang="fa" dir="rtl">
            {fa}
          </p>
          <p lang="en" dir="ltr">
            {en}
          </p>
        </div>
      </div>
    </li>
  );
}

interface LitProps {
  readonly text: string;
  readonly span: Span | null;
  /** What stands in place of the mention. */
  readonly children?: ReactNode;
}

/** A sentence with the mention in it lit. */
export function Lit({ text, span, children }: LitProps) {
  if (!span) return text;
  return (
    <>
      {text.slice(0, span.from)}
      {children || <mark>{text.slice(span.from, span.to)}</mark>}
      {text.slice(span.to)}
    </>
  );
}
