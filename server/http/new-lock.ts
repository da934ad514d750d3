import type { FastifyInstance } from 'fastify';
import type { Store } from '../db/store.ts';
import type { RunningCalls } from './closing.ts';
import { storedLock } from './key.ts';
import type { Door } from './session.ts';

/** How soon a server hears that another process has made a new key, in milliseconds. */
const LOOK = 1000;

/** Changes the lock of `door` once another process has made a new key, and ends the streams of who is signed out by that.
 *  A database that does not answer changes nothing. */
export function followLock(app: FastifyInstance, store: Store, door: Door, calls: RunningCalls): void {
  let looking = false;
  const look = async () => {
    if (looking) return;
    looking = true;
    const lock = await storedLock(store)
      .catch(() => null)
      .finally(() => {
        looking = false;
      });
    if (lock === null || lock.key === door.lock.key) return;
    door.change(lock);
    calls.cutOff();
  };
  const timer = setInterval(() => void look(), LOOK).unref();
  app.addHook('onClose', async () => clearInterval(timer));
}
