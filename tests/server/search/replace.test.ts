import { describe, expect, it } from 'vitest';
import { importDocument } from '../../../server/commands/document/import.ts';
import { undoAct } from '../../../server/commands/job/undo.ts';
import { createProject } from '../../../server/commands/project/create.ts';
import { concordance } from '../../../server/commands/search/concordance.ts';
import { listReplacements, replaceWords } from '../../../server/commands/search/replace.ts';
import type { Search } from '../../../server/commands/search/seek.ts';
import { listVersions } from '../../../server/commands/version/list.ts';
import type { Context } from '../../../server/context.ts';
import { addLinks } from '../../../shared/doc/edit/link.ts';
import { setStatus } from '../../../shared/doc/edit/structure.ts';
import { segmentByIndex } from '../../../shared/doc/model/read.ts';
import type { Query } from '../../../shared/language/words/query.ts';
import { withEngines } from '../engines.ts';
import { openWriter, renderings } from '../writer.ts';

const text = ['پروژه‌های دولت آغاز شد.', 'دولت گفت.', 'پروژه تمام شد.'].join('\n');
const query = (sought: string, how: Partial<Query> = {}): Query => {
  return { text: sought, kind: 'phrase', isInflected: true, isWhole: false, isCased: false, ...how };
};

async function scene(ctx: Context) {
  const { id: project } = await createProject(ctx, { name: 'Words' });
  const bring = async (title: string) => {
    const imported = await importDocument(ctx, { project, title, text });
    if (!imported.ok) throw new Error(imported.problems[0]?.message);
    const writer = await openWriter(ctx, imported.value.id);
    await writer.type(0, 'The projects of the government began.');
    await writer.type(2, 'The project ended.');
    return { id: imported.value.id, writer };
  };
  const [one, other] = [await bring('One'), await bring('Other')];
  const search: Search = { project, document: null, rows: null, states: null, fa: null, en: null, either: null };
  return { project, one, other, search };
}

withEngines((engine) => {
  describe('a concordance', () => {
    it('meets inflected words on a side or on both, with their partners by the links', async () => {
      const ctx = await engine.context();
      const { one, search } = await scene(ctx);
      await one.writer.push((tr) => {
        const segment = segmentByIndex(tr.doc, 0);
        if (!segment) throw new Error('no segment');
        addLinks(tr, segment.id, [{ source: { from: 0, to: 9 }, rendering: { from: 4, to: 12 }, sure: true }]);
      });
      const found = await concordance(ctx, { ...search, fa: query('پروژه') });
      if (!found.ok) throw new Error(found.problems[0]?.message);
      const { places, more } = found.value;
      expect(more).toBe(0);
      const told = places.map(({ title, row, source, fa }) => [title, row, source.slice(fa[0]?.from, fa[0]?.to)]);
      expect(told).toEqual([
        ['One', 0, 'پروژه‌های'],
        ['One', 2, 'پروژه'],
        ['Other', 0, 'پروژه‌های'],
        ['Other', 2, 'پروژه'],
      ]);
      expect(places[0]?.enPartners).toEqual([{ from: 4, to: 12 }]);
      const both = await concordance(ctx, { ...search, document: one.id, fa: query('پروژه'), en: query('begin') });
      expect(both).toMatchObject({ ok: true, value: { places: [] } });
      const either = await concordance(ctx, { ...search, either: query('government') }, 1);
      expect(either).toMatchObject({ ok: true, value: { more: 1 } });
    });

    it('stops an expression that runs away, and says where', async () => {
      const ctx = await engine.context();
      const { one, search } = await scene(ctx);
      await one.writer.type(1, `${'a'.repeat(40)}!`);
      const away = query('(a+)+$', { kind: 'expression' });
      const stopped = await concordance(ctx, { ...search, en: away });
      expect(stopped).toMatchObject({ ok: false, problems: [{ rule: 'query-runaway' }] });
      const broken = await concordance(ctx, { ...search, en: query('(', { kind: 'expression' }) });
      expect(broken).toMatchObject({ ok: false, problems: [{ rule: 'query-expression' }] });
      expect(await concordance(ctx, search)).toMatchObject({ ok: false, problems: [{ rule: 'query-empty' }] });
    });
  });

  describe('replacing over a project', () => {
    it('writes what was ticked, tells it in the history as one act, and is taken back as one', async () => {
      const ctx = await engine.context();
      const { project, one, other, search } = await scene(ctx);
      await one.writer.push((tr) => {
        setStatus(tr, segmentByIndex(tr.doc, 0)?.id ?? '', 'translated');
      });
      const en = query('(project)(s?)', { kind: 'expression', isInflected: false });
      const listed = await listReplacements(ctx, { ...search, en, with: 'scheme$2' });
      if (!listed.ok) throw new Error(listed.problems[0]?.message);
      const { places } = listed.value;
      expect(places.map(({ before, after, isConfirmed }) => [before, after, isConfirmed])).toEqual([
        ['projects', 'schemes', true],
        ['project', 'scheme', false],
        ['projects', 'schemes', false],
        ['project', 'scheme', false],
      ]);
      expect(await renderings(ctx, one.id)).toContain('The project ended.');
      const ticked = places.slice(0, 3);
      const choice = { project, sought: 'project', with: 'scheme', confirmed: 'draft', places: ticked } as const;
      const done = await replaceWords(ctx, choice);
      if (!done.ok) throw new Error(done.problems[0]?.message);
      expect(done.value).toMatchObject({ written: 3, left: 0, isDone: true });
      expect(await renderings(ctx, one.id)).toEqual(['The schemes of the government began.', '', 'The scheme ended.']);
      expect(await renderings(ctx, other.id)).toEqual([
        'The schemes of the government began.',
        '',
        'The project ended.',
      ]);
      await one.writer.catchUp();
      expect(segmentByIndex(one.writer.doc, 0)?.status).toBe('draft');
      const history = await listVersions(ctx, { document: one.id });
      expect(JSON.stringify(history)).toContain('"replace"');
      expect(await replaceWords(ctx, choice)).toMatchObject({ ok: true, value: { written: 0, left: 3 } });
      expect(await undoAct(ctx, { id: done.value.job ?? '' })).toMatchObject({ isTurned: true });
      expect(await renderings(ctx, one.id)).toEqual([
        'The projects of the government began.',
        '',
        'The project ended.',
      ]);
      await one.writer.catchUp();
      expect(segmentByIndex(one.writer.doc, 0)?.status).toBe('translated');
    });

    it('keeps to a range of rows, to states, and to segments whose Persian has a word', async () => {
      const ctx = await engine.context();
      const { one, search } = await scene(ctx);
      const here = { ...search, document: one.id, en: query('project', { isInflected: false }), with: 'scheme' };
      const rows = async (narrowed: Partial<Search>) => {
        const listed = await listReplacements(ctx, { ...here, ...narrowed });
        return listed.ok ? listed.value.places.map(({ row }) => row) : listed.problems;
      };
      expect(await rows({})).toEqual([0, 2]);
      expect(await rows({ rows: { from: 1, to: 3 } })).toEqual([2]);
      expect(await rows({ fa: query('دولت') })).toEqual([0]);
      expect(await rows({ states: ['translated'] })).toEqual([]);
    });
  });
});
