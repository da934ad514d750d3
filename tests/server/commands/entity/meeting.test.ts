import { describe, expect, it } from 'vitest';
import { importDocument } from '../../../../server/commands/document/import.ts';
import { changeEntity, createEntity } from '../../../../server/commands/entity/change.ts';
import { entityHistory } from '../../../../server/commands/entity/history.ts';
import { concordance, listEntities } from '../../../../server/commands/entity/list.ts';
import { mergeEntities, removeEntity } from '../../../../server/commands/entity/merge.ts';
import { createProject } from '../../../../server/commands/project/create.ts';
import type { Context } from '../../../../server/context.ts';
import type { Problem } from '../../../../shared/core/problem.ts';
import { addMention, describeMention, removeMention } from '../../../../shared/doc/edit/mention.ts';
import { brokenLaws } from '../../../../shared/doc/model/law.ts';
import { mentions } from '../../../../shared/doc/model/read.ts';
import type { EntityRecord } from '../../../../shared/names/entity/entity.ts';
import { withEngines } from '../../engines.ts';
import { openWriter, type Writer } from '../../writer.ts';

const text = 'ایران و روسیه گفت‌وگو کردند. روسیه پاسخ داد.';
const ROUNDS = 5;

const recordOf = (fa: string, en: string): EntityRecord => ({
  ...{ label: 'GPE', fa, en, faOther: [], enOther: [] },
  ...{ wikidata: null, note: '' },
});

const mark = (writer: Writer, id: string, entity: string | null, from: number) =>
  writer.push((tr) => {
    const source = { from, to: from + 5 };
    addMention(tr, { id, label: 'GPE', entity, state: 'accepted', source, rendering: null }, text);
  });

const toldOf = (answer: unknown) => {
  const { problems = [] } = answer as { readonly problems?: readonly Problem[] };
  return problems.map(({ element }) => element ?? '').join(' ');
};

withEngines((engine) => {
  /** Two people, each with a server of their own on one database. */
  async function two() {
    const place = await engine.place();
    const [first, second] = [await engine.context(place), await engine.context(place)];
    const { id: project } = await createProject(first, { name: 'Registry' });
    const imported = await importDocument(first, { project, title: 'Talks', text });
    if (!imported.ok) throw new Error('The text was refused');
    return { first, second, project, document: imported.value.id };
  }

  async function newEntity(ctx: Context, project: string, fa: string, en: string): Promise<string> {
    const created = await createEntity(ctx, { project, record: recordOf(fa, en) });
    if (!created.ok) throw new Error(created.problems[0]?.message);
    return created.value.id;
  }

  /** Both at once; what was refused is told by its message or the entity that it is about. */
  async function atOnce(...work: readonly Promise<unknown>[]): Promise<readonly string[]> {
    const settled = await Promise.allSettled(work);
    const refused = settled.map((each) => (each.status === 'rejected' ? String(each.reason) : toldOf(each.value)));
    return refused.filter((told) => told !== '').sort();
  }

  describe('two people', () => {
    it('mark the same name at once: who comes late sees it, and both marks stand', async () => {
      const { first, second, document } = await two();
      const [one, other] = [await openWriter(first, document, 'c-1'), await openWriter(second, document, 'c-2')];
      const from = text.indexOf('روسیه');
      const results = await Promise.all([mark(one, 'm1', null, from), mark(other, 'm2', null, from)]);
      expect(results.map(({ ok }) => ok).sort()).toEqual([false, true]);
      const [late, id] = results[0]?.ok ? [other, 'm2'] : [one, 'm1'];
      await late.catchUp();
      expect(await mark(late, id, null, from)).toMatchObject({ ok: true });
      expect(
        mentions(late.doc)
          .map((mention) => mention.id)
          .sort(),
      ).toEqual(['m1', 'm2']);
      expect(brokenLaws(late.doc, late.source)).toEqual([]);
    });

    it('delete the same mention, or one deletes it and the other labels it: it is gone', async () => {
      const { first, second, document } = await two();
      const [one, other] = [await openWriter(first, document, 'c-1'), await openWriter(second, document, 'c-2')];
      await mark(one, 'm1', null, 0);
      await other.catchUp();
      const results = await Promise.all([
        one.push((tr) => removeMention(tr, 'm1')),
        other.push((tr) => removeMention(tr, 'm1')),
      ]);
      expect(results.map(({ ok }) => ok).sort()).toEqual([false, true]);
      for (const writer of [one, other]) {
        await writer.catchUp();
        expect(mentions(writer.doc)).toEqual([]);
        await writer.push((tr) => expect(describeMention(tr, 'm1', { label: 'LOC' })).toBe(false));
      }
    });

    it('begin the same entity at once: it is given to each as it is, and there is one', async () => {
      const { first, second, project } = await two();
      for (let round = 0; round < 10; round++) {
        const begin = (ctx: Context) =>
          createEntity(ctx, { project, id: `e-${round}`, record: recordOf('روسیه', 'Russia') });
        const given = await Promise.all([first, second, first, second].map(begin));
        const there = (await listEntities(first, { project })).find(({ id }) => id === `e-${round}`);
        expect(given.map((answer) => answer.ok && answer.value.id)).toEqual(Array(4).fill(there?.id));
        expect((await entityHistory(first, { project, id: `e-${round}` })).revisions).toHaveLength(1);
      }
    });

    it('change the same record at once: one is told what the other said', async () => {
      const { first, second, project } = await two();
      const id = await newEntity(first, project, 'روسیه', 'Russia');
      for (let revision = 1; revision <= ROUNDS; revision++) {
        const say = (ctx: Context, en: string) =>
          changeEntity(ctx, { project, id, revision, record: recordOf('روسیه', en) });
        const answers = await Promise.all([say(first, `A${revision}`), say(second, `B${revision}`)]);
        const kept = answers.find(({ ok }) => ok);
        const late = answers.find(({ ok }) => !ok);
        expect(late).toMatchObject({ reason: 'stale', entity: { revision: revision + 1 } });
        expect(kept?.ok && late?.ok === false && 'entity' in late && late.entity.en === kept.entity.en).toBe(true);
      }
      expect((await entityHistory(first, { project, id })).revisions).toHaveLength(ROUNDS + 1);
    });

    it('merge the same two at once, into each other: one entity is left, with all names and mentions', async () => {
      const { first, second, project, document } = await two();
      for (let round = 0; round < ROUNDS; round++) {
        const a = await newEntity(first, project, `روسیه ${round}`, `Russia ${round}`);
        const b = await newEntity(first, project, `ایران ${round}`, `Iran ${round}`);
        const writer = await openWriter(first, document);
        await mark(writer, `m${round}a`, a, text.indexOf('روسیه'));
        await mark(writer, `m${round}b`, b, 0);
        const late = await atOnce(
          mergeEntities(first, { project, into: a, from: b }),
          mergeEntities(second, { project, into: b, from: a }),
        );
        expect(late).toHaveLength(1);
        const left = (await listEntities(first, { project })).filter(({ id }) => id === a || id === b);
        expect(left).toHaveLength(1);
        const [kept] = left;
        const names = [kept?.fa, ...(kept?.faOther ?? []).map(({ name }) => name)];
        expect(names.toSorted()).toEqual([`ایران ${round}`, `روسیه ${round}`]);
        expect(await concordance(first, { project, id: kept?.id ?? '' })).toHaveLength(2);
      }
    });

    it('merge and change the same entity at once: neither loses what the other said', async () => {
      const { first, second, project } = await two();
      for (let round = 0; round < ROUNDS; round++) {
        const into = await newEntity(first, project, `روسیه ${round}`, `Russia ${round}`);
        const from = await newEntity(first, project, `روس ${round}`, `Russ ${round}`);
        const record = { ...recordOf(`روسیه ${round}`, `Russia ${round}`), note: 'changed' };
        const [, changed] = await Promise.all([
          mergeEntities(first, { project, into, from }),
          changeEntity(second, { project, id: into, revision: 1, record }),
        ]);
        const kept = (await listEntities(first, { project })).find(({ id }) => id === into);
        expect(kept?.faOther).toEqual([{ name: `روس ${round}`, use: null }]);
        expect(kept?.note).toBe(changed.ok ? 'changed' : '');
      }
    });

    it('delete the same entity at once, or delete one that the other merges away: it is gone once', async () => {
      const { first, second, project } = await two();
      for (let round = 0; round < ROUNDS; round++) {
        const id = await newEntity(first, project, `روسیه ${round}`, 'Russia');
        const into = await newEntity(first, project, `شوروی ${round}`, 'Soviet Union');
        const gone = await newEntity(first, project, `ایران ${round}`, 'Iran');
        expect(await atOnce(removeEntity(first, { project, id }), removeEntity(second, { project, id }))).toEqual([
          expect.stringContaining(id),
        ]);
        expect(
          await atOnce(
            removeEntity(first, { project, id: gone }),
            mergeEntities(second, { project, into, from: gone }),
          ),
        ).toEqual([expect.stringContaining(gone)]);
        const left = (await listEntities(first, { project })).map((entity) => entity.id);
        expect(left).toContain(into);
        expect(left).not.toContain(id);
        expect(left).not.toContain(gone);
        const causes = (await entityHistory(first, { project, id })).revisions.map(({ cause }) => cause);
        expect(causes).toEqual(['removed', 'created']);
      }
    });
  });
});
