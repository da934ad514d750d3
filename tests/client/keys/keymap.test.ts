import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Binding, bindingText, parseBinding } from '../../../client/keys/binding.ts';
import { type CommandId, commandIds } from '../../../client/keys/commands.ts';
import {
  bindingOf,
  commandAt,
  type Keymap,
  ownBinding,
  readRemaps,
  refusal,
  remap,
} from '../../../client/keys/keymap.ts';

const own: Keymap = { mac: false, remaps: {} };

function binding(text: string): Binding {
  const read = parseBinding(text);
  if (!read) throw new Error(`${text} is no binding`);
  return read;
}

function textsOf(keymap: Keymap): readonly string[] {
  return commandIds.flatMap((id) => {
    const one = bindingOf(id, keymap);
    return one ? [bindingText(one)] : [];
  });
}

describe.each([
  ['elsewhere', false],
  ['on a Mac', true],
])('the own keys %s', (_, mac) => {
  it('are all readable', () => {
    for (const id of commandIds) {
      const keymap = { mac, remaps: {} };
      if (ownBinding(id, mac)) expect(commandAt(binding(bindingText(ownBinding(id, mac) as Binding)), keymap)).toBe(id);
    }
  });

  it('call one command each, and never take what belongs to the browser', () => {
    const texts = textsOf({ mac, remaps: {} });
    expect(new Set(texts).size).toBe(texts.length);
    expect(texts.filter((text) => /^Ctrl(\+Shift)?\+Key[NTW]$/.test(text))).toEqual([]);
  });
});

describe('a refusal', () => {
  it('names the command that has the key', () => {
    expect(refusal('segment.split', binding('Alt+KeyM'), own)).toEqual({ reason: 'taken', by: 'segment.merge' });
  });

  it('keeps the keys of the browser', () => {
    const texts = [
      'KeyH',
      'KeyN',
      'KeyT',
      'KeyW',
      'KeyD',
      'KeyU',
      'KeyP',
      'Digit3',
      'PageDown',
      'Shift+KeyN',
      'Shift+KeyT',
    ];
    for (const text of [...texts.map((key) => `Ctrl+${key}`), 'F5', 'Alt+ArrowLeft', 'Alt+KeyD']) {
      expect(refusal('segment.split', binding(text), own), text).toEqual({ reason: 'browser' });
    }
  });

  it('lets a key that writes belong to mending alone, but not one that goes through the text', () => {
    expect(refusal('segment.split', binding('KeyQ'), own)).toEqual({ reason: 'typesText' });
    expect(refusal('mend.merge', binding('KeyQ'), own)).toBeNull();
    expect(refusal('mend.merge', binding('KeyD'), own)).toEqual({ reason: 'taken', by: 'mend.english.push' });
    for (const text of ['ArrowUp', 'Escape', 'Tab', 'Shift+ArrowLeft']) {
      expect(refusal('mend.merge', binding(text), own)).toEqual({ reason: 'textField' });
    }
  });

  it('keeps the keys of text fields', () => {
    for (const text of ['Ctrl+KeyA', 'Ctrl+KeyC', 'Ctrl+KeyX', 'Ctrl+KeyV', 'Ctrl+Shift+KeyV']) {
      expect(refusal('segment.split', binding(text), own)).toEqual({ reason: 'textField' });
    }
  });

  it('keeps the character of a command, whatever key it has', () => {
    const remaps = { 'app.keys': 'Alt+KeyQ' };
    expect(commandAt(binding('?'), { mac: false, remaps })).toBe('app.keys');
    expect(commandAt(binding('F1'), { mac: false, remaps })).toBeNull();
    expect(commandAt(binding('F1'), own)).toBe('app.keys');
  });

  it('keeps keys that write text, but gives a command its own back', () => {
    expect(refusal('segment.split', binding('Shift+KeyQ'), own)).toEqual({ reason: 'typesText' });
    expect(refusal('app.keys', binding('F1'), { mac: false, remaps: { 'app.keys': null } })).toBeNull();
  });

  it('is none for a free key, for the one that the command has, and for one that another gave up', () => {
    expect(refusal('segment.split', binding('Alt+KeyQ'), own)).toBeNull();
    expect(refusal('segment.split', binding('Alt+KeyS'), own)).toBeNull();
    expect(refusal('segment.split', binding('Alt+KeyM'), { mac: false, remaps: { 'segment.merge': null } })).toBeNull();
  });

  it('keeps the own key of a command from it while another has it', () => {
    const remaps = { 'segment.merge': 'Alt+KeyQ', 'segment.split': 'Alt+KeyM' };
    expect(refusal('segment.merge', binding('Alt+KeyM'), { mac: false, remaps })).toEqual({
      reason: 'taken',
      by: 'segment.split',
    });
  });
});

describe('remaps', () => {
  it('keep nothing for a command that has its own key again', () => {
    const changed = remap(own, 'segment.split', binding('Alt+KeyQ'));
    expect(changed).toEqual({ 'segment.split': 'Alt+KeyQ' });
    expect(remap({ mac: false, remaps: changed }, 'segment.split', binding('Alt+KeyS'))).toEqual({});
  });

  it('never let two commands share a key, whatever is asked for and not refused', () => {
    const keys = ['KeyA', 'KeyM', 'KeyQ', 'KeyS', 'KeyZ', 'Enter', 'F3'];
    const asked = fc.record({
      id: fc.constantFrom<CommandId>('segment.split', 'segment.merge', 'edit.zwnj', 'find.next', 'app.language'),
      key: fc.option(
        fc.record({
          ctrl: fc.boolean(),
          alt: fc.boolean(),
          shift: fc.boolean(),
          code: fc.constantFrom(...keys),
        }),
      ),
    });
    fc.assert(
      fc.property(fc.array(asked), fc.boolean(), (all, mac) => {
        const keymap = all.reduce<Keymap>(
          (before, { id, key }) => (key && refusal(id, key, before) ? before : { mac, remaps: remap(before, id, key) }),
          { mac, remaps: {} },
        );
        const texts = textsOf(keymap);
        expect(new Set(texts).size).toBe(texts.length);
        expect(readRemaps(JSON.parse(JSON.stringify(keymap.remaps)), mac)).toEqual(keymap.remaps);
      }),
    );
  });

  it('are read from anything that may be stored, and only lawful ones are kept', () => {
    expect(readRemaps({ 'segment.split': 'Alt+KeyQ', 'no.such': 'Alt+KeyQ', 'edit.zwnj': 'rubbish' }, false)).toEqual({
      'segment.split': 'Alt+KeyQ',
    });
    expect(readRemaps({ 'segment.split': 'Alt+KeyM' }, false)).toEqual({});
    for (const found of [null, undefined, 7, 'text', ['Alt+KeyQ']]) expect(readRemaps(found, false)).toEqual({});
  });
});
