import { expect, it } from 'vitest';
import { listVersions, placeOfVersion } from '../../../../server/commands/version/list.ts';
import { nameVersion } from '../../../../server/commands/version/name.ts';
import { removeName } from '../../../../server/commands/version/remove-name.ts';
import { renameVersion } from '../../../../server/commands/version/rename.ts';
import type { Context } from '../../../../server/context.ts';
import { addMention, describeMention, removeMention } from '../../../../shared/doc/edit/mention.ts';
import { mergeSegments } from '../../../../shared/doc/edit/structure.ts';
import { segmentByIndex } from '../../../../shared/doc/model/read.ts';
import { withEngines } from '../../engines.ts';
import { newDocument, openWriter, persian, renderings } from '../../writer.ts';

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
  it('counts work without a pause by one person as one entry, with the segments that it changed', async () => {
    const { ctx, pass } = await withClock(engine.context);
    const document = await newDocument(ctx);
    const writer = await openWriter(ctx, document);
    await writer.type(0, 'a');
    pass(10 * MINUTE - 1);
    await writer.type(1, 'b');
    await writer.type(0, 'b');
    pass(10 * MINUTE);
    await writer.type(0, 'c');
    const other = await openWriter({ ...ctx, person: 'Sara' }, document, 'c-2');
    await other.type(1, 'd');
    await writer.catchUp();
    await writer.type(0, 'e');
    const { entries } = await listVersions(ctx, { document });
    const last = { startedAt: 20 * MINUTE + 999, endedAt: 20 * MINUTE + 999, kind: 'work', about: {}, segments: 1 };
    const first = { startedAt: 1_000, endedAt: 10 * MINUTE + 999, kind: 'work', about: {}, segments: 2 };
    const made = { startedAt: 1_000, endedAt: 1_000, kind: 'import', about: {}, segments: 3 };
    expect(entries).toEqual([
      { number: 4, from: 5, to: 6, person: 'local', ...last },
      { number: 3, from: 4, to: 5, person: 'Sara', ...last },
      { number: 2, from: 3, to: 4, person: 'local', ...last },
      { number: 1, from: 0, to: 3, person: 'local', ...first },
      { number: 0, from: -1, to: 0, person: 'local', ...made },
    ]);
  });

  it('counts a merge as its two segments, a name as the segment of its Persian, and each once', async () => {
    const ctx = await engine.context();
    const document = await newDocument(ctx, persian(10));
    const writer = await openWriter(ctx, document);
    const segments = async () => (await listVersions(ctx, { document, limit: 1 })).entries[0]?.segments;
    const first = segmentByIndex(writer.doc, 0)?.id ?? '';
    await writer.push((tr) => mergeSegments(tr, first, writer.source));
    expect(await segments()).toBe(2);
    const source = { from: writer.source.text.lastIndexOf('جمله'), to: writer.source.text.lastIndexOf('جمله') + 4 };
    const mention = { id: 'm-1', label: 'GPE', entity: null, state: 'accepted', source, rendering: null } as const;
    await writer.push((tr) => addMention(tr, mention, writer.source.text));
    expect(await segments()).toBe(3);
    await writer.push((tr) => describeMention(tr, 'm-1', { label: 'PERSON' }));
    await writer.type(8, 'The last one');
    expect(await segments()).toBe(3);
    await writer.push((tr) => removeMention(tr, 'm-1'));
    await writer.type(7, 'The one before');
    expect(await segments()).toBe(4);
  });

  it('makes one entry of a deed, in however many pushes it comes, and says what was brought back', async () => {
    const { ctx, pass } = await withClock(engine.context);
    const document = await newDocument(ctx);
    const writer = await openWriter(ctx, document);
    await writer.type(0, 'a');
    await nameVersion(ctx, { document, version: 1, name: 'first draft' });
    await writer.type(0, 'b');
    const restore = { kind: 'restore', deed: 'd-1', version: 1 } as const;
    await writer.type(1, 'c', restore);
    pass(MINUTE);
    await writer.type(2, 'd', restore);
    await writer.type(0, 'e', { ...restore, deed: 'd-2', version: 3 });
    await writer.type(0, 'f', { kind: 'accept', deed: 'd-3', count: 12 });
    await writer.type(0, 'g');
    const { entries } = await listVersions(ctx, { document });
    expect(
      entries.map(({ number, kind, from, to, segments, about }) => [number, kind, from, to, segments, about]),
    ).toEqual([
      [6, 'work', 6, 7, 1, {}],
      [5, 'accept', 5, 6, 1, { count: 12 }],
      [4, 'restore', 4, 5, 1, { number: 3, version: 3 }],
      [3, 'restore', 2, 4, 2, { number: 1, version: 1, name: 'first draft' }],
      [2, 'work', 1, 2, 1, {}],
      [1, 'work', 0, 1, 1, {}],
      [0, 'import', -1, 0, 3, {}],
    ]);
  });

  it('tells where a version stands, and what it is called', async () => {
    const { ctx } = await withClock(engine.context);
    const document = await newDocument(ctx);
    const writer = await openWriter(ctx, document);
    await writer.type(0, 'a');
    await writer.type(0, 'b');
    await nameVersion(ctx, { document, version: 2, name: 'draft' });
    await writer.type(0, 'c');
    const place = async (version: number) => {
      const { entry, names } = await placeOfVersion(ctx, { document, version });
      return [entry.number, names];
    };
    expect(await Promise.all([0, 1, 2, 3].map(place))).toEqual([
      [0, []],
      [1, []],
      [1, ['draft']],
      [2, []],
    ]);
    await expect(place(4)).rejects.toMatchObject({ what: 'version', id: '4' });
    await expect(placeOfVersion(ctx, { document: 'none', version: 0 })).rejects.toMatchObject({ what: 'document' });
  });

  it('forgets which segments an entry has changed where the next one begins', async () => {
    const ctx = await engine.context();
    const document = await newDocument(ctx, persian(40));
    const writer = await openWriter(ctx, document);
    for (let index = 0; index < 40; index++) await writer.type(index, 'x');
    await writer.type(3, 'y', { kind: 'accept', deed: 'd-1', count: 1 });
    const kept = await ctx.store.db.selectFrom('touched_segment').selectAll().execute();
    expect(kept).toHaveLength(1);
  });

  it('ends an entry at a named version', async () => {
    const { ctx } = await withClock(engine.context);
    const document = await newDocument(ctx);
    const writer = await openWriter(ctx, document);
    await writer.type(0, 'a');
    await nameVersion(ctx, { document, version: 1, name: 'first draft' });
    await writer.type(0, 'b');
    await writer.type(0, 'c');
    const { entries, named } = await listVersions(ctx, { document });
    expect(entries.map(({ from, to }) => [from, to])).toEqual([
      [1, 3],
      [0, 1],
      [-1, 0],
    ]);
    expect(named).toEqual([{ version: 1, name: 'first draft', person: 'local', at: 1_000 }]);
  });

  it('lists a long history in pages, each with the names that fall into it', async () => {
    const { ctx, pass } = await withClock(engine.context);
    const document = await newDocument(ctx);
    const writer = await openWriter(ctx, document);
    await nameVersion(ctx, { document, version: 0, name: 'v0' });
    for (let version = 1; version <= 7; version++) {
      pass(11 * MINUTE);
      await writer.type(0, String(version));
      if (version % 2 === 1) await nameVersion(ctx, { document, version, name: `v${version}` });
    }
    const pages: unknown[] = [];
    let before: number | undefined;
    for (;;) {
      const { entries, named } = await listVersions(ctx, { document, before, limit: 3 });
      pages.push([entries.map(({ to }) => to), named.map(({ name }) => name)]);
      if (entries.length < 3) break;
      before = entries.at(-1)?.from;
    }
    expect(pages).toEqual([
      [
        [7, 6, 5],
        ['v7', 'v5'],
      ],
      [[4, 3, 2], ['v3']],
      [
        [1, 0],
        ['v1', 'v0'],
      ],
    ]);
  });

  it('lists every name of a history that ends with a page', async () => {
    const { ctx, pass } = await withClock(engine.context);
    const document = await newDocument(ctx);
    const writer = await openWriter(ctx, document);
    await nameVersion(ctx, { document, version: 0, name: 'untouched' });
    for (let version = 1; version <= 2; version++) {
      pass(11 * MINUTE);
      await writer.type(0, 'x');
    }
    expect((await listVersions(ctx, { document, limit: 2 })).named).toEqual([]);
    expect(await listVersions(ctx, { document, limit: 2, before: 0 })).toMatchObject({
      entries: [{ kind: 'import' }],
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
