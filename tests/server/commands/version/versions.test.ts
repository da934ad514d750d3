import { expect, it } from 'vitest';
import { listVersions } from '../../../../server/commands/version/list.ts';
import { nameVersion } from '../../../../server/commands/version/name.ts';
import { removeName } from '../../../../server/commands/version/remove-name.ts';
import { renameVersion } from '../../../../server/commands/version/rename.ts';
import type { Context } from '../../../../server/context.ts';
import { withEngines } from '../../engines.ts';
import { newDocument, openWriter, renderings } from '../../writer.ts';

const MINUTE = 60_000;

/** A context whose clock a test moves on. */
async function withClock(open: (settings: { now: () => number }) => Promise<Context>) {
  let time = 1_000;
  const ctx = await open({ now: () => time });
  return { ctx, pass: (by: number) => (time += by) };
}

const snapshots = async ({ store }: Context) =>
  (await store.db.selectFrom('snapshot').select('version').orderBy('version').execute()).map(({ version }) => version);

withEngines((engine) => {
  it('counts changes without a pause by one person as one checkpoint', async () => {
    const { ctx, pass } = await withClock(engine.context);
    const document = await newDocument(ctx);
    const writer = await openWriter(ctx, document);
    await writer.type(0, 'a');
    pass(2 * MINUTE - 1);
    await writer.type(0, 'b');
    pass(2 * MINUTE);
    await writer.type(0, 'c');
    const other = await openWriter({ ...ctx, person: 'Sara' }, document, 'c-2');
    await other.type(1, 'd');
    await writer.catchUp();
    await writer.type(0, 'e');
    const { checkpoints } = await listVersions(ctx, { document });
    expect(checkpoints).toEqual([
      { from: 4, to: 5, person: 'local', startedAt: 4 * MINUTE + 999, endedAt: 4 * MINUTE + 999 },
      { from: 3, to: 4, person: 'Sara', startedAt: 4 * MINUTE + 999, endedAt: 4 * MINUTE + 999 },
      { from: 2, to: 3, person: 'local', startedAt: 4 * MINUTE + 999, endedAt: 4 * MINUTE + 999 },
      { from: 0, to: 2, person: 'local', startedAt: 1_000, endedAt: 2 * MINUTE + 999 },
    ]);
  });

  it('ends a checkpoint at a named version', async () => {
    const { ctx } = await withClock(engine.context);
    const document = await newDocument(ctx);
    const writer = await openWriter(ctx, document);
    await writer.type(0, 'a');
    await nameVersion(ctx, { document, version: 1, name: 'first draft' });
    await writer.type(0, 'b');
    await writer.type(0, 'c');
    const { checkpoints, named } = await listVersions(ctx, { document });
    expect(checkpoints.map(({ from, to }) => [from, to])).toEqual([
      [1, 3],
      [0, 1],
    ]);
    expect(named).toEqual([{ version: 1, name: 'first draft', person: 'local', at: 1_000 }]);
  });

  it('lists a long history in pages, each with the names that fall into it', async () => {
    const { ctx, pass } = await withClock(engine.context);
    const document = await newDocument(ctx);
    const writer = await openWriter(ctx, document);
    await nameVersion(ctx, { document, version: 0, name: 'v0' });
    for (let version = 1; version <= 7; version++) {
      pass(3 * MINUTE);
      await writer.type(0, String(version));
      if (version % 2 === 1) await nameVersion(ctx, { document, version, name: `v${version}` });
    }
    const pages: unknown[] = [];
    let before: number | undefined;
    for (;;) {
      const { checkpoints, named } = await listVersions(ctx, { document, before, limit: 3 });
      pages.push([checkpoints.map(({ to }) => to), named.map(({ name }) => name)]);
      if (checkpoints.length < 3) break;
      before = checkpoints.at(-1)?.from;
    }
    expect(pages).toEqual([
      [
        [7, 6, 5],
        ['v7', 'v5'],
      ],
      [[4, 3, 2], ['v3']],
      [[1], ['v1', 'v0']],
    ]);
  });

  it('lists every name of a history that ends with a page', async () => {
    const { ctx, pass } = await withClock(engine.context);
    const document = await newDocument(ctx);
    const writer = await openWriter(ctx, document);
    await nameVersion(ctx, { document, version: 0, name: 'untouched' });
    for (let version = 1; version <= 2; version++) {
      pass(3 * MINUTE);
      await writer.type(0, 'x');
    }
    expect((await listVersions(ctx, { document, limit: 2 })).named).toEqual([]);
    expect(await listVersions(ctx, { document, limit: 2, before: 0 })).toMatchObject({
      checkpoints: [],
      named: [{ name: 'untouched' }],
    });
  });

  it('keeps a snapshot of a version that gets a name, and rebuilds it from there', async () => {
    const ctx = await engine.context();
    const document = await newDocument(ctx);
    const writer = await openWriter(ctx, document);
    for (const letter of 'abcdef') await writer.type(0, letter);
    await nameVersion(ctx, { document, version: 3, name: 'half' });
    expect(await snapshots(ctx)).toEqual([0, 3]);
    expect(await renderings(ctx, document, 3)).toEqual(['abc', '', '']);
    expect(await renderings(ctx, document, 5)).toEqual(['abcde', '', '']);
    expect(await renderings(ctx, document, 2)).toEqual(['ab', '', '']);
  });

  it('lets a version have several names, changes one and takes one away', async () => {
    const ctx = await engine.context();
    const document = await newDocument(ctx);
    const names = async () => (await listVersions(ctx, { document })).named.map(({ name }) => name).sort();
    const version = 0;
    for (const name of ['one', 'two', 'three', 'one']) await nameVersion(ctx, { document, version, name });
    expect(await names()).toEqual(['one', 'three', 'two']);
    await renameVersion(ctx, { document, version, name: 'three', to: 'third' });
    await renameVersion(ctx, { document, version, name: 'two', to: 'one' });
    await renameVersion(ctx, { document, version, name: 'one', to: 'one' });
    expect(await names()).toEqual(['one', 'third']);
    await removeName(ctx, { document, version, name: 'one' });
    expect(await names()).toEqual(['third']);
    expect(await snapshots(ctx)).toEqual([0]);
  });

  it('says which document, version or name is not there', async () => {
    const ctx = await engine.context();
    const document = await newDocument(ctx);
    const name = 'draft';
    await expect(nameVersion(ctx, { document: 'none', version: 0, name })).rejects.toMatchObject({ what: 'document' });
    await expect(nameVersion(ctx, { document, version: 1, name })).rejects.toMatchObject({ what: 'version', id: '1' });
    await expect(removeName(ctx, { document, version: 0, name })).rejects.toMatchObject({ what: 'name', id: name });
    await expect(renameVersion(ctx, { document, version: 0, name, to: 'x' })).rejects.toMatchObject({ what: 'name' });
    await expect(renameVersion(ctx, { document, version: 0, name, to: name })).rejects.toMatchObject({ what: 'name' });
    await expect(listVersions(ctx, { document: 'none' })).rejects.toMatchObject({ what: 'document' });
  });
});
