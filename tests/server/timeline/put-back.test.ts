import type { Transform } from 'prosemirror-transform';
import { expect, it } from 'vitest';
import { verify } from '../../../server/backup/verify.ts';
import { changeDocument } from '../../../server/commands/timeline/change.ts';
import { stepsSince } from '../../../server/commands/timeline/steps-since.ts';
import { nameVersion } from '../../../server/commands/version/name.ts';
import type { Context } from '../../../server/context.ts';
import { documentHead } from '../../../server/db/document.ts';
import { nearestSnapshot } from '../../../server/db/snapshot.ts';
import { createCaller } from '../../../server/router.ts';
import { setRendering } from '../../../shared/doc/edit/rendering.ts';
import { segments } from '../../../shared/doc/model/read.ts';
import type { News } from '../../../shared/wire/step.ts';
import { type TestEngine, withEngines } from '../engines.ts';
import { copyOf, putBack } from '../put-back.ts';
import { newDocument, openWriter, persian, renderings } from '../writer.ts';

/** A server at work, of which an older copy was put back by somebody else: the writer stands at version 6, the copy at 3. */
async function putBackUnder(engine: TestEngine) {
  const place = await engine.place();
  const ctx = await engine.context(place);
  const document = await newDocument(ctx);
  const writer = await openWriter(ctx, document);
  for (const text of ['a', 'b', 'c']) await writer.type(0, text);
  const tool = await engine.context(place);
  const copy = await copyOf(tool.store);
  for (const text of ['d', 'e', 'f']) await writer.type(0, text);
  const { mark } = (await documentHead(ctx.store.db, document)) ?? { mark: '' };
  const back = () => putBack(tool.store, copy);
  return { ctx, document, writer, back, lost: { version: 6, mark } };
}

async function goOn(ctx: Context, document: string, words: number): Promise<void> {
  const writer = await openWriter(ctx, document, 'c-other');
  for (let n = 0; n < words; n++) expect(await writer.type(1, `${n} `)).toMatchObject({ ok: true });
}

withEngines((engine) => {
  it('takes nothing for a version that is gone, or that is another one by now', async () => {
    const { ctx, document, writer, back, lost } = await putBackUnder(engine);
    await back();
    expect(await writer.type(0, 'g')).toEqual({ ok: false, reason: 'history' });
    expect(await stepsSince(ctx, { document, ...lost })).toEqual({ ok: false, reason: 'history' });
    await goOn(ctx, document, 3);
    expect(await writer.type(0, 'g')).toEqual({ ok: false, reason: 'history' });
    expect(await stepsSince(ctx, { document, ...lost })).toEqual({ ok: false, reason: 'history' });
    await goOn(ctx, document, 3);
    expect(await writer.type(0, 'g')).toEqual({ ok: false, reason: 'history' });
    expect(await renderings(ctx, document)).toEqual(['abc', '0 1 2 0 1 2 ', '']);
    expect(await verify(ctx)).toMatchObject({ problems: [] });
  });

  it('does not write on what the running server has at hand, but on what the database says', async () => {
    const { ctx, document, back } = await putBackUnder(engine);
    await back();
    await goOn(ctx, document, 2);
    expect(await renderings(ctx, document)).toEqual(['abc', '0 1 ', '']);
    expect(await renderings(ctx, document, 4)).toEqual(['abc', '0 ', '']);
    const rows = await ctx.store.db.selectFrom('segment').select('rendering').orderBy('source_from').execute();
    expect(rows.map(({ rendering }) => rendering)).toEqual(['abc', '0 1 ', '']);
    await back();
    expect(await renderings(ctx, document)).toEqual(['abc', '', '']);
    expect(await verify(ctx)).toMatchObject({ documents: 1, problems: [] });
  });

  it('tells who listens, whether the head is lower then, the same, or higher', async () => {
    for (const words of [0, 3, 5]) {
      const { ctx, document, back, lost } = await putBackUnder(engine);
      const heard: News[] = [];
      const listening = (async () => {
        for await (const news of ctx.timeline.changes(document, lost)) heard.push(news);
      })();
      await back();
      await goOn(ctx, document, words);
      await listening;
      expect(heard).toEqual([{ ok: false, reason: 'history' }]);
    }
  });

  it('tells at once who comes with a version of another history', async () => {
    const { ctx, document, back, lost } = await putBackUnder(engine);
    await back();
    await goOn(ctx, document, 3);
    const heard: News[] = [];
    for await (const news of ctx.timeline.changes(document, lost)) heard.push(news);
    expect(heard).toEqual([{ ok: false, reason: 'history' }]);
  });

  it('keeps no snapshot of what is no more', async () => {
    const { ctx, document, back } = await putBackUnder(engine);
    await goOn(ctx, document, 194);
    const held = await ctx.timeline.at(ctx.store.db, document, 200);
    await back();
    await goOn(ctx, document, 197);
    await ctx.timeline.settled();
    await ctx.store.transaction((trx) => trx.deleteFrom('snapshot').where('version', '>', 0).execute());
    ctx.timeline.accepted(held);
    await ctx.timeline.settled();
    expect((await nearestSnapshot(ctx.store.db, document, 200))?.version).toBe(0);
    await nameVersion(ctx, { document, version: 200, name: 'Two hundred' });
    expect((await nearestSnapshot(ctx.store.db, document, 200))?.version).toBe(200);
    expect(await verify(ctx)).toMatchObject({ problems: [] });
  });

  it('takes back no change of another history, and gives no version of one a name', async () => {
    const { ctx, document, back, lost } = await putBackUnder(engine);
    const add = (tr: Transform) => setRendering(tr, segments(tr.doc)[2]?.id ?? '', 'Said by the server');
    const change = await changeDocument(ctx, document, add);
    if (!change) throw new Error('Nothing was changed');
    const call = createCaller(ctx);
    await back();
    await goOn(ctx, document, change.after - 3);
    expect(await documentHead(ctx.store.db, document)).toMatchObject({ version: change.after });
    await expect(call.timeline.revert(change)).rejects.toMatchObject({ code: 'CONFLICT' });
    await expect(call.version.name({ document, ...lost, name: 'Before restoring' })).rejects.toThrow(
      'another one by now',
    );
    expect(await renderings(ctx, document)).toEqual(['abc', '0 1 2 3 4 5 ', '']);
    expect((await call.version.list({ document })).named).toEqual([]);
  });

  it('takes a change back and names a version where the marks fit', async () => {
    const { ctx, document, lost } = await putBackUnder(engine);
    const call = createCaller(ctx);
    await call.version.name({ document, ...lost, name: 'Sixth' });
    expect((await call.version.list({ document })).named).toMatchObject([{ version: 6, name: 'Sixth' }]);
    const add = (tr: Transform) => setRendering(tr, segments(tr.doc)[2]?.id ?? '', 'Said by the server');
    const change = await changeDocument(ctx, document, add);
    if (!change) throw new Error('Nothing was changed');
    expect(await call.timeline.revert(change)).toMatchObject({ outcome: 'whole' });
    expect(await renderings(ctx, document)).toEqual(['abcdef', '', '']);
  });

  it('is told by verify where rows of two histories stand in one log', async () => {
    const { ctx, document } = await putBackUnder(engine);
    const forge = (version: number, mark: string) =>
      ctx.store.transaction((trx) =>
        trx
          .updateTable('step')
          .set({ mark })
          .where('document_id', '=', document)
          .where('version', '=', version)
          .execute(),
      );
    await forge(5, 'another');
    const { problems } = await verify(ctx);
    expect(problems.map(({ rule }) => rule)).toContain('log-chain');
    await forge(6, 'another');
    expect((await verify(ctx)).problems.map(({ rule }) => rule)).toContain('head-mark');
  });

  it('gives the heads of a database from before there were marks one of their own', async () => {
    const place = await engine.place();
    const older = await engine.context(place);
    const [worked, fresh] = [await newDocument(older, persian(3)), await newDocument(older, persian(3))];
    const writer = await openWriter(older, worked);
    for (const text of ['a', 'b']) await writer.type(0, text);
    const { marks } = await import('../../../server/db/migrations/0010-marks.ts');
    await older.store.transaction(async (trx) => {
      await trx.schema.alterTable('step').dropColumn('mark').execute();
      await trx.schema.alterTable('document').dropColumn('mark').execute();
      await marks.up(trx);
    });
    const ctx = await engine.context(place);
    const rows = await ctx.store.db.selectFrom('step').select(['version', 'mark']).orderBy('version').execute();
    expect(rows).toEqual([
      { version: 1, mark: null },
      { version: 2, mark: expect.stringMatching(/^~.{10,}/) },
    ]);
    expect(await documentHead(ctx.store.db, worked)).toEqual(rows[1]);
    expect(await documentHead(ctx.store.db, fresh)).toEqual({ version: 0, mark: fresh });
    expect(await writer.type(0, 'of the time before')).toEqual({ ok: false, reason: 'history' });
    const next = await openWriter(ctx, worked);
    expect(await next.type(0, 'c')).toMatchObject({ ok: true, version: 3 });
    expect(await renderings(ctx, worked, 1)).toEqual(['a', '', '']);
    expect(await verify(ctx)).toMatchObject({ documents: 2, problems: [] });
  });
});
