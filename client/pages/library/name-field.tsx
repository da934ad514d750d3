import { useEffect, useRef } from 'react';
import { flushSync } from 'react-dom';
import styles from './name-field.module.css';

interface NameFieldProps {
  readonly name: string;
  readonly label: string;
  /** Called once: with the new name, or with `null` when it stays. */
  readonly onDone: (name: string | null) => void;
  /** Called after that when a key ended it, for the focus to go where it came from. */
  readonly onReturn: () => void;
}

/** A name being changed where it stands. Enter or leaving keeps the new one, Escape the old one. */
export function NameField({ name, label, onDone, onReturn }: NameFieldProps) {
  const field = useRef<HTMLInputElement>(null);
  const isDone = useRef(false);
  useEffect(() => field.current?.select(), []);

  const finish = (keep: boolean) => {
    if (isDone.current) return;
    isDone.current = true;
    const typed = field.current?.value.trim() ?? '';
    onDone(keep && typed !== '' && typed !== name ? typed : null);
  };

  return (
    <input
      ref={field}
      className={styles.field}
      aria-label={label}
      defaultValue={name}
      maxLength={200}
      dir="auto"
      onBlur={() => finish(true)}
      onKeyDown={({ key, nativeEvent }) => {
        if (nativeEvent.isComposing) return;
        if (key !== 'Enter' && key !== 'Escape') return;
        flushSync(() => finish(key === 'Enter'));
        onReturn();
      }}
    />
  );
}
