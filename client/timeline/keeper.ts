import type { Step } from 'prosemirror-transform';
import type { Outbox } from './outbox.ts';

/** Writes one tab's unsent steps down at every change: first ahead and at once, then to the outbox, one write at a time.
 *  What changes during a write is written right after it. */
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

/** The unsent steps of a tab as they are now. */
export interface UnsentSteps {
  readonly client: string;
  readonly document: string;
  readonly base: number;
  readonly schema: number;
  readonly steps: readonly Step[];
}

/** How long a write is waited for, in milliseconds. */
const PATIENCE = 1000;

/** Keeps what `unsent` gives; calls `told` when the device begins or ceases to hold it. */
export function keeper(outbox: Outbox, unsent: () => UnsentSteps, now: () => number, told: () => void): Keeper {
  let kept = true;
  let again = false;
  let writing: Promise<void> | null = null;
  let turn = 0;
  /** What the outbox holds. */
  let held: UnsentSteps | null = null;

  const write = async () => {
    while (again) {
      again = false;
      const before = kept;
      const writtenNow = unsent();
      kept = await outbox.keep({ ...writtenNow, turn, steps: json(writtenNow.steps) }).then(
        () => true,
        () => false,
      );
      if (kept) held = writtenNow;
      if (kept !== before) told();
    }
    writing = null;
  };
  return {
    changed() {
      turn = Math.max(turn + 1, now());
      const present = unsent();
      const after = held && isBeginning(held, present) ? held.steps.length : 0;
      outbox.ahead({ ...present, turn, after, steps: json(present.steps.slice(after)) });
      again = true;
      writing ??= write();
    },
    async written() {
      if (writing) await Promise.race([writing, new Promise((resolve) => setTimeout(resolve, PATIENCE))]);
    },
    kept: () => kept,
  };
}

/** True when `steps` only came after those of `held`: a rebase makes all of them anew, on another base. */
function isBeginning(held: UnsentSteps, { base, steps }: UnsentSteps): boolean {
  const last = held.steps.length - 1;
  return held.base === base && last < steps.length && (last < 0 || held.steps[last] === steps[last]);
}

function json(steps: readonly Step[]): readonly unknown[] {
  return steps.map((step) => step.toJSON() as unknown);
}
