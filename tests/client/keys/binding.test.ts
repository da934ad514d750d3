import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bindingText,
  type KeyPress,
  keyCaps,
  parseBinding,
  pressedBinding,
  typesText,
} from '../../../client/keys/binding.ts';

const press = (change: Partial<KeyPress>): KeyPress => ({
  code: 'KeyS',
  key: 's',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...change,
});

const textOf = (change: Partial<KeyPress>, mac = false) => {
  const binding = pressedBinding(press(change), mac);
  return binding && bindingText(binding);
};

const capsOf = (text: string, mac: boolean) => {
  const binding = parseBinding(text);
  return binding && keyCaps(binding, mac);
};

describe('a binding', () => {
  it('is read as it is written', () => {
    const codes = ['KeyA', 'Digit7', 'F3', 'ArrowUp', 'Enter', 'Backspace', 'BracketLeft', 'Numpad4', '?'];
    const bindings = fc.record({
      ctrl: fc.boolean(),
      alt: fc.boolean(),
      shift: fc.boolean(),
      code: fc.constantFrom(...codes),
    });
    fc.assert(
      fc.property(bindings, (binding) => {
        expect(parseBinding(bindingText(binding))).toEqual(binding);
      }),
    );
  });

  it('is written in one way, whatever order it was read in', () => {
    const read = parseBinding('Shift+Alt+Ctrl+KeyZ');
    expect(read && bindingText(read)).toBe('Ctrl+Alt+Shift+KeyZ');
  });

  it.each(['', 'Ctrl', 'Ctrl+', 'Meta+KeyK', 'Ctrl+ControlLeft', 'ctrl+KeyK', 'Ctrl+k', 'Ctrl++'])(
    'is not read from «%s»',
    (text) => expect(parseBinding(text)).toBeNull(),
  );
});

describe('a pressed key', () => {
  it('is told by where it is, so that a Persian layout changes nothing', () => {
    expect(textOf({ altKey: true, code: 'KeyS', key: 'س' })).toBe('Alt+KeyS');
    expect(textOf({ ctrlKey: true, code: 'KeyK', key: 'ن' })).toBe('Ctrl+KeyK');
  });

  it('means Command by Ctrl on a Mac, and leaves Control to the system', () => {
    expect(textOf({ metaKey: true }, true)).toBe('Ctrl+KeyS');
    expect(textOf({ ctrlKey: true }, true)).toBeNull();
    expect(textOf({ metaKey: true })).toBeNull();
  });

  it('takes the question mark of either script for the overlay', () => {
    expect(textOf({ code: 'Slash', key: '?', shiftKey: true })).toBe('?');
    expect(textOf({ code: 'Slash', key: '؟', shiftKey: true })).toBe('?');
    expect(textOf({ code: 'Minus', key: '?', shiftKey: true })).toBe('?');
    expect(textOf({ code: 'Slash', key: '?', shiftKey: true, ctrlKey: true })).toBe('Ctrl+Shift+Slash');
  });

  it('counts either Enter', () => {
    expect(textOf({ ctrlKey: true, code: 'NumpadEnter', key: 'Enter' })).toBe('Ctrl+Enter');
  });

  it('is none while only modifiers are down, and where AltGr writes a character', () => {
    expect(textOf({ code: 'AltLeft', key: 'Alt', altKey: true })).toBeNull();
    expect(textOf({ ctrlKey: true, altKey: true, getModifierState: (key) => key === 'AltGraph' })).toBeNull();
  });
});

describe('the caps of a binding', () => {
  it('are what stands on the keys', () => {
    expect(capsOf('Ctrl+Shift+Enter', false)).toEqual(['Ctrl', 'Shift', '↵']);
    expect(capsOf('Alt+ArrowUp', false)).toEqual(['Alt', '↑']);
    expect(capsOf('Alt+KeyZ', false)).toEqual(['Alt', 'Z']);
    expect(capsOf('?', false)).toEqual(['?']);
    expect(capsOf('F3', false)).toEqual(['F3']);
  });

  it('are the signs of a Mac on a Mac, Command last', () => {
    expect(capsOf('Ctrl+Alt+Shift+KeyZ', true)).toEqual(['⌥', '⇧', '⌘', 'Z']);
  });
});

it('only keys without Ctrl and Alt write text, and those on top do not', () => {
  const texts = ['KeyA', 'Shift+KeyA', 'Enter', '?', 'Ctrl+KeyA', 'Alt+KeyA', 'F3', 'Shift+F3'];
  expect(
    texts.filter((text) => typesText(parseBinding(text) ?? { ctrl: true, alt: true, shift: true, code: '' })),
  ).toEqual(['KeyA', 'Shift+KeyA', 'Enter', '?']);
});
