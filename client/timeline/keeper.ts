import type { Outbox, Unsent } from './outbox.ts';

/** Writes one tab's unsent steps to the outbox, one write at a time: what changes during a write is written right
 *  after it, so the outbox is never further behind than one write takes. */
export interface Keeper {
  /** Notes that the unsent steps changed. */
  changed(): void;
  /** Resolves once the outbox holds the last change or could not take it. What is sent must be held first: after a crash
   *  the steps in the outbox are sent again, and only those that the server knows by their base are not taken twice.
   *  An outbox that hangs holds nothing up for long. */
  written(): Promise<void>;
  /** False while this device does not hold what is unsent. */
  kept(): boolean;
}

/** How long a write is waited for, in milliseconds. */
const PATIENCE = 1000;

/** Keeps what `unsent` gives; calls `told` when the device begins or ceases to hold it. */
export function keeper(outbox: Outbox, unsent: () => Unsent, told: () => void): Keeper {
  let kept = true;
  let again = false;
  let writing: Promise<void> | null = null;
  const write = async () => {
    while (again) {
      again = false;
      const before = kept;
      kept = await outbox.keep(unsent()).then(
        () => true,
        () => false,
      );
      if (kept !== before) told();
    }
    writing = null;
  };
  return {
    changed() {
      again = true;
      writing ??= write();
    },
    async written() {
      if (writing) await Promise.race([writing, new Promise((resolve) => setTimeout(resolve, PATIENCE))]);
    },
    kept: () => kept,
  };
}
