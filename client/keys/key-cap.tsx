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

/** The key of a command as it stands on the keyboard; nothing where it has none. */
export function KeyCap({ command }: { readonly command: CommandId }) {
  const keymap = useKeymap();
  const binding = bindingOf(command, keymap);
  if (!binding) return null;
  return <Cap name={keyCaps(binding, keymap.mac).join(' ')} />;
}
