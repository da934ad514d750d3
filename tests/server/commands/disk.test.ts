import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { importDocument } from '../../../server/commands/document/import.ts';
import { listDocuments } from '../../../server/commands/document/list.ts';
import { listProjects } from '../../../server/commands/project/list.ts';
import type { Context } from '../../../server/context.ts';
import { engineOf } from '../engines.ts';
import { newDocument, openWriter, persian, renderings } from '../writer.ts';

/** Lets the database grow by so many pages and no more. */
async function limitDisk({ store }: Context, more: number): Promise<void> {
  await store.transaction(async (trx) => {
    const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(trx);
    await sql`pragma max_page_count = ${sql.lit((rows[0]?.page_count ?? 0) + more)}`.execute(trx);
  });
}

describe('a full disk', () => {
  const engine = engineOf('sqlite');

  it('takes no push, says why, and takes it again when there is room', async () => {
    const ctx = await engine.context();
    const document = await newDocument(ctx);
    const writer = await openWriter(ctx, document);
    await writer.type(0, 'Before. ');
    await limitDisk(ctx, 1);
    const long = 'x'.repeat(100_000);
    expect(await writer.type(1, long)).toMatchObject({
      ok: false,
      reason: 'storage',
      problems: [{ rule: 'storage-full' }],
    });
    expect(await renderings(ctx, document)).toEqual(['Before. ', '', '']);
    expect((await listDocuments(ctx))[0]?.version).toBe(1);
    await limitDisk(ctx, 10_000);
    expect(await writer.type(1, long)).toMatchObject({ ok: true, version: 2 });
    expect(await renderings(ctx, document)).toEqual(['Before. ', long, '']);
  });

  it('keeps nothing of an import', async () => {
    const ctx = await engine.context();
    await newDocument(ctx);
    await limitDisk(ctx, 20);
    const [project] = await listProjects(ctx);
    const imported = await importDocument(ctx, { project: project?.id ?? '', title: 'Long', text: persian(2_000) });
    expect(imported).toMatchObject({ ok: false, problems: [{ rule: 'storage-full' }] });
    expect(await listDocuments(ctx)).toHaveLength(1);
    expect(await ctx.store.db.selectFrom('segment').select('id').execute()).toHaveLength(3);
  });

  it('leaves a snapshot due that could not be written', async () => {
    const reported: unknown[] = [];
    const ctx = await engine.context({ report: (error) => reported.push(error) });
    const document = await newDocument(ctx);
    const writer = await openWriter(ctx, document);
    for (let step = 1; step < 200; step++) await writer.type(0, String(step));
    const snapshots = () => ctx.store.db.selectFrom('snapshot').select('version').orderBy('version').execute();
    await ctx.store.transaction((trx) =>
      sql`create trigger full before insert on snapshot begin select raise(abort, 'no room'); end`.execute(trx),
    );
    await writer.type(0, 'x');
    await ctx.timeline.settled();
    expect(reported).toMatchObject([{ message: 'no room' }]);
    expect(await snapshots()).toEqual([{ version: 0 }]);
    await ctx.store.transaction((trx) => sql`drop trigger full`.execute(trx));
    await writer.type(0, 'y');
    await ctx.timeline.settled();
    expect(await snapshots()).toEqual([{ version: 0 }, { version: 201 }]);
  });
});
