import { onMac } from '../platform/system.ts';
import { noteWriting, undoLastNotice } from '../ui/notices.tsx';
import { isModifier, pressedBinding } from './binding.ts';
import { type CommandId, command, type Scope } from './commands.ts';
import type { Desk } from './desk.ts';
import { holdsKey } from './held-keys.ts';
import { commandAt } from './keymap.ts';
import { keymap } from './remaps.ts';

/** Turns keys into commands until the returned function is called. A key that no command takes goes its way, and so do
 *  those in an element with `data-records-keys`, which wants the keys themselves. While something opens, keys wait for it; a
 *  command that waits does so for a page that is still coming, until somebody does anything else. */
export function listenToKeys(desk: Desk): () => void {
  const listening = new AbortController();
  const options = { capture: true, signal: listening.signal };
  const onKeyDown = (event: KeyboardEvent) => {
    const target = event.target instanceof Element ? event.target : null;
    if (event.isComposing || target?.closest('[data-records-keys]')) return;
    const binding = pressedBinding(event, onMac);
    const id = binding && commandAt(binding, keymap());
    const waits = id !== null && command(id).waits === true;
    if (!(waits && desk.isLeft()) && holdsKey(event, id !== null)) return;
    if (id || (event.key.length > 1 && !isModifier(event.key))) desk.forget();
    if (!id || (binding.code === '?' && target && isField(target))) return;
    const { scope, repeats } = command(id);
    const isKept = () => waits && desk.keep(id);
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
  if (early && !desk.run(early)) desk.keep(early);
  early = null;
  return () => listening.abort();
}

let early: CommandId | null = null;
const remembering = new AbortController();

/** Remembers the last command that waits and is pressed before anybody listens. To be called first. */
export function rememberKeys(): void {
  const onKeyDown = (event: KeyboardEvent) => {
    if (isModifier(event.key)) return;
    const binding = pressedBinding(event, onMac);
    const id = binding && commandAt(binding, keymap());
    early = id && command(id).waits ? id : null;
    if (early) event.preventDefault();
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
