import { keyCaps } from './binding.ts';
import type { CommandId } from './commands.ts';
import styles from './key-cap.module.css';
import { bindingOf } from './keymap.ts';
import { useKeymap } from './remaps.ts';

interface KeyHintProps {
  /** One command, or several whose keys differ only in the last cap: `Alt ↑↓`. */
  readonly commands: readonly CommandId[];
  readonly label: string;
}

/** A key and, in a word, what it does; for the line at the bottom. Nothing where the commands have no keys. */
export function KeyHint({ commands, label }: KeyHintProps) {
  const keymap = useKeymap();
  const keys = commands.flatMap((id) => {
    const binding = bindingOf(id, keymap);
    return binding ? [keyCaps(binding, keymap.mac)] : [];
  });
  if (keys.length === 0) return null;
  return (
    <span className={styles.hint}>
      <kbd className={styles.cap} dir="ltr">
        {joined(keys)}
      </kbd>
      {label}
    </span>
  );
}

function joined(keys: readonly (readonly string[])[]): string {
  const modifiers = (caps: readonly string[]) => caps.slice(0, -1).join(' ');
  const [first = []] = keys;
  if (keys.some((caps) => modifiers(caps) !== modifiers(first))) return keys.map((caps) => caps.join(' ')).join(' / ');
  return [...first.slice(0, -1), keys.map((caps) => caps.at(-1)).join('')].join(' ');
}
