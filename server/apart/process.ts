import { v7 } from 'uuid';
import type { Order, Report } from './message.ts';
import { taskNamed } from './tasks.ts';

/*
 * The program that does tasks, one at a time, in a process of its own; `in-processes.ts` starts it. It goes when the
 * server that it works for has gone.
 */

/** Progress is heard by people: no more often than this, in milliseconds. */
const BEAT = 100;

const send = (report: Report) =>
  new Promise<void>((sent) => {
    if (process.send) process.send(report, undefined, {}, () => sent());
  });

let wanted = () => {};
let beat = 0;
const tools = {
  newId: () => v7(),
  progress(share: number) {
    if (performance.now() - beat < BEAT) return;
    beat = performance.now();
    void send({ kind: 'progress', share });
  },
  async tell(piece: unknown) {
    const next = new Promise<void>((resolve) => (wanted = resolve));
    await send({ kind: 'piece', piece });
    await next;
  },
};

process.on('disconnect', () => process.exit(0));
process.on('message', (order: Order) => {
  if (order.kind === 'next') wanted();
  else void work(order);
});

async function work({ name, input }: Extract<Order, { kind: 'task' }>): Promise<void> {
  try {
    const task = await taskNamed(name);
    await send({ kind: 'done', output: await task(input, tools) });
  } catch (error) {
    const { message, stack = '' } = error instanceof Error ? error : new Error(String(error));
    const { code } = error as NodeJS.ErrnoException;
    await send({ kind: 'failed', message, stack, isFull: code === 'ENOSPC' || code === 'EDQUOT' });
  }
}
