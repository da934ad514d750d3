/** So long, in milliseconds, nobody has asked for the work; and so long it is put off at most. */
const PAUSE = 150;
const LONGEST = 600;

/** Work that waits for a pause. */
export interface AfterPause {
  /** Asks for the work; it is done once, however often it is asked for until then. */
  ask(): void;
}

/** Has `work` done when nobody has asked for it for a moment: what a key makes of the screen besides its letter would take a frame
 *  of its own at each key, and a frame is most of what a key costs. */
export function afterPause(work: () => void): AfterPause {
  let first: number | null = null;
  let last = 0;
  const look = () => {
    const now = performance.now();
    const rest = Math.min(last + PAUSE, (first ?? now) + LONGEST) - now;
    if (rest > 0) {
      setTimeout(look, rest);
      return;
    }
    first = null;
    work();
  };
  return {
    ask() {
      last = performance.now();
      if (first !== null) return;
      first = last;
      setTimeout(look, PAUSE);
    },
  };
}
