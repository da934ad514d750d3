import { describe, expect, it } from 'vitest';
import { importDocument } from '../../../../server/commands/document/import.ts';
import { changeEntity, createEntity } from '../../../../server/commands/entity/change.ts';
import { entityHistory } from '../../../../server/commands/entity/history.ts';
import { concordance, listEntities } from '../../../../server/commands/entity/list.ts';
import { mergeEntities, removeEntity } from '../../../../server/commands/entity/merge.ts';
import { importRegistry } from '../../../../server/commands/entity/registry-csv.ts';
import { splitEntity } from '../../../../server/commands/entity/split.ts';
import { dismiss, listDismissals, undismiss } from '../../../../server/commands/finding/dismissals.ts';
import { createProject } from '../../../../server/commands/project/create.ts';
import { changeDocument } from '../../../../server/commands/timeline/change.ts';
import type { Context } from '../../../../server/context.ts';
import { addMention } from '../../../../shared/doc/edit/mention.ts';
import { setRendering } from '../../../../shared/doc/edit/rendering.ts';
import { segmentByIndex } from '../../../../shared/doc/model/read.ts';
import type { EntityRecord } from '../../../../shared/names/entity/entity.ts';
import { withEngines } from '../../engines.ts';
import { documentAt } from '../../opened.ts';

const text = 'ایران و روسیه گفت‌وگو کردند. روسیه پاسخ داد.';

const russia: EntityRecord = {
  label: 'GPE',
  fa: 'روسیه',
  en: 'Russia',
  faOther: [],
  enOther: [{ name: 'Russian Federation', use: 'first mention' }],
  wikidata: 'Q159',
  note: '',
};

withEngines((engine) => {
  describe('the registry of a project', () => {
    const head = 'label,fa,en,fa_other,en_other,wikidata,note';
    const csv = `${head}\r\nGPE,روسیه,Russia,,RF,Q159,\r\nGPE,ایران,Iran,,,Q794,\r\n`;

    it('takes a file that comes several times at once for one', async () => {
      const { context, project } = await newProject();
      await createEntity(context, { project, id: 'r', record: russia });
      const bring = () => importRegistry(context, { project, csv });
      const brought = await Promise.all([bring(), bring(), bring()]);
      const told = brought.map((each) => each.ok && [each.value.added, each.value.grown, each.value.known].join(' '));
      expect(told.sort()).toEqual(['0 0 2', '0 0 2', '1 1 0']);
      expect((await listEntities(context, { project })).map(({ en }) => en).sort()).toEqual(['Iran', 'Russia']);
    });

    it('has nothing of a file that is broken off while it is written', async () => {
      const { context, project } = await newProject();
      const many = Array.from({ length: 2_500 }, (_, at) => `PER,شخص ${at},Person ${at},,,,`);
      const ending = new AbortController();
      const { signal } = ending;
      const look = signal.throwIfAborted.bind(signal);
      let looks = 0;
      signal.throwIfAborted = () => {
        looks += 1;
        if (looks === 3) ending.abort();
        look();
      };
      const brought = importRegistry(context, { project, csv: [head, ...many].join('\r\n') }, signal);
      await expect(brought).rejects.toMatchObject({ name: 'AbortError' });
      expect(await listEntities(context, { project })).toEqual([]);
    });

    it('keeps what somebody writes while a file is read', async () => {
      const { context, project } = await newProject();
      await createEntity(context, { project, id: 'r', record: russia });
      let written = false;
      const run = async (...task: Parameters<Context['apart']['run']>) => {
        const read = await context.apart.run(...task);
        const record = { ...russia, note: 'Moscow' };
        if (!written) await changeEntity(context, { project, id: 'r', revision: 1, record });
        written = true;
        return read;
      };
      const apart = { ...context.apart, run } as Context['apart'];
      const brought = await importRegistry({ ...context, apart }, { project, csv });
      expect(brought).toMatchObject({ value: { added: 1, grown: 1, known: 0 } });
      expect((await listEntities(context, { project })).find(({ id }) => id === 'r')).toMatchObject({
        ...{ note: 'Moscow', revision: 3 },
        enOther: [{ name: 'Russian Federation' }, { name: 'RF' }],
      });
    });

    async function newProject() {
      const context = await engine.context();
      const { id: project } = await createProject(context, { name: 'Registry' });
      const imported = await importDocument(context, { project, title: 'Talks', text });
      if (!imported.ok) throw new Error('The text was refused');
      return { context, project, document: imported.value.id };
    }

    async function newEntity(context: Context, project: string, record: EntityRecord) {
      const created = await createEntity(context, { project, record });
      if (!created.ok) throw new Error(created.problems[0]?.message);
      return created.value;
    }

    /** Marks both places of «روسیه», the first with its English. */
    async function mentionTwice(context: Context, document: string, entity: string) {
      await changeDocument(context, document, (tr) => {
        const segment = segmentByIndex(tr.doc, 0);
        if (!segment) return false;
        setRendering(tr, segment.id, 'Iran and Russia talked.');
        const first = text.indexOf('روسیه');
        const second = text.lastIndexOf('روسیه');
        const mention = { label: 'GPE', entity, state: 'accepted' } as const;
        const rendering = { segment: segment.id, from: 9, to: 15 };
        addMention(tr, { id: 'm1', ...mention, source: { from: first, to: first + 5 }, rendering }, text);
        addMention(tr, { id: 'm2', ...mention, source: { from: second, to: second + 5 }, rendering: null }, text);
        return true;
      });
    }

    it('keeps an entity with everything it ever said', async () => {
      const { context, project } = await newProject();
      const created = await newEntity(context, project, russia);
      const record = { ...russia, note: 'Since 1991' };
      const changed = await changeEntity(context, { project, id: created.id, revision: 1, record });
      expect(changed).toMatchObject({ ok: true, entity: { note: 'Since 1991', revision: 2 } });
      expect(await listEntities(context, { project })).toMatchObject([{ id: created.id, revision: 2, mentions: 0 }]);
      expect((await entityHistory(context, { project, id: created.id })).revisions).toMatchObject([
        { revision: 2, cause: 'changed', record },
        { revision: 1, cause: 'created', record: russia },
      ]);
    });

    it('gives who was late the entity as it is now, and changes nothing', async () => {
      const { context, project } = await newProject();
      const { id } = await newEntity(context, project, russia);
      await changeEntity(context, { project, id, revision: 1, record: { ...russia, note: 'First' } });
      const late = await changeEntity(context, { project, id, revision: 1, record: { ...russia, note: 'Late' } });
      expect(late).toMatchObject({ ok: false, reason: 'stale', entity: { note: 'First', revision: 2 } });
      expect(await listEntities(context, { project })).toMatchObject([{ note: 'First' }]);
    });

    it('refuses a record without a name, with an unknown label, or with a wrong Wikidata id', async () => {
      const { context, project } = await newProject();
      const wrong = { ...russia, label: 'STAR', fa: '', en: '…', wikidata: 'Russia' };
      const refused = await createEntity(context, { project, record: wrong });
      expect(!refused.ok && refused.problems.map(({ rule }) => rule)).toEqual([
        'entity.label',
        'entity.name',
        'entity.wikidata',
      ]);
      expect(await listEntities(context, { project })).toEqual([]);
    });

    it.each(['a\u0000b', 'a\ud83d', 'a\nb', 'a\u2028b'])(
      'refuses a name that no file and not every database can keep',
      async (bad) => {
        const { context, project } = await newProject();
        const record: EntityRecord = { ...russia, en: bad, faOther: [{ name: bad, use: null }] };
        const refused = await createEntity(context, { project, record });
        expect(!refused.ok && refused.problems.map(({ rule, element }) => [rule, element])).toEqual([
          ['entity.control', 'en'],
          ['entity.control', 'faOther'],
        ]);
        expect(await listEntities(context, { project })).toEqual([]);
      },
    );

    it('shows every mention in its sentence on both sides', async () => {
      const { context, project, document } = await newProject();
      const { id } = await newEntity(context, project, russia);
      await mentionTwice(context, document, id);
      const found = await concordance(context, { project, id });
      expect(found.map(({ fa, source }) => source && fa.slice(source.from, source.to))).toEqual(['روسیه', 'روسیه']);
      expect(found.map(({ en, rendering }) => rendering && en.slice(rendering.from, rendering.to))).toEqual([
        'Russia',
        null,
      ]);
      expect(await listEntities(context, { project })).toMatchObject([{ mentions: 2 }]);
    });

    it('merges two entities: the names come together, the mentions mean the one that stays', async () => {
      const { context, project, document } = await newProject();
      const into = await newEntity(context, project, { ...russia, en: 'Russia', enOther: [] });
      const from = await newEntity(context, project, { ...russia, fa: 'فدراسیون روسیه', en: 'RUSSIA' });
      await mentionTwice(context, document, from.id);
      const merged = await mergeEntities(context, { project, into: into.id, from: from.id });
      expect(merged).toMatchObject({ ok: true, isDone: true, mentions: 2, documents: 1 });
      expect(await listEntities(context, { project })).toMatchObject([
        {
          id: into.id,
          mentions: 2,
          faOther: [{ name: 'فدراسیون روسیه', use: null }],
          enOther: [{ name: 'Russian Federation', use: 'first mention' }],
        },
      ]);
      expect(await mergeEntities(context, { project, into: into.id, from: into.id })).toMatchObject({ ok: false });
    });

    it('splits an entity off with some of its mentions', async () => {
      const { context, project, document } = await newProject();
      const { id } = await newEntity(context, project, russia);
      await mentionTwice(context, document, id);
      const mentions = [{ document, mention: 'm2' }];
      const split = await splitEntity(context, { project, id, to: { record: { ...russia, en: 'The Rus' } }, mentions });
      expect(split).toMatchObject({ ok: true, entity: { en: 'The Rus' } });
      expect((await listEntities(context, { project })).map(({ mentions }) => mentions)).toEqual([1, 1]);
    });

    it('removes an entity; its mentions stay and mean none', async () => {
      const { context, project, document } = await newProject();
      const { id } = await newEntity(context, project, russia);
      await mentionTwice(context, document, id);
      await removeEntity(context, { project, id });
      expect(await listEntities(context, { project })).toEqual([]);
      expect(await concordance(context, { project, id })).toEqual([]);
      const { doc } = await documentAt(context, document);
      expect(JSON.stringify(doc)).toContain('"id":"m1"');
      expect((await entityHistory(context, { project, id })).revisions[0]).toMatchObject({ cause: 'removed' });
    });

    it('remembers what is not to be told again, until somebody wants it back', async () => {
      const { context, document } = await newProject();
      await dismiss(context, { document, subject: 'finding-1', reason: 'On purpose' });
      await dismiss(context, { document, subject: 'finding-1', reason: 'Really' });
      expect(await listDismissals(context, { document })).toMatchObject([{ subject: 'finding-1', reason: 'Really' }]);
      await undismiss(context, { document, subject: 'finding-1' });
      expect(await listDismissals(context, { document })).toEqual([]);
    });
  });
});
