/** A key with its modifiers. `ctrl` means Command on a Mac. */
export interface Binding {
  readonly ctrl: boolean;
  readonly alt: boolean;
  readonly shift: boolean;
  /** A physical key as `KeyboardEvent.code` names it, so that it works under any layout; or `?` for the character. */
  readonly code: string;
}

/** What a keyboard event tells about the key that went down. */
export interface KeyPress {
  readonly code: string;
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  getModifierState?(key: string): boolean;
}

const modifierCodes = /^(Ctrl|Control|Alt|Shift|Meta|OS|CapsLock|Fn|NumLock)/;
const questionMarks = ['?', '؟'];

/** Reads `Ctrl+Shift+KeyZ`; `null` for what is not written so. */
export function parseBinding(text: string): Binding | null {
  const parts = text.split('+');
  const code = parts.pop();
  const known = parts.every((part) => part === 'Ctrl' || part === 'Alt' || part === 'Shift');
  if (!code || !known || modifierCodes.test(code) || !(code === '?' || /^[A-Z][A-Za-z0-9]+$/.test(code))) return null;
  return { ctrl: parts.includes('Ctrl'), alt: parts.includes('Alt'), shift: parts.includes('Shift'), code };
}

/** Writes a binding so that equal bindings are equal texts. */
export function bindingText({ ctrl, alt, shift, code }: Binding): string {
  return [ctrl && 'Ctrl', alt && 'Alt', shift && 'Shift', code].filter(Boolean).join('+');
}

/** The binding that is being pressed; `null` for a bare modifier, and where a layout uses the modifiers to type. */
export function pressedBinding(press: KeyPress, mac: boolean): Binding | null {
  if (press.code === '' || modifierCodes.test(press.code) || press.getModifierState?.('AltGraph')) return null;
  if (mac ? press.ctrlKey : press.metaKey) return null;
  const ctrl = mac ? press.metaKey : press.ctrlKey;
  if (!ctrl && !press.altKey && questionMarks.includes(press.key)) {
    return { ctrl: false, alt: false, shift: false, code: '?' };
  }
  return { ctrl, alt: press.altKey, shift: press.shiftKey, code: press.code.replace('NumpadEnter', 'Enter') };
}

/** True for a key that writes a character when nobody takes it. */
export function typesText({ ctrl, alt, code }: Binding): boolean {
  return !ctrl && !alt && !/^F\d+$/.test(code);
}

const caps: Readonly<Record<string, string>> = {
  Enter: '↵',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Backspace: '⌫',
  Delete: 'Del',
  Escape: 'Esc',
  Space: 'Space',
  Minus: '-',
  Equal: '=',
  BracketLeft: '[',
  BracketRight: ']',
  Backslash: '\\',
  Semicolon: ';',
  Quote: "'",
  Backquote: '`',
  Comma: ',',
  Period: '.',
  Slash: '/',
};

/** What stands on the keys, outermost modifier first: `['Ctrl', '↵']`, on a Mac `['⌘', '↵']`. */
export function keyCaps({ ctrl, alt, shift, code }: Binding, mac: boolean): readonly string[] {
  const cap = caps[code] ?? code.replace(/^(Key|Digit|Numpad)(?=.)/, '');
  const modifiers = mac ? [alt && '⌥', shift && '⇧', ctrl && '⌘'] : [ctrl && 'Ctrl', alt && 'Alt', shift && 'Shift'];
  return [...modifiers.filter((modifier) => modifier !== false), cap];
}

/** True for a key, by `KeyboardEvent.key`, that only changes what others do. */
export function isModifier(key: string): boolean {
  return ['Alt', 'AltGraph', 'CapsLock', 'Control', 'Meta', 'Shift'].includes(key);
}
