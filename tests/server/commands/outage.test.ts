import { sql } from 'kysely';
import { describe, expect, it, vi } from 'vitest';
import { engineOf } from '../engines.ts';
import { newDocument, openWriter, renderings } from '../writer.ts';

describe('a database that throws out its connections', () => {
  const engine = engineOf('postgres');

  it('fails the push that was under way as a failure of the storage, and serves the next one', async () => {
    const place = await engine.place();
    const ctx = await engine.context(place);
    const admin = await engine.context(place);
    const document = await newDocument(ctx);
    const writer = await openWriter(ctx, document);
    await writer.type(0, 'a');

    const lock = admin.store.transaction(async (trx) => {
      await trx.selectFrom('document').select('id').where('id', '=', document).forUpdate().execute();
      const underWay = writer.type(0, 'b');
      await vi.waitFor(async () => {
        const { rows } = await sql`select from pg_locks
          where not granted and pg_backend_pid() = any (pg_blocking_pids(pid))`.execute(trx);
        expect(rows).toHaveLength(1);
      });
      await sql`select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid()`.execute(trx);
      return underWay;
    });
    expect(await lock).toMatchObject({ ok: false, reason: 'storage', problems: [{ rule: 'storage-lost' }] });
    expect(await writer.type(0, 'b')).toMatchObject({ ok: true, version: 2 });
    expect(await renderings(ctx, document)).toEqual(['ab', '', '']);
  });
});
