import { expect, it } from 'vitest';
import { insertMemory, putUnits, UNIT_BATCH, unitsAfter } from '../../../server/db/memory.ts';
import { projectMemory } from '../../../server/memory/feed.ts';
import { withEngines } from '../engines.ts';

const unit = (memory: string, number: number) => ({
  ...{ memory_id: memory, number, revision: 1, source: `fa ${number} “'`, target: `en ${number}`, document_id: null },
  ...{ segment: null, origin: 'imported' as const, status: null, alignment: null, person: 'p', at: number },
  removed: 0 as const,
});

const count = 3 * UNIT_BATCH + 7;

withEngines((engine) => {
  it('writes rows batch by batch, each as it is, whatever columns it has', async () => {
    const { store } = await engine.context();
    const rows = Array.from({ length: count }, (_, number) => unit('m', number));
    const { origin: _, ...bare } = unit('m', UNIT_BATCH + 3);
    const { at, ...others } = unit('m', 2 * UNIT_BATCH + 5);
    const mixed = rows
      .with(bare.number, { ...bare, origin: undefined as never })
      .with(others.number, { at, ...others });
    await store.transaction(async (trx) => {
      await insertMemory(trx, { ...projectMemory('m', 0), project_id: null });
      await putUnits(trx, mixed);
    });
    const stored = await unitsAfter(store.db, 'm', -1, count + 1);
    expect(stored).toEqual(rows.with(bare.number, { ...unit('m', bare.number), origin: null as never }));
  });

  it('writes on after a batch that the database refused', async () => {
    const { store } = await engine.context();
    await store.transaction((trx) => insertMemory(trx, { ...projectMemory('m', 0), project_id: null }));
    const put = (memory: string) =>
      store.transaction((trx) =>
        putUnits(
          trx,
          Array.from({ length: 2 * UNIT_BATCH }, (_, number) => unit(memory, number)),
        ),
      );
    await put('m');
    await expect(put('nowhere')).rejects.toThrow(/foreign key/i);
    expect(await unitsAfter(store.db, 'nowhere', -1, 1)).toEqual([]);
    await put('m');
    expect(await unitsAfter(store.db, 'm', -1, count)).toHaveLength(2 * UNIT_BATCH);
  });
});
