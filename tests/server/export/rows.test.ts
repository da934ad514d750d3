import type { Transform } from 'prosemirror-transform';
import { expect, it } from 'vitest';
import { importDocument } from '../../../server/commands/document/import.ts';
import { listProjects } from '../../../server/commands/project/list.ts';
import type { Context } from '../../../server/context.ts';
import { exportRows } from '../../../server/export/rows.ts';
import { addMention, setMentionSource } from '../../../shared/doc/edit/mention.ts';
import { insertRow, leaveOut, removeRow } from '../../../shared/doc/edit/row.ts';
import { mergeSegments, setStatus } from '../../../shared/doc/edit/structure.ts';
import { segmentByIndex, segments } from '../../../shared/doc/model/read.ts';
import type { CorpusRow } from '../../../shared/formats/corpus/row.ts';
import { withEngines } from '../engines.ts';
import { haveEntity } from '../entity.ts';
import { newDocument, openWriter, persian, typeInto } from '../writer.ts';

async function rows(ctx: Context, documents: readonly string[], version?: number): Promise<readonly CorpusRow[]> {
  const found: CorpusRow[] = [];
  for await (const row of exportRows(ctx, { documents, version })) found.push(row);
  return found;
}

withEngines((engine) => {
  it('gives each segment of a document in the order of its source', async () => {
    const ctx = await engine.context();
    const text = 'وزیر: یک دو. سه چهار.\nپنج شش.';
    const document = await newDocument(ctx, text);
    const writer = await openWriter(ctx, document);
    const id = segmentByIndex(writer.doc, 1)?.id ?? '';
    await writer.push((tr) => {
      typeInto(tr, 1, 'می‌One two.');
      setStatus(tr, id, 'final');
    });
    const version = writer.version;
    const found = await rows(ctx, [document]);
    expect(found[1]).toEqual({
      document,
      title: 'A text',
      version,
      segment: id,
      paragraph: 0,
      statement: 0,
      kind: 'sentence',
      fa: 'یک دو.',
      en: 'می‌One two.',
      status: 'final',
      origin: null,
      alignment: null,
      leftOut: false,
      from: 6,
      to: 12,
      mentions: [],
      links: [],
      remarks: [],
    });
    expect(found.map(({ fa, kind, paragraph, statement }) => [fa, kind, paragraph, statement])).toEqual([
      ['وزیر', 'lead', 0, 0],
      ['یک دو.', 'sentence', 0, 0],
      ['سه چهار.', 'sentence', 0, 0],
      ['پنج شش.', 'sentence', 1, 1],
    ]);
  });

  it('keeps rows without Persian in their order, from the head and from the rebuilt document', async () => {
    const ctx = await engine.context();
    const document = await newDocument(ctx, 'یک دو. سه چهار.');
    const writer = await openWriter(ctx, document);
    const second = segmentByIndex(writer.doc, 1)?.id ?? '';
    await writer.push((tr) => insertRow(tr, second, 'before', 'b'));
    await writer.push((tr) => insertRow(tr, 'b', 'before', 'a'));
    await writer.push((tr) => insertRow(tr, second, 'after', 'c'));
    await writer.push((tr) => leaveOut(tr, second, true));
    const order = segments(writer.doc).map(({ id }) => id);
    expect(order.slice(1)).toEqual(['a', 'b', second, 'c']);
    const { version } = writer;
    const head = await rows(ctx, [document]);
    expect(head.map(({ segment, leftOut }) => [segment, leftOut])).toEqual(order.map((id) => [id, id === second]));
    await writer.push((tr) => removeRow(tr, 'a'));
    expect((await rows(ctx, [document])).map(({ segment }) => segment)).toEqual(order.filter((id) => id !== 'a'));
    expect(await rows(ctx, [document], version)).toEqual(head);
  });

  it('gives the same rows from the head and from the rebuilt document', async () => {
    const ctx = await engine.context();
    const document = await newDocument(ctx, persian(1_203));
    const writer = await openWriter(ctx, document);
    await writer.push((tr) => {
      for (const index of [0, 499, 500, 1_000, 1_202]) typeInto(tr, index, `Number ${index}`);
    });
    await writer.push((tr) => mergeSegments(tr, segmentByIndex(tr.doc, 500)?.id ?? '', writer.source));
    const head = await rows(ctx, [document]);
    expect(head).toHaveLength(1_202);
    await writer.type(3, 'later');
    expect(await rows(ctx, [document], head[0]?.version)).toEqual(head);
  });

  it('gives the mentions of each segment on both sides, with the names of their entities, from the head and from the rebuilt document', async () => {
    const ctx = await engine.context();
    const document = await newDocument(ctx, persian(1_003));
    const writer = await openWriter(ctx, document);
    const { text } = writer.source;
    await haveEntity(ctx, document, 'e1', ['مجلس', 'Majlis']);
    const add = (tr: Transform, id: string, segment: number, source: boolean, entity: string | null = null) => {
      const found = segmentByIndex(tr.doc, segment);
      addMention(
        tr,
        {
          id,
          label: 'GPE',
          entity,
          state: id === 'proposed' ? 'proposed' : 'accepted',
          source: source ? { from: found?.from ?? 0, to: (found?.from ?? 0) + 8 } : null,
          rendering: { segment: found?.id ?? '', from: 4, to: 10 },
        },
        text,
      );
    };
    await writer.push((tr) => {
      for (const index of [0, 499, 500, 1_002]) typeInto(tr, index, 'The Majles met.');
      add(tr, 'both', 0, true, 'e1');
      add(tr, 'english', 500, false);
      add(tr, 'last', 1_002, true);
      add(tr, 'proposed', 1_002, true);
      add(tr, 'across', 499, true);
      setMentionSource(
        tr,
        'across',
        { from: segmentByIndex(tr.doc, 499)?.from ?? 0, to: (segmentByIndex(tr.doc, 501)?.from ?? 0) + 3 },
        text,
      );
    });
    const head = await rows(ctx, [document]);
    const mentioned = head.filter(({ mentions }) => mentions.length > 0);
    expect(mentioned.map(({ mentions }) => mentions.map(({ id }) => id))).toEqual([
      ['both'],
      ['across'],
      ['across', 'english'],
      ['across'],
      ['last'],
    ]);
    const majles = { from: 4, to: 10, text: 'Majles' };
    expect(mentioned[0]?.mentions).toEqual([
      {
        id: 'both',
        label: 'GPE',
        entity: 'e1',
        entityName: { fa: 'مجلس', en: 'Majlis' },
        fa: { from: 0, to: 8, text: 'این جمله' },
        en: majles,
      },
    ]);
    expect(mentioned[2]?.mentions).toMatchObject([
      { fa: { from: 0, text: mentioned[2]?.fa }, en: null },
      { id: 'english', entity: null, entityName: null, fa: null, en: majles },
    ]);
    const parts = mentioned[1]?.mentions[0]?.parts ?? [];
    expect(parts.map(({ segment }) => segment)).toEqual(mentioned.slice(1, 4).map(({ segment }) => segment));
    expect(parts.map(({ text }) => text)).toEqual(mentioned.slice(1, 4).map(({ mentions }) => mentions[0]?.fa?.text));
    for (const { mentions } of mentioned.slice(1, 4)) expect(mentions[0]?.parts).toEqual(parts);
    for (const { mentions } of [mentioned[0], mentioned[4]].flatMap((row) => row ?? [])) {
      expect(mentions[0]).not.toHaveProperty('parts');
    }
    await writer.type(3, 'later');
    expect(await rows(ctx, [document], head[0]?.version)).toEqual(head);
  });

  it('gives one version throughout, though the document changes while it is read', async () => {
    const ctx = await engine.context();
    const document = await newDocument(ctx, persian(1_503));
    const writer = await openWriter(ctx, document);
    const before = await rows(ctx, [document]);
    const found: CorpusRow[] = [];
    for await (const row of exportRows(ctx, { documents: [document] })) {
      found.push(row);
      if (found.length === 700) {
        await writer.type(1_400, 'too late');
        await writer.push((tr) => mergeSegments(tr, segmentByIndex(tr.doc, 1_001)?.id ?? '', writer.source));
      }
    }
    expect(found).toEqual(before);
    expect(await rows(ctx, [document])).toHaveLength(1_502);
  });

  it('misses no row when what is left of the document vanishes while it is read', async () => {
    const ctx = await engine.context();
    const document = await newDocument(ctx, persian(502).replaceAll('\n', ' '));
    const writer = await openWriter(ctx, document);
    const before = await rows(ctx, [document]);
    const found: CorpusRow[] = [];
    for await (const row of exportRows(ctx, { documents: [document] })) {
      found.push(row);
      if (found.length !== 500) continue;
      for (let left = 0; left < 2; left++) {
        await writer.push((tr) => mergeSegments(tr, segmentByIndex(tr.doc, 499)?.id ?? '', writer.source));
      }
    }
    expect(found).toEqual(before);
    expect(await rows(ctx, [document])).toHaveLength(500);
  });

  it('gives several documents in the order that was asked for', async () => {
    const ctx = await engine.context();
    const first = await newDocument(ctx, 'یک دو.');
    const [project] = await listProjects(ctx);
    const imported = await importDocument(ctx, { project: project?.id ?? '', title: 'Other', text: 'سه چهار.' });
    const second = imported.ok ? imported.value.id : '';
    expect((await rows(ctx, [second, first])).map(({ title, fa }) => [title, fa])).toEqual([
      ['Other', 'سه چهار.'],
      ['A text', 'یک دو.'],
    ]);
  });

  it('says which document or version is not there', async () => {
    const ctx = await engine.context();
    const document = await newDocument(ctx);
    await expect(rows(ctx, ['none'])).rejects.toMatchObject({ name: 'UnknownRecord', what: 'document' });
    await expect(rows(ctx, [document], 1)).rejects.toMatchObject({ what: 'version' });
  });
});
