import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Binding, pressedBinding } from '../../keys/binding.ts';
import type { CommandId } from '../../keys/commands.ts';
import { KeyCap } from '../../keys/key-cap.tsx';
import { bindingOf } from '../../keys/keymap.ts';
import { useKeymap } from '../../keys/remaps.ts';
import styles from './key-table.module.css';

interface KeyRecorderProps {
  readonly id: CommandId;
  readonly name: string;
  /** Hears the key that was pressed, or `null` to have none; `true` when it was taken. */
  readonly onKey: (binding: Binding | null) => boolean;
  readonly onLeave: () => void;
}

/** A button that shows the key of a command and, once pressed, waits for another. */
export function KeyRecorder({ id, name, onKey, onLeave }: KeyRecorderProps) {
  const { t } = useTranslation();
  const keymap = useKeymap();
  const [isWaiting, setWaiting] = useState(false);

  const leave = () => {
    setWaiting(false);
    onLeave();
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (!isWaiting || event.key === 'Tab') return;
    event.preventDefault();
    if (event.key === 'Escape') return leave();
    const binding = pressedBinding(event.nativeEvent, keymap.mac);
    if (!binding) return;
    const isBackspace = binding.code === 'Backspace' && !binding.ctrl && !binding.alt;
    if (onKey(isBackspace ? null : binding)) setWaiting(false);
  };

  return (
    <button
      type="button"
      className={styles.recorder}
      aria-label={isWaiting ? t('settings.keys.press') : t('settings.keys.change', { command: name })}
      aria-pressed={isWaiting}
      onClick={() => setWaiting(true)}
      onBlur={leave}
      onKeyDown={onKeyDown}
      data-records-keys={isWaiting || undefined}
    >
      {isWaiting && t('settings.keys.press')}
      {!isWaiting && (bindingOf(id, keymap) ? <KeyCap command={id} /> : t('settings.keys.none'))}
    </button>
  );
}
