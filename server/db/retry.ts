import { setTimeout as pause } from 'node:timers/promises';
import { mayRetry } from './failure.ts';

/** How long a transaction waits for others before it gives up: an import of a long text keeps the database for seconds. */
const PATIENCE = 20_000;
const LONGEST_PAUSE = 100;

/** The result of `work`, tried again with growing pauses while others are in its way. */
export async function retrying<T>(work: () => Promise<T>): Promise<T> {
  const end = Date.now() + PATIENCE;
  for (let longest = 4; ; longest = Math.min(longest * 2, LONGEST_PAUSE)) {
    try {
      return await work();
    } catch (error) {
      if (!mayRetry(error) || Date.now() > end) throw error;
      await pause(1 + Math.random() * longest);
    }
  }
}
