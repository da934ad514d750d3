import { expect, it, onTestFinished, vi } from 'vitest';
import { faults as persian } from '../../client/locales/fa/faults.ts';
import { unreadiness } from '../../client/platform/ready.ts';
import { isFault, faults as table } from '../../shared/core/faults.ts';
import { lineTo, openTab, outboxInMemory, type } from '../client/timeline/tab.ts';
import { startCluster } from '../server/cluster.ts';
import { madeFaults, openScene } from '../server/db/making-faults.ts';
import { renderings } from '../server/writer.ts';

/** How often a fault is made and ended under an open tab. */
const rounds = Number(process.env.ROUNDS ?? 3);

it('tells what people see in each fault of PostgreSQL, and what was lost', async () => {
  const cluster = await startCluster({ durable: true });
  onTestFinished(() => cluster.stop());
  const rows: object[] = [];
  for (const { what, fault, code, limits, make } of madeFaults) {
    const scene = await openScene(cluster, limits);
    const { radif, document } = scene;
    const outbox = outboxInMemory();
    const trouble = () => unreadiness(radif.address);
    // It only sends: what others do is of no matter here.
    const line = { ...lineTo(radif.context), trouble, watch: () => () => undefined };
    const tab = await openTab(line, document, outbox);
    const words: string[] = [];
    const write = () => {
      words.push(`w${words.length} `);
      type(tab, 0, words.at(-1) ?? '');
    };
    for (let round = 0; round < rounds; round++) {
      const end = await make(scene);
      try {
        write();
        await vi.waitFor(() => expect(isFault(tab.saving().kind)).toBe(true), 30_000);
        expect(tab.saving().kind).toBe(fault);
        write();
      } finally {
        await end();
      }
      await vi.waitFor(() => expect(tab.saving().kind).toBe('saved'), 30_000);
      // The next round makes it anew, from a table that has rows by now, which a full disk needs to be empty.
      if (fault === 'storage-full' || fault === 'storage-refused') break;
    }
    const stored = (await renderings(radif.context, document)).join('');
    const lost = words.filter((word) => stored.split(word).length !== 2).length;
    rows.push({ what, fault, code, en: table[fault].what, fa: persian[fault].what, words: words.length, lost });
    expect({ what, stored }).toEqual({ what, stored: words.join('') });
    expect(await outbox.recovered(document)).toEqual([]);
    tab.close();
    await scene.close();
  }
  console.table(rows);
}, 600_000);
