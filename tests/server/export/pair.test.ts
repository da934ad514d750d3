import { describe, expect, it } from 'vitest';
import { importPairNow } from '../../../server/commands/job/pair.ts';
import { createProject } from '../../../server/commands/project/create.ts';
import type { Context } from '../../../server/context.ts';
import { exportRows } from '../../../server/export/rows.ts';
import { statuses } from '../../../shared/core/status.ts';
import { leaveOut } from '../../../shared/doc/edit/row.ts';
import { segmentByIndex } from '../../../shared/doc/model/read.ts';
import type { Format } from '../../../shared/formats/corpus/row.ts';
import { exportCorpus } from '../../../shared/formats/export.ts';
import { withEngines } from '../engines.ts';
import { openWriter } from '../writer.ts';

/** One row of two sentences on a side, English alone, a pair, Persian alone, and Persian that is left out. */
const table = [
  ['او رفت. او برگشت.', 'He left and came back.'],
  ['', 'A note of the editor.'],
  ['سلام دنیا.', 'Hello. World.'],
  ['بی‌ترجمه.', ''],
  ['کنار گذاشته.', ''],
];

async function bringIn(ctx: Context): Promise<string> {
  const { id: project } = await createProject(ctx, { name: 'Pairs' });
  const files = [{ bytes: Buffer.from(table.map((row) => row.join('\t')).join('\n')), filename: 'a.tsv' }];
  const options = { paragraphs: 'soft', swap: false } as const;
  const made = await importPairNow(ctx, { project, title: '', files, options });
  if (!made.ok) throw new Error(made.problems[0]?.message);
  const writer = await openWriter(ctx, made.value.document);
  await writer.push((tr) => leaveOut(tr, segmentByIndex(tr.doc, 4)?.id ?? '', true));
  return made.value.document;
}

async function exported(ctx: Context, document: string, format: Format) {
  const options = { format, states: statuses, fa: 'fa', en: 'en' } as const;
  const { chunks, files, report } = exportCorpus(exportRows(ctx, { documents: [document] }), options);
  const texts = files.map(() => '');
  for await (const { file, text } of chunks) texts[file] += text;
  return { texts, report: report() };
}

withEngines((engine) => {
  describe('a pair with rows of all shapes', () => {
    it.each(['tmx', 'moses', 'pharaoh', 'naacl'] as const)(
      'goes out as %s without the rows that lack a side, which are counted by reason',
      async (format) => {
        const ctx = await engine.context();
        const { texts, report } = await exported(ctx, await bringIn(ctx), format);
        expect(report.written).toBe(2);
        expect(report.leftOut.map(({ rule, count }) => [rule, count])).toEqual([
          ['empty-source', 1],
          ['empty-rendering', 1],
          ['left-out', 1],
        ]);
        const words = texts.join(' ').replace(/[\s.]+/g, ' ');
        expect(words).toContain('He left and came back');
        expect(words).not.toContain('note of the editor');
        if (format === 'moses') {
          expect(texts).toEqual(['او رفت. او برگشت.\nسلام دنیا.\n', 'He left and came back.\nHello. World.\n']);
        }
      },
    );

    it.each(['tsv', 'jsonl'] as const)('goes out as %s whole, in order', async (format) => {
      const ctx = await engine.context();
      const { texts, report } = await exported(ctx, await bringIn(ctx), format);
      expect(report).toMatchObject({ written: 5, leftOut: [] });
      const lines = (texts[0] ?? '')
        .trimEnd()
        .split('\n')
        .slice(format === 'tsv' ? 1 : 0);
      const sides = lines.map((line) => {
        if (format === 'tsv') return table.find((row) => row.every((cell) => line.split('\t').includes(cell)));
        const { fa, en } = JSON.parse(line) as { readonly fa: string; readonly en: string };
        return [fa, en];
      });
      expect(sides).toEqual(table);
    });
  });
});
