import { describe, expect, it } from 'vitest';
import { archiveDocument } from '../../../../server/commands/document/archive.ts';
import { importDocument } from '../../../../server/commands/document/import.ts';
import { changeEntity, createEntity } from '../../../../server/commands/entity/change.ts';
import { entityHistory } from '../../../../server/commands/entity/history.ts';
import { concordance } from '../../../../server/commands/entity/list.ts';
import { renameEntity } from '../../../../server/commands/entity/rename.ts';
import { renamedPlaces } from '../../../../server/commands/entity/rename-places.ts';
import { undoAct } from '../../../../server/commands/job/undo.ts';
import { createProject } from '../../../../server/commands/project/create.ts';
import { changeDocument } from '../../../../server/commands/timeline/change.ts';
import { revertChange } from '../../../../server/commands/timeline/revert.ts';
import { listVersions } from '../../../../server/commands/version/list.ts';
import type { Context } from '../../../../server/context.ts';
import { addMention } from '../../../../shared/doc/edit/mention.ts';
import { setRendering } from '../../../../shared/doc/edit/rendering.ts';
import { segments } from '../../../../shared/doc/model/read.ts';
import type { EntityRecord } from '../../../../shared/names/entity/entity.ts';
import { withEngines } from '../../engines.ts';
import { renderings } from '../../writer.ts';

const text = 'برجام امضا شد. پس از برجام چه شد؟';
const english = ['The JCPOA was signed.', 'What came after the JCPOA?'];
const record: EntityRecord = {
  label: 'AGREEMENT',
  fa: 'برجام',
  en: 'Plan of Action (JCPOA)',
  faOther: [],
  enOther: [],
  wikidata: null,
  note: '',
};
const renamedRecord = { ...record, en: 'Iran deal' };

withEngines((engine) => {
  describe('renaming an entity', () => {
    /** A project in whose two documents the JCPOA is named twice each. */
    async function newProject() {
      const context = await engine.context();
      const { id: project } = await createProject(context, { name: 'Registry' });
      const created = await createEntity(context, { project, record });
      if (!created.ok) throw new Error(created.problems[0]?.message);
      const { id } = created.value;
      const documents = [await newText(context, project, id, 'First'), await newText(context, project, id, 'Second')];
      const [first = '', second = ''] = documents;
      return { context, project, id, first, second };
    }

    async function newText(context: Context, project: string, entity: string, title: string): Promise<string> {
      const imported = await importDocument(context, { project, title, text });
      if (!imported.ok) throw new Error(imported.problems[0]?.message);
      const { id } = imported.value;
      await changeDocument(context, id, (tr) => {
        for (const [index, segment] of segments(tr.doc)
          .map((one) => one.id)
          .entries()) {
          const said = english[index] ?? '';
          setRendering(tr, segment, said);
          const rendering = { segment, from: said.indexOf('JCPOA'), to: said.indexOf('JCPOA') + 5 };
          const from = index === 0 ? 0 : text.lastIndexOf('برجام');
          const mention = { id: `m${index + 1}`, label: 'AGREEMENT', entity, state: 'accepted' } as const;
          addMention(tr, { ...mention, source: { from, to: from + 5 }, rendering }, text);
        }
        return true;
      });
      return id;
    }

    const both = [
      { mention: 'm1', before: 'JCPOA' },
      { mention: 'm2', before: 'JCPOA' },
    ];

    it('shows every place in its sentence before anything changes', async () => {
      const { context, project, id, first, second } = await newProject();
      const found = await renamedPlaces(context, { project, id, fresh: 'Iran deal' });
      expect(found.map(({ document, title }) => [document, title])).toEqual([
        [first, 'First'],
        [second, 'Second'],
      ]);
      expect(found[0]?.places).toMatchObject([
        { mention: 'm1', before: 'JCPOA', after: 'Iran deal', fa: 'برجام امضا شد.', en: english[0], from: 4, to: 9 },
        { mention: 'm2', fa: 'پس از برجام چه شد؟', en: english[1], source: { from: 6, to: 11 } },
      ]);
      expect(await renderings(context, first)).toEqual(english);
    });

    it('shows no place of a document that is put away, nor where nothing would read otherwise', async () => {
      const { context, project, id, first, second } = await newProject();
      await archiveDocument(context, { id: second, archived: true });
      const found = await renamedPlaces(context, { project, id, fresh: 'Iran deal' });
      expect(found.map(({ document }) => document)).toEqual([first]);
      expect(await renamedPlaces(context, { project, id, fresh: 'Plan (JCPOA)' })).toEqual([]);
      await expect(renamedPlaces(context, { project, id: 'gone', fresh: 'x' })).rejects.toThrow('no entity');
    });

    it('stands in the history of each document as what it was, and so does taking it back', async () => {
      const { context, project, id, first, second } = await newProject();
      const documents = [first, second].map((document) => ({ document, mentions: both }));
      const renamed = await renameEntity(context, { project, id, revision: 1, record: renamedRecord, documents });
      if (!renamed.ok) throw new Error('The renaming was refused');
      await undoAct(context, { id: renamed.job });
      for (const document of [first, second]) {
        const { entries } = await listVersions(context, { document });
        const names = [record.en, 'Iran deal'];
        expect(entries.map(({ number, kind, segments, about }) => [number, kind, segments, about.names])).toEqual([
          [3, 'revert', 2, names],
          [2, 'rename', 2, names],
          [1, 'work', 2, undefined],
          [0, 'import', 2, undefined],
        ]);
      }
    });

    it('changes the record once and each document once, at the places that were chosen', async () => {
      const { context, project, id, first, second } = await newProject();
      const documents = [
        { document: first, mentions: both },
        { document: second, mentions: both.slice(1) },
      ];
      const renamed = await renameEntity(context, { project, id, revision: 1, record: renamedRecord, documents });
      expect(renamed).toMatchObject({
        ok: true,
        entity: { en: 'Iran deal', revision: 2 },
        documents: [
          { document: first, written: 2, left: 0 },
          { document: second, written: 1, left: 0 },
        ],
      });
      expect(await renderings(context, first)).toEqual(['The Iran deal was signed.', 'What came after the Iran deal?']);
      expect(await renderings(context, second)).toEqual([english[0], 'What came after the Iran deal?']);
      expect((await entityHistory(context, { project, id })).revisions).toHaveLength(2);
      if (!renamed.ok) throw new Error('The renaming was refused');

      const [inFirst] = renamed.documents;
      if (!inFirst?.change) throw new Error('The first document was not changed');
      expect(await revertChange(context, inFirst.change)).toMatchObject({ outcome: 'whole', taken: 2 });
      expect(await renderings(context, first)).toEqual(english);
      expect(await renderings(context, second)).toEqual([english[0], 'What came after the Iran deal?']);
    });

    it('leaves a place that reads otherwise by now, and tells of it', async () => {
      const { context, project, id, first } = await newProject();
      await changeDocument(context, first, (tr) =>
        setRendering(tr, segments(tr.doc)[0]?.id ?? '', 'The Plan of Action was signed.'),
      );
      const documents = [
        { document: first, mentions: [...both, { mention: 'm9', before: 'JCPOA' }] },
        { document: 'elsewhere', mentions: both },
      ];
      const renamed = await renameEntity(context, { project, id, revision: 1, record: renamedRecord, documents });
      expect(renamed).toMatchObject({
        documents: [
          { document: first, written: 1, left: 2 },
          { document: 'elsewhere', written: 0, left: 2, change: null },
        ],
      });
      expect(await renderings(context, first)).toEqual([
        'The Plan of Action was signed.',
        'What came after the Iran deal?',
      ]);
    });

    it('changes nothing where somebody else changed the record first, or the record is refused', async () => {
      const { context, project, id, first } = await newProject();
      await changeEntity(context, { project, id, revision: 1, record: { ...record, note: 'Theirs' } });
      const documents = [{ document: first, mentions: both }];
      const input = { project, id, revision: 1, record: renamedRecord, documents };
      expect(await renameEntity(context, input)).toMatchObject({
        ok: false,
        reason: 'stale',
        entity: { note: 'Theirs' },
      });
      const wrong = { ...input, revision: 2, record: { ...renamedRecord, label: 'NONE' } };
      expect(await renameEntity(context, wrong)).toMatchObject({ ok: false, reason: 'refused' });
      expect(await renderings(context, first)).toEqual(english);
    });
  });

  describe('a concordance', () => {
    it('gives the mentions of one sentence in the order in which they are read', async () => {
      const context = await engine.context();
      const { id: project } = await createProject(context, { name: 'Registry' });
      const created = await createEntity(context, { project, record });
      const imported = await importDocument(context, { project, title: 'One', text: 'برجام و برجام و برجام' });
      if (!created.ok || !imported.ok) throw new Error('The project was refused');
      const entity = created.value.id;
      await changeDocument(context, imported.value.id, (tr, { source }) => {
        const segment = segments(tr.doc)[0]?.id ?? '';
        setRendering(tr, segment, 'JCPOA, JCPOA and JCPOA');
        const mark = (id: string, from: number | null, english: number) =>
          addMention(
            tr,
            {
              id,
              label: 'AGREEMENT',
              entity,
              state: 'accepted',
              source: from === null ? null : { from, to: from + 5 },
              rendering: { segment, from: english, to: english + 5 },
            },
            source.text,
          );
        return [mark('a', null, 17), mark('b', null, 7), mark('c', 8, 0), mark('d', 0, 0)].includes(true);
      });
      const found = await concordance(context, { project, id: entity });
      expect(found.map(({ mention }) => mention)).toEqual(['d', 'c', 'b', 'a']);
    });
  });
});
