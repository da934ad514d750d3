import { expect, it } from 'vitest';
import { sharedLog } from '../../../server/timeline/shared-log.ts';

it('reads once for all who ask for the same at once, and again for who asks after that', async () => {
  const read: string[] = [];
  const log = sharedLog(async (document, { version }) => {
    read.push(`${document} ${version}`);
    return read.length;
  });
  const since = { version: 3, mark: 'm' };
  expect(await Promise.all([log.from('a', since), log.from('a', { ...since }), log.from('b', since)])).toEqual([
    1, 1, 2,
  ]);
  expect(await log.from('a', since)).toBe(3);
  expect(read).toEqual(['a 3', 'b 3', 'a 3']);
});
