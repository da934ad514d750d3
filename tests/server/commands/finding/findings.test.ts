import { describe, expect, it } from 'vitest';
import { archiveDocument } from '../../../../server/commands/document/archive.ts';
import { importDocument } from '../../../../server/commands/document/import.ts';
import { createEntity } from '../../../../server/commands/entity/change.ts';
import { dismiss, undismiss } from '../../../../server/commands/finding/dismissals.ts';
import { type FindingQuery, listFindings } from '../../../../server/commands/finding/list.ts';
import { remedyFinding } from '../../../../server/commands/finding/remedy.ts';
import { createProject } from '../../../../server/commands/project/create.ts';
import { changeDocument } from '../../../../server/commands/timeline/change.ts';
import { revertChange } from '../../../../server/commands/timeline/revert.ts';
import type { Context } from '../../../../server/context.ts';
import { UnknownRecord } from '../../../../server/db/unknown.ts';
import { addMention } from '../../../../shared/doc/edit/mention.ts';
import { setRendering } from '../../../../shared/doc/edit/rendering.ts';
import { segments } from '../../../../shared/doc/model/read.ts';
import { withEngines } from '../../engines.ts';
import { openWriter, renderings } from '../../writer.ts';

const text = 'وزیر روسیه رفت. او برگشت.';
const name = 'روسیه';
const misspelt = 'The minister of Rusia left.';

withEngines((engine) => {
  describe('the findings of a project', () => {
    async function newProject() {
      const context = await engine.context();
      const { id: project } = await createProject(context, { name: 'Findings' });
      const record = { label: 'GPE', fa: name, en: 'Russia', faOther: [], enOther: [], wikidata: null, note: '' };
      const created = await createEntity(context, { project, record });
      if (!created.ok) throw new Error(created.problems[0]?.message);
      return { context, project, entity: created.value.id };
    }

    /** A document of `times` sentences, the name of each misspelt in its English. */
    async function misspeltDocument(context: Context, project: string, entity: string, title: string, times = 1) {
      const source = Array.from({ length: times }, () => text).join('\n');
      const imported = await importDocument(context, { project, title, text: source });
      if (!imported.ok) throw new Error(imported.problems[0]?.message);
      await changeDocument(context, imported.value.id, (tr) =>
        segments(tr.doc)
          .filter(({ from, to }) => source.slice(from, to).includes(name))
          .map(({ id, from }, index) => {
            setRendering(tr, id, misspelt);
            const start = source.indexOf(name, from);
            const mention = { id: `m${index}`, label: 'GPE', entity, state: 'accepted' } as const;
            const rendering = { segment: id, from: 16, to: 21 };
            return addMention(tr, { ...mention, source: { from: start, to: start + name.length }, rendering }, source);
          })
          .includes(true),
      );
      return imported.value.id;
    }

    const open = (project: string, query: Partial<FindingQuery> = {}): FindingQuery => {
      return { project, kind: null, ignored: false, ...query };
    };

    async function oneFinding() {
      const made = await newProject();
      const { context, project, entity } = made;
      const document = await misspeltDocument(context, project, entity, 'Talks');
      const listing = await listFindings(context, open(project));
      const [finding] = listing.documents[0]?.findings ?? [];
      if (!finding) throw new Error('Nothing was found');
      return { ...made, document, listing, finding };
    }

    it('stand in their sentences on both sides, by document, with what mends them', async () => {
      const { document, listing, finding } = await oneFinding();
      expect(listing).toMatchObject({ looked: 1, total: 1, next: null, counts: { error: 1, 'entity.name': 1 } });
      expect(listing.documents).toMatchObject([{ document, title: 'Talks', more: 0 }]);
      const { fa, en, source, rendering, place, reason, remedy, rule } = finding;
      expect(source && fa.slice(source.from, source.to)).toBe(name);
      expect(rendering && en.slice(rendering.from, rendering.to)).toBe('Rusia');
      expect({ place, reason, rule, remedy }).toEqual({
        place: 0,
        reason: null,
        rule: 'entity.name',
        remedy: { kind: 'write', name: 'Russia', count: 1 },
      });
    });

    it('are mended by their remedy as one change, which can be taken back', async () => {
      const { context, project, document, finding } = await oneFinding();
      const change = await remedyFinding(context, { document, finding: finding.id });
      expect((await renderings(context, document))[0]).toBe('The minister of Russia left.');
      expect(await listFindings(context, open(project))).toMatchObject({ documents: [], counts: {}, looked: 1 });
      if (!change) throw new Error('Nothing was changed');
      expect(await revertChange(context, change)).toMatchObject({ outcome: 'whole' });
      expect((await renderings(context, document))[0]).toBe(misspelt);
      expect((await listFindings(context, open(project))).documents[0]?.findings).toMatchObject([{ id: finding.id }]);
    });

    it('are left out when somebody ignores them, told with the reason on request, and told again', async () => {
      const { context, project, document, finding } = await oneFinding();
      await dismiss(context, { document, subject: finding.id, reason: 'So in the original' });
      expect((await listFindings(context, open(project))).documents).toEqual([]);
      const ignored = await listFindings(context, open(project, { ignored: true }));
      expect(ignored.documents[0]?.findings).toMatchObject([{ id: finding.id, reason: 'So in the original' }]);
      await undismiss(context, { document, subject: finding.id });
      expect((await listFindings(context, open(project))).documents).toHaveLength(1);
      expect((await listFindings(context, open(project, { ignored: true }))).documents).toEqual([]);
    });

    it('are not mended when somebody has done so meanwhile', async () => {
      const { context, document, finding } = await oneFinding();
      const writer = await openWriter(context, document);
      await writer.push((tr) => setRendering(tr, segments(tr.doc)[0]?.id ?? '', 'The minister left.'));
      expect(await remedyFinding(context, { document, finding: finding.id })).toBeNull();
      expect(await renderings(context, document)).toEqual(['The minister left.', '']);
    });

    it('are mended beside what somebody types at the same time', async () => {
      const { context, document, finding } = await oneFinding();
      const writer = await openWriter(context, document);
      const [pushed, change] = await Promise.all([
        writer.type(1, 'He came back.'),
        remedyFinding(context, { document, finding: finding.id }),
      ]);
      expect(change).not.toBeNull();
      if (!pushed.ok) {
        await writer.catchUp();
        await writer.type(1, 'He came back.');
      }
      expect(await renderings(context, document)).toEqual(['The minister of Russia left.', 'He came back.']);
    });

    it('can be looked at by rule and by severity', async () => {
      const { context, project } = await oneFinding();
      const found = async (kind: FindingQuery['kind']) =>
        (await listFindings(context, open(project, { kind }))).documents.length;
      expect(await found('entity.name')).toBe(1);
      expect(await found('error')).toBe(1);
      expect(await found('warning')).toBe(0);
      expect(await listFindings(context, open(project, { kind: 'warning' }))).toMatchObject({ counts: { error: 1 } });
    });

    it('are those of documents in use only', async () => {
      const { context, project, document } = await oneFinding();
      await archiveDocument(context, { id: document, archived: true });
      expect(await listFindings(context, open(project))).toMatchObject({ documents: [], looked: 0, total: 0 });
    });

    it('come in answers of a bounded size, and all of them are counted', async () => {
      const { context, project, entity } = await newProject();
      for (const title of ['One', 'Two', 'Three']) await misspeltDocument(context, project, entity, title, 120);
      const first = await listFindings(context, open(project));
      expect(first.documents.map(({ title, more }) => [title, more])).toEqual([
        ['One', 20],
        ['Two', 20],
      ]);
      expect(first).toMatchObject({ looked: 2, total: 3, counts: { 'entity.name': 240 } });
      expect(first.next).not.toBeNull();
      const second = await listFindings(context, open(project, { cursor: first.next }));
      expect(second.documents.map(({ title }) => title)).toEqual(['Three']);
      expect(second).toMatchObject({ looked: 1, next: null });
    });

    it('are none of an unknown project or document', async () => {
      const { context } = await newProject();
      await expect(listFindings(context, open('nowhere'))).rejects.toThrow(UnknownRecord);
      await expect(remedyFinding(context, { document: 'nowhere', finding: 'x' })).rejects.toThrow(UnknownRecord);
    });
  });
});
