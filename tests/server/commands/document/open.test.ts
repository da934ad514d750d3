import { expect, it } from 'vitest';
import { openDocument } from '../../../../server/commands/document/open.ts';
import { nameVersion } from '../../../../server/commands/version/name.ts';
import { type Context, closeContext } from '../../../../server/context.ts';
import { withEngines } from '../../engines.ts';
import { newDocument, openWriter, renderings } from '../../writer.ts';

const snapshots = async ({ store }: Context) =>
  (await store.db.selectFrom('snapshot').select('version').orderBy('version').execute()).map(({ version }) => version);

withEngines((engine) => {
  it('rebuilds every version, in the process that made it and in one that starts later', async () => {
    const place = await engine.place();
    const ctx = await engine.context(place);
    const document = await newDocument(ctx);
    const writer = await openWriter(ctx, document);
    const made = [await renderings(ctx, document)];
    for (let version = 1; version <= 30; version++) {
      await writer.type(version % 3, `${version} `);
      made.push(await renderings(ctx, document));
    }
    await nameVersion(ctx, { document, version: 12, name: 'twelve' });
    const later = await engine.context(place);
    for (const version of made.keys()) {
      expect(await renderings(ctx, document, version)).toEqual(made[version]);
      expect(await renderings(later, document, version)).toEqual(made[version]);
    }
  });

  it('keeps a snapshot after every two hundred steps, without anybody waiting for it', async () => {
    const ctx = await engine.context();
    const document = await newDocument(ctx);
    const writer = await openWriter(ctx, document);
    for (let version = 1; version <= 450; version++) {
      await writer.type(0, 'x');
      if (version % 50 === 0) await ctx.timeline.settled();
    }
    expect(await snapshots(ctx)).toEqual([0, 200, 400]);
    expect(await renderings(ctx, document, 399)).toEqual(['x'.repeat(399), '', '']);
    expect(await renderings(ctx, document, 401)).toEqual(['x'.repeat(401), '', '']);
  });

  it('keeps the snapshot that is due when it is closed', async () => {
    const place = await engine.place();
    const ctx = await engine.context(place);
    const document = await newDocument(ctx);
    const writer = await openWriter(ctx, document);
    for (let version = 1; version <= 200; version++) await writer.type(0, 'x');
    await closeContext(ctx);
    const later = await engine.context(place);
    expect(await snapshots(later)).toEqual([0, 200]);
    expect(await renderings(later, document)).toEqual(['x'.repeat(200), '', '']);
  });

  it('says which document or version is not there', async () => {
    const ctx = await engine.context();
    const document = await newDocument(ctx);
    await expect(openDocument(ctx, { id: 'none' })).rejects.toMatchObject({ name: 'UnknownRecord', what: 'document' });
    await expect(openDocument(ctx, { id: document, at: 1 })).rejects.toMatchObject({ what: 'version', id: '1' });
  });
});
