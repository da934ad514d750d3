import type { Since } from '../../shared/wire/step.ts';

/** Readers of the log who ask for the same at the same time: all tabs that have a document open, when it changes. */
export interface SharedLog<T> {
  /** What is in the log from `since` on. Whoever asks while that is read for another gets what that one gets. */
  from(document: string, since: Since): Promise<T>;
}

/** Has `read` read once for all who ask before it begins. What it has begun to read may lack what was just written, so who
 *  asks then is given the next reading. */
export function sharedLog<T>(read: (document: string, since: Since) => Promise<T>): SharedLog<T> {
  const next = new Map<string, Promise<T>>();
  return {
    from(document, since) {
      const key = JSON.stringify([document, since.version, since.mark]);
      const begun = next.get(key);
      if (begun) return begun;
      const reading = Promise.resolve().then(() => {
        next.delete(key);
        return read(document, since);
      });
      next.set(key, reading);
      return reading;
    },
  };
}
