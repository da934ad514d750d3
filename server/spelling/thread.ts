import { parentPort } from 'node:worker_threads';
import { dictionaries, type SpellingOrder } from './dictionaries.ts';

/*
 * The thread that holds the dictionaries: to read them takes as long as hundreds of requests, and to think of what a word may mean is
 * slow. `spelling.ts` starts it.
 */

const ask = dictionaries();

parentPort?.on('message', async ({ id, order }: { readonly id: number; readonly order: SpellingOrder }) => {
  try {
    parentPort?.postMessage({ id, wrong: await ask(order) });
  } catch (error) {
    parentPort?.postMessage({ id, failed: error instanceof Error ? error.message : String(error) });
  }
});
