import type { Reader } from '../db/database.ts';
import { headsOf } from '../db/document.ts';
import type { Heralds } from '../db/heralds.ts';

/** How often the heads of watched documents are looked up, to hear of what other processes accepted and no herald has told, in
 *  milliseconds. */
const INTERVAL = 500;

/** One subscriber's attention to one document. */
export interface Ear {
  /** True once the subscriber has gone, or the hub is closed. */
  readonly closed: boolean;
  /** Resolves when something new may be there since it was last called, and when the ear is closed. */
  news(): Promise<void>;
  close(): void;
}

export interface ChangeHub {
  listen(document: string, signal?: AbortSignal): Ear;
  /** This process has accepted the version with this mark. */
  tell(document: string, mark: string): void;
  /** Ends all listening. */
  close(): Promise<void>;
}

/** Who listens to which document. While nobody does, nothing runs. */
export function changeHub(
  { db, heralds }: { readonly db: Reader; readonly heralds: Heralds },
  report: (error: unknown) => void,
): ChangeHub {
  const listeners = new Map<string, Set<() => void>>();
  const heads = new Map<string, string>();
  const ears = new Set<Ear>();
  let timer: NodeJS.Timeout | undefined;
  let polling: Promise<void> | undefined;
  let shut = false;
  let lost = false;

  const tell = (document: string, mark: string) => {
    if (!listeners.has(document) || heads.get(document) === mark) return;
    heads.set(document, mark);
    for (const ring of listeners.get(document) ?? []) ring();
  };
  const poll = async () => {
    try {
      const found = new Map((await headsOf(db, [...listeners.keys()])).map(({ id, mark }) => [id, mark]));
      // A document that is gone, as it is after a copy from before it was put back, has no mark.
      for (const id of listeners.keys()) tell(id, found.get(id) ?? '');
      lost = false;
    } catch (error) {
      if (!lost) report(error);
      lost = true;
    }
    timer = undefined;
    watch();
  };
  const watch = () => {
    if (listeners.size === 0) return;
    timer ??= setTimeout(() => {
      polling = poll();
    }, INTERVAL);
  };

  heralds.hear(tell);

  return {
    tell(document, mark) {
      tell(document, mark);
      heralds.tell(document, mark);
    },
    listen(document, signal) {
      let closed = shut || (signal?.aborted ?? false);
      let missed = false;
      let wake: (() => void) | null = null;
      const ring = () => {
        missed = true;
        wake?.();
      };
      const ear: Ear = {
        get closed() {
          return closed;
        },
        async news() {
          if (!missed && !closed) await new Promise<void>((resolve) => (wake = resolve));
          missed = false;
          wake = null;
        },
        close() {
          if (closed) return;
          closed = true;
          ears.delete(ear);
          signal?.removeEventListener('abort', ear.close);
          const others = listeners.get(document);
          others?.delete(ring);
          if (others?.size === 0) {
            listeners.delete(document);
            heads.delete(document);
          }
          wake?.();
        },
      };
      if (closed) return ear;
      ears.add(ear);
      signal?.addEventListener('abort', ear.close);
      listeners.set(document, (listeners.get(document) ?? new Set()).add(ring));
      watch();
      return ear;
    },
    async close() {
      shut = true;
      for (const ear of ears) ear.close();
      clearTimeout(timer);
      await polling;
    },
  };
}
