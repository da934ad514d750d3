/** What a page notes of itself while it is measured. */
export interface Notes {
  /** When the text of a plain editor was there. */
  arrived?: number;
  /** When the frame with the first typed letter was made. */
  firstEdit?: number;
  /** Milliseconds from each key that went down to the end of the next frame. */
  readonly keys: number[];
  /** Beginning and length of each task over 50 milliseconds. */
  readonly tasks: { readonly start: number; readonly length: number }[];
}

declare global {
  interface Window {
    notes: Notes;
  }
}

/** Runs in the page before anything else: types as soon as there is a rendering to type into, and notes how long that, keys
 *  and tasks take. All times are milliseconds since the page began. */
export function watchPage(): void {
  const notes: Notes = { keys: [], tasks: [] };
  window.notes = notes;
  const tasks = new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) notes.tasks.push({ start: startTime, length: duration });
  });
  tasks.observe({ type: 'longtask', buffered: true });

  const afterFrame = (note: (now: number) => void) =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => note(performance.now());
      port2.postMessage(null);
    });
  const noteKey = ({ timeStamp }: Event) => afterFrame((now) => notes.keys.push(now - timeStamp));
  window.addEventListener('keydown', noteKey, { capture: true });

  const look = () => {
    const rendering = document.querySelector('[contenteditable=true] .rendering');
    if (rendering === null) {
      requestAnimationFrame(look);
      return;
    }
    rendering.closest<HTMLElement>('[contenteditable=true]')?.focus();
    getSelection()?.collapse(rendering, 0);
    document.execCommand('insertText', false, 'a');
    afterFrame((now) => {
      notes.firstEdit = now;
    });
  };
  requestAnimationFrame(look);
}
