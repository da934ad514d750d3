import { parentPort } from 'node:worker_threads';
import { indexHolder, type OrderName } from './holder.ts';

/*
 * The thread that holds the indexes of memories, so that a look-up of common words or a merge holds nobody up; `in-thread.ts` starts
 * it. It touches no database.
 */

const holder = indexHolder();

parentPort?.on('message', async ({ id, name, order }: { id: number; name: OrderName; order: never }) => {
  try {
    parentPort?.postMessage({ id, value: await holder[name](order) });
  } catch (error) {
    parentPort?.postMessage({ id, failed: error instanceof Error ? error.message : String(error) });
  }
});
