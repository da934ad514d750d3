import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { unreadiness } from '../../../client/platform/ready.ts';
import type { Cause } from '../../../client/timeline/cause.ts';
import { pace } from '../../../client/timeline/pace.ts';
import { watchTrouble } from '../../../client/timeline/trouble.ts';
import { startCluster } from '../../server/cluster.ts';
import { newDocument, startRadif } from '../../server/http/radif.ts';
import { renderings } from '../../server/writer.ts';
import { lineTo, openTab, type } from './tab.ts';

describe('what keeps a tab from saving', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  /** A tab whose server says `said.now` when it is asked. */
  function tab() {
    const said: { now: Cause | null } = { now: null };
    const send = vi.fn();
    const told: (Cause | null)[] = [];
    const trouble = watchTrouble(
      async () => said.now,
      pace(send, () => Date.now()),
      () => told.push(trouble.now()),
    );
    return { said, send, told, trouble };
  }

  it('is told while a push is not answered, and no more once that goes on', async () => {
    const { said, told, trouble } = tab();
    said.now = 'storage-silent';
    trouble.sent();
    await vi.advanceTimersByTimeAsync(2_999);
    expect(told).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(told).toEqual(['storage-silent']);
    said.now = null;
    await vi.advanceTimersByTimeAsync(1_000);
    expect(told).toEqual(['storage-silent', null]);
    trouble.answered();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('is nothing where a push only takes long', async () => {
    const { told, trouble } = tab();
    trouble.sent();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(told).toEqual([]);
  });

  it('is over at once when the server can save again, however often it failed before', async () => {
    const { said, send, trouble } = tab();
    said.now = 'storage-down';
    for (let time = 0; time < 8; time++) trouble.failed('storage-down');
    await vi.advanceTimersByTimeAsync(30_000);
    expect(send).not.toHaveBeenCalled();
    said.now = null;
    await vi.advanceTimersByTimeAsync(1_001);
    expect(send).toHaveBeenCalledTimes(1);
  });

  it('waits its turn where the server sees nothing wrong, as with a document that a neighbour keeps', async () => {
    const { send, told, trouble } = tab();
    trouble.failed('storage-busy');
    await vi.advanceTimersByTimeAsync(30_000);
    expect(send).not.toHaveBeenCalled();
    expect(told).toEqual(['storage-busy']);
    trouble.stop();
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('a tab of a server whose PostgreSQL stands still or is stopped', () => {
  it('says so long before the push is given up, and has it saved once the database is back', async () => {
    const cluster = await startCluster();
    onTestFinished(() => cluster.stop());
    const radif = await startRadif('127.0.0.1', [], undefined, await cluster.newDatabase());
    onTestFinished(() => radif.close());
    const { id } = await newDocument(radif, 'وزیر امروز آمد.');
    const line = { ...lineTo(radif.context), trouble: () => unreadiness(radif.address) };
    const tab = await openTab(line, id);
    onTestFinished(() => tab.close());
    const is = (kind: string) => vi.waitFor(() => expect(tab.saving().kind).toBe(kind), 15_000);

    cluster.freeze();
    type(tab, 0, 'One ');
    await is('storage-silent');
    cluster.thaw();
    await is('saved');

    await cluster.halt();
    type(tab, 0, 'two');
    await is('storage-down');
    await cluster.run();
    await is('saved');
    expect(await renderings(radif.context, id)).toEqual(['One two']);
  });
});
