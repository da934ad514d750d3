import { describe, expect, it } from 'vitest';
import { createEntity } from '../../../../server/commands/entity/change.ts';
import { importPairNow, previewPair } from '../../../../server/commands/job/pair.ts';
import { createProject } from '../../../../server/commands/project/create.ts';
import type { Context } from '../../../../server/context.ts';
import { setAlignment } from '../../../../shared/doc/edit/row.ts';
import { segments } from '../../../../shared/doc/model/read.ts';
import { withEngines } from '../../engines.ts';
import { openWriter } from '../../writer.ts';

const options = { paragraphs: 'soft', swap: false, shape: 'text' } as const;
const files = (fa: string, en: string) =>
  [fa, en].map((text, side) => ({ bytes: Buffer.from(text), filename: side === 0 ? 'a.fa.txt' : 'a.en.txt' }));

/** A Persian sentence, and two English ones of its length; which of them renders it only its name tells. */
const [fa, en] = ['قدورنیک فرسپید و گرازمید.', 'She quaffed the sorrel box. Wexlow plonked the odd brindles.'];

async function rowsOf(ctx: Context, project: string) {
  const preview = await previewPair(ctx, { project, files: files(fa, en), options });
  if (!preview.ok) throw new Error(preview.problems[0]?.message);
  return preview.value.rows.map(({ source, rendering }) => [source, rendering]);
}
const aligned = [
  ['', 'She quaffed the sorrel box.'],
  [fa, 'Wexlow plonked the odd brindles.'],
];

withEngines((engine) => {
  describe('what a pair is aligned by', () => {
    it('is the names of its project too', async () => {
      const ctx = await engine.context();
      const { id: project } = await createProject(ctx, { name: 'Names' });
      expect(await rowsOf(ctx, project)).not.toEqual(aligned);
      const record = { label: 'PER', fa: 'قدورنیک', en: 'Wexlow', faOther: [], enOther: [], wikidata: null, note: '' };
      expect(await createEntity(ctx, { project, record })).toMatchObject({ ok: true });
      expect(await rowsOf(ctx, project)).toEqual(aligned);
    });

    it('is what confirmed rows of its project taught, and nothing that nobody confirmed', async () => {
      const ctx = await engine.context();
      const { id: project } = await createProject(ctx, { name: 'Words' });
      const taught = ['قدورنیک رفت.', 'قدورنیک خوب است.', 'او قدورنیک را دید.', 'قدورنیک و برادرش ماندند.'].join(' ');
      const english = ['Wexlow left.', 'Wexlow is good.', 'He saw Wexlow.', 'Wexlow and his brother stayed.'].join(' ');
      const made = await importPairNow(ctx, { project, title: 'One', files: files(taught, english), options });
      if (!made.ok) throw new Error(made.problems[0]?.message);
      expect(await rowsOf(ctx, project)).not.toEqual(aligned);
      const writer = await openWriter(ctx, made.value.document);
      const rows = segments(writer.doc);
      expect(rows.map(({ alignment }) => alignment?.state)).toEqual(rows.map(() => 'automatic'));
      await writer.push((tr) => {
        for (const { id } of rows) setAlignment(tr, id, 'confirmed');
      });
      expect(await rowsOf(ctx, project)).toEqual(aligned);
    });
  });
});
