import { expect, it } from 'vitest';
import { exportRows } from '../../../server/commands/export-rows.ts';
import { importDocument } from '../../../server/commands/import-document.ts';
import { listProjects } from '../../../server/commands/list-projects.ts';
import type { Context } from '../../../server/context.ts';
import { segmentByIndex } from '../../../shared/doc/read.ts';
import { mergeSegments, setStatus } from '../../../shared/doc/structure.ts';
import type { CorpusRow } from '../../../shared/formats/corpus.ts';
import { withEngines } from '../engines.ts';
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
      from: 6,
      to: 12,
    });
    expect(found.map(({ fa, kind, paragraph, statement }) => [fa, kind, paragraph, statement])).toEqual([
      ['وزیر', 'lead', 0, 0],
      ['یک دو.', 'sentence', 0, 0],
      ['سه چهار.', 'sentence', 0, 0],
      ['پنج شش.', 'sentence', 1, 1],
    ]);
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
