import { expect, it, vi } from 'vitest';
import { sendLeftovers } from '../../../client/timeline/leftovers.ts';
import { openDocument } from '../../../server/commands/document/open.ts';
import { revertChange } from '../../../server/commands/timeline/revert.ts';
import { stepsSince } from '../../../server/commands/timeline/steps-since.ts';
import { nameVersion } from '../../../server/commands/version/name.ts';
import type { Context } from '../../../server/context.ts';
import { documentHead } from '../../../server/db/document.ts';
import { splitSegment } from '../../../shared/doc/edit/structure.ts';
import { latestVersion, SCHEMA_VERSION } from '../../../shared/doc/model/migrations.ts';
import { segmentByIndex, segments } from '../../../shared/doc/model/read.ts';
import { lineTo, openTab, outboxInMemory, renderings as shownIn, type } from '../../client/timeline/tab.ts';
import { type TestEngine, withEngines } from '../engines.ts';
import { documentAt } from '../opened.ts';
import { nextEdition } from '../second-edition.ts';
import { newDocument, openWriter, renderings } from '../writer.ts';

const NEXT = latestVersion(nextEdition);

/** A document with a few versions, and the program that comes next on the same database. */
async function upgraded(engine: TestEngine, before: (ctx: Context, document: string) => Promise<void>) {
  const place = await engine.place();
  const old = await engine.context(place);
  const document = await newDocument(old);
  await before(old, document);
  const ctx = await engine.context({ ...place, editions: nextEdition });
  return { old, ctx, document, place };
}

async function typed(ctx: Context, document: string, texts: readonly string[]): Promise<void> {
  const writer = await openWriter(ctx, document, 'c-writer');
  for (const text of texts) expect(await writer.type(0, text)).toMatchObject({ ok: true });
}

const leftovers = (ctx: Context, outbox: ReturnType<typeof outboxInMemory>) => {
  let ids = 0;
  const newId = () => `left-${++ids}`;
  return sendLeftovers({ authority: lineTo(ctx), outbox, newId, now: Date.now, editions: nextEdition });
};

withEngines((engine) => {
  it('brings heads whose steps are behind their snapshot, and keeps every old version readable', async () => {
    const { ctx, document } = await upgraded(engine, async (old, id) => {
      await typed(old, id, ['a', 'b', 'c']);
      await nameVersion(old, { document: id, version: 1, name: 'one' });
    });
    const kept = await ctx.store.db
      .selectFrom('snapshot')
      .select(['version', 'schema_version'])
      .orderBy('version')
      .execute();
    expect(kept).toEqual([0, 1, 3].map((version) => ({ version, schema_version: SCHEMA_VERSION })));
    for (const [version, text] of ['', 'a', 'ab', 'abc'].entries()) {
      expect((await renderings(ctx, document, version))[0]).toBe(`» ${text}`);
    }
    const rows = await ctx.store.db.selectFrom('segment').select('rendering').orderBy('source_from').execute();
    expect(rows.map(({ rendering }) => rendering)).toEqual(['» abc', '» ', '» ']);
  });

  it('goes on in the new schema, and never replays a step of the old one in it', async () => {
    const { ctx, document, place } = await upgraded(engine, (old, id) => typed(old, id, ['a', 'b']));
    await typed(ctx, document, ['c', 'd']);
    const since = await stepsSince(ctx, { document, version: 0 });
    expect(since.ok && since.steps.map(({ schema }) => schema)).toEqual([SCHEMA_VERSION, SCHEMA_VERSION, NEXT, NEXT]);
    const later = await engine.context({ ...place, editions: nextEdition });
    for (const [version, text] of ['', 'a', 'ab', 'abc', 'abcd'].entries()) {
      expect((await renderings(later, document, version))[0]).toBe(`» ${text}`);
    }
    expect(await openDocument(ctx, { id: document, at: 1 })).toMatchObject({ snapshot: 1, steps: [] });
    expect(await revertChange(ctx, { document, before: 0, after: 1 })).toMatchObject({ outcome: 'none', change: null });
    expect(await revertChange(ctx, { document, before: 3, after: 4 })).toMatchObject({ outcome: 'whole' });
    expect((await renderings(ctx, document))[0]).toBe('» abc');
  });

  it('answers an open old tab with reload; it keeps what it has, and after reloading the work goes on', async () => {
    const outbox = outboxInMemory();
    const { old, ctx, document } = await upgraded(engine, (old, id) => typed(old, id, ['Before. ']));
    const tab = await openTab(lineTo(old), document, outbox);
    type(tab, 0, 'Unsent.');
    const first = segmentByIndex(tab.state.doc, 1);
    if (!first) throw new Error('There is no segment 1');
    const { tr } = tab.state;
    const { source } = await documentAt(old, document);
    const text = { text: source, paragraphs: [{ from: 0, to: source.length }] };
    expect(splitSegment(tr, first.id, { source: first.from + 4, rendering: 0 }, 'half', text)).toBe(true);
    tab.dispatch(tr);
    expect(await tab.settle()).toBe('waiting');
    expect(tab.saving()).toMatchObject({ kind: 'outdated', kept: true });
    expect(shownIn(tab)[0]).toBe('Before. Unsent.');
    expect(await documentHead(ctx.store.db, document)).toMatchObject({ version: 1 });
    tab.close();

    await typed(ctx, document, [' After.']);
    expect(await leftovers(ctx, outbox)).toEqual([document]);
    expect(await outbox.unsent()).toEqual([]);
    expect(await outbox.recovered(document)).toEqual([]);
    const [rendering, , , rest] = await renderings(ctx, document);
    expect(rendering).toMatch(/^» Before\. .*Unsent\./);
    expect(rendering).toContain(' After.');
    expect(rest).toBe('» ');
    expect(segments((await documentAt(ctx, document)).doc)).toHaveLength(4);
  });

  it('tells an open old tab by the stream too', async () => {
    const { old, ctx, document } = await upgraded(engine, (old, id) => typed(old, id, ['a']));
    const tab = await openTab(lineTo(old), document);
    await typed(ctx, document, ['b']);
    await vi.waitFor(() => expect(tab.saving()).toMatchObject({ kind: 'outdated' }), 5000);
    expect(shownIn(tab)[0]).toBe('a');
    tab.close();
  });

  it('takes a filled outbox over what others did meanwhile, and shows what found no place', async () => {
    const outbox = outboxInMemory();
    let document = '';
    const { ctx } = await upgraded(engine, async (old, id) => {
      document = id;
      await typed(old, id, ['The old words']);
      const line = lineTo(old);
      const tab = await openTab(line, id, outbox);
      line.cut = 'before';
      const segment = segmentByIndex(tab.state.doc, 0);
      if (!segment) throw new Error('There is no segment 0');
      tab.dispatch(tab.state.tr.insertText('very ', segment.pos + 1 + 'The '.length));
      type(tab, 1, 'Kept');
      await vi.waitFor(async () => expect((await outbox.unsent())[0]?.steps).toHaveLength(2));
      tab.close();
      const other = await openWriter(old, id, 'c-other');
      await other.push((tr) => tr.delete(segment.pos + 1, segment.pos + 1 + 'The old words'.length));
    });
    expect(await outbox.unsent()).toMatchObject([{ schema: SCHEMA_VERSION, base: 1 }]);
    expect(await leftovers(ctx, outbox)).toEqual([document]);
    const [first, second] = await renderings(ctx, document);
    const rescued = (await outbox.recovered(document)).map(({ text }) => text).join('');
    expect(`${first}${rescued}`).toContain('very');
    expect(second).toBe('» Kept');
    expect(await leftovers(ctx, outbox)).toEqual([]);
    expect((await renderings(ctx, document))[1]).toBe('» Kept');
  });

  it('leaves what a newer Radif kept for that one', async () => {
    const { old, document } = await upgraded(engine, (old, id) => typed(old, id, ['a']));
    const outbox = outboxInMemory();
    await outbox.keep({ client: 'c-new', document, base: 1, mark: null, schema: NEXT, after: 0, turn: 1, steps: [{}] });
    await sendLeftovers({ authority: lineTo(old), outbox, newId: () => 'x', now: Date.now });
    expect(await outbox.unsent()).toHaveLength(1);
  });
});
