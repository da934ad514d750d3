/** What has begun and not ended yet. */
export interface Pending {
  /** Counts `work` in until it ends, and gives it back. */
  add<T>(work: Promise<T>): Promise<T>;
  /** Resolves once everything that has begun has ended, well or not. */
  settled(): Promise<void>;
}

export function pending(): Pending {
  const running = new Set<Promise<unknown>>();
  return {
    add(work) {
      running.add(work);
      const done = () => running.delete(work);
      work.then(done, done);
      return work;
    },
    async settled() {
      await Promise.allSettled(running);
    },
  };
}
