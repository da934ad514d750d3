import { expect, it } from 'vitest';
import { listVersions } from '../../../server/commands/version/list.ts';
import { openStore } from '../../../server/context.ts';
import { withEngines } from '../engines.ts';

withEngines((engine) => {
  it('numbers the checkpoints of an older database, and lets its documents begin with their import', async () => {
    const place = await engine.place();
    const older = await openStore({ ...place, upTo: '0007-aligned-rows' });
    await older.transaction(async (trx) => {
      const times = { created_at: 5, changed_at: 9, archived_at: null };
      await trx
        .insertInto('project')
        .values({ id: 'p', name: 'P', rules: '{}', ...times })
        .execute();
      for (const id of ['d', 'e']) {
        const document = { id, project_id: 'p', title: id, schema_version: 1, version: 9, progress: '{}', ...times };
        await trx
          .insertInto('document')
          .values(document as never)
          .execute();
      }
      for (const [document_id, from_version, to_version] of [
        ['d', 0, 4],
        ['e', 0, 1],
        ['d', 4, 9],
      ] as const) {
        const run = { document_id, from_version, to_version, person: 'Sara', started_at: 6, ended_at: 7 };
        await trx
          .insertInto('checkpoint')
          .values(run as never)
          .execute();
      }
    });
    await older.close();
    const ctx = await engine.context(place);
    const { entries } = await listVersions(ctx, { document: 'd' });
    const rest = { about: {}, segments: null };
    const work = { ...rest, kind: 'work', person: 'Sara', startedAt: 6, endedAt: 7 };
    expect(entries).toEqual([
      { number: 2, from: 4, to: 9, ...work },
      { number: 1, from: 0, to: 4, ...work },
      { number: 0, from: -1, to: 0, ...rest, kind: 'import', person: '', startedAt: 5, endedAt: 5 },
    ]);
    expect((await listVersions(ctx, { document: 'e' })).entries.map(({ number }) => number)).toEqual([1, 0]);
  });
});
