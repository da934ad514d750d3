import { chmod, mkdir, open, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import Libsql from 'libsql';
import { describe, expect, it } from 'vitest';
import { closeContext, openContext } from '../../../server/context.ts';
import { UnusableDatabase } from '../../../server/db/failure.ts';
import { openSqlite } from '../../../server/db/sqlite.ts';
import { accessKey } from '../../../server/http/key.ts';
import { temporaryFolder } from '../temporary.ts';
import { newDocument } from '../writer.ts';

const rights = async (path: string) => (await stat(path)).mode & 0o777;

/** A data folder that was worked in. */
async function used(): Promise<{ data: string; file: string }> {
  const data = join(await temporaryFolder(), 'data');
  const context = await openContext({ data });
  await accessKey(context.store, data);
  for (let text = 0; text < 20; text++) await newDocument(context, 'سلام. '.repeat(200));
  await closeContext(context);
  return { data, file: join(data, 'radif.db') };
}

/** What opening the folder says. */
async function said(data: string): Promise<string> {
  const error = await openSqlite(data).then(
    (store) => store.close().then(() => null),
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(UnusableDatabase);
  return (error as Error).message;
}

describe('the data folder', () => {
  it('is for its owner alone, with all that lies in it', async () => {
    const data = join(await temporaryFolder(), 'deep', 'data');
    const context = await openContext({ data });
    await newDocument(context);
    expect(await rights(data)).toBe(0o700);
    for (const name of ['radif.db', 'radif.db-wal', 'radif.db-shm']) expect(await rights(join(data, name))).toBe(0o600);
    await closeContext(context);
  });

  it('that an older version made is closed to others at the next start', async () => {
    const { data, file } = await used();
    await chmod(data, 0o755);
    await chmod(file, 0o644);
    await (await openSqlite(data)).close();
    expect([await rights(data), await rights(file)]).toEqual([0o700, 0o600]);
  });

  it('gets no new database in place of one that is gone or was emptied', async () => {
    const { data, file } = await used();
    await truncate(file);
    expect(await said(data)).toContain('its database radif.db is empty. Put a backup in its place with "radif restore');
    await rm(file);
    expect(await said(data)).toContain('it was in use (there is key), but its database radif.db is gone');
    await expect(stat(file)).rejects.toThrow('ENOENT');
  });

  it('may hold other files when it is new', async () => {
    const data = await temporaryFolder();
    await writeFile(join(data, 'notes.txt'), 'Mine.');
    await mkdir(join(data, 'texts'));
    await (await openSqlite(data)).close();
  });

  it('tells damaged pages at the start, before anything is written', async () => {
    const { data, file } = await used();
    const database = new Libsql(file);
    database.pragma('wal_checkpoint(TRUNCATE)');
    database.close();
    const { size } = await stat(file);
    const handle = await open(file, 'r+');
    for (let at = 16_384; at < size; at += 4096) await handle.write(Buffer.alloc(2048, 0xab), 0, 2048, at);
    await handle.close();
    const message = await said(data);
    expect(message).toContain('its database radif.db is damaged');
    expect(message).toContain('radif restore FILE');
  });
});
