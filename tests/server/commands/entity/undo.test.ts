import { describe, expect, it } from 'vitest';
import { importDocument } from '../../../../server/commands/document/import.ts';
import { createEntity } from '../../../../server/commands/entity/change.ts';
import { listDeleted } from '../../../../server/commands/entity/deleted.ts';
import { forgetBegun } from '../../../../server/commands/entity/forget.ts';
import { entityHistory } from '../../../../server/commands/entity/history.ts';
import { concordance, listEntities } from '../../../../server/commands/entity/list.ts';
import { mergeEntities, removeEntity } from '../../../../server/commands/entity/merge.ts';
import { bringBackEntity } from '../../../../server/commands/job/bring-back.ts';
import { undoAct } from '../../../../server/commands/job/undo.ts';
import { createProject } from '../../../../server/commands/project/create.ts';
import { changeDocument } from '../../../../server/commands/timeline/change.ts';
import type { Context } from '../../../../server/context.ts';
import { addMention, describeMention } from '../../../../shared/doc/edit/mention.ts';
import type { EntityRecord } from '../../../../shared/names/entity/entity.ts';
import { withEngines } from '../../engines.ts';

const text = 'ایران و روسیه گفت‌وگو کردند. روسیه پاسخ داد.';

const recordOf = (fa: string, en: string): EntityRecord => ({
  label: 'GPE',
  fa,
  en,
  faOther: [],
  enOther: [],
  wikidata: null,
  note: '',
});

withEngines((engine) => {
  describe('a removed entity', () => {
    /** A project whose document mentions Russia twice and Iran once. */
    async function newProject(within?: Context) {
      const context = within ?? (await engine.context());
      const { id: project } = await createProject(context, { name: 'Registry' });
      const imported = await importDocument(context, { project, title: 'Talks', text });
      if (!imported.ok) throw new Error('The text was refused');
      const document = imported.value.id;
      const ids = [];
      for (const record of [recordOf('روسیه', 'Russia'), recordOf('ایران', 'Iran')]) {
        const created = await createEntity(context, { project, record });
        if (!created.ok) throw new Error(created.problems[0]?.message);
        ids.push(created.value.id);
      }
      const [russia = '', iran = ''] = ids;
      await changeDocument(context, document, (tr) => {
        const mark = (id: string, entity: string, from: number) => {
          const source = { from, to: from + 5 };
          addMention(tr, { id, label: 'GPE', entity, state: 'accepted', source, rendering: null }, text);
        };
        mark('m1', russia, text.indexOf('روسیه'));
        mark('m2', russia, text.lastIndexOf('روسیه'));
        mark('m3', iran, 0);
        return true;
      });
      const mentionsOf = async (id: string) =>
        (await concordance(context, { project, id })).map(({ mention }) => mention);
      return { context, project, document, russia, iran, mentionsOf };
    }

    it('comes back with the mentions that nobody has changed since', async () => {
      const { context, project, document, russia, iran, mentionsOf } = await newProject();
      const removed = await removeEntity(context, { project, id: russia });
      if (!removed.ok) throw new Error('The removal was refused');
      await changeDocument(context, document, (tr) => describeMention(tr, 'm2', { entity: iran }));

      expect(await undoAct(context, { id: removed.job })).toMatchObject({ isTurned: true, isDone: true });
      const restored = (await listEntities(context, { project })).find(({ id }) => id === russia);
      expect(restored).toMatchObject({ id: russia, en: 'Russia', revision: 3 });
      expect(await mentionsOf(russia)).toEqual(['m1']);
      expect(await mentionsOf(iran)).toEqual(['m3', 'm2']);
      const { revisions: history } = await entityHistory(context, { project, id: russia });
      expect(history.map(({ cause }) => cause)).toEqual(['restored', 'removed', 'created']);
    });

    it('parts again from the one that it was merged into, which keeps its own mentions', async () => {
      const { context, project, russia, iran, mentionsOf } = await newProject();
      const merged = await mergeEntities(context, { project, into: iran, from: russia });
      if (!merged.ok) throw new Error('The merge was refused');
      expect(await mentionsOf(iran)).toEqual(['m3', 'm1', 'm2']);

      await undoAct(context, { id: merged.job });
      expect(await mentionsOf(russia)).toEqual(['m1', 'm2']);
      expect(await mentionsOf(iran)).toEqual(['m3']);
    });

    it('parts again for another person, who finds the merge in the history of either record, later and elsewhere', async () => {
      const place = await engine.place();
      const mina = { ...(await engine.context(place)), person: 'mina' };
      const { project, russia, iran } = await newProject(mina);
      expect(await mergeEntities(mina, { project, into: iran, from: russia })).toMatchObject({ ok: true });

      const reza = { ...(await engine.context(place)), person: 'reza' };
      for (const id of [russia, iran]) {
        const { acts } = await entityHistory(reza, { project, id });
        expect(acts).toMatchObject([{ kind: 'merge', state: 'done', person: 'mina', names: ['Russia', 'Iran'] }]);
      }
      const [act] = (await entityHistory(reza, { project, id: iran })).acts;
      expect(await undoAct(reza, { id: act?.job ?? '' })).toMatchObject({ isTurned: true, isDone: true });

      const meant = async (id: string) => (await concordance(mina, { project, id })).map(({ mention }) => mention);
      expect([await meant(russia), await meant(iran)]).toEqual([['m1', 'm2'], ['m3']]);
      const told = await entityHistory(mina, { project, id: russia });
      expect(told.acts).toMatchObject([{ kind: 'merge', state: 'cancelled', person: 'mina' }]);
      expect(told.revisions[0]).toMatchObject({ cause: 'restored', record: { en: 'Russia' } });
    });

    it('is listed with who deleted it, when, and its mentions; what was merged or undone is not', async () => {
      const { context, project, russia, iran } = await newProject();
      const begun = await createEntity(context, { project, record: recordOf('چین', 'China') });
      if (!begun.ok) throw new Error('The entity was refused');
      expect(await forgetBegun(context, { project, id: begun.value.id })).toEqual({ isForgotten: true });
      await mergeEntities(context, { project, into: iran, from: russia });
      expect(await listDeleted(context, { project })).toEqual([]);

      await removeEntity({ ...context, person: 'mina', now: () => 1_700_000_000_000 }, { project, id: iran });
      const told = { id: iran, en: 'Iran', label: 'GPE', person: 'mina', changedAt: 1_700_000_000_000, mentions: 3 };
      expect(await listDeleted(context, { project })).toMatchObject([told]);
      await expect(listDeleted(context, { project: 'gone' })).rejects.toThrow('no project');
    });

    it('comes back from the list long after, for another person, and can be deleted and come back again', async () => {
      const { context, project, document, russia, iran, mentionsOf } = await newProject();
      await removeEntity(context, { project, id: russia });
      await changeDocument(context, document, (tr) => describeMention(tr, 'm2', { entity: iran }));
      const mina = { ...context, person: 'mina' };
      const answer = await bringBackEntity(mina, { project, id: russia });
      expect(answer).toEqual({ became: 'back', isDone: true, mentions: 1, left: 1 });
      expect(await mentionsOf(russia)).toEqual(['m1']);
      expect(await listDeleted(context, { project })).toEqual([]);
      const { revisions } = await entityHistory(context, { project, id: russia });
      expect(revisions[0]).toMatchObject({ cause: 'restored', record: { en: 'Russia' } });

      await removeEntity(context, { project, id: russia });
      expect(await listDeleted(context, { project })).toMatchObject([{ id: russia, mentions: 1 }]);
      expect(await bringBackEntity(context, { project, id: russia })).toMatchObject({ became: 'back', mentions: 1 });
    });

    it('comes back once, whoever asks for it in whichever way, and who was late is told that it is there', async () => {
      const { context, project, russia, mentionsOf } = await newProject();
      await removeEntity(context, { project, id: russia });
      const ask = () => bringBackEntity(context, { project, id: russia });
      const answers = await Promise.all([ask(), ask()]);
      expect(answers.filter(({ became }) => became === 'back')).toHaveLength(1);
      expect(await ask()).toEqual({ became: 'there' });
      expect(await mentionsOf(russia)).toEqual(['m1', 'm2']);
      expect((await entityHistory(context, { project, id: russia })).revisions).toHaveLength(3);
      await expect(bringBackEntity(context, { project, id: 'gone' })).rejects.toThrow('no entity');
    });

    it('comes back from a merge, and where it was undone with the mention that it was begun for', async () => {
      const { context, project, russia, iran, mentionsOf } = await newProject();
      await mergeEntities(context, { project, into: iran, from: russia });
      expect(await bringBackEntity(context, { project, id: russia })).toMatchObject({ became: 'back', mentions: 2 });
      expect(await mentionsOf(iran)).toEqual(['m3']);

      const begun = await createEntity(context, { project, record: recordOf('چین', 'China') });
      if (!begun.ok) throw new Error('The entity was refused');
      const { id } = begun.value;
      await forgetBegun(context, { project, id });
      expect(await bringBackEntity(context, { project, id })).toMatchObject({ became: 'back', mentions: 0 });
      expect((await listEntities(context, { project })).map((one) => one.en)).toContain('China');
    });

    it('does not come back while another act has it in hand', async () => {
      const { context, project, russia } = await newProject();
      const removed = await removeEntity(context, { project, id: russia });
      if (!removed.ok) throw new Error('The removal was refused');
      // As it stands while the documents are gone through on the way back.
      await context.store.transaction((trx) =>
        trx.updateTable('job').set({ state: 'cancelling' }).where('id', '=', removed.job).execute(),
      );
      expect(await bringBackEntity(context, { project, id: russia })).toEqual({ became: 'busy' });
      expect(await listDeleted(context, { project })).toHaveLength(1);
    });

    it('is taken back once, whoever asks', async () => {
      const { context, project, russia } = await newProject();
      const removed = await removeEntity(context, { project, id: russia });
      if (!removed.ok) throw new Error('The removal was refused');
      const { job: id } = removed;
      const answers = await Promise.all([undoAct(context, { id }), undoAct(context, { id })]);
      expect(answers.map(({ isTurned }) => isTurned).sort()).toEqual([false, true]);
      expect(await listEntities(context, { project })).toHaveLength(2);
      await expect(undoAct(context, { id: 'gone' })).rejects.toThrow('no job');
    });
  });
});
