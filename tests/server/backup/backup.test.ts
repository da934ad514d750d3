import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip, gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { checkBackup, restoreRows } from '../../../server/backup/restore.ts';
import { tableNames } from '../../../server/backup/tables.ts';
import { verify } from '../../../server/backup/verify.ts';
import { backupLines } from '../../../server/backup/write.ts';
import { bringSample } from '../../../server/commands/sample/bring.ts';
import { nameVersion } from '../../../server/commands/version/name.ts';
import { type Context, closeContext } from '../../../server/context.ts';
import { engineOf, withEngines } from '../engines.ts';
import { startTyping } from '../process/child.ts';
import { temporaryFolder } from '../temporary.ts';
import { newDocument, openWriter, persian, renderings } from '../writer.ts';

async function backUp({ store }: Context): Promise<string> {
  const file = join(await temporaryFolder(), 'radif.backup');
  await pipeline(Readable.from(backupLines(store, 7)), createGzip(), createWriteStream(file));
  return file;
}

/** All rows of all tables, bytes as text, to be compared over engines; settings of one installation left out. */
async function contents({ store: { db } }: Context): Promise<Readonly<Record<string, readonly string[]>>> {
  const all = await Promise.all(
    tableNames.map(async (table) => {
      const rows = (await db
        .selectFrom(table as 'step')
        .selectAll()
        .execute()) as unknown as Record<string, unknown>[];
      const plain = rows.map((row) =>
        JSON.stringify(row, (_key, value) =>
          value instanceof ArrayBuffer || value?.type === 'Buffer' ? Buffer.from(value).toString('hex') : value,
        ),
      );
      return [table, plain.filter((row) => table !== 'setting' || !/"(?:lock|key|folding)"/.test(row)).sort()];
    }),
  );
  return Object.fromEntries(all);
}

/** A database with the sample, a document of many versions and a named one. */
async function worked(ctx: Context): Promise<string> {
  await bringSample(ctx);
  const document = await newDocument(ctx, persian(30));
  const writer = await openWriter(ctx, document);
  for (let n = 0; n < 250; n++) await writer.type(n % 30, `word${n} `);
  await nameVersion(ctx, { document, version: 100, name: 'A hundred' });
  await ctx.timeline.settled();
  await fillTheRest(ctx, document);
  return document;
}

/** Rows in the tables that work at one document does not reach: jobs under way and ended, memories, terms, releases. */
async function fillTheRest({ store }: Context, document: string): Promise<void> {
  const body = Buffer.from([0, 1, 127, 128, 255]);
  const job = { ...{ input: '{}', person: 'local', parts: 2, done: 1, permille: 500, claims: 3, problems: null } };
  await store.transaction(async (trx) => {
    const { id: project } = await trx.selectFrom('project').select('id').orderBy('id').executeTakeFirstOrThrow();
    const [of, at] = [{ project_id: project }, { person: 'local', at: 5 }];
    const times = { lease_until: 0, created_at: 5, changed_at: 2 ** 41 };
    await trx
      .insertInto('job')
      .values({ id: 'j-1', ...of, ...job, ...times, kind: 'pair', state: 'failed' })
      .execute();
    await trx
      .insertInto('job_part')
      .values({ job_id: 'j-1', number: 0, input: '[]', outcome: '{}', done_at: 6 })
      .execute();
    await trx.insertInto('job_file').values({ job_id: 'j-1', number: 0, body }).execute();
    const made = { summary: '{}', manifest: '{"fa":"متن"}', people: '{}', archive: 'a-1', size: 5, sha256: '00' };
    await trx
      .insertInto('release')
      .values({ id: 'r-1', ...of, ...at, name: 'First', ...made })
      .execute();
    await trx.insertInto('release_piece').values({ archive: 'a-1', number: 0, body }).execute();
    const standing = {
      priority: 2,
      penalty: 3,
      is_on: 1,
      read_only: 1,
      revision: 9,
      next_number: 2,
      units: 1,
    } as const;
    const memory = { id: 'm-1', project_id: null, kind: 'imported', name: 'Old texts', created_at: 5 } as const;
    await trx
      .insertInto('memory')
      .values({ ...memory, ...standing })
      .execute();
    const unit = { memory_id: 'm-1', number: 1, revision: 9, source: 'آب', target: 'water', removed: 0 } as const;
    const none = { document_id: null, segment: null, origin: null, status: null, alignment: null };
    await trx
      .insertInto('memory_unit')
      .values({ ...unit, ...none, ...at })
      .execute();
    const term = { id: 't-1', record: '{}', revision: 1, person: 'local', changed_at: 5, removed_at: null };
    await trx
      .insertInto('term')
      .values({ ...of, ...term })
      .execute();
    const word = { ...of, word: 'rahbar', person: 'local', at: 5 };
    await trx.insertInto('project_word').values(word).execute();
    await trx
      .insertInto('dismissal')
      .values({ document_id: document, subject: 's', reason: 'r', ...at })
      .execute();
    const labels = { ...of, labels: '[]' };
    await trx
      .insertInto('project_labels')
      .values(labels)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  });
}

withEngines((engine) => {
  const others = { sqlite: engineOf('sqlite'), postgres: engineOf('postgres') };
  for (const other of ['sqlite', 'postgres'] as const) {
    it(`is restored on ${other} as it was, row by row, and verified`, async () => {
      const ctx = await engine.context();
      const document = await worked(ctx);
      const file = await backUp(ctx);
      expect(await checkBackup(file)).toMatchObject({ ok: true, value: { head: { at: 7 } } });
      const target = await others[other].context();
      await restoreRows(target.store, file);
      const before = await contents(ctx);
      expect(Object.entries(before).filter(([, rows]) => rows.length === 0)).toEqual([]);
      expect(await contents(target)).toEqual(before);
      expect(await verify(target)).toMatchObject({ documents: 3, problems: [] });
      const writer = await openWriter(target, document);
      expect(await writer.type(0, 'goes on')).toMatchObject({ ok: true });
    });
  }

  it('is whole at every moment while somebody writes', async () => {
    const place = await engine.place();
    const ctx = await engine.context(place);
    const document = await newDocument(ctx, persian(50));
    const child = await startTyping({ place, document, client: 'c-1', segment: 0, words: 100_000 });
    for (let round = 0; round < 5; round++) {
      const acknowledged = child.said.length;
      await child.until(acknowledged + 20);
      const target = await engine.context();
      await restoreRows(target.store, await backUp(ctx));
      expect((await verify(target)).problems).toEqual([]);
      const words = (await renderings(target, document))[0]?.trim().split(' ') ?? [];
      expect(words.length).toBeGreaterThanOrEqual(acknowledged + 20);
      await closeContext(target);
    }
    await child.kill();
  });

  it('is verified by what a fault leaves: a step lost, a row changed, a snapshot damaged', async () => {
    const ctx = await engine.context();
    const document = await worked(ctx);
    const { store } = ctx;
    const rules = async () => (await verify(ctx)).problems.map(({ rule, element }) => [rule, element]);
    expect(await rules()).toEqual([]);
    await store.transaction((trx) =>
      trx.updateTable('segment').set({ rendering: 'forged' }).where('document_id', '=', document).execute(),
    );
    expect(await rules()).toEqual([['projection', document]]);
    await store.transaction((trx) =>
      trx.deleteFrom('step').where('document_id', '=', document).where('version', '=', 120).execute(),
    );
    expect(await rules()).toContainEqual(['log-gap', document]);
    await store.transaction((trx) =>
      trx
        .updateTable('snapshot')
        .set({ body: Buffer.from('broken') })
        .where('document_id', '=', document)
        .execute(),
    );
    expect(await rules()).toContainEqual(['document-unreadable', document]);
  });
});

describe('a file that is no whole backup', () => {
  const engine = engineOf('sqlite');
  it.each([
    ['nothing', () => Buffer.alloc(0), 'cannot be read'],
    ['something else', () => gzipSync('Not a backup.\nAt all.\n'), 'cannot be read'],
    ['no gzip', () => Buffer.from('Not a backup.'), 'cannot be read'],
    ['a part', (whole: Buffer) => whole.subarray(0, whole.length / 2), 'cannot be read'],
    [
      'one without its end',
      (whole: Buffer) => gzipSync(gunzipSync(whole).toString().split('\n').slice(0, -5).join('\n')),
      'not whole',
    ],
    [
      'one that was changed',
      (whole: Buffer) => gzipSync(gunzipSync(whole).toString().replace('word7', 'sword')),
      'checksum differs',
    ],
    ['one of a newer Radif', (whole: Buffer) => newer(whole), 'newer Radif'],
  ])('is refused: %s', async (_what, made, reason) => {
    const ctx = await engine.context();
    const document = await newDocument(ctx);
    await (await openWriter(ctx, document)).type(0, 'word7');
    const file = await backUp(ctx);
    await writeFile(file, made(await readFile(file)));
    const found = await checkBackup(file);
    expect(found.ok).toBe(false);
    if (!found.ok) expect(found.problems[0]?.message).toContain(reason);
  });
});

/** The same backup as if it had been made of tables of a later shape, its checksum right. */
function newer(whole: Buffer): Buffer {
  const lines = gunzipSync(whole).toString().trimEnd().split('\n').slice(0, -1);
  const changed = [lines[0]?.replace(/"migration":"[^"]*"/, '"migration":"9999-later"'), ...lines.slice(1)];
  const text = changed.map((line) => `${line}\n`).join('');
  const sha256 = createHash('sha256').update(text).digest('hex');
  return gzipSync(`${text}${JSON.stringify({ lines: changed.length, sha256 })}\n`);
}
