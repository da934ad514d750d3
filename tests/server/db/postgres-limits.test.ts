import { readFileSync } from 'node:fs';
import { sql } from 'kysely';
import pg from 'pg';
import { describe, expect, it, onTestFinished } from 'vitest';
import { storageProblem } from '../../../server/db/failure.ts';
import { openPostgres } from '../../../server/db/postgres.ts';
import type { Store } from '../../../server/db/store.ts';
import { engineOf } from '../engines.ts';
import { startBouncer } from './bouncer.ts';

describe('a server on PostgreSQL', () => {
  const engine = engineOf('postgres');

  async function opened(address: string): Promise<Store> {
    const store = await openPostgres(address, () => {});
    onTestFinished(() => store.close());
    return store;
  }

  async function another(address: string): Promise<pg.Client> {
    const client = new pg.Client({ connectionString: address });
    client.on('error', () => {});
    await client.connect();
    onTestFinished(() => client.end());
    return client;
  }

  const write = (store: Store, value: string) =>
    store.transaction((trx) => sql`update setting set value = ${value} where name = 'held'`.execute(trx));
  const insert = "insert into setting (name, value) values ('held', '1')";
  const hold = "update setting set value = '2' where name = 'held'";

  it('has what it acknowledges on disk where the default of the database is not to', async () => {
    const { databaseUrl = '' } = await engine.place();
    const other = await another(databaseUrl);
    await other.query(`alter database ${new URL(databaseUrl).pathname.slice(1)} set synchronous_commit = off`);
    const store = await opened(databaseUrl);
    const shown = await store.transaction((trx) =>
      sql<{ synchronous_commit: string }>`show synchronous_commit`.execute(trx),
    );
    expect(shown.rows).toEqual([{ synchronous_commit: 'on' }]);
  });

  it('gives up a row that a neighbour keeps, says so, and goes on reading', async () => {
    const { databaseUrl = '' } = await engine.place();
    const store = await opened(`${databaseUrl}?lock_timeout=100`);
    const neighbour = await another(databaseUrl);
    await neighbour.query(insert);
    await neighbour.query('begin');
    await neighbour.query(hold);
    const error = await write(store, '3').catch((thrown: unknown) => thrown);
    expect(storageProblem(error)?.rule).toBe('storage-busy');
    const kept = await store.db.selectFrom('setting').select('value').where('name', '=', 'held').execute();
    expect(kept).toEqual([{ value: '1' }]);
  });

  it('takes its rows from a server that stands still inside its transaction', async () => {
    const { databaseUrl = '' } = await engine.place();
    const still = await opened(`${databaseUrl}?idle_in_transaction_session_timeout=200`);
    const store = await opened(databaseUrl);
    await (await another(databaseUrl)).query(insert);
    let free = () => {};
    const freed = new Promise<void>((resolve) => {
      free = resolve;
    });
    let lost: Promise<unknown> = freed;
    await new Promise<void>((isHeld) => {
      lost = still
        .transaction(async (trx) => {
          await sql.raw(hold).execute(trx);
          isHeld();
          await freed;
          await sql`select 1`.execute(trx);
        })
        .catch((thrown: unknown) => thrown);
    });
    await write(store, '3');
    free();
    expect(storageProblem(await lost)?.rule, String(await lost)).toMatch(/^storage-(lost|stopped)$/);
  });

  it('lets a snapshot be read at leisure', async () => {
    const { databaseUrl = '' } = await engine.place();
    const store = await opened(`${databaseUrl}?idle_in_transaction_session_timeout=50`);
    await using snapshot = await store.snapshot();
    const neighbour = await another(databaseUrl);
    await neighbour.query(insert);
    await neighbour.query('select pg_sleep(0.3)');
    const read = snapshot.db.selectFrom('setting').select('value').where('name', '=', 'held').execute();
    expect(await read).toEqual([]);
  });

  it('sets its limits through what stands before the database and takes no parameter that it does not know', async () => {
    const { databaseUrl = '' } = await engine.place();
    const bouncer = await startBouncer(databaseUrl);
    onTestFinished(() => bouncer.close());
    const refused = new pg.Client({ connectionString: bouncer.address, lock_timeout: 100 });
    await expect(refused.connect()).rejects.toThrow('unsupported startup parameter: lock_timeout');
    const store = await opened(`${bouncer.address}?lock_timeout=100&statement_timeout=7000`);
    const shown = sql<{ lock: string; statement: string; idle: string }>`select current_setting('lock_timeout') as lock,
      current_setting('statement_timeout') as statement, current_setting('idle_in_transaction_session_timeout') as idle`;
    const { rows } = await store.transaction((trx) => shown.execute(trx));
    expect(rows).toEqual([{ lock: '100ms', statement: '7s', idle: '30s' }]);
  });

  it.runIf(process.platform === 'linux')(
    'tries a silent connection after so many seconds whether the other side is there',
    async () => {
      const { databaseUrl = '' } = await engine.place();
      const store = await opened(`${databaseUrl}?keepalives_idle=7`);
      await write(store, '1');
      const port = Number(new URL(databaseUrl).port).toString(16).toUpperCase().padStart(4, '0');
      // A line tells the far end of a socket that is open (01), which timer runs for it (02 is this one), and how long yet, in hundredths
      // of a second.
      const socket = new RegExp(`:${port} 01 \\S+ 02:([0-9A-F]{8}) `, 'g');
      const left = [...readFileSync('/proc/self/net/tcp', 'utf8').matchAll(socket)].map(([, time = '']) =>
        Number.parseInt(time, 16),
      );
      expect(left.filter((time) => time <= 700).length).toBeGreaterThan(0);
    },
  );

  it('says which limit in the address is no number', async () => {
    const wrong = openPostgres('postgres://radif:secret@127.0.0.1:1/radif?lock_timeout=soon', () => {});
    await expect(wrong).rejects.toMatchObject({ problem: { rule: 'database-address', element: 'lock_timeout' } });
  });

  it('goes on reading while every connection for changes waits for a neighbour, and says that it is not ready', async () => {
    const { databaseUrl = '' } = await engine.place();
    const store = await opened(`${databaseUrl}?connections=3&connect_timeout=1&lock_timeout=60000`);
    const neighbour = await another(databaseUrl);
    await neighbour.query(insert);
    await neighbour.query('begin');
    await neighbour.query(hold);
    const waiting = [write(store, '3'), write(store, '4')].map((each) => each.catch((thrown: unknown) => thrown));
    expect(await store.db.selectFrom('setting').select('value').where('name', '=', 'held').execute()).toEqual([
      { value: '1' },
    ]);
    const unready = await store.ready().catch((thrown: unknown) => thrown);
    expect(storageProblem(unready)?.rule).toBe('storage-crowded');
    expect(storageProblem(await waiting[1])?.rule).toBe('storage-crowded');
    await neighbour.query('rollback');
    await waiting[0];
    await store.ready();
    await write(store, '5');
  });

  it('throws away a connection whose backend stands still, and goes on over another one', async () => {
    const { databaseUrl = '' } = await engine.place();
    const store = await opened(`${databaseUrl}?connections=3&query_timeout=500`);
    await (await another(databaseUrl)).query(insert);
    let backend = 0;
    onTestFinished(() => {
      if (backend > 0) process.kill(backend, 'SIGCONT');
    });
    const stuck = await store
      .transaction(async (trx) => {
        const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(trx);
        backend = rows[0]?.pid ?? 0;
        process.kill(backend, 'SIGSTOP');
        await sql`select 1`.execute(trx);
      })
      .catch((thrown: unknown) => thrown);
    expect(storageProblem(stuck)?.rule, String(stuck)).toBe('storage-silent');
    await write(store, '3');
    expect(await store.db.selectFrom('setting').select('value').where('name', '=', 'held').execute()).toEqual([
      { value: '3' },
    ]);
  });

  it('says whether the role may write', async () => {
    const { databaseUrl = '' } = await engine.place();
    await (await openPostgres(databaseUrl, () => {})).close();
    const admin = await another(databaseUrl);
    const database = new URL(databaseUrl).pathname.slice(1);
    await admin.query(`create role reader_${database} login; grant pg_read_all_data to reader_${database}`);
    const reading = new URL(databaseUrl);
    reading.username = `reader_${database}`;
    const reader = await opened(reading.href);
    const refused = await reader.ready().catch((thrown: unknown) => thrown);
    expect(storageProblem(refused)?.rule).toBe('storage-refused');
    await admin.query(`alter database ${database} set default_transaction_read_only = on`);
    const standing = await opened(databaseUrl);
    const still = await standing.ready().catch((thrown: unknown) => thrown);
    expect(storageProblem(still)?.rule).toBe('storage-read-only');
  });
});
