import { useTranslation } from 'react-i18next';
import { keyCaps } from './binding.ts';
import type { CommandId } from './commands.ts';
import styles from './key-cap.module.css';
import { bindingOf } from './keymap.ts';
import { useKeymap } from './remaps.ts';

/** A key that belongs to no command. */
export function Cap({ name }: { readonly name: string }) {
  return (
    <kbd className={styles.cap} dir="ltr">
      {name}
    </kbd>
  );
}

interface KeyCapProps {
  readonly command: CommandId;
  /** Shift as a sign, where many keys stand close together. */
  readonly isShort?: boolean;
}

/** The key of a command as it stands on the keyboard; nothing where it has none. */
export function KeyCap({ command, isShort = false }: KeyCapProps) {
  const keymap = useKeymap();
  const binding = bindingOf(command, keymap);
  if (!binding) return null;
  const caps = keyCaps(binding, keymap.mac);
  return <Cap name={isShort ? caps.join(' ').replace('Shift ', '⇧') : caps.join(' ')} />;
}

/** The key of a command within a sentence; the name of the command, in quotation marks, where it has none. */
export function useKeyName(command: CommandId): string {
  const { t } = useTranslation();
  const keymap = useKeymap();
  const binding = bindingOf(command, keymap);
  return `\u2068${binding ? keyCaps(binding, keymap.mac).join(' ') : `“${t(`keys.command.${command}`)}”`}\u2069`;
}
