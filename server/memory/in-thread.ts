import { Worker } from 'node:worker_threads';
import type { OrderName, Orders } from './holder.ts';

/** Somebody who holds indexes elsewhere. */
export interface HolderElsewhere extends Orders {
  close(): Promise<void>;
}

type Answer = { readonly id: number } & ({ readonly value: unknown } | { readonly failed: string });

/** Has indexes held by a thread of its own, which `program` starts at the first order. `died` hears when it ended by itself: what it
 *  held is gone, and the next order starts another. */
export function inThread(program: string, died: (error: unknown) => void): HolderElsewhere {
  let worker: Worker | null = null;
  let closed = false;
  let next = 0;
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();

  const start = (): Worker => {
    const begun = new Worker(program);
    begun.unref();
    begun.on('message', (answer: Answer) => {
      const asked = waiting.get(answer.id);
      waiting.delete(answer.id);
      if (waiting.size === 0) begun.unref();
      if ('failed' in answer) asked?.reject(new Error(answer.failed));
      else asked?.resolve(answer.value);
    });
    let reason: unknown = null;
    begun.on('error', (error) => {
      reason = error;
    });
    begun.on('exit', () => {
      if (worker === begun) worker = null;
      for (const { reject } of waiting.values()) reject(new Error('The thread of the memories has ended'));
      waiting.clear();
      if (!closed) died(reason);
    });
    return begun;
  };

  const ask = (name: OrderName, order: unknown): Promise<never> => {
    if (closed) return Promise.reject(new Error('The memories are closed'));
    worker ??= start();
    const to = worker;
    return new Promise((resolve, reject) => {
      const id = next++;
      waiting.set(id, { resolve: resolve as (value: unknown) => void, reject });
      to.ref();
      to.postMessage({ id, name, order });
    });
  };

  return {
    load: (order) => ask('load', order),
    clear: (order) => ask('clear', order),
    put: (order) => ask('put', order),
    find: (order) => ask('find', order),
    fragments: (order) => ask('fragments', order),
    keep: (order) => ask('keep', order),
    async close() {
      closed = true;
      await worker?.terminate();
    },
  };
}
