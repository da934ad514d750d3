import { SegmentedControl } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import styles from './settings.module.css';

interface ChoiceProps<T extends string> {
  readonly name: string;
  readonly note?: string;
  readonly values: readonly T[];
  readonly value: T;
  /** What a value is called. */
  readonly say: (value: T) => ReactNode;
  readonly onChange: (value: T) => void;
}

/** One of a few values, all of them in sight. */
export function Choice<T extends string>({ name, note, values, value, say, onChange }: ChoiceProps<T>) {
  const id = useId();
  return (
    <div className={styles.choice}>
      <div>
        <h2 id={id} className={styles.name}>
          {name}
        </h2>
        {note && <p className={styles.note}>{note}</p>}
      </div>
      <SegmentedControl
        aria-labelledby={id}
        role="radiogroup"
        withItemsBorders={false}
        data={values.map((one) => ({ value: one, label: say(one) }))}
        value={value}
        onChange={onChange}
      />
    </div>
  );
}
