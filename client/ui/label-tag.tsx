import type { CSSProperties } from 'react';
import type { Label } from '../../shared/core/label.ts';
import { usePreferences } from '../platform/preferences.ts';
import styles from './label-tag.module.css';

interface LabelTagProps {
  /** Id of the label. */
  readonly label: string;
  readonly labels: readonly Label[];
}

/** The id of a label in its colour; its name on pointing at it. */
export function LabelTag({ label, labels }: LabelTagProps) {
  const { language } = usePreferences();
  const known = labels.find(({ id }) => id === label);
  return (
    <abbr
      className={styles.tag}
      title={known?.[language]}
      style={{ '--hue': `var(--label-${known?.hue ?? 'stone'})` } as CSSProperties}
    >
      {label}
    </abbr>
  );
}
