import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Companions } from '../../../client/timeline/companions.ts';
import { companionHues } from '../../../client/ui/companion-hues.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

it('says where the caret is at once, and of many moves the last', async () => {
  const sent: unknown[] = [];
  const companions = new Companions(async (here) => sent.push(here));
  for (const offset of [1, 2, 3]) companions.isAt({ segment: 's1', offset });
  companions.isCalled('مینا');
  expect(sent).toEqual([{ name: '', caret: { segment: 's1', offset: 1 } }]);
  await vi.runAllTimersAsync();
  expect(sent.slice(1)).toEqual([{ name: 'مینا', caret: { segment: 's1', offset: 3 } }]);
  companions.isAt({ segment: 's1', offset: 3 });
  companions.isCalled('مینا');
  await vi.runAllTimersAsync();
  expect(sent).toHaveLength(2);
});

it('says it again when a connection is there again, whatever became of the last word, and nothing after the end', async () => {
  let said = 0;
  const companions = new Companions(async () => {
    said += 1;
    throw new Error('The server is away');
  });
  companions.joined();
  await vi.runAllTimersAsync();
  companions.joined();
  await vi.runAllTimersAsync();
  companions.close();
  companions.isAt({ segment: 's1', offset: 1 });
  await vi.runAllTimersAsync();
  expect(said).toBe(2);
});

it('tells who is there only when that changes', () => {
  const companions = new Companions(async () => undefined);
  let told = 0;
  companions.subscribe(() => {
    told += 1;
  });
  companions.met([]);
  companions.met([{ client: 'c-2', name: '', caret: null }]);
  companions.met([]);
  expect(told).toBe(2);
});

it('gives each a colour of their own that stays while they do', () => {
  const clients = Array.from({ length: 9 }, (_, index) => `c-${index}`);
  const hues = companionHues(clients);
  expect(new Set(hues.values()).size).toBe(9);
  expect(companionHues(clients.slice(0, 3))).toEqual(new Map([...hues].slice(0, 3)));
  expect(companionHues([...clients, 'c-10']).get('c-10')).toBeDefined();
});
