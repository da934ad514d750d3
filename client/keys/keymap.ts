import { type Binding, bindingText, parseBinding, typesText } from './binding.ts';
import { type CommandId, command, commandIds } from './commands.ts';

/** Keys that a person gave to commands instead of their own; `null` takes the key away. */
export type Remaps = Readonly<Partial<Record<CommandId, string | null>>>;

/** Which key calls which command, on this keyboard and for this person. */
export interface Keymap {
  readonly mac: boolean;
  readonly remaps: Remaps;
}

/** Why a command may not have a key. */
export type Refusal =
  | { readonly reason: 'taken'; readonly by: CommandId }
  | { readonly reason: 'browser' }
  | { readonly reason: 'textField' }
  | { readonly reason: 'typesText' };

/** Keys of browsers and systems: some never reach a page, with the others people expect windows, tabs, history or zoom. */
const ofBrowsers = new Set([
  ...letters('Ctrl', 'DEGHJLNOPQRTUW'),
  ...letters('Ctrl+Shift', 'ABCDHIJKLMNOPQRTWY'),
  ...['Tab', 'Space', 'Escape', 'Equal', 'Minus', 'Comma', 'F4', 'F5', 'PageUp', 'PageDown'].map(
    (key) => `Ctrl+${key}`,
  ),
  ...[0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map((digit) => `Ctrl+Digit${digit}`),
  ...['Tab', 'Delete', 'Escape', 'Equal', 'Minus', 'PageUp', 'PageDown'].map((key) => `Ctrl+Shift+${key}`),
  ...['KeyD', 'ArrowLeft', 'ArrowRight', 'F4', 'Home', 'Space', 'Tab', 'Escape'].map((key) => `Alt+${key}`),
  ...['F5', 'F6', 'F7', 'F10', 'F11', 'F12', 'Shift+F10', 'Shift+F5'],
]);

/** Keys that every field for text has. */
const ofTextFields = new Set([...letters('Ctrl', 'ACVX'), 'Ctrl+Shift+KeyV']);

/** Keys that go through the text, or leave a mode, even where none writes. */
const goesThroughText = new Set([
  ...['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'],
  ...['Home', 'End', 'PageUp', 'PageDown', 'Tab', 'Escape'],
]);

function letters(modifiers: string, all: string): readonly string[] {
  return [...all].map((letter) => `${modifiers}+Key${letter}`);
}

/** The key of a command before anybody changed it. */
export function ownBinding(id: CommandId, mac: boolean): Binding | null {
  const { binding, macBinding } = command(id);
  const text = (mac && macBinding) || binding;
  return text === null ? null : parseBinding(text);
}

/** The key of a command as it stands, or `null` where it has none. */
export function bindingOf(id: CommandId, { mac, remaps }: Keymap): Binding | null {
  const text = remaps[id];
  if (text === undefined) return ownBinding(id, mac);
  return text === null ? null : parseBinding(text);
}

/** The character that calls a command wherever no text is written, beside its key; nobody can give it another. */
export function characterOf(id: CommandId): Binding | null {
  const { character } = command(id);
  return character === undefined ? null : parseBinding(character);
}

/** The command that a key calls. No two commands share a key. */
export function commandAt(binding: Binding, keymap: Keymap): CommandId | null {
  return commandIds.find((id) => isSame(bindingOf(id, keymap), binding) || isSame(characterOf(id), binding)) ?? null;
}

/** Why `id` may not be called by `binding`, or `null` where it may. Its own key is only refused when it is taken. */
export function refusal(id: CommandId, binding: Binding, keymap: Keymap): Refusal | null {
  if (!isSame(ownBinding(id, keymap.mac), binding)) {
    const isMending = command(id).scope === 'mending';
    if (typesText(binding) && !isMending) return { reason: 'typesText' };
    if (isMending && goesThroughText.has(binding.code)) return { reason: 'textField' };
    if (ofTextFields.has(bindingText(binding))) return { reason: 'textField' };
    if (ofBrowsers.has(bindingText(binding))) return { reason: 'browser' };
  }
  const by = commandAt(binding, keymap);
  return by === null || by === id ? null : { reason: 'taken', by };
}

/** The remaps after `id` got another key; its own key is no remap. */
export function remap({ mac, remaps }: Keymap, id: CommandId, binding: Binding | null): Remaps {
  const { [id]: _, ...others } = remaps;
  return isSame(ownBinding(id, mac), binding) ? others : { ...others, [id]: binding && bindingText(binding) };
}

/** What is lawful of stored remaps: known commands, readable keys, no key twice. */
export function readRemaps(found: unknown, mac: boolean): Remaps {
  const remaps: Remaps = Object.fromEntries(
    Object.entries(found ?? {}).filter(
      ([id, text]) =>
        commandIds.some((known) => known === id) &&
        (text === null || (typeof text === 'string' && parseBinding(text) !== null)),
    ),
  );
  const callable = commandIds.every((id) => {
    const binding = bindingOf(id, { mac, remaps });
    return binding === null || commandAt(binding, { mac, remaps }) === id;
  });
  return callable ? remaps : {};
}

function isSame(a: Binding | null, b: Binding | null): boolean {
  return a !== null && b !== null ? bindingText(a) === bindingText(b) : a === b;
}
