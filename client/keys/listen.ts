import { pressedBinding } from './binding.ts';
import { command, type Scope } from './commands.ts';
import type { Desk } from './desk.ts';
import { commandAt } from './keymap.ts';
import { onMac } from './platform.ts';
import { keymap } from './remaps.ts';

/** An element with this attribute wants the keys themselves; see the settings. */
export const RECORDS_KEYS = 'data-records-keys';

/** Turns keys into commands until the returned function is called. A key that no command takes goes its way. */
export function listenToKeys(desk: Desk): () => void {
  const onKeyDown = (event: KeyboardEvent) => {
    const target = event.target instanceof Element ? event.target : null;
    if (event.isComposing || target?.closest(`[${RECORDS_KEYS}]`)) return;
    const binding = pressedBinding(event, onMac);
    const id = binding && commandAt(binding, keymap());
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
  return scope === 'workbench' || !isField(target) || target.closest('.ProseMirror') !== null;
}

function isField(target: Element): boolean {
  return target.closest('input, textarea, select, [contenteditable="true"]') !== null;
}
