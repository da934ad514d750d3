/** Calls `work` when the browser has nothing else to do, and again so many milliseconds later as it gives, until it gives `null`
 *  or `signal` is aborted. */
export function whenIdle(work: () => number | null, signal: AbortSignal): void {
  const ask = (pause: number) => {
    if (signal.aborted) return;
    if (pause > 0) setTimeout(() => ask(0), pause);
    else if (typeof requestIdleCallback === 'undefined') setTimeout(turn, SOON);
    else requestIdleCallback(turn);
  };
  const turn = () => {
    const pause = signal.aborted ? null : work();
    if (pause !== null) ask(pause);
  };
  ask(0);
}

/** Where a browser does not tell when it is idle, milliseconds in which it can do what it has to. */
const SOON = 30;
