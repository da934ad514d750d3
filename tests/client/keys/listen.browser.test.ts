import { afterEach, expect, it } from 'vitest';
import { createDesk } from '../../../client/keys/desk.ts';
import { listenToKeys, rememberKeys } from '../../../client/keys/listen.ts';

let stop = () => {};
afterEach(() => stop());

/** True where the key was taken. */
function press(code: string, modifiers: Pick<KeyboardEventInit, 'altKey' | 'ctrlKey'> = {}): boolean {
  const key = code.replace('Key', '').toLowerCase();
  return !document.body.dispatchEvent(
    new KeyboardEvent('keydown', { code, key, bubbles: true, cancelable: true, ...modifiers }),
  );
}

it('does what was pressed before anybody listened: at once where somebody is there for it, else once somebody is', () => {
  rememberKeys();
  const desk = createDesk();
  const done: string[] = [];
  desk.register(() => ({ 'app.palette': () => done.push('palette') }));
  expect(press('KeyJ', { altKey: true })).toBe(true);
  expect(press('KeyK', { ctrlKey: true })).toBe(true);
  stop = listenToKeys(desk);
  expect(done).toEqual(['palette']);
  expect(press('KeyJ', { altKey: true })).toBe(true);
  desk.register(() => ({ 'segment.goTo': () => done.push('go to') }));
  desk.catchUp();
  expect(done).toEqual(['palette', 'go to']);
});

it('has a key wait for the page that somebody goes to, and another go its way once that is there', () => {
  const desk = createDesk();
  const done: string[] = [];
  desk.arrive();
  desk.register(() => ({ 'export.open': () => done.push('export') }));
  stop = listenToKeys(desk);
  desk.leave();
  expect(press('KeyX', { altKey: true })).toBe(true);
  expect(press('KeyN', { altKey: true })).toBe(false);
  expect(press('KeyX', { altKey: true })).toBe(true);
  expect(done).toEqual([]);
  desk.arrive();
  desk.settle();
  expect(done).toEqual(['export']);
  expect(press('KeyH', { altKey: true })).toBe(false);
});
