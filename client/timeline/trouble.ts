import { isFault } from '../../shared/core/faults.ts';
import { type Cause, mayPass } from './cause.ts';
import type { Pace } from './pace.ts';

/** How long a push may go unanswered before the server is asked whether it can save at all, and how often then, in milliseconds. */
const PATIENCE = 3_000;
const EVERY = 1_000;

/** What keeps a tab from saving: what its last push met, or what the server says while a push is not answered. */
export interface Trouble {
  now(): Cause | null;
  /** A push is on its way. */
  sent(): void;
  /** It was answered, whatever the answer. */
  answered(): void;
  /** It failed: the next try has its pause, and comes at once where the server says that it can save again. */
  failed(cause: Cause): void;
  stop(): void;
}

/** Asks the server by `ask` while it is slow or its database is out of order, and calls `tell` when what is the matter changes. */
export function watchTrouble(ask: () => Promise<Cause | null>, pace: Pace, tell: () => void): Trouble {
  let cause: Cause | null = null;
  let isSending = false;
  /** True once the server has said that it cannot save, until it says that it can. */
  let isAway = false;
  let turn = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const change = (to: Cause | null) => {
    if (cause === to) return;
    cause = to;
    tell();
  };
  const plan = (delay: number) => {
    timer = setTimeout(() => void look(), delay);
  };
  /** What is planned or asked now counts no more. */
  const turnOver = () => {
    turn += 1;
    clearTimeout(timer);
  };
  const look = async () => {
    const asked = turn;
    const found = await ask();
    if (asked !== turn) return;
    if (found !== null) {
      isAway = true;
      if (isSending) change(found);
    } else if (isAway) {
      isAway = false;
      if (isSending) change(null);
      else pace.now();
    }
    plan(EVERY);
  };

  return {
    now: () => cause,
    sent() {
      turnOver();
      isSending = true;
      plan(PATIENCE);
    },
    answered() {
      turnOver();
      isSending = false;
      isAway = false;
      cause = null;
    },
    failed(met) {
      turnOver();
      isSending = false;
      pace.failed(mayPass(met));
      if (isFault(met)) plan(EVERY);
      change(met);
    },
    stop: turnOver,
  };
}
