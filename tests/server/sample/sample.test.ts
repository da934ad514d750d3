import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { listDocuments } from '../../../server/commands/document/list.ts';
import { archiveProject } from '../../../server/commands/project/archive.ts';
import { createProject } from '../../../server/commands/project/create.ts';
import { listProjects } from '../../../server/commands/project/list.ts';
import { bringSample } from '../../../server/commands/sample/bring.ts';
import { slice } from '../../../shared/core/span.ts';
import { brokenLaws } from '../../../shared/doc/model/law.ts';
import { segments } from '../../../shared/doc/model/read.ts';
import { withEngines } from '../engines.ts';
import { documentAt } from '../opened.ts';

const statements = readFileSync('tests/fixtures/statements.fa.txt', 'utf8');
const gold = JSON.parse(readFileSync('tests/fixtures/reference/gold-translations.json', 'utf8')) as {
  segments: readonly { kind: string; source: string; target: string }[];
};

withEngines((engine) => {
  it('brings the statements to translate, and the same statements translated', async () => {
    const ctx = await engine.context();
    expect(await bringSample(ctx)).toBe(true);
    const [project] = await listProjects(ctx);
    expect(project).toMatchObject({ name: 'Statements', documents: 2 });
    const documents = await listDocuments(ctx, { project: project?.id });
    expect(documents.map(({ title }) => title)).toEqual(['Statements', 'Statements, translated']);
    expect(documents.map(({ progress }) => progress.byStatus.initial)).toEqual([23, 0]);

    for (const [index, { id }] of documents.entries()) {
      const opened = await documentAt(ctx, id);
      expect(opened.source).toBe(statements);
      const { doc } = opened;
      expect(segments(doc).map((segment) => [segment.kind, slice(opened.source, segment), segment.text])).toEqual(
        gold.segments.map(({ kind, source, target }) => [kind, source, index === 0 ? '' : target]),
      );
      expect(brokenLaws(doc, { text: opened.source, paragraphs: opened.outline.paragraphs })).toEqual([]);
    }
  });

  it('comes once, however many processes start at the same moment', async () => {
    const place = await engine.place();
    const contexts = await Promise.all(Array.from({ length: 4 }, () => engine.context(place)));
    const brought = await Promise.all(contexts.map(bringSample));
    expect(brought.filter(Boolean)).toHaveLength(1);
    for (const ctx of contexts) {
      expect(await bringSample(ctx)).toBe(false);
      expect(await listDocuments(ctx)).toHaveLength(2);
    }
  });

  it('does not come again when it was put away', async () => {
    const ctx = await engine.context();
    await bringSample(ctx);
    const [project] = await listProjects(ctx);
    await archiveProject(ctx, { id: project?.id ?? '', archived: true });
    expect(await bringSample(ctx)).toBe(false);
    expect(await listProjects(ctx)).toEqual([]);
  });

  it('does not come where somebody works already', async () => {
    const ctx = await engine.context();
    await createProject(ctx, { name: 'Mine' });
    expect(await bringSample(ctx)).toBe(false);
    expect((await listProjects(ctx)).map(({ name }) => name)).toEqual(['Mine']);
  });
});
