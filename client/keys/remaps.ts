import { stored, useStored } from '../platform/stored.ts';
import { onMac } from '../platform/system.ts';
import type { Binding } from './binding.ts';
import type { CommandId } from './commands.ts';
import { type Keymap, type Remaps, readRemaps, remap } from './keymap.ts';

const store = stored<Remaps>('radif.keys', (found) => readRemaps(found, onMac));

/** The keymap as it stands. */
export function keymap(): Keymap {
  return { mac: onMac, remaps: store.get() };
}

/** Gives a command another key, or none. */
export function rebind(id: CommandId, binding: Binding | null): void {
  store.set(remap(keymap(), id, binding));
}

/** Gives all commands their own keys again. */
export function resetKeys(): void {
  store.set({});
}

/** The keymap, followed by the component. */
export function useKeymap(): Keymap {
  return { mac: onMac, remaps: useStored(store) };
}
