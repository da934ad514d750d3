import { afterEach, beforeEach, expect, it } from 'vitest';
import { createDesk } from '../../../client/keys/desk.ts';
import { listenToKeys } from '../../../client/keys/listen.ts';
import { noticeUndo, undoNotice } from '../../../client/ui/notices.tsx';

let stop: () => void;
let undone: string[];
let text: string[];

beforeEach(() => {
  undone = [];
  text = [];
  document.body.innerHTML = `<ol tabindex="0"></ol><input><div class="ProseMirror" contenteditable="true"></div>
    <div role="dialog"><textarea></textarea></div>`;
  const desk = createDesk();
  desk.register(() => ({ 'app.undoNotice': undoNotice, 'edit.undo': () => text.push('undone') }));
  stop = listenToKeys(desk);
});

afterEach(() => {
  while (undoNotice());
  stop();
  document.body.replaceChildren();
});

function press(where: string, key: Partial<KeyboardEventInit> = {}): boolean {
  const init = { code: 'KeyZ', key: 'z', ctrlKey: true, bubbles: true, cancelable: true, ...key };
  return document.querySelector(where)?.dispatchEvent(new KeyboardEvent('keydown', init)) === false;
}

function write(where: string): void {
  document.querySelector(where)?.dispatchEvent(new InputEvent('input', { bubbles: true }));
}

const offer = (name: string) => noticeUndo(name, () => undone.push(name));

it.each(['input', 'textarea'])(
  'in a field (%s), what was done last is taken back, and what was written is not',
  (field) => {
    expect(press(field)).toBe(false);
    offer('removed');
    write(field);
    // The browser takes back what was written.
    expect(press(field)).toBe(false);
    offer('changed');
    expect(press(field, { repeat: true })).toBe(false);
    expect(press(field)).toBe(true);
    expect(undone).toEqual(['changed']);
    expect(press(field, { ctrlKey: false, altKey: true, shiftKey: true })).toBe(true);
    expect(undone).toEqual(['changed', 'removed']);
    expect(press(field)).toBe(false);
    expect(text).toEqual([]);
  },
);

it.each(['ol', '.ProseMirror'])('elsewhere (%s), who takes the command is asked', (place) => {
  offer('removed');
  expect(press(place)).toBe(true);
  expect(text).toEqual(['undone']);
  expect(undone).toEqual([]);
});

it('several messages are taken back from the newest on, each once', () => {
  for (const name of ['first', 'second', 'third']) offer(name);
  expect([undoNotice(), undoNotice(), undoNotice(), undoNotice()]).toEqual([true, true, true, false]);
  expect(undone).toEqual(['third', 'second', 'first']);
});
