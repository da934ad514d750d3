import { expect, it } from 'vitest';
import { documentQueue } from '../../../server/timeline/queue.ts';

it('does what is asked for one document one after the other, and for others meanwhile', async () => {
  const queue = documentQueue();
  const done: string[] = [];
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  const work =
    (name: string, waits: Promise<void> = Promise.resolve()) =>
    async () => {
      await waits;
      done.push(name);
      return name;
    };
  const all = [
    queue.inTurn('a', work('a1', opened)),
    queue.inTurn('a', () => Promise.reject(new Error('a2 failed'))),
    queue.inTurn('a', work('a3')),
  ];
  expect(await queue.inTurn('b', work('b1'))).toBe('b1');
  expect(done).toEqual(['b1']);
  open();
  expect((await Promise.allSettled(all)).map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(done).toEqual(['b1', 'a1', 'a3']);
});
