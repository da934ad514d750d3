import type { Step } from 'prosemirror-transform';
import type { Mark } from '../../shared/wire/step.ts';
import type { Outbox } from './outbox.ts';
import type { UnsentChange } from './unsent.ts';

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
  readonly mark: Mark;
  readonly schema: number;
  readonly steps: readonly Step[];
}

/** Work that may wait a moment, until it is asked for now. */
export interface PutOff {
  ask(): void;
  now(): void;
}

const atOnce = (work: () => void): PutOff => ({ ask: work, now: () => undefined });

/** How long a write is waited for, in milliseconds. */
const PATIENCE = 1000;

/** Keeps what `unsent` gives; calls `told` when the device begins or ceases to hold it. What is written ahead may wait for
 *  `putOff` before the outbox gets it. */
export function keeper(
  outbox: Outbox,
  unsent: () => UnsentSteps,
  now: () => number,
  told: () => void,
  putOff: (work: () => void) => PutOff = atOnce,
): Keeper {
  let kept = true;
  let again = false;
  let writing: Promise<void> | null = null;
  let turn = 0;
  /** What the outbox holds; `null` where that is not certain. */
  let held: UnsentSteps | null = null;

  const write = async () => {
    while (again) {
      again = false;
      const before = kept;
      const present = unsent();
      kept = await isDone(outbox.keep(changeSince(held, present, turn)));
      held = kept ? present : null;
      if (kept !== before) told();
    }
    writing = null;
  };
  const beginning = putOff(() => {
    writing ??= write();
  });
  return {
    changed() {
      const present = unsent();
      const change = changeSince(held, present, Math.max(turn + 1, now()));
      const isHeldAlready =
        held?.base === change.base && change.steps.length === 0 && change.after === held.steps.length;
      if (isHeldAlready && !writing && !again) return;
      turn = change.turn;
      const isAhead = outbox.ahead(change);
      again = true;
      beginning.ask();
      if (!isAhead) beginning.now();
    },
    async written() {
      beginning.now();
      if (writing) await Promise.race([writing, new Promise((resolve) => setTimeout(resolve, PATIENCE))]);
    },
    kept: () => kept,
  };
}

function isDone(work: Promise<void>): Promise<boolean> {
  return work.then(
    () => true,
    () => false,
  );
}

/** What the outbox must be told when it holds `held` and is to hold `present`: only what is new, unless a rebase made every
 *  step anew. */
function changeSince(held: UnsentSteps | null, present: UnsentSteps, turn: number): UnsentChange {
  const { base, steps } = present;
  const acknowledged = held ? base - held.base : 0;
  const rest = held ? held.steps.length - acknowledged : 0;
  const goesOn = acknowledged >= 0 && rest > 0 && steps[rest - 1] === held?.steps.at(-1);
  const after = goesOn ? rest : 0;
  return { ...present, turn, after, steps: steps.slice(after).map((step) => step.toJSON() as unknown) };
}
