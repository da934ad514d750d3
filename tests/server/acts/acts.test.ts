import { describe, expect, it } from 'vitest';
import { changeEntity, createEntity } from '../../../server/commands/entity/change.ts';
import { entityHistory } from '../../../server/commands/entity/history.ts';
import { entityExtent } from '../../../server/commands/entity/list.ts';
import { mergeEntities, removeEntity } from '../../../server/commands/entity/merge.ts';
import { renameEntity } from '../../../server/commands/entity/rename.ts';
import { splitEntity } from '../../../server/commands/entity/split.ts';
import { openJob } from '../../../server/commands/job/jobs.ts';
import { undoAct } from '../../../server/commands/job/undo.ts';
import { changeDocument } from '../../../server/commands/timeline/change.ts';
import type { Context } from '../../../server/context.ts';
import { askToCancel, jobById } from '../../../server/db/job.ts';
import { describeMention } from '../../../shared/doc/edit/mention.ts';
import { withEngines } from '../engines.ts';
import { deeds, doDeed } from './doing.ts';
import { newScene, recordOf, toldOf } from './scene.ts';

withEngines((engine) => {
  describe('an act over many documents', () => {
    it('is taken back whole, also by a server that was started since', async () => {
      const place = await engine.place();
      const first = await engine.context(place);
      const done = [];
      for (const deed of deeds) {
        const scene = await newScene(first, 2);
        const before = await toldOf(first, scene);
        done.push({ deed, scene, before, job: await doDeed(first, deed, scene), after: await toldOf(first, scene) });
      }
      const later = await engine.context(place);
      for (const { deed, scene, before, job, after } of done) {
        expect(after, deed).not.toBe(before);
        expect(await openJob(later, { id: job })).toMatchObject({ kind: deed, state: 'done', canUndo: true, share: 1 });
        expect(await undoAct(later, { id: job })).toMatchObject({ isTurned: true, isDone: true });
        expect(await toldOf(later, scene), deed).toBe(before);
        expect(await openJob(later, { id: job })).toMatchObject({ state: 'cancelled', canUndo: false, share: 0 });
      }
    });

    it('says before it begins what it will touch, and in the history what it did, to how many', async () => {
      const ctx = await engine.context();
      const { project, russia, iran, documents } = await newScene(ctx, 3);
      const extent = { mentions: 6, documents: 3, labels: [{ label: 'GPE', count: 6 }] };
      expect(await entityExtent(ctx, { project, id: russia })).toEqual(extent);
      const merged = await mergeEntities(ctx, { project, into: iran, from: russia, relabel: true });
      expect(merged).toMatchObject({ ok: true, isDone: true, mentions: 6, documents: 3 });
      const { acts } = await entityHistory(ctx, { project, id: iran });
      const act = { kind: 'merge', names: ['Russia', 'Iran'], mentions: 6, documents: 3 };
      expect(acts).toMatchObject([{ ...act, state: 'done', left: 0 }]);
      const labels = [
        { label: 'GPE', count: 3 },
        { label: 'ORG', count: 6 },
      ];
      const now = await entityExtent(ctx, { project, id: iran });
      expect(now.labels.toSorted((a, b) => a.count - b.count)).toEqual(labels);

      await changeDocument(ctx, documents[0] ?? '', (tr) => describeMention(tr, 'm1', { entity: null }));
      await undoAct(ctx, { id: acts[0]?.job ?? '' });
      expect((await entityHistory(ctx, { project, id: russia })).acts).toMatchObject([
        { ...act, state: 'cancelled', left: 1 },
      ]);
      expect(await entityExtent(ctx, { project, id: russia })).toMatchObject({ mentions: 5 });
    });

    it('leaves what somebody has said of the entities since, when it is taken back', async () => {
      const ctx = await engine.context();
      const { project, russia, iran } = await newScene(ctx, 1);
      const merged = await mergeEntities(ctx, { project, into: iran, from: russia });
      if (!merged.ok || !merged.entity) throw new Error('The merge was refused');
      const { id: _id, revision, changedAt: _at, ...record } = merged.entity;
      await changeEntity(ctx, { project, id: iran, revision, record: { ...record, note: 'Theirs' } });
      await undoAct(ctx, { id: merged.job });
      const { revisions } = await entityHistory(ctx, { project, id: iran });
      expect(revisions[0]).toMatchObject({ cause: 'restored', record: { note: 'Theirs', faOther: [], enOther: [] } });
    });

    it('moves mentions to another entity that is there, with its label, and back', async () => {
      const ctx = await engine.context();
      const scene = await newScene(ctx, 2);
      const { project, russia, iran, documents } = scene;
      const before = await toldOf(ctx, scene);
      const mentions = documents.map((document) => ({ document, mention: 'm2' }));
      const moved = await splitEntity(ctx, { project, id: russia, to: { id: iran }, mentions });
      expect(moved).toMatchObject({ ok: true, mentions: 2, documents: 2, entity: { id: iran } });
      expect(await toldOf(ctx, scene)).toContain('m2 ORG Iran');
      if (moved.ok) await undoAct(ctx, { id: moved.job });
      expect(await toldOf(ctx, scene)).toBe(before);
    });

    it('does not begin over an entity that another act has in hand', async () => {
      const ctx = await engine.context();
      const { project, russia, iran } = await newScene(ctx, 2);
      const other = await createEntity(ctx, { project, record: recordOf('GPE', 'چین', 'China') });
      if (!other.ok) throw new Error('The entity was refused');
      const held = await mergeEntities(ctx, { project, into: iran, from: russia });
      if (!held.ok) throw new Error('The merge was refused');
      // As it stands while the documents of the merge are gone through.
      await ctx.store.transaction((trx) =>
        trx.updateTable('job').set({ state: 'running' }).where('id', '=', held.job).execute(),
      );
      const busy = { ok: false, problems: [{ rule: 'entity.busy', element: iran }] };
      expect(await removeEntity(ctx, { project, id: iran })).toMatchObject(busy);
      expect(await mergeEntities(ctx, { project, into: other.value.id, from: iran })).toMatchObject(busy);
      const rename = { project, id: iran, revision: 2, record: recordOf('ORG', 'ایران', 'Persia'), documents: [] };
      expect(await renameEntity(ctx, rename)).toMatchObject({ reason: 'refused', problems: [{ rule: 'entity.busy' }] });
    });

    it('goes back where it is stopped under way', async () => {
      const ctx = await engine.context();
      const scene = await newScene(ctx, 4);
      const before = await toldOf(ctx, scene);
      const { project, russia, iran } = scene;
      const answer = await mergeEntities(stoppingAfter(ctx, 3), { project, into: iran, from: russia });
      expect(answer).toMatchObject({ ok: false, problems: [{ rule: 'act-cancelled' }] });
      expect(await toldOf(ctx, scene)).toBe(before);
    });
  });
});

/** A context in which somebody asks for the open job to be stopped before the given transaction. */
function stoppingAfter(ctx: Context, transaction: number): Context {
  const { store } = ctx;
  let count = 0;
  return {
    ...ctx,
    store: {
      ...store,
      async transaction(work) {
        count += 1;
        const open = await store.db.selectFrom('job').select('id').where('state', '=', 'running').executeTakeFirst();
        if (count === transaction && open && (await jobById(store.db, open.id))) {
          await store.transaction((trx) => askToCancel(trx, open.id, ctx.now()));
        }
        return store.transaction(work);
      },
    },
  };
}
