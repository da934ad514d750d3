import { expect, it } from 'vitest';
import { importDocument } from '../../../../server/commands/document/import.ts';
import { listDocuments } from '../../../../server/commands/document/list.ts';
import { openDocument } from '../../../../server/commands/document/open.ts';
import { createProject } from '../../../../server/commands/project/create.ts';
import { slice } from '../../../../shared/core/span.ts';
import { SCHEMA_VERSION } from '../../../../shared/doc/model/migrations.ts';
import { segments } from '../../../../shared/doc/model/read.ts';
import { withEngines } from '../../engines.ts';
import { documentAt } from '../../opened.ts';
import { persian } from '../../writer.ts';

withEngines((engine) => {
  it('makes version 0 of a document, one segment a unit', async () => {
    const ctx = await engine.context();
    const { id: project } = await createProject(ctx, { name: 'Statements' });
    const text = 'وزیر: می‌رویم. برمی‌گردیم.\nجمله دیگر.';
    const imported = await importDocument(ctx, { project, title: 'A text', text });
    expect(imported).toMatchObject({ ok: true, value: { title: 'A text', segments: 4 } });
    const [listed] = await listDocuments(ctx, { project });
    const opened = await openDocument(ctx, { id: listed?.id ?? '' });
    expect(opened).toMatchObject({
      title: 'A text',
      project: { id: project, name: 'Statements' },
      source: text,
      version: 0,
      head: 0,
      schemaVersion: SCHEMA_VERSION,
    });
    const found = segments((await documentAt(ctx, opened.id)).doc);
    expect(found.map((segment) => [segment.kind, slice(text, segment), segment.status])).toEqual([
      ['lead', 'وزیر', 'initial'],
      ['sentence', 'می‌رویم.', 'initial'],
      ['sentence', 'برمی‌گردیم.', 'initial'],
      ['sentence', 'جمله دیگر.', 'initial'],
    ]);
    expect(opened.outline.paragraphs).toHaveLength(2);
  });

  it('tells that the same text is in the project already, and only there', async () => {
    const ctx = await engine.context();
    const [one, other] = [await createProject(ctx, { name: 'One' }), await createProject(ctx, { name: 'Other' })];
    const text = 'او آمد. سپس رفت.';
    const rulesOf = async (project: string, title: string, said: string) => {
      const imported = await importDocument(ctx, { project, title, text: said });
      return imported.ok ? imported.value.notes.map(({ rule, values }) => [rule, values?.title]) : null;
    };
    expect(await rulesOf(one.id, 'First', text)).toEqual([]);
    expect(await rulesOf(one.id, 'Second', `${text} `)).toEqual([]);
    expect(await rulesOf(other.id, 'Elsewhere', text)).toEqual([]);
    expect(await rulesOf(one.id, 'Third', text)).toEqual([['text.known', 'First']]);
  });

  it('refuses a text of more segments than a document may have, before it makes any', async () => {
    const ctx = await engine.context();
    const { id: project } = await createProject(ctx, { name: 'Long' });
    const imported = await importDocument(ctx, { project, title: '', text: 'ا\n'.repeat(4_000_000) });
    expect(imported).toMatchObject({ ok: false, problems: [{ rule: 'text.segments', values: { limit: 100_000 } }] });
    expect(await listDocuments(ctx, { project })).toEqual([]);
  });

  it('stores every segment of a text that is longer than one batch of rows', async () => {
    const ctx = await engine.context();
    const { id: project } = await createProject(ctx, { name: 'Long' });
    const imported = await importDocument(ctx, { project, title: 'Long', text: persian(1_205) });
    expect(imported).toMatchObject({ ok: true, value: { segments: 1_205 } });
    const rows = await ctx.store.db
      .selectFrom('segment')
      .select(['paragraph', 'statement', 'source', 'words'])
      .orderBy('source_from')
      .execute();
    expect(rows).toHaveLength(1_205);
    expect(rows[1_204]).toMatchObject({ paragraph: 240, statement: 240, words: 6 });
    expect(rows[1_204]?.source).toBe(persian(1_205).split('\n').at(-1)?.split('. ').at(-1));
  });

  it('takes a missing title from the beginning of the text', async () => {
    const ctx = await engine.context();
    const { id: project } = await createProject(ctx, { name: 'Untitled' });
    const title = async (text: string) => {
      const imported = await importDocument(ctx, { project, title: '', text });
      return imported.ok ? imported.value.title : '';
    };
    expect(await title('یک جمله کوتاه.\nجمله دیگر.')).toBe('یک جمله کوتاه.');
    expect(await title(`– \n${'واژه '.repeat(40)}`)).toBe(`${'واژه '.repeat(12).trim()}…`);
    expect(await title('ا'.repeat(500))).toBe(`${'ا'.repeat(60)}…`);
    expect(await title(`${'ا'.repeat(59)}${'س\u064e'.repeat(9)}`)).toBe(`${'ا'.repeat(59)}…`);
  });

  it.each(['', ' \n ', '…\n* * *'])('refuses a text with nothing to translate: %j', async (text) => {
    const ctx = await engine.context();
    const { id: project } = await createProject(ctx, { name: 'Empty' });
    const imported = await importDocument(ctx, { project, title: 'Empty', text });
    expect(imported).toMatchObject({ ok: false, problems: [{ rule: 'text.no-words' }] });
    expect(await listDocuments(ctx)).toEqual([]);
  });

  it('refuses a sentence that no row can hold, and says which', async () => {
    const ctx = await engine.context();
    const { id: project } = await createProject(ctx, { name: 'Endless' });
    const imported = await importDocument(ctx, { project, title: '', text: `کوتاه.\n${'سلام دنیا '.repeat(20_001)}` });
    expect(imported).toMatchObject({ problems: [{ rule: 'text.long-sentence', values: { limit: 200_000 } }] });
    expect(await listDocuments(ctx)).toEqual([]);
  });

  it('begins with the renderings that are given', async () => {
    const ctx = await engine.context();
    const { id: project } = await createProject(ctx, { name: 'Given' });
    const given = { text: 'One.', status: 'reviewed', origin: 'imported' } as const;
    const renderings = [null, given];
    await importDocument(ctx, { project, title: 'Given', text: persian(3), renderings });
    const rows = await ctx.store.db
      .selectFrom('segment')
      .select(['rendering', 'rendering_key', 'status', 'origin'])
      .orderBy('source_from')
      .execute();
    expect(rows).toEqual([
      { rendering: '', rendering_key: '', status: 'initial', origin: null },
      { rendering: 'One.', rendering_key: 'one', status: 'reviewed', origin: 'imported' },
      { rendering: '', rendering_key: '', status: 'initial', origin: null },
    ]);
    expect((await listDocuments(ctx))[0]?.progress).toMatchObject({ segments: 3, byStatus: { reviewed: 1 } });
  });
});
