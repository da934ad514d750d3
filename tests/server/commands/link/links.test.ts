import { describe, expect, it } from 'vitest';
import { WorkStopped } from '../../../../server/apart/failure.ts';
import { importDocument } from '../../../../server/commands/document/import.ts';
import { rebuildProjections } from '../../../../server/commands/document/rebuild-projections.ts';
import { changeLinks, type LinkAction } from '../../../../server/commands/link/change.ts';
import { learnedWords } from '../../../../server/commands/link/knowledge.ts';
import { listLinks } from '../../../../server/commands/link/list.ts';
import { type LinkPlace, linkPlaces } from '../../../../server/commands/link/places.ts';
import { createProject } from '../../../../server/commands/project/create.ts';
import { revertChange } from '../../../../server/commands/timeline/revert.ts';
import type { Context } from '../../../../server/context.ts';
import { exportRows } from '../../../../server/export/rows.ts';
import { createCaller } from '../../../../server/router.ts';
import { joinWords } from '../../../../shared/doc/edit/link.ts';
import { setRendering } from '../../../../shared/doc/edit/rendering.ts';
import { setAlignment } from '../../../../shared/doc/edit/row.ts';
import { setStatus } from '../../../../shared/doc/edit/structure.ts';
import { segmentByIndex } from '../../../../shared/doc/model/read.ts';
import { withEngines } from '../../engines.ts';
import { openWriter } from '../../writer.ts';

const persian = 'مجلس رأی داد.\nمجلس امروز نشست دارد.';
const english = ['The Majles voted.', 'The Majles meets today.'];

withEngines((engine) => {
  describe('the links of a project', () => {
    /** Two documents whose first word is linked with `wrong` in both sentences, for sure in the first one only. */
    async function linked(wrong = 'The') {
      const ctx = await engine.context();
      const { id: project } = await createProject(ctx, { name: 'Links' });
      const documents: string[] = [];
      for (const title of ['One', 'Two']) {
        const imported = await importDocument(ctx, { project, title, text: persian });
        if (!imported.ok) throw new Error('The text was refused');
        documents.push(imported.value.id);
        await link(ctx, imported.value.id, wrong);
      }
      return { ctx, project, documents };
    }

    async function link(ctx: Context, document: string, word: string) {
      const writer = await openWriter(ctx, document, `c-${document}`);
      const pushed = await writer.push((tr) => {
        for (const [index, text] of english.entries()) {
          const before = segmentByIndex(tr.doc, index);
          if (!before) throw new Error('There is no such segment');
          setRendering(tr, before.id, text, { status: 'translated', origin: 'typed' });
          const from = text.indexOf(word);
          const picked = {
            source: [{ from: before.from, to: before.from + 'مجلس'.length }],
            rendering: [{ from, to: from + word.length }],
          };
          joinWords(tr, before.id, picked, index === 0);
        }
        return true;
      });
      if (!pushed.ok) throw new Error('The links were refused');
    }

    const list = (ctx: Context, project: string, document?: string) =>
      listLinks(ctx, { project, suggested: false, ...(document !== undefined && { document }) });
    const placesOf = async (ctx: Context, project: string, word = 'مجلس') =>
      (await linkPlaces(ctx, { project, word, suggested: false })).places;

    const change = async (ctx: Context, project: string, action: LinkAction, places: readonly LinkPlace[]) =>
      (
        await changeLinks(ctx, {
          project,
          action,
          documents: [...new Set(places.map(({ document }) => document))].map((document) => ({
            document,
            links: places
              .filter((place) => place.document === document)
              .map(({ segment, source, rendering, fa, en, sure }) => ({
                ...{ segment, fa, en, sure },
                words: [source.slice(fa.from, fa.to), rendering.slice(en.from, en.to)] as const,
              })),
          })),
        })
      ).documents;

    it('are listed by Persian word with their partners, over all documents or one', async () => {
      const { ctx, project, documents } = await linked();
      const partners = [{ key: 'the', en: 'The', count: 4, possible: 2 }];
      expect(await list(ctx, project)).toEqual({ words: [{ key: 'مجلس', fa: 'مجلس', count: 4, partners }], stale: 0 });
      expect((await list(ctx, project, documents[1])).words).toMatchObject([{ key: 'مجلس', count: 2 }]);
      const places = await placesOf(ctx, project);
      expect(
        places.map(({ title, source, fa, rendering, en, sure }) => {
          return [title, source.slice(fa.from, fa.to), rendering.slice(en.from, en.to), sure];
        }),
      ).toEqual([
        ['One', 'مجلس', 'The', true],
        ['One', 'مجلس', 'The', false],
        ['Two', 'مجلس', 'The', true],
        ['Two', 'مجلس', 'The', false],
      ]);
    });

    it('go to another word at once, one change a document, each of which can be taken back', async () => {
      const { ctx, project, documents } = await linked();
      const done = await change(ctx, project, { kind: 'relink', to: 'majles' }, await placesOf(ctx, project));
      expect(done.map(({ document, written, left }) => [document, written, left])).toEqual(
        documents.map((document) => [document, 2, 0]),
      );
      expect((await list(ctx, project)).words[0]?.partners).toMatchObject([{ en: 'Majles', count: 4, possible: 2 }]);
      const [first] = done;
      if (!first?.change) throw new Error('Nothing was changed');
      expect(await revertChange(ctx, first.change)).toMatchObject({ outcome: 'whole' });
      expect((await list(ctx, project)).words[0]?.partners).toMatchObject([
        { en: 'Majles', count: 2 },
        { en: 'The', count: 2, possible: 1 },
      ]);
    });

    it('are made sure, possible, or taken apart; what reads otherwise by now is left', async () => {
      const { ctx, project, documents } = await linked();
      const places = await placesOf(ctx, project);
      await change(ctx, project, { kind: 'sure' }, places);
      expect((await list(ctx, project)).words[0]?.partners).toMatchObject([{ count: 4, possible: 0 }]);
      await change(ctx, project, { kind: 'possible' }, places);
      expect((await list(ctx, project)).words[0]?.partners).toMatchObject([{ count: 4, possible: 4 }]);

      const writer = await openWriter(ctx, documents[0] ?? '');
      await writer.push((tr) => setRendering(tr, segmentByIndex(tr.doc, 0)?.id ?? '', 'Parliament voted.'));
      expect(await list(ctx, project)).toMatchObject({ words: [{ count: 3 }], stale: 1 });
      const [one, two] = await change(ctx, project, { kind: 'apart' }, places);
      expect([one?.written, one?.left, two?.written, two?.left]).toEqual([1, 1, 2, 0]);
      expect(await list(ctx, project)).toEqual({ words: [], stale: 1 });
    });

    it('are suggested for confirmed segments, and accepted where they stand', async () => {
      const { ctx, project } = await linked('voted');
      const { words } = await listLinks(ctx, { project, suggested: true });
      const today = words.find(({ key }) => key === 'امروز');
      expect(today?.partners).toMatchObject([{ en: 'today', count: 2 }]);
      const { places } = await linkPlaces(ctx, { project, word: 'امروز', suggested: true });
      const done = await change(ctx, project, { kind: 'accept' }, places);
      expect(done.map(({ written }) => written)).toEqual([1, 1]);
      expect((await listLinks(ctx, { project, suggested: true })).words.map(({ key }) => key)).not.toContain('امروز');
      expect((await list(ctx, project)).words.map(({ key }) => key)).toContain('امروز');
    });

    it('teach which words stand for each other, from confirmed segments alone', async () => {
      const { ctx, project, documents } = await linked('Majles');
      const knows = async () =>
        (await learnedWords(ctx, project)).some(([fa, en]) => fa === 'مجلس' && en.startsWith('majl'));
      expect(await knows()).toBe(true);
      for (const document of documents) {
        const writer = await openWriter(ctx, document);
        await writer.push((tr) => {
          for (const index of [0, 1]) setStatus(tr, segmentByIndex(tr.doc, index)?.id ?? '', 'draft');
          return true;
        });
      }
      expect(await knows()).toBe(false);

      const align = async (state: 'confirmed' | 'review', status: 'draft' | 'translated') => {
        for (const document of documents) {
          const writer = await openWriter(ctx, document);
          await writer.push((tr) => {
            for (const index of [0, 1]) {
              const id = segmentByIndex(tr.doc, index)?.id ?? '';
              setAlignment(tr, id, state);
              setStatus(tr, id, status);
            }
            return true;
          });
        }
      };
      await align('confirmed', 'draft');
      expect(await knows()).toBe(true);
      await align('review', 'translated');
      expect(await knows()).toBe(false);
    });

    it('are learned and suggested apart from who serves others', async () => {
      const { ctx, project } = await linked('voted');
      const done: string[] = [];
      const apart: Context['apart'] = {
        ...ctx.apart,
        run: (name, input, waiting) => {
          done.push(name);
          return ctx.apart.run(name, input, waiting);
        },
      };
      const watched = { ...ctx, apart };
      await Promise.all([learnedWords(watched, project), listLinks(watched, { project, suggested: true })]);
      await learnedWords(watched, project);
      expect(done).toEqual(['learn', 'suggestLinks']);
    });

    it('are not suggested while the server has too much to do, and that is said', async () => {
      const { ctx, project } = await linked();
      const apart: Context['apart'] = { ...ctx.apart, run: () => Promise.reject(new WorkStopped('work.busy')) };
      const asked = createCaller({ ...ctx, apart }).link.learned({ project });
      await expect(asked).rejects.toMatchObject({
        code: 'SERVICE_UNAVAILABLE',
        cause: { problem: { rule: 'work.busy' } },
      });
      expect((await learnedWords(ctx, project)).length).toBeGreaterThan(0);
    });

    it('are in the rows of an export, at the head and at an old version alike, and outlive a rebuild', async () => {
      const { ctx, project, documents } = await linked('Majles');
      const rows = async (version?: number) => {
        const found = [];
        for await (const row of exportRows(ctx, { documents: documents.slice(0, 1), version })) found.push(row.links);
        return found;
      };
      const expected = [
        [{ fa: { from: 0, to: 4, text: 'مجلس' }, en: { from: 4, to: 10, text: 'Majles' }, sure: true }],
        [{ fa: { from: 0, to: 4, text: 'مجلس' }, en: { from: 4, to: 10, text: 'Majles' }, sure: false }],
      ];
      expect(await rows()).toEqual(expected);
      const writer = await openWriter(ctx, documents[0] ?? '');
      const { version } = writer;
      await writer.push((tr) => setRendering(tr, segmentByIndex(tr.doc, 0)?.id ?? '', 'They voted.'));
      expect(await rows()).toEqual([[], expected[1]]);
      expect(await rows(version)).toEqual(expected);
      const before = await list(ctx, project);
      await rebuildProjections(ctx);
      expect(await list(ctx, project)).toEqual(before);
    });
  });
});
