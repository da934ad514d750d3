import { Transform } from 'prosemirror-transform';
import { expect, it } from 'vitest';
import { listDocuments } from '../../../../server/commands/document/list.ts';
import { openDocument } from '../../../../server/commands/document/open.ts';
import { pushSteps } from '../../../../server/commands/timeline/push.ts';
import { stepsSince } from '../../../../server/commands/timeline/steps-since.ts';
import { mergeSegments, setStatus, splitSegment } from '../../../../shared/doc/edit/structure.ts';
import { SCHEMA_VERSION } from '../../../../shared/doc/model/migrations.ts';
import { segmentByIndex, segments } from '../../../../shared/doc/model/read.ts';
import { schema } from '../../../../shared/doc/model/schema.ts';
import { withEngines } from '../../engines.ts';
import { haveEntity } from '../../entity.ts';
import { documentAt } from '../../opened.ts';
import { newDocument, openWriter, persian, renderings, typeInto } from '../../writer.ts';

withEngines((engine) => {
  it('makes a version of every step', async () => {
    const ctx = await engine.context();
    const document = await newDocument(ctx);
    const writer = await openWriter(ctx, document);
    expect(await writer.type(0, 'می‌One')).toMatchObject({ ok: true, version: 1 });
    const both = await writer.push((tr) => {
      typeInto(tr, 0, ' and');
      typeInto(tr, 2, 'Three');
    });
    expect(both).toMatchObject({ ok: true, version: 3 });
    expect(await renderings(ctx, document)).toEqual(['می‌One and', '', 'Three']);
    expect(await renderings(ctx, document, 2)).toEqual(['می‌One and', '', '']);
    expect(await renderings(ctx, document, 1)).toEqual(['می‌One', '', '']);
    expect(await renderings(ctx, document, 0)).toEqual(['', '', '']);
  });

  it('keeps of every step who made it, with which client, and when', async () => {
    const ctx = await engine.context({ now: () => 1_700_000_000_000 });
    const document = await newDocument(ctx);
    await (await openWriter({ ...ctx, person: 'Sara' }, document, 'c-7')).type(0, 'x');
    expect(await ctx.store.db.selectFrom('step').selectAll().execute()).toMatchObject([
      { document_id: document, version: 1, client: 'c-7', person: 'Sara', at: 1_700_000_000_000 },
    ]);
  });

  it('brings rows and progress along, of the segments that changed', async () => {
    const ctx = await engine.context();
    const document = await newDocument(ctx);
    const writer = await openWriter(ctx, document);
    const id = segmentByIndex(writer.doc, 1)?.id ?? '';
    await writer.push((tr) => {
      typeInto(tr, 1, 'Two ISN’T one');
      setStatus(tr, id, 'translated');
    });
    const row = await ctx.store.db.selectFrom('segment').selectAll().where('id', '=', id).executeTakeFirst();
    expect(row).toMatchObject({ rendering: 'Two ISN’T one', status: 'translated', words: 6 });
    const [listed] = await listDocuments(ctx);
    expect(listed?.version).toBe(writer.version);
    expect(listed?.progress).toMatchObject({ segments: 3, confirmedWords: 6, byStatus: { initial: 2, translated: 1 } });
  });

  it('follows a split and a merge', async () => {
    const ctx = await engine.context();
    const document = await newDocument(ctx);
    const writer = await openWriter(ctx, document);
    const { id, from } = segmentByIndex(writer.doc, 0) ?? { id: '', from: 0 };
    const stored = async () => {
      const rows = await ctx.store.db.selectFrom('segment').selectAll().orderBy('source_from').execute();
      return rows.map((row) => [row.id, row.source_from, row.source_to, row.words]);
    };
    const before = await stored();
    await writer.push((tr) => {
      expect(splitSegment(tr, id, { source: from + 9, rendering: 0 }, 'new', writer.source)).toBe(true);
    });
    const split = await stored();
    expect(split.map(([row]) => row)).toEqual([id, 'new', ...before.slice(1).map(([row]) => row)]);
    expect((await listDocuments(ctx))[0]?.progress.segments).toBe(4);
    await writer.push((tr) => {
      expect(mergeSegments(tr, id, writer.source)).toBe(true);
    });
    expect(await stored()).toEqual(before);
    expect((await listDocuments(ctx))[0]?.progress).toMatchObject({ segments: 3, byStatus: { initial: 3 } });
  });

  it('keeps the rows of mentions: their source, and where their anchors stand', async () => {
    const ctx = await engine.context();
    const document = await newDocument(ctx);
    const writer = await openWriter(ctx, document);
    const stored = () => ctx.store.db.selectFrom('mention').selectAll().orderBy('id').execute();
    await haveEntity(ctx, document, 'e1', ['این', 'This']);
    const mention = schema.node('mention', { id: 'm1', from: 0, to: 3, label: 'PER', entity: 'e1' });
    await writer.push((tr) => {
      typeInto(tr, 0, 'This is it');
      tr.insert(tr.doc.content.size - 1, mention);
    });
    expect(await stored()).toEqual([
      {
        document_id: document,
        id: 'm1',
        source_from: 0,
        source_to: 3,
        label: 'PER',
        entity: 'e1',
        state: 'accepted',
        segment: null,
        surface: 'این',
        surface_key: 'این',
        rendering: '',
        rendering_key: '',
        rendering_from: null,
        rendering_to: null,
      },
    ]);
    const segment = segmentByIndex(writer.doc, 0);
    const start = (segment?.pos ?? 0) + 1;
    await writer.push((tr) => tr.addMark(start, start + 4, schema.marks.anchor.create({ id: 'm1' })));
    expect(await stored()).toMatchObject([
      { segment: segment?.id, rendering: 'This', rendering_key: 'this', rendering_from: 0, rendering_to: 4 },
    ]);
    await writer.push((tr) => tr.insert(start + 2, schema.text('__', [schema.marks.anchor.create({ id: 'm1' })])));
    expect(await stored()).toMatchObject([{ segment: segment?.id, rendering: 'Th__is' }]);
    await writer.push((tr) => tr.setNodeAttribute(tr.doc.content.size - 2, 'label', 'ORG'));
    expect(await stored()).toMatchObject([{ label: 'ORG', segment: segment?.id, rendering: 'Th__is' }]);
    await writer.push((tr) => tr.delete(start, start + 6));
    expect(await stored()).toMatchObject([{ segment: null, rendering: '' }]);
    await writer.push((tr) => tr.delete(tr.doc.content.size - 2, tr.doc.content.size - 1));
    expect(await stored()).toEqual([]);
  });

  it('tells who is behind what came first, and takes the same change on the new base', async () => {
    const ctx = await engine.context();
    const document = await newDocument(ctx);
    const [first, second] = [await openWriter(ctx, document, 'c-1'), await openWriter(ctx, document, 'c-2')];
    await first.type(0, 'First');
    const late = await second.type(1, 'Second');
    expect(late).toMatchObject({
      ok: false,
      reason: 'stale',
      steps: [{ client: 'c-1', schema: SCHEMA_VERSION, step: { stepType: 'replace' } }],
    });
    expect(second.version).toBe(0);
    await second.catchUp();
    expect(await second.type(1, 'Second')).toMatchObject({ ok: true, version: 2 });
    expect(await renderings(ctx, document)).toEqual(['First', 'Second', '']);
  });

  it('puts a movable push behind what came first, and tells its sender all of it; sent again, it is known', async () => {
    const place = await engine.place();
    const [ctx, there] = [await engine.context(place), await engine.context(place)];
    const document = await newDocument(ctx);
    const first = await openWriter(there, document, 'c-1');
    await first.type(0, 'First');
    const at = segmentByIndex((await documentAt(ctx, document, 0)).doc, 1)?.pos ?? 0;
    const push = {
      ...{ document, base: 0, client: 'c-2', schema: SCHEMA_VERSION, isMovable: true },
      steps: [typed(at + 1, 'Sec'), typed(at + 4, 'ond')],
    };
    const behind = [typed(at + 6, 'Sec'), typed(at + 9, 'ond')];
    const answer = await pushSteps(ctx, push);
    expect(answer).toMatchObject({ ok: true, version: 3, steps: [{ client: 'c-1' }, ...behind.map(own)] });
    const again = await pushSteps(there, push);
    expect(again).toMatchObject({ ok: false, reason: 'stale', steps: [{ client: 'c-1' }, ...behind.map(own)] });
    expect(answer.ok && answer.mark).toBe((await documentAt(ctx, document)).mark);
    expect(await renderings(there, document)).toEqual(['First', 'Second', '']);

    function typed(from: number, text: string) {
      return { stepType: 'replace', from, to: from, slice: { content: [{ type: 'text', text }] } };
    }
    function own(step: object) {
      return { client: 'c-2', step };
    }
  });

  it('gives a movable push back to its sender where it has no lawful place behind what came first', async () => {
    const ctx = await engine.context();
    const document = await newDocument(ctx);
    const writer = await openWriter(ctx, document, 'c-1');
    const [one, two] = [segmentByIndex(writer.doc, 0), segmentByIndex(writer.doc, 1)];
    const sent = (merge: string) => {
      const tr = new Transform(writer.doc);
      mergeSegments(tr, merge, writer.source);
      const steps = tr.steps.map((step) => step.toJSON() as unknown);
      return { document, base: 0, client: `c-${merge}`, schema: SCHEMA_VERSION, isMovable: true, steps };
    };
    const late = sent(two?.id ?? '');
    expect(await pushSteps(ctx, sent(one?.id ?? ''))).toMatchObject({ ok: true });
    expect(await pushSteps(ctx, late)).toMatchObject({ ok: false, reason: 'stale' });
  });

  it('gives a confirmation back to its sender where others have written in what it confirms, and nowhere else', async () => {
    const ctx = await engine.context();
    const document = await newDocument(ctx);
    const writer = await openWriter(ctx, document, 'c-1');
    await writer.type(0, 'First');
    const { version: base, doc } = writer;
    const confirming = (index: number) => {
      const tr = new Transform(doc);
      setStatus(tr, segmentByIndex(doc, index)?.id ?? '', 'translated');
      const steps = tr.steps.map((step) => step.toJSON() as unknown);
      return { document, base, client: `c-${index + 2}`, schema: SCHEMA_VERSION, isMovable: true, steps };
    };
    await writer.type(0, ' is not what was seen');
    const stale = { ok: false, reason: 'stale', steps: [{ client: 'c-1' }] };
    expect(await pushSteps(ctx, confirming(0))).toMatchObject(stale);
    expect(await pushSteps(ctx, confirming(1))).toMatchObject({ ok: true });
    const states = segments((await documentAt(ctx, document)).doc).map(({ status }) => status);
    expect(states.map((status) => status === 'translated')).toEqual([false, true, false]);
  });

  it('tells who is behind at once, while somebody else holds the document', async () => {
    const place = await engine.place();
    const [ctx, there] = [await engine.context(place), await engine.context(place)];
    const document = await newDocument(ctx);
    const [first, second] = [await openWriter(there, document, 'c-1'), await openWriter(ctx, document, 'c-2')];
    await first.type(0, 'First');
    await there.store.transaction(async (trx) => {
      await trx.selectFrom('document').select('id').where('id', '=', document).forUpdate().execute();
      expect(await second.type(1, 'Second')).toMatchObject({ ok: false, reason: 'stale' });
    });
  });

  it('answers a push that came twice with its own steps', async () => {
    const ctx = await engine.context();
    const document = await newDocument(ctx);
    const step = { stepType: 'replace', from: 2, to: 2, slice: { content: [{ type: 'text', text: 'Once' }] } };
    const push = { document, base: 0, client: 'c-1', schema: SCHEMA_VERSION, steps: [step] };
    expect(await pushSteps(ctx, push)).toMatchObject({ ok: true, version: 1 });
    expect(await pushSteps(ctx, push)).toMatchObject({
      ok: false,
      reason: 'stale',
      steps: [{ client: 'c-1', schema: SCHEMA_VERSION, step }],
    });
    expect(await renderings(ctx, document)).toEqual(['Once', '', '']);
  });

  it('gives who is far behind the steps in portions', async () => {
    const ctx = await engine.context();
    const document = await newDocument(ctx);
    const writer = await openWriter(ctx, document);
    await writer.push((tr) => {
      for (let n = 0; n < 2_500; n++) typeInto(tr, n % 3, String(n % 10));
    });
    const first = await stepsSince(ctx, { document, version: 0 });
    expect(first.ok && first.steps).toHaveLength(1_000);
    expect(await stepsSince(ctx, { document, version: 2_499 })).toMatchObject({
      head: 2_500,
      steps: [{ client: 'c-1' }],
    });
    const late = await pushSteps(ctx, {
      document,
      base: 2_000,
      client: 'c-2',
      schema: SCHEMA_VERSION,
      steps: [{ stepType: 'replace', from: 2, to: 2 }],
    });
    expect(late).toMatchObject({ ok: false, reason: 'stale' });
    expect(await renderings(ctx, document, 2_399)).toEqual(await renderingsByReplay());

    async function renderingsByReplay() {
      expect(segments((await documentAt(ctx, document, 0)).doc)).toHaveLength(3);
      return [0, 1, 2].map((index) =>
        Array.from({ length: 2_399 }, (_, n) => n)
          .filter((n) => n % 3 === index)
          .map((n) => String(n % 10))
          .join(''),
      );
    }
  });

  it('accepts pushes to one document one after the other, whoever sends them at once', async () => {
    const ctx = await engine.context();
    const document = await newDocument(ctx, persian(10));
    const writers = await Promise.all(Array.from({ length: 10 }, (_, n) => openWriter(ctx, document, `c-${n}`)));
    const keepTrying = async (index: number) => {
      const writer = writers[index];
      for (;;) {
        const result = await writer?.type(index, `by ${index}`);
        if (result?.ok) return;
        await writer?.catchUp();
      }
    };
    await Promise.all(writers.map((_, index) => keepTrying(index)));
    expect(await renderings(ctx, document)).toEqual(Array.from({ length: 10 }, (_, n) => `by ${n}`));
    expect((await openDocument(ctx, { id: document })).head).toBe(10);
  });
});
