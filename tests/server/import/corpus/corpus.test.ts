import { describe, expect, it } from 'vitest';
import { listDocuments } from '../../../../server/commands/document/list.ts';
import { previewCorpusFiles } from '../../../../server/commands/job/corpus.ts';
import { listLabels } from '../../../../server/commands/label/labels.ts';
import { createProject } from '../../../../server/commands/project/create.ts';
import { bringSample } from '../../../../server/commands/sample/bring.ts';
import { entitiesOf } from '../../../../server/db/entity.ts';
import { defaultLabels } from '../../../../shared/core/label.ts';
import { withEngines } from '../../engines.ts';
import { archive, bringIn, file, written } from './brought.ts';

const tmx = (units: readonly (readonly [string, string])[]) =>
  `<?xml version="1.0"?><tmx version="1.4"><header creationtool="t" creationtoolversion="1" segtype="sentence" o-tmf="t" adminlang="en" srclang="en" datatype="plaintext"/><body>${units
    .map(([fa, en]) => `<tu><tuv xml:lang="en"><seg>${en}</seg></tuv><tuv xml:lang="fa-IR"><seg>${fa}</seg></tuv></tu>`)
    .join('')}</body></tmx>`;

const named = (more: object = {}) =>
  `${JSON.stringify({
    fa: 'تهران شهر است.',
    en: 'Tehran is a city.',
    state: 'reviewed',
    mentions: [
      {
        id: 'm1',
        label: 'City',
        entity: 'e1',
        entityName: { fa: 'تهران', en: 'Tehran' },
        fa: { from: 0, to: 5, text: 'تهران' },
        en: { from: 0, to: 6, text: 'Tehran' },
      },
    ],
    links: [{ fa: { from: 6, to: 9, text: 'شهر' }, en: { from: 12, to: 16, text: 'city' }, sure: true }],
    ...more,
  })}\n`;

withEngines((engine) => {
  describe('files of corpora', () => {
    it('have titles of any length, cut between characters and told', async () => {
      const ctx = await engine.context();
      const title = `${'ا'.repeat(199)}😀${'ب'.repeat(4800)}`;
      const { project, made } = await bringIn(ctx, [
        file('long.jsonl', `${JSON.stringify({ title, fa: 'شهر', en: '' })}\n`),
      ]);
      expect(made).toMatchObject({ ok: true, value: { remarks: [{ rule: 'corpus.title', values: { size: 5001 } }] } });
      expect((await listDocuments(ctx, { project }))[0]?.title).toBe('ا'.repeat(199));
    });

    it.each(['jsonl', 'tei', 'w3c', 'cas-json', 'xliff-2.2', 'xliff-1.2'] as const)(
      'have a name that the borders of segments cut as one name, in %s',
      async (format) => {
        const from = await engine.context();
        const parts = [
          { segment: 'a', from: 0, to: 9, text: 'کتاب بزرگ' },
          { segment: 'b', from: 0, to: 5, text: 'تاریخ' },
          { segment: 'c', from: 0, to: 5, text: 'ایران' },
        ];
        const lines = parts.map(({ segment, text }, index) => {
          const fa = index === 2 ? `${text} رفت.` : text;
          const en = ['The Great Book', 'of History', 'of Iran went.'][index];
          const mention = { id: 'm', label: 'ORG', parts, fa: { from: 0, to: text.length, text }, en: null };
          const row = {
            document: 'd',
            segment,
            fa,
            en,
            mentions: [mention, { ...mention, id: 'x', parts: [] }].slice(0, index === 1 ? 2 : 1),
          };
          return `${JSON.stringify(row)}\n`;
        });
        const first = await bringIn(from, [file('parts.jsonl', lines.join(''))]);
        const named = async (ctx: typeof from, project: string) => {
          const [document] = await listDocuments(ctx, { project });
          const [text = ''] = await written(ctx, [document?.id ?? ''], 'jsonl');
          return text
            .split('\n')
            .map((line) => line.match(/"parts":\[[^\]]*\]/g)?.map((each) => each.match(/"text"/g)?.length));
        };
        const expected = [[3], [3], [3], undefined];
        expect(await named(from, first.project)).toEqual(expected);
        const [document] = await listDocuments(from, { project: first.project });
        const texts = await written(from, [document?.id ?? ''], format);
        const ctx = await engine.context();
        const again = await bringIn(ctx, [file(`parts.${format === 'jsonl' ? 'jsonl' : 'x'}`, texts[0] ?? '')]);
        expect(again.made.ok).toBe(true);
        expect(await named(ctx, again.project)).toEqual(expected);
      },
    );

    it('have names under any label at all, which become names that a label may have, and are told', async () => {
      const ctx = await engine.context();
      const odd = ['x'.repeat(70), 'a\nb', '../..:', '', 'constructor', '__proto__', 'Person', '😀'];
      const lines = odd.map((label, index) => {
        const mention = { id: `m${index}`, label, fa: { from: 0, to: 5, text: 'تهران' }, en: null };
        return `${JSON.stringify({ fa: 'تهران شهر است.', en: '', mentions: [mention] })}\n`;
      });
      const { project, made } = await bringIn(ctx, [file('odd.jsonl', lines.join(''))]);
      const remarks = made.ok ? made.value.remarks : made.problems;
      expect(remarks.map(({ rule }) => rule)).toEqual(odd.map(() => 'corpus.label'));
      for (const { message } of remarks) expect(message).toMatch(/^[^\n]{40,250}$/);
      const [document] = await listDocuments(ctx, { project });
      const [text = ''] = await written(ctx, [document?.id ?? ''], 'jsonl');
      const labels = text.match(/"label":"[^"]*"/g)?.map((each) => each.slice(9, -1));
      expect(labels).toEqual(['X'.repeat(24), 'A_B', 'NAME', 'NAME', 'CONSTRUCTOR', 'PROTO__', 'PER', 'NAME']);
    });

    it('that Radif wrote as JSON Lines come in and go out again as the same bytes', async () => {
      const from = await engine.context();
      await bringSample(from);
      const documents = (await listDocuments(from)).map(({ id }) => id).sort();
      const [lines = ''] = await written(from, documents, 'jsonl');
      expect(lines.match(/"mentions":\[\{/g)?.length).toBeGreaterThan(10);

      const ctx = await engine.context();
      const { project, made } = await bringIn(ctx, [file('corpus.jsonl', lines)]);
      expect(made).toMatchObject({ ok: true, value: { documents: [{}, {}], remarks: [] } });
      const again = (await listDocuments(ctx, { project })).map(({ id }) => id).sort();
      expect(again).toEqual(documents);
      expect((await written(ctx, again, 'jsonl'))[0]).toBe(lines);

      // Where the documents are there already, others are made of them.
      const twice = await bringIn(ctx, [file('corpus.jsonl', lines)], {}, project);
      expect(twice.made).toMatchObject({
        ok: true,
        value: { remarks: [{ rule: 'text.known' }, { rule: 'text.known' }] },
      });
      expect(await listDocuments(ctx, { project })).toHaveLength(4);
    });

    it('make documents with both sides, states, names, entities and links, under the labels that were chosen', async () => {
      const ctx = await engine.context();
      const { project, made } = await bringIn(ctx, [file('a.jsonl', named())], { City: 'GPE' });
      if (!made.ok) throw new Error(made.problems[0]?.message);
      expect(made.value.counts).toEqual({ both: 1, sourceOnly: 0, targetOnly: 0 });
      const [lines = ''] = await written(ctx, [made.value.document], 'jsonl');
      const [entity] = await entitiesOf(ctx.store.db, project);
      expect(entity).toMatchObject({ label: 'GPE', fa: 'تهران', en: 'Tehran' });
      expect(JSON.parse(lines)).toMatchObject({
        title: 'a',
        state: 'reviewed',
        mentions: [{ label: 'GPE', entity: entity?.id, fa: { from: 0, to: 5 }, en: { from: 0, to: 6 } }],
        links: [{ fa: { text: 'شهر' }, en: { text: 'city' }, sure: true }],
      });

      // The entity is known the next time; a label that the project has not is added; a name may stay unmarked.
      await bringIn(
        ctx,
        [file('b.jsonl', named()), file('c.jsonl', named({ fa: 'تهران جاست.', links: [] }))],
        { City: 'TOWN' },
        project,
      );
      expect((await listLabels(ctx, { project })).map(({ id }) => id)).toContain('TOWN');
      const bare = await bringIn(ctx, [file('d.jsonl', named())], { City: null }, project);
      expect(bare.made).toMatchObject({
        ok: true,
        value: { remarks: [{ rule: 'text.known' }, { rule: 'corpus.unmarked' }] },
      });
    });

    it('bring no more labels than a project may have, and nothing else then', async () => {
      const ctx = await engine.context();
      const mention = (label: string) => ({
        ...{ id: label, label, entity: null },
        ...{ fa: { from: 0, to: 5, text: 'تهران' }, en: { from: 0, to: 6, text: 'Tehran' } },
      });
      const many = (count: number) =>
        Array.from({ length: count }, (_, at) => named({ mentions: [mention(`L${at}`)] })).join('');
      const { project, made } = await bringIn(ctx, [file('many.jsonl', many(150))]);
      const told = { rule: 'label.many', values: { count: 150 + defaultLabels.length, limit: 100 } };
      expect(made).toMatchObject({ ok: false, problems: [told] });
      expect(await listLabels(ctx, { project })).toEqual(defaultLabels);
      expect(await listDocuments(ctx, { project })).toEqual([]);
      expect((await bringIn(ctx, [file('few.jsonl', many(50))], {}, project)).made.ok).toBe(true);
    });

    it('are shown before anything is written: counts, labels, twins, warnings and problems with their places', async () => {
      const ctx = await engine.context();
      const { id: project } = await createProject(ctx, { name: 'Corpora' });
      await bringIn(ctx, [file('old.tmx', tmx([['سلام.', 'Hello.']]))], {}, project);
      const files = [
        archive('two.zip', { 'x/a.tmx': tmx([['سلام.', 'Hello.']]), 'b.jsonl': named() }),
        file('broken.jsonl', '{"fa":"سلام","en":"Hello"}\n{"fa":1}\n'),
        file('c.fa', 'یک.\nدو.\n'),
        file('c.en', 'One.\nTwo.\n'),
        file('what.bin', 'nothing that anybody knows'),
      ];
      const preview = await previewCorpusFiles(ctx, { project, files, choices: { labels: {}, without: [] } });
      if (!preview.ok) throw new Error(preview.problems[0]?.message);
      const { sets, labels, known } = preview.value;
      expect(sets.map(({ names, format }) => [names, format])).toEqual([
        [['two.zip/x/a.tmx'], 'tmx'],
        [['two.zip/b.jsonl'], 'jsonl'],
        [['broken.jsonl'], 'jsonl'],
        [['c.fa', 'c.en'], 'moses'],
        [['what.bin'], null],
      ]);
      expect(sets[0]).toMatchObject({ documents: [{ title: 'a', rows: 1, twin: 'old' }], counts: { both: 1 } });
      expect(sets[1]).toMatchObject({ counts: { both: 1, mentions: 1, links: 1 }, documents: [{ twin: null }] });
      expect(sets[2]).toMatchObject({ problems: [{ rule: 'json.field', line: 2, column: 1 }], documentCount: 0 });
      expect(sets[3]).toMatchObject({
        counts: { both: 2 },
        sample: [
          { fa: 'یک.', en: 'One.' },
          { fa: 'دو.', en: 'Two.' },
        ],
      });
      expect(sets[4]).toMatchObject({ problems: [{ rule: 'corpus.unknown' }] });
      expect(labels).toEqual([{ label: 'City', count: 1, proposed: 'GPE' }]);
      expect(known).toContain('GPE');
      expect(await listDocuments(ctx, { project })).toHaveLength(1);
    });

    it('are shown with what would keep them out once they are read: too long a sentence, too many segments', async () => {
      const ctx = await engine.context();
      const { id: project } = await createProject(ctx, { name: 'Corpora' });
      const long = 'ا'.repeat(200_001);
      const files = [
        file('long.txt', long),
        file('many.txt', 'متن.\n'.repeat(100_001)),
        file('rows.jsonl', `${JSON.stringify({ title: 'The first', fa: long, en: '' })}\n`),
        file('short.txt', 'سلام.\nدنیا.'),
      ];
      const preview = await previewCorpusFiles(ctx, { project, files, choices: { labels: {}, without: [] } });
      if (!preview.ok) throw new Error(preview.problems[0]?.message);
      expect(preview.value.sets).toMatchObject([
        { documentCount: 0, problems: [{ rule: 'text.long-sentence', values: { size: 200_001 } }] },
        { documentCount: 0, problems: [{ rule: 'text.segments' }] },
        { documentCount: 0, problems: [{ rule: 'text.long-sentence', element: 'The first' }] },
        {
          documents: [{ rows: 2 }],
          counts: { persianOnly: 2 },
          sample: [{ fa: 'سلام.' }, { fa: 'دنیا.' }],
          problems: [],
        },
      ]);
      for (const [index, each] of files.entries()) {
        const { made } = await bringIn(ctx, [each], {}, project);
        const refused = made.ok ? [] : made.problems.map(({ rule }) => rule);
        expect(refused).toEqual(preview.value.sets[index]?.problems.map(({ rule }) => rule));
      }
    });

    it('come in all or not at all, and what is wrong says in which file, where, and what to do', async () => {
      const ctx = await engine.context();
      const good = file('good.tmx', tmx([['سلام.', 'Hello.']]));
      const bad = file(
        'bad.tmx',
        '<tmx version="1.4"><header/>\n<body><tu><tuv xml:lang="fa"><seg>x</seg></tuv></body></tmx>',
      );
      const { project, made } = await bringIn(ctx, [good, bad]);
      expect(made).toMatchObject({ ok: false });
      if (made.ok) throw new Error('It was brought in');
      expect(made.problems.at(-1)?.rule).toBe('xml.not-well-formed');
      expect(made.problems.at(-1)).toMatchObject({ element: 'bad.tmx', line: 2, column: expect.any(Number) });
      expect(await listDocuments(ctx, { project })).toEqual([]);
      const english = await bringIn(ctx, [file('en.jsonl', '{"fa":"","en":"Only English."}\n')]);
      expect(english.made).toMatchObject({ ok: false, problems: [{ rule: 'corpus.no-persian' }] });
    });

    it('with rows that lack a side, odd characters and ranges keep what can be kept, and tell the rest', async () => {
      const ctx = await engine.context();
      const rows = [
        { fa: '', en: 'English first.' },
        { fa: 'سلام\nدنیا\u0007.', en: 'Hello\tworld.' },
        { fa: 'بی‌ترجمه.', en: '' },
        { fa: '', en: '' },
        { fa: '😀 خوب', en: 'Good', mentions: [{ id: 'x', label: 'PER', fa: { from: 1, to: 3 } }] },
      ];
      const { made } = await bringIn(ctx, [file('a.jsonl', rows.map((row) => `${JSON.stringify(row)}\n`).join(''))]);
      if (!made.ok) throw new Error(made.problems[0]?.message);
      expect(made.value.counts).toEqual({ both: 2, sourceOnly: 1, targetOnly: 1 });
      expect(made.value.remarks.map(({ rule, values }) => [rule, values?.count])).toEqual([
        ['corpus.blank', 1],
        ['corpus.characters', 3],
        ['corpus.mention', 1],
      ]);
      const [lines = ''] = await written(ctx, [made.value.document], 'jsonl');
      const texts = lines
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line));
      expect(texts.map(({ fa, en }) => [fa, en])).toEqual([
        ['', 'English first.'],
        ['سلام دنیا .', 'Hello world.'],
        ['بی‌ترجمه.', ''],
        ['😀 خوب', 'Good'],
      ]);
    });
  });
});
