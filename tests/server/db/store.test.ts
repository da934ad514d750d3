import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { openStore } from '../../../server/context.ts';
import type { Writer } from '../../../server/db/database.ts';
import type { Store } from '../../../server/db/store.ts';
import { engineOf, withEngines } from '../engines.ts';

const project = (id: string, name = id) => ({
  id,
  name,
  rules: '{}',
  created_at: 1_700_000_000_000,
  changed_at: 1_700_000_000_000,
  archived_at: null,
});

async function names(store: Store): Promise<readonly string[]> {
  const rows = await store.db.selectFrom('project').select('name').orderBy('id').execute();
  return rows.map(({ name }) => name);
}

function rename(trx: Writer, id: string, name: string) {
  return trx.updateTable('project').set({ name }).where('id', '=', id).execute();
}

/** A promise and the way to resolve it. */
function gate() {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, opened };
}

withEngines((engine) => {
  it('opens an empty database with today’s tables', async () => {
    const { store } = await engine.context();
    expect(store.engine).toBe(engine.name);
    expect(await store.db.selectFrom('document').selectAll().execute()).toEqual([]);
  });

  it('lets several processes open a new database at the same moment', async () => {
    const place = await engine.place();
    const stores = await Promise.all(Array.from({ length: 6 }, () => openStore(place)));
    await Promise.all(
      stores.map((store, index) =>
        store.transaction(async (trx) => {
          await trx
            .insertInto('project')
            .values(project(`p${index}`))
            .execute();
        }),
      ),
    );
    for (const store of stores) {
      expect(await names(store)).toEqual(['p0', 'p1', 'p2', 'p3', 'p4', 'p5']);
      await store.close();
    }
  });

  it('gives times and counts back as numbers', async () => {
    const { store } = await engine.context();
    await store.transaction((trx) => trx.insertInto('project').values(project('p')).execute());
    const row = await store.db
      .selectFrom('project')
      .select(({ fn }) => ['created_at', fn.countAll().as('count')])
      .groupBy('created_at')
      .executeTakeFirstOrThrow();
    expect(row).toEqual({ created_at: 1_700_000_000_000, count: 1 });
  });

  it('keeps nothing of a transaction that fails', async () => {
    const { store } = await engine.context();
    const failing = store.transaction(async (trx) => {
      await trx.insertInto('project').values(project('p')).execute();
      throw new Error('changed my mind');
    });
    await expect(failing).rejects.toThrow('changed my mind');
    expect(await names(store)).toEqual([]);
  });

  it('reads the last committed state while a transaction is open', async () => {
    const { store } = await engine.context();
    await store.transaction((trx) => trx.insertInto('project').values(project('p', 'before')).execute());
    const written = gate();
    const seen = gate();
    const writing = store.transaction(async (trx) => {
      await rename(trx, 'p', 'after');
      written.open();
      await seen.opened;
    });
    await written.opened;
    expect(await names(store)).toEqual(['before']);
    seen.open();
    await writing;
    expect(await names(store)).toEqual(['after']);
  });

  it('waits for a transaction of another process and then goes on', async () => {
    const place = await engine.place();
    const [here, there] = [await engine.context(place), await engine.context(place)];
    await here.store.transaction((trx) => trx.insertInto('project').values(project('p', '')).execute());
    const append = (store: Store, letter: string, opened?: Promise<void>, began?: () => void) =>
      store.transaction(async (trx) => {
        const row = await trx.selectFrom('project').select('name').where('id', '=', 'p').forUpdate().executeTakeFirst();
        began?.();
        await opened;
        await rename(trx, 'p', `${row?.name}${letter}`);
      });
    const first = gate();
    const begun = gate();
    const slow = append(here.store, 'a', first.opened, begun.open);
    await begun.opened;
    let isIn = false;
    const quick = append(there.store, 'b', undefined, () => {
      isIn = true;
    });
    for (const store of [there.store, here.store]) expect(await names(store)).toEqual(['']);
    expect(isIn).toBe(false);
    first.open();
    await Promise.all([slow, quick]);
    expect(await names(here.store)).toEqual(['ab']);
  });

  it('closes after the transactions that have begun', async () => {
    const place = await engine.place();
    const store = await openStore(place);
    const late = gate();
    const writing = store.transaction(async (trx) => {
      await trx.insertInto('project').values(project('p')).execute();
      await late.opened;
    });
    const closing = store.close();
    late.open();
    await writing;
    await closing;
    const again = await openStore(place);
    expect(await names(again)).toEqual(['p']);
    await again.close();
  });
});

describe('sqlite', () => {
  const engine = engineOf('sqlite');

  it('writes through to the disk before it acknowledges, and checks foreign keys', async () => {
    const { store } = await engine.context();
    const settings = await store.transaction(async (trx) => ({
      ...((await sql`pragma journal_mode`.execute(trx)).rows[0] as object),
      ...((await sql`pragma synchronous`.execute(trx)).rows[0] as object),
      ...((await sql`pragma foreign_keys`.execute(trx)).rows[0] as object),
    }));
    expect(settings).toEqual({ journal_mode: 'wal', synchronous: 2, foreign_keys: 1 });
  });
});

describe('postgres', () => {
  const engine = engineOf('postgres');

  it('tries a transaction again that was the victim of a deadlock', async () => {
    const { store } = await engine.context();
    await store.transaction((trx) =>
      trx
        .insertInto('project')
        .values([project('a', ''), project('b', '')])
        .execute(),
    );
    const met = [gate(), gate()];
    const tries = [0, 0];
    const both = async (index: number, ids: readonly string[]) =>
      store.transaction(async (trx) => {
        tries[index] = (tries[index] ?? 0) + 1;
        for (const [nth, id] of ids.entries()) {
          const row = await trx
            .selectFrom('project')
            .select('name')
            .where('id', '=', id)
            .forUpdate()
            .executeTakeFirst();
          await rename(trx, id, `${row?.name}${index}`);
          if (nth > 0) continue;
          met[index]?.open();
          await met[1 - index]?.opened;
        }
      });
    await Promise.all([both(0, ['a', 'b']), both(1, ['b', 'a'])]);
    expect((await names(store)).map((name) => [...name].sort().join(''))).toEqual(['01', '01']);
    expect(Math.max(...tries)).toBeGreaterThan(1);
  });
});
