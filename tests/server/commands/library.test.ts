import { expect, it } from 'vitest';
import { archiveDocument } from '../../../server/commands/document/archive.ts';
import { importDocument } from '../../../server/commands/document/import.ts';
import { listDocuments } from '../../../server/commands/document/list.ts';
import { renameDocument } from '../../../server/commands/document/rename.ts';
import { archiveProject } from '../../../server/commands/project/archive.ts';
import { createProject } from '../../../server/commands/project/create.ts';
import { listProjects } from '../../../server/commands/project/list.ts';
import { renameProject } from '../../../server/commands/project/rename.ts';
import { projectRules, setProjectRules } from '../../../server/commands/project/rules.ts';
import type { Context } from '../../../server/context.ts';
import { setStatus } from '../../../shared/doc/edit/structure.ts';
import { segmentByIndex } from '../../../shared/doc/model/read.ts';
import { persianRules } from '../../../shared/language/sentences/rules.ts';
import { withEngines } from '../engines.ts';
import { newDocument, openWriter, persian, typeInto } from '../writer.ts';

/** A clock that a test moves on. */
function clock() {
  let time = 1_000;
  return { now: () => time, pass: (by: number) => (time += by) };
}

async function imported(ctx: Context, project: string, title: string, sentences: number): Promise<string> {
  const result = await importDocument(ctx, { project, title, text: persian(sentences) });
  if (!result.ok) throw new Error(result.problems[0]?.message);
  return result.value.id;
}

withEngines((engine) => {
  it('lists projects with the progress and the last change of their documents, the one changed last first', async () => {
    const { now, pass } = clock();
    const ctx = await engine.context({ now });
    const { id: first } = await createProject(ctx, { name: 'First' });
    pass(10);
    const { id: second } = await createProject(ctx, { name: 'Second' });
    expect((await listProjects(ctx)).map(({ name }) => name)).toEqual(['Second', 'First']);
    pass(10);
    const document = await imported(ctx, first, 'A', 3);
    await imported(ctx, first, 'B', 2);
    pass(10);
    const writer = await openWriter(ctx, document);
    await writer.push((tr) => {
      typeInto(tr, 0, 'Done.');
      setStatus(tr, segmentByIndex(tr.doc, 0)?.id ?? '', 'reviewed');
    });

    const [top, below] = await listProjects(ctx);
    expect(top).toMatchObject({ id: first, documents: 2, changedAt: 1_030, archivedAt: null });
    expect(top?.progress).toMatchObject({ segments: 5, byStatus: { initial: 4, reviewed: 1 } });
    expect(top?.progress.confirmedWords).toBeGreaterThan(0);
    expect(below).toMatchObject({ id: second, documents: 0, progress: { segments: 0, words: 0 } });
  });

  it('renames a project and a document', async () => {
    const ctx = await engine.context();
    const document = await newDocument(ctx);
    const [project] = await listProjects(ctx);
    await renameProject(ctx, { id: project?.id ?? '', name: 'گفته‌ها' });
    await renameDocument(ctx, { id: document, title: 'نشست' });
    expect((await listProjects(ctx))[0]?.name).toBe('گفته‌ها');
    expect((await listDocuments(ctx))[0]?.title).toBe('نشست');
  });

  it('puts a document away and takes it back', async () => {
    const ctx = await engine.context();
    const document = await newDocument(ctx);
    await archiveDocument(ctx, { id: document, archived: true });
    expect(await listDocuments(ctx)).toEqual([]);
    expect((await listProjects(ctx))[0]).toMatchObject({ documents: 0, progress: { segments: 0 } });
    expect((await listDocuments(ctx, { archived: true })).map(({ id }) => id)).toEqual([document]);
    await archiveDocument(ctx, { id: document, archived: false });
    expect((await listDocuments(ctx)).map(({ id }) => id)).toEqual([document]);
  });

  it('puts a project away with its documents and takes it back', async () => {
    const ctx = await engine.context();
    const document = await newDocument(ctx);
    const [project] = await listProjects(ctx);
    const id = project?.id ?? '';
    await archiveProject(ctx, { id, archived: true });
    expect(await listProjects(ctx)).toEqual([]);
    expect(await listDocuments(ctx)).toEqual([]);
    expect((await listProjects(ctx, { archived: true }))[0]).toMatchObject({ id, documents: 1 });
    expect((await listDocuments(ctx, { project: id })).map((listed) => listed.id)).toEqual([document]);
    await archiveProject(ctx, { id, archived: false });
    expect((await listDocuments(ctx)).map((listed) => listed.id)).toEqual([document]);
  });

  it('segments the next import by the rules that the project has then', async () => {
    const ctx = await engine.context();
    const { id: project } = await createProject(ctx, { name: 'Rules' });
    expect(await projectRules(ctx, { id: project })).toEqual({ fa: persianRules });
    const text = 'او با خدا. ن. رفت و آمد. او برگشت.';
    const before = await importDocument(ctx, { project, title: 'before', text });
    await setProjectRules(ctx, {
      id: project,
      rules: { ...persianRules, abbreviations: [...persianRules.abbreviations, 'آمد.', 'آمد'] },
    });
    const after = await importDocument(ctx, { project, title: 'after', text });
    const count = (result: typeof before) => (result.ok ? result.value.segments : 0);
    expect(count(after)).toBe(count(before) - 1);
  });

  it.each([
    ['rename', (ctx: Context) => renameProject(ctx, { id: 'none', name: 'x' })],
    ['archive', (ctx: Context) => archiveProject(ctx, { id: 'none', archived: true })],
    ['read the rules of', (ctx: Context) => projectRules(ctx, { id: 'none' })],
    ['set the rules of', (ctx: Context) => setProjectRules(ctx, { id: 'none', rules: persianRules })],
    ['import into', (ctx: Context) => importDocument(ctx, { project: 'none', title: 'x', text: 'متن' })],
  ])('does not %s a project that is not there', async (_what, command) => {
    const ctx = await engine.context();
    await expect(command(ctx)).rejects.toMatchObject({ name: 'UnknownRecord', what: 'project', id: 'none' });
  });

  it('does not rename or archive a document that is not there', async () => {
    const ctx = await engine.context();
    const unknown = { name: 'UnknownRecord', what: 'document' };
    await expect(renameDocument(ctx, { id: 'none', title: 'x' })).rejects.toMatchObject(unknown);
    await expect(archiveDocument(ctx, { id: 'none', archived: true })).rejects.toMatchObject(unknown);
  });
});
