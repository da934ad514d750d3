import { expect, it } from 'vitest';
import { tables } from '../../../../server/backup/tables.ts';
import { archiveDocument } from '../../../../server/commands/document/archive.ts';
import { duplicateDocument } from '../../../../server/commands/document/duplicate.ts';
import { listDocuments } from '../../../../server/commands/document/list.ts';
import { moveDocument } from '../../../../server/commands/document/move.ts';
import { removeDocument } from '../../../../server/commands/document/remove.ts';
import { createEntity } from '../../../../server/commands/entity/change.ts';
import { createProject } from '../../../../server/commands/project/create.ts';
import { listVersions } from '../../../../server/commands/version/list.ts';
import { nameVersion } from '../../../../server/commands/version/name.ts';
import { entitiesOf } from '../../../../server/db/entity.ts';
import { UnknownRecord } from '../../../../server/db/unknown.ts';
import { addMention } from '../../../../shared/doc/edit/mention.ts';
import { withEngines } from '../../engines.ts';
import { documentAt } from '../../opened.ts';
import { newDocument, openWriter, renderings } from '../../writer.ts';

const record = { label: 'PER', fa: 'وزیر', en: 'Vazir', faOther: [], enOther: [], wikidata: null, note: '' };

withEngines((engine) => {
  it('a duplicate holds what the document held, and goes its own way', async () => {
    const ctx = await engine.context();
    const original = await newDocument(ctx);
    const writer = await openWriter(ctx, original);
    await writer.type(0, 'One.');
    await writer.type(1, 'Two.');
    const { id } = await duplicateDocument(ctx, { id: original, title: 'A copy' });
    expect(await renderings(ctx, id)).toEqual(['One.', 'Two.', '']);
    const [copy, before] = await Promise.all([documentAt(ctx, id), documentAt(ctx, original)]);
    expect(copy).toMatchObject({ version: 0, source: before.source });
    expect(copy.doc.eq(before.doc)).toBe(true);
    const copied = { number: 0, kind: 'copy', about: { name: 'A text' }, segments: 3 };
    expect((await listVersions(ctx, { document: id })).entries).toMatchObject([copied]);

    await (await openWriter(ctx, id)).type(2, 'Three.');
    expect(await renderings(ctx, original)).toEqual(['One.', 'Two.', '']);
    const listed = await listDocuments(ctx, {});
    expect(listed.map(({ title }) => title).sort()).toEqual(['A copy', 'A text']);
    expect(new Set(listed.map(({ project }) => project)).size).toBe(1);
  });

  it('a document that moves takes the entities along that it means, and no others', async () => {
    const ctx = await engine.context();
    const document = await newDocument(ctx);
    const { project } = await documentAt(ctx, document);
    for (const id of ['meant', 'other']) await createEntity(ctx, { project: project.id, id, record });
    const writer = await openWriter(ctx, document);
    const mention = { id: 'm1', label: 'PER', entity: 'meant', state: 'accepted', rendering: null } as const;
    await writer.push((tr) => {
      addMention(tr, { ...mention, source: { from: 0, to: 3 } }, writer.source.text);
    });

    const { id: there } = await createProject(ctx, { name: 'Elsewhere' });
    expect(await moveDocument(ctx, { id: document, project: there })).toEqual({ entities: 1 });
    expect((await documentAt(ctx, document)).project).toMatchObject({ id: there, name: 'Elsewhere' });
    expect((await entitiesOf(ctx.store.db, there)).map(({ id }) => id)).toEqual(['meant']);
    expect(await entitiesOf(ctx.store.db, project.id)).toHaveLength(2);
    expect(await moveDocument(ctx, { id: document, project: project.id })).toEqual({ entities: 0 });
    await expect(moveDocument(ctx, { id: document, project: 'nowhere' })).rejects.toThrow(UnknownRecord);
  });

  it('only what was put away is removed, under its own title, and nothing of it is left', async () => {
    const ctx = await engine.context();
    const [document, other] = [await newDocument(ctx), await newDocument(ctx)];
    for (const id of [document, other]) {
      const writer = await openWriter(ctx, id);
      await writer.type(0, 'One.');
      await nameVersion(ctx, { document: id, version: 1, name: 'First' });
    }
    expect(await removeDocument(ctx, { id: document, title: 'A text' })).toEqual({ ok: false, reason: 'in-use' });
    await archiveDocument(ctx, { id: document, archived: true });
    expect(await removeDocument(ctx, { id: document, title: 'a text' })).toEqual({ ok: false, reason: 'other-name' });
    expect(await removeDocument(ctx, { id: document, title: 'A text' })).toEqual({ ok: true });

    for (const [table, [key]] of Object.entries(tables)) {
      if (key !== 'document_id') continue;
      const rows = await ctx.store.db
        .selectFrom(table as 'step')
        .select('document_id')
        .execute();
      expect(
        rows.filter((row) => row.document_id === document),
        table,
      ).toEqual([]);
    }
    await expect(removeDocument(ctx, { id: document, title: 'A text' })).rejects.toThrow(UnknownRecord);
    expect(await renderings(ctx, other)).toEqual(['One.', '', '']);
  });
});
