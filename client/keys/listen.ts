import { onMac } from '../platform/system.ts';
import { noteWriting, undoLastNotice } from '../ui/notices.tsx';
import { isModifier, pressedBinding } from './binding.ts';
import { type CommandId, command, type Scope } from './commands.ts';
import type { Desk, Ended } from './desk.ts';
import { holdKeys, holdsKey, isOpened } from './held-keys.ts';
import { commandAt } from './keymap.ts';
import { keymap } from './remaps.ts';

/** Turns keys into commands until the returned function is called. A key that no command takes goes its way, and so do
 *  those in an element with `data-records-keys`, which wants the keys themselves. While something opens, keys wait for it; a
 *  command that waits does so for a page that is still coming, until somebody does anything else, and what is typed behind it
 *  waits with it for what it opens. */
export function listenToKeys(desk: Desk): () => void {
  const listening = new AbortController();
  const options = { capture: true, signal: listening.signal };
  const onKeyDown = (event: KeyboardEvent) => {
    const target = event.target instanceof Element ? event.target : null;
    if (event.isComposing || target?.closest('[data-records-keys]')) return;
    const binding = pressedBinding(event, onMac);
    const id = binding && commandAt(binding, keymap());
    const waits = id !== null && command(id).waits === true;
    const isInstead = waits && (desk.isLeft() || desk.keeps());
    if (!isInstead && holdsKey(event, id !== null)) return;
    if (id || (event.key.length > 1 && !isModifier(event.key))) desk.forget();
    if (!id || (binding.code === '?' && target && isField(target))) return;
    const { scope, repeats } = command(id);
    const isKept = () => waits && keepFor(desk, id);
    const take = () => (desk.serves(id) ? (event.repeat && !repeats) || desk.run(id) || isKept() : isKept());
    // In a field a browser undoes what was written there; where nothing was, what was done last stands in a notice.
    const takeBack = () => id === 'edit.undo' && !event.repeat && undoLastNotice();
    if (reaches(scope, target) ? take() : takeBack()) {
      event.preventDefault();
      event.stopPropagation();
    }
  };
  window.addEventListener('keydown', onKeyDown, options);
  window.addEventListener('pointerdown', () => desk.forget(), options);
  window.addEventListener('input', noteWriting, options);
  remembering.abort();
  if (early && desk.run(early.id)) early.ended(true);
  else if (early) keepFor(desk, early.id, early.ended);
  early = null;
  return () => listening.abort();
}

/** Keeps a command for who is on the way, and for what it opens there what is typed from now on; `ended` where that waits already. */
function keepFor(desk: Desk, id: CommandId, ended = holdBehind(id, () => desk.forget())): boolean {
  const isKept = desk.keep(id, ended);
  if (!isKept) ended(false);
  return isKept;
}

/** Holds what is typed behind a command that waits, if that is to be typed into what it opens. */
function holdBehind(id: CommandId, giveUp: () => void): Ended {
  if (!command(id).takesKeys) return () => undefined;
  let isDone = false;
  const hold = holdKeys(document.activeElement, giveUp, (target) => isDone && isOpened(target), []);
  return (done) => {
    isDone = done;
    if (done) hold.arrived();
    else hold.end();
  };
}

interface Early {
  readonly id: CommandId;
  readonly ended: Ended;
}

let early: Early | null = null;
const remembering = new AbortController();

/** Remembers the last command that waits and is pressed before anybody listens, and what is typed behind it. To be called first. */
export function rememberKeys(): void {
  const onKeyDown = (event: KeyboardEvent) => {
    if (isModifier(event.key)) return;
    const binding = pressedBinding(event, onMac);
    const id = binding && commandAt(binding, keymap());
    const waits = id !== null && command(id).waits === true;
    if (!waits && holdsKey(event, id !== null)) return;
    early?.ended(false);
    early = waits ? { id, ended: holdBehind(id, forget) } : null;
    if (early) event.preventDefault();
  };
  const forget = () => {
    early = null;
  };
  window.addEventListener('keydown', onKeyDown, { capture: true, signal: remembering.signal });
}

function reaches(scope: Scope, target: Element | null): boolean {
  if (scope === 'global' || !target) return true;
  if (target.closest('[role="dialog"]')) return false;
  if (scope === 'mending') return target.closest('.ProseMirror') !== null;
  return scope === 'workbench' || !isField(target) || target.closest('.ProseMirror') !== null;
}

function isField(target: Element): boolean {
  return target.closest('input, textarea, select, [contenteditable="true"]') !== null;
}
