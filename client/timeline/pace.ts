/** How long typing may rest before it is sent, and how long it may go on unsent, in milliseconds. */
const REST = 250;
const LONGEST = 1000;
const RETRY = [1000, 2000, 4000, 8000, 10_000];

/** When a tab sends: a short while after the last change, and after failures less and less often. */
export interface Pace {
  /** Something was changed; it is sent when typing rests, or has gone on for long. */
  changed(): void;
  /** What was changed so far is on its way. */
  sent(): void;
  /** Sends now, whatever failed before. */
  now(): void;
  /** Sends again where nothing else is planned: at once, or after a pause where the last try failed. */
  again(): void;
  failed(): void;
  worked(): void;
  stop(): void;
}

/** Calls `send` when it is time. */
export function pace(send: () => void, now: () => number): Pace {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let unsentSince: number | null = null;
  let failures = 0;
  const stop = () => {
    if (timer) clearTimeout(timer);
    timer = null;
  };
  const plan = (delay: number) => {
    stop();
    timer = setTimeout(() => {
      timer = null;
      send();
    }, delay);
  };
  return {
    changed() {
      const moment = now();
      unsentSince ??= moment;
      if (failures === 0) plan(Math.min(REST, Math.max(0, unsentSince + LONGEST - moment)));
    },
    sent() {
      unsentSince = null;
    },
    now() {
      failures = 0;
      plan(0);
    },
    again() {
      if (!timer) plan(RETRY[Math.min(failures, RETRY.length) - 1] ?? 0);
    },
    failed() {
      failures += 1;
    },
    worked() {
      failures = 0;
    },
    stop,
  };
}
