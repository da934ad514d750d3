/** How long typing may rest before it is sent, and how long it may go on unsent, in milliseconds. */
const REST = 250;
const LONGEST = 1000;
const RETRY = [1000, 2000, 4000, 8000, 10_000];
/** The longest pauses after pushes that came too late one after the other; each is drawn, so that tabs do not keep step. */
const LATE = [0, 50, 100, 200, 400, 800];

/** Whoever leaves a history so soon after another one waits before the document is opened again, in milliseconds. */
const SETTLED = 10_000;

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
  /** The next try is soon where it may pass by itself, else after the longest pause. */
  failed(mayPass: boolean): void;
  /** Others came first. */
  late(): void;
  /** The server has another history than the tab. False where that was so a moment ago: then the next try has a pause. */
  left(): boolean;
  worked(): void;
  stop(): void;
}

/** Calls `send` when it is time. */
export function pace(send: () => void, now: () => number): Pace {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let unsentSince: number | null = null;
  let failures = 0;
  let lates = 0;
  let leftAt = Number.NEGATIVE_INFINITY;
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
      if (timer) return;
      const late = Math.random() * (LATE[Math.min(lates, LATE.length) - 1] ?? 0);
      plan(RETRY[Math.min(failures, RETRY.length) - 1] ?? late);
    },
    failed(mayPass) {
      failures = mayPass ? failures + 1 : RETRY.length;
    },
    late() {
      failures = 0;
      lates += 1;
    },
    left() {
      const isAgain = now() - leftAt < SETTLED;
      leftAt = now();
      if (isAgain) failures = Math.max(failures, 1);
      return !isAgain;
    },
    worked() {
      failures = 0;
      lates = 0;
    },
    stop,
  };
}
