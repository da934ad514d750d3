import { describe, expect, it } from 'vitest';
import { importDocument } from '../../../../server/commands/document/import.ts';
import { createEntity } from '../../../../server/commands/entity/change.ts';
import { earlierMentions } from '../../../../server/commands/mention/earlier-mentions.ts';
import { findRepeats } from '../../../../server/commands/mention/find-repeats.ts';
import { markRepeats } from '../../../../server/commands/mention/mark-repeats.ts';
import { createProject } from '../../../../server/commands/project/create.ts';
import { revertChange } from '../../../../server/commands/timeline/revert.ts';
import type { Context } from '../../../../server/context.ts';
import { addMention } from '../../../../shared/doc/edit/mention.ts';
import { markedMentions } from '../../../../shared/doc/model/marked.ts';
import { withEngines } from '../../engines.ts';
import { haveEntity } from '../../entity.ts';
import { openWriter } from '../../writer.ts';

const first = 'سازمان همکاری اسلامی نشست داشت. ایران سخن گفت.';
const second = 'دبیرکل سازمان همكاري اسلامی رفت. ایران و سازمان همکاری‌ اسلامی ماندند.\nاو گفت.';
const name = 'سازمان همکاری اسلامی';

withEngines((engine) => {
  describe('the further places of a name', () => {
    async function twoDocuments() {
      const ctx = await engine.context();
      const { id: project } = await createProject(ctx, { name: 'Repeats' });
      const ids: string[] = [];
      for (const [at, text] of [first, second].entries()) {
        const imported = await importDocument(ctx, { project, title: `Text ${at + 1}`, text });
        if (!imported.ok) throw new Error('The text was refused');
        ids.push(imported.value.id);
      }
      const [here = '', there = ''] = ids;
      return { ctx, project, here, there };
    }

    const find = (ctx: Context, project: string, except: string) =>
      findRepeats(ctx, { project, except, surface: name, label: 'ORG' });

    async function mark(ctx: Context, document: string, surface: string, label: string, entity: string | null = null) {
      const writer = await openWriter(ctx, document, `c-${surface}`);
      const from = writer.source.text.indexOf(surface);
      const source = { from, to: from + surface.length };
      const mention = { id: `m-${surface}`, label, entity, state: 'accepted', source, rendering: null } as const;
      const pushed = await writer.push((tr) => addMention(tr, mention, writer.source.text));
      if (!pushed.ok) throw new Error('The mention was refused');
    }

    async function marked(ctx: Context, document: string) {
      const { doc, source } = await openWriter(ctx, document);
      return markedMentions(doc, source.text).map(({ surface, label, entity }) => `${label} ${surface} ${entity}`);
    }

    it('are found in the other documents in any spelling, in their sentences', async () => {
      const { ctx, project, here, there } = await twoDocuments();
      const { documents, more } = await find(ctx, project, here);
      expect(more).toBe(0);
      expect(documents).toMatchObject([{ document: there, title: 'Text 2' }]);
      const places = documents.flatMap((one) => one.places);
      expect(places.map(({ fa, at }) => fa.slice(at.from, at.to))).toEqual([
        'سازمان همكاري اسلامی',
        'سازمان همکاری‌ اسلامی',
      ]);
      for (const { source, fa, at } of places) {
        expect(second.slice(source.from, source.to)).toBe(fa.slice(at.from, at.to));
      }
    });

    it('leave out what is marked, and documents put away or of another project', async () => {
      const { ctx, project, here, there } = await twoDocuments();
      const other = await createProject(ctx, { name: 'Other' });
      await importDocument(ctx, { project: other.id, title: 'Elsewhere', text: first });
      await mark(ctx, there, 'سازمان همکاری‌ اسلامی', 'LOC');
      const { documents } = await find(ctx, project, here);
      expect(documents.flatMap(({ places }) => places)).toHaveLength(1);
    });

    it('are marked in one change a document that can be taken back; what is marked meanwhile is left', async () => {
      const { ctx, project, here, there } = await twoDocuments();
      await haveEntity(ctx, there, 'oic', [name, 'OIC']);
      const { documents } = await find(ctx, project, here);
      const chosen = documents.map(({ document, places }) => ({
        document,
        places: places.map(({ source }) => source),
      }));
      await mark(ctx, there, 'سازمان همكاري اسلامی', 'LOC');
      const { changes, marked: count } = await markRepeats(ctx, {
        project,
        label: 'ORG',
        entity: 'oic',
        documents: chosen,
      });
      expect(count).toBe(1);
      expect(changes).toMatchObject([{ document: there, before: 1, after: 2 }]);
      expect(await marked(ctx, there)).toEqual(['LOC سازمان همكاري اسلامی null', 'ORG سازمان همکاری‌ اسلامی oic']);
      for (const change of changes) expect(await revertChange(ctx, change)).toMatchObject({ outcome: 'whole' });
      expect(await marked(ctx, there)).toEqual(['LOC سازمان همكاري اسلامی null']);
    });

    it('are left alone where they are no range of the source', async () => {
      const { ctx, project, there } = await twoDocuments();
      const places = [
        { from: 5, to: 5 },
        { from: 9, to: 3 },
        { from: 0, to: second.length + 1 },
      ];
      const answer = await markRepeats(ctx, {
        ...{ project, label: 'ORG', entity: null },
        documents: [{ document: there, places }],
      });
      expect(answer).toMatchObject({ changes: [], marked: 0 });
      expect(await marked(ctx, there)).toEqual([]);
    });

    it('are known in other documents by what they were marked as, with how often', async () => {
      const { ctx, project, here, there } = await twoDocuments();
      await haveEntity(ctx, here, 'ir', ['ایران', 'Iran']);
      await mark(ctx, here, 'ایران', 'GPE', 'ir');
      await mark(ctx, here, name, 'ORG');
      expect(await earlierMentions(ctx, { project, except: there })).toEqual(
        [
          { surface: 'ایران', label: 'GPE', entity: 'ir', count: 1 },
          { surface: name, label: 'ORG', entity: null, count: 1 },
        ].sort((a, b) => (a.surface < b.surface ? -1 : 1)),
      );
      expect(await earlierMentions(ctx, { project, except: here })).toEqual([]);
    });
  });

  it('begins an entity under the id that its first mention has, once', async () => {
    const ctx = await engine.context();
    const { id: project } = await createProject(ctx, { name: 'Begun' });
    const record = { label: 'GPE', fa: 'ایران', en: 'Iran', faOther: [], enOther: [], wikidata: null, note: '' };
    const begun = await createEntity(ctx, { project, id: 'e-1', record });
    expect(begun).toMatchObject({ ok: true, value: { id: 'e-1', revision: 1 } });
    expect(await createEntity(ctx, { project, id: 'e-1', record })).toEqual(begun);
  });
});
