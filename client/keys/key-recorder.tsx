import { type KeyboardEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { onMac } from '../platform/system.ts';
import { type Binding, pressedBinding } from './binding.ts';
import styles from './key-recorder.module.css';

interface KeyRecorderProps {
  /** What pressing the button begins. */
  readonly name: string;
  /** Hears the key that was pressed, or `null` to have none; `true` when it was taken. */
  readonly onKey: (binding: Binding | null) => boolean;
  readonly onLeave: () => void;
  /** The key as it is. */
  readonly children: ReactNode;
}

/** A button that shows a key and, once pressed, waits for another. Escape leaves the key as it is, and closes nothing. */
export function KeyRecorder({ name, onKey, onLeave, children }: KeyRecorderProps) {
  const { t } = useTranslation();
  const [isWaiting, setWaiting] = useState(false);

  const leave = () => {
    setWaiting(false);
    onLeave();
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (!isWaiting || event.key === 'Tab') return;
    event.preventDefault();
    if (event.key === 'Escape') return leave();
    const binding = pressedBinding(event.nativeEvent, onMac);
    if (!binding) return;
    const isBackspace = binding.code === 'Backspace' && !binding.ctrl && !binding.alt;
    if (onKey(isBackspace ? null : binding)) setWaiting(false);
  };

  return (
    <button
      type="button"
      className={styles.recorder}
      aria-label={isWaiting ? t('settings.keys.press') : name}
      aria-pressed={isWaiting}
      onClick={() => setWaiting(true)}
      onBlur={leave}
      onKeyDown={onKeyDown}
      data-records-keys={isWaiting || undefined}
      data-mantine-stop-propagation={isWaiting || undefined}
    >
      {isWaiting ? t('settings.keys.press') : children}
    </button>
  );
}
