import type { Outbox, Unsent } from './outbox.ts';

/** Writes one tab's unsent steps to the outbox, one write at a time: what changes during a write is written right
 *  after it, so the outbox is never further behind than one write takes. */
export interface Keeper {
  /** Notes that the unsent steps changed. */
  changed(): void;
  /** False while this device does not hold what is unsent. */
  kept(): boolean;
}

/** Keeps what `unsent` gives; calls `told` when the device begins or ceases to hold it. */
export function keeper(outbox: Outbox, unsent: () => Unsent, told: () => void): Keeper {
  let kept = true;
  let writing = false;
  let again = false;
  const write = async () => {
    writing = true;
    again = false;
    const before = kept;
    try {
      await outbox.keep(unsent());
      kept = true;
    } catch {
      kept = false;
    }
    writing = false;
    if (kept !== before) told();
    if (again) void write();
  };
  return {
    changed() {
      if (writing) again = true;
      else void write();
    },
    kept: () => kept,
  };
}
