import type { Label } from '../../../shared/core/label.ts';
import type { Side } from '../page/row-range.ts';

/** How an arrow key moves what is covered. */
export interface Arrow {
  /** Words on in the Persian, which goes on to the left, and in the English. */
  readonly source?: 1 | -1;
  readonly rendering?: 1 | -1;
  readonly down?: 1 | -1;
}

export const arrows: Readonly<Record<string, Arrow>> = {
  ArrowLeft: { source: 1, rendering: -1 },
  ArrowRight: { source: -1, rendering: 1 },
  ArrowDown: { down: 1 },
  ArrowUp: { down: -1 },
};

/** The label whose key was pressed, by the place of the key, so that it works with a Persian layout too. */
export function labelOf(labels: readonly Label[], { code, altKey }: KeyboardEvent): Label | undefined {
  return altKey ? undefined : labels.find(({ key }) => key !== '' && key === code);
}

/** The digit that was pressed, in the row of digits or on the number pad; `null` for another key. */
export function digitOf({ code, altKey, shiftKey }: KeyboardEvent): number | null {
  const digit = altKey || shiftKey ? undefined : /^(?:Digit|Numpad)([0-9])$/.exec(code)?.[1];
  return digit === undefined ? null : Number(digit);
}

export function isModifier(key: string): boolean {
  return /^(Shift|Control|Alt|AltGraph|Meta|CapsLock|Fn)$/.test(key);
}

export function otherSide(side: Side): Side {
  return side === 'source' ? 'rendering' : 'source';
}
