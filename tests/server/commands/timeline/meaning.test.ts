import { Transform } from 'prosemirror-transform';
import { describe, expect, it } from 'vitest';
import { verify } from '../../../../server/backup/verify.ts';
import { rebuildProjections } from '../../../../server/commands/document/rebuild-projections.ts';
import { changeEntity, createEntity } from '../../../../server/commands/entity/change.ts';
import { forgetBegun } from '../../../../server/commands/entity/forget.ts';
import { entityHistory } from '../../../../server/commands/entity/history.ts';
import { listEntities } from '../../../../server/commands/entity/list.ts';
import { mergeEntities, removeEntity } from '../../../../server/commands/entity/merge.ts';
import { pushSteps } from '../../../../server/commands/timeline/push.ts';
import type { Context } from '../../../../server/context.ts';
import { documentById } from '../../../../server/db/document.ts';
import {
  addMention,
  describeMention,
  removeMention,
  setMentionRendering,
} from '../../../../shared/doc/edit/mention.ts';
import { setRendering } from '../../../../shared/doc/edit/rendering.ts';
import { latestVersion } from '../../../../shared/doc/model/migrations.ts';
import { mentions, segmentByIndex } from '../../../../shared/doc/model/read.ts';
import type { EntityRecord } from '../../../../shared/names/entity/entity.ts';
import { withEngines } from '../../engines.ts';
import { newDocument, openWriter, type Writer } from '../../writer.ts';

const text = 'روسیه پاسخ داد. روسیه رفت.';

const recordOf = (fa: string, en: string, label = 'GPE'): EntityRecord => ({
  ...{ label, fa, en, faOther: [], enOther: [] },
  ...{ wikidata: null, note: '' },
});

const mark = (writer: Writer, id: string, entity: string | null, from = 0) =>
  writer.push((tr) => {
    const source = { from, to: from + 5 };
    addMention(tr, { id, label: 'GPE', entity, state: 'accepted', source, rendering: null }, text);
  });

withEngines((engine) => {
  async function opened() {
    const ctx = await engine.context();
    const document = await newDocument(ctx, text);
    const project = (await documentById(ctx.store.db, document))?.project_id ?? '';
    return { ctx, document, project, writer: await openWriter(ctx, document) };
  }

  async function have(ctx: Context, project: string, id: string, record: EntityRecord) {
    const created = await createEntity(ctx, { project, id, record });
    if (!created.ok) throw new Error(created.problems[0]?.message);
    return id;
  }

  /** What each mention means, as who opens the document now sees it, and as the rows of the projection say. */
  async function meant(ctx: Context, document: string) {
    const { doc } = await openWriter(ctx, document);
    const rows = await ctx.store.db.selectFrom('mention').select('entity').orderBy('id').execute();
    const now = mentions(doc).map(({ entity }) => entity);
    expect(rows.map(({ entity }) => entity)).toEqual(now);
    expect((await verify(ctx)).problems).toEqual([]);
    return now;
  }

  describe('a mention', () => {
    it('means none where nobody knows its entity, and the text that came with it is kept', async () => {
      const { ctx, document, writer } = await opened();
      const answer = await writer.push((tr) => {
        setRendering(tr, segmentByIndex(tr.doc, 0)?.id ?? '', 'Russia answered.');
        const source = { from: 0, to: 5 };
        addMention(tr, { id: 'm1', label: 'GPE', entity: 'gone', state: 'accepted', source, rendering: null }, text);
      });
      expect(answer.ok).toBe(true);
      expect(await meant(ctx, document)).toEqual([null]);
      await writer.catchUp();
      expect(mentions(writer.doc)).toMatchObject([{ entity: null }]);
      expect(await writer.type(1, 'It left.')).toMatchObject({ ok: true });
    });

    it('means none where its entity was deleted meanwhile, and the one that it was merged into where it was merged', async () => {
      const { ctx, document, project, writer } = await opened();
      const [a, b, c] = [
        await have(ctx, project, 'a', recordOf('روسیه', 'Russia')),
        await have(ctx, project, 'b', recordOf('روس', 'Rus')),
        await have(ctx, project, 'c', recordOf('شوروی', 'Soviet Union')),
      ];
      await mergeEntities(ctx, { project, into: b, from: a });
      await mergeEntities(ctx, { project, into: c, from: b });
      await mark(writer, 'm1', a);
      expect(await meant(ctx, document)).toEqual([c]);
      await removeEntity(ctx, { project, id: c });
      expect(await meant(ctx, document)).toEqual([null]);
      await writer.catchUp();
      await writer.push((tr) => describeMention(tr, 'm1', { entity: b }));
      expect(await meant(ctx, document)).toEqual([null]);
    });

    it('brings the entity with it that was begun for it; one that is refused leaves it without', async () => {
      const { ctx, document, project, writer } = await opened();
      const push = async (id: string, entity: string, from: number, record: EntityRecord) => {
        const steps: unknown[] = [];
        await writer.catchUp();
        const base = writer.version;

        const tr = new Transform(writer.doc);
        const source = { from, to: from + 5 };
        addMention(tr, { id, label: 'GPE', entity, state: 'accepted', source, rendering: null }, text);
        steps.push(...tr.steps.map((step) => step.toJSON() as unknown));
        const entities = [{ id: entity, record }];
        return pushSteps(ctx, {
          document,
          base,
          client: 'c-9',
          schema: latestVersion(ctx.timeline.editions),
          steps,
          entities,
        });
      };
      expect(await push('m1', 'begun', 0, recordOf('روسیه', 'Russia'))).toMatchObject({ isRegistryChanged: true });
      expect(await push('m2', 'wrong', 16, recordOf('روسیه', 'Russia', 'NONE'))).toMatchObject({ ok: true });
      expect(await meant(ctx, document)).toEqual(['begun', null]);
      expect(await listEntities(ctx, { project })).toMatchObject([{ id: 'begun', en: 'Russia', mentions: 1 }]);
      const again = await createEntity(ctx, { project, id: 'begun', record: recordOf('روسیه', 'Other') });
      expect(again).toMatchObject({ ok: true, value: { en: 'Russia', revision: 1 } });
    });

    it('takes its entity along when it is undone, and brings it back with it; one that somebody spoke of stays', async () => {
      const { ctx, document, project, writer } = await opened();
      const record = recordOf('روسیه', 'Russia');
      await have(ctx, project, 'begun', record);
      await mark(writer, 'm1', 'begun');
      expect(await forgetBegun(ctx, { project, id: 'begun' })).toEqual({ isForgotten: false });
      await writer.push((tr) => removeMention(tr, 'm1'));
      expect(await forgetBegun(ctx, { project, id: 'begun' })).toEqual({ isForgotten: true });
      expect(await listEntities(ctx, { project })).toEqual([]);
      const again = { document, base: writer.version, client: 'c-1', schema: latestVersion(ctx.timeline.editions) };
      const tr = new Transform(writer.doc);
      const source = { from: 0, to: 5 };
      addMention(tr, { id: 'm1', label: 'GPE', entity: 'begun', state: 'accepted', source, rendering: null }, text);
      const steps = tr.steps.map((step) => step.toJSON() as unknown);
      await pushSteps(ctx, { ...again, steps, entities: [{ id: 'begun', record }] });
      expect(await meant(ctx, document)).toEqual(['begun']);
      expect(await listEntities(ctx, { project })).toMatchObject([{ id: 'begun', en: 'Russia' }]);
      await writer.catchUp();
      await writer.push((undo) => removeMention(undo, 'm1'));
      const [{ revision = 0 } = {}] = await listEntities(ctx, { project });
      await changeEntity(ctx, { project, id: 'begun', revision, record: { ...record, note: 'Kept' } });
      expect(await forgetBegun(ctx, { project, id: 'begun' })).toEqual({ isForgotten: false });
    });

    it('means one that is there, or none, however a deletion and a push meet', async () => {
      const place = await engine.place();
      const [ctx, other] = [await engine.context(place), await engine.context(place)];
      const document = await newDocument(ctx, text);
      const project = (await documentById(ctx.store.db, document))?.project_id ?? '';
      for (let round = 0; round < 8; round++) {
        const id = await have(ctx, project, `e${round}`, recordOf(`روسیه ${round}`, 'Russia'));
        const writer = await openWriter(ctx, document, `c-${round}`);
        const [pushed] = await Promise.all([mark(writer, `m${round}`, id), removeEntity(other, { project, id })]);
        expect(pushed.ok || pushed.reason === 'stale').toBe(true);
        expect((await verify(ctx)).problems).toEqual([]);
      }
      expect(new Set(await meant(ctx, document))).toEqual(new Set([null]));
    });

    it('that means what is not there, as an earlier Radif left it, is told by the check and mended by the rebuild', async () => {
      const { ctx, document, project, writer } = await opened();
      await have(ctx, project, 'a', recordOf('روسیه', 'Russia'));
      await mark(writer, 'm1', 'a');
      await ctx.store.transaction((trx) => trx.updateTable('entity').set({ removed_at: 1 }).execute());
      expect((await verify(ctx)).problems).toMatchObject([{ rule: 'mention-entity' }]);
      await rebuildProjections(ctx);
      expect(await meant(ctx, document)).toEqual([null]);
    });
  });

  describe('an entity without an English name', () => {
    it('gets the one that is linked with its Persian name in a text, once, and says where it has it from', async () => {
      const { ctx, project, writer } = await opened();
      await have(ctx, project, 'a', recordOf('روسیه', ''));
      const segment = segmentByIndex(writer.doc, 0)?.id ?? '';
      await writer.push((tr) => setRendering(tr, segment, 'Russia answered.'));
      await mark(writer, 'm1', 'a');
      const linked = await writer.push((tr) => setMentionRendering(tr, 'm1', { segment, from: 0, to: 6 }));
      expect(linked).toMatchObject({ ok: true, isRegistryChanged: true });
      expect(await listEntities(ctx, { project })).toMatchObject([{ en: 'Russia', revision: 2 }]);
      expect((await entityHistory(ctx, { project, id: 'a' })).revisions[0]).toMatchObject({ cause: 'linked' });
      const again = await writer.push((tr) => setMentionRendering(tr, 'm1', { segment, from: 0, to: 15 }));
      expect(again).toMatchObject({ ok: true });
      expect(again).not.toHaveProperty('isRegistryChanged');
      expect(await listEntities(ctx, { project })).toMatchObject([{ en: 'Russia' }]);
    });

    it('stays without where the Persian is no name of it, or nobody has accepted the mention', async () => {
      const { ctx, project, writer } = await opened();
      await have(ctx, project, 'a', recordOf('فدراسیون', ''));
      await have(ctx, project, 'b', recordOf('روسیه', ''));
      await writer.push((tr) => {
        const segment = segmentByIndex(tr.doc, 0)?.id ?? '';
        setRendering(tr, segment, 'Russia answered.');
        const place = { source: { from: 0, to: 5 }, rendering: { segment, from: 0, to: 6 } };
        addMention(tr, { id: 'm1', label: 'GPE', entity: 'a', state: 'accepted', ...place }, text);
        addMention(tr, { id: 'm2', label: 'GPE', entity: 'b', state: 'proposed', ...place }, text);
      });
      expect(await listEntities(ctx, { project })).toMatchObject([{ en: '' }, { en: '' }]);
    });
  });
});
