import { onMac } from '../platform/system.ts';
import { pressedBinding } from './binding.ts';
import { command, type Scope } from './commands.ts';
import type { Desk } from './desk.ts';
import { holdsKey } from './held-keys.ts';
import { commandAt } from './keymap.ts';
import { keymap } from './remaps.ts';

/** Turns keys into commands until the returned function is called. A key that no command takes goes its way, and so do
 *  those in an element with `data-records-keys`, which wants the keys themselves. While something opens, keys wait for it. */
export function listenToKeys(desk: Desk): () => void {
  const onKeyDown = (event: KeyboardEvent) => {
    const target = event.target instanceof Element ? event.target : null;
    if (event.isComposing || target?.closest('[data-records-keys]')) return;
    const binding = pressedBinding(event, onMac);
    const id = binding && commandAt(binding, keymap());
    if (holdsKey(event, id !== null)) return;
    if (!id || (binding.code === '?' && target && isField(target))) return;
    const { scope, repeats } = command(id);
    if (!reaches(scope, target) || !desk.serves(id)) return;
    if ((event.repeat && !repeats) || desk.run(id)) {
      event.preventDefault();
      event.stopPropagation();
    }
  };
  window.addEventListener('keydown', onKeyDown, { capture: true });
  return () => window.removeEventListener('keydown', onKeyDown, { capture: true });
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
