/** So long, in milliseconds, a frame is waited for: a tab that nobody sees has none. */
const LONGEST = 100;

/** Work that waits for the frame. */
export interface AfterFrame {
  /** Asks for the work; it is done once, however often it is asked for until then. */
  ask(): void;
  /** Does what was asked for now, if it was. */
  now(): void;
  /** True while it was asked for and has not been done. */
  readonly isDue: boolean;
}

/** Has `work` done right after the next frame, until `ending`: what a key does stands on the screen first. */
export function afterFrame(work: () => void, ending?: AbortSignal): AfterFrame {
  let isDue = false;
  const now = () => {
    if (!isDue || ending?.aborted) return;
    isDue = false;
    work();
  };
  return {
    ask() {
      if (isDue) return;
      isDue = true;
      // Within the frame comes before it is drawn; a message from there, right after that.
      const longest = setTimeout(now, LONGEST);
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => {
          port1.close();
          clearTimeout(longest);
          now();
        };
        port2.postMessage(null);
      });
    },
    now,
    get isDue() {
      return isDue;
    },
  };
}
