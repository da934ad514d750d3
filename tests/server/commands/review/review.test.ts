import { describe, expect, it } from 'vitest';
import { applyReview, previewReview } from '../../../../server/commands/review/review.ts';
import { revertChange } from '../../../../server/commands/timeline/revert.ts';
import type { Context } from '../../../../server/context.ts';
import { setRendering } from '../../../../shared/doc/edit/rendering.ts';
import { segmentByIndex, segments } from '../../../../shared/doc/model/read.ts';
import { withEngines } from '../../engines.ts';
import { documentAt } from '../../opened.ts';
import { newDocument, openWriter } from '../../writer.ts';
import { edited, reviewFile, run } from './edited.ts';

/** A document of four rows: two confirmed, a draft, and one without English. */
async function rendered(ctx: Context) {
  const document = await newDocument(ctx, 'یک آمد.\nدو آمد.\nسه آمد.\nچهار آمد.');
  const writer = await openWriter(ctx, document);
  const status = ['translated', 'translated', 'draft'] as const;
  await writer.push((tr) => {
    for (const [index, each] of status.entries()) {
      const id = segmentByIndex(tr.doc, index)?.id ?? '';
      setRendering(tr, id, ['One came.', 'Two came.', 'Three came.'][index] ?? '', { status: each });
    }
  });
  return { document, writer };
}

async function rows(ctx: Context, document: string) {
  const { doc } = await documentAt(ctx, document);
  return segments(doc).map(({ text, status }) => [text, status]);
}

withEngines((engine) => {
  describe('a reviewed Word table', () => {
    it('that nobody has edited changes nothing', async () => {
      const ctx = await engine.context();
      const { document } = await rendered(ctx);
      const bytes = await reviewFile(ctx, document);
      expect(await previewReview(ctx, { bytes })).toMatchObject({
        ok: true,
        value: { documents: [{ document, title: 'A text', changes: [], refused: [], unchanged: 4 }], notes: [] },
      });
      expect(await applyReview(ctx, { bytes, contested: 'take' })).toMatchObject({ value: { rows: 0, changes: [] } });
    });

    it('brings its changed English and states back, seen before, as one change that is taken back as one', async () => {
      const ctx = await engine.context();
      const { document } = await rendered(ctx);
      const before = await rows(ctx, document);
      // A word processor cuts text into runs as it likes, and knows tracked changes.
      const bytes = edited(await reviewFile(ctx, document), [
        [
          run('One came.'),
          '<w:t>One </w:t></w:r><w:del><w:r><w:delText>came</w:delText></w:r></w:del><w:ins><w:r><w:t>arrived.</w:t></w:r></w:ins><w:r><w:t></w:t>',
        ],
        [run('draft'), run('Reviewed')],
      ]);
      const preview = await previewReview(ctx, { bytes });
      expect(preview).toMatchObject({
        ok: true,
        value: {
          documents: [
            {
              changes: [
                {
                  row: 1,
                  fa: 'یک آمد.',
                  before: { en: 'One came.' },
                  after: { en: 'One arrived.', status: 'translated' },
                },
                { row: 3, before: { status: 'draft' }, after: { en: 'Three came.', status: 'reviewed' } },
              ],
              unchanged: 2,
            },
          ],
        },
      });
      expect(await rows(ctx, document)).toEqual(before);
      const taken = await applyReview(ctx, { bytes, contested: 'keep' });
      if (!taken.ok) throw new Error(taken.problems[0]?.message);
      expect(taken.value).toMatchObject({ rows: 2, changes: [{ document }] });
      expect(await rows(ctx, document)).toEqual([
        ['One arrived.', 'translated'],
        ['Two came.', 'translated'],
        ['Three came.', 'reviewed'],
        ['', 'initial'],
      ]);
      const [change] = taken.value.changes;
      if (!change) throw new Error('There is no change');
      expect(await revertChange(ctx, change)).toMatchObject({ outcome: 'whole' });
      expect(await rows(ctx, document)).toEqual(before);
    });

    it('is refused row by row where its Persian was changed, its state is none, or its id is gone or doubled', async () => {
      const ctx = await engine.context();
      const { document } = await rendered(ctx);
      const file = await reviewFile(ctx, document);
      const ids = [...segments((await documentAt(ctx, document)).doc)].map(({ id }) => id);
      const bytes = edited(file, [
        [run('یک آمد.'), run('یک رفت.')],
        [run('One came.'), run('One went.')],
        [run('draft'), run('done')],
        [run(`id:${ids[3]}`), run(`id:${ids[1]}`)],
        [run('Two came.'), run('Two have come.')],
      ]);
      const taken = await applyReview(ctx, { bytes, contested: 'keep' });
      if (!taken.ok) throw new Error(taken.problems[0]?.message);
      expect(taken.value.refused.map(({ rule, values }) => [rule, values?.row])).toEqual([
        ['review.persian', 1],
        ['review.state', 3],
        ['review.twice', 4],
      ]);
      expect(taken.value.refused[0]?.message).toContain(
        'reads “\u2068یک رفت.\u2069”, and should read “\u2068یک آمد.\u2069”',
      );
      expect((await rows(ctx, document)).map(([text]) => text)).toEqual([
        'One came.',
        'Two have come.',
        'Three came.',
        '',
      ]);
    });

    it('leaves what others have changed since, or takes the file where that was chosen', async () => {
      const ctx = await engine.context();
      const { document, writer } = await rendered(ctx);
      const bytes = edited(await reviewFile(ctx, document), [
        [run('One came.'), run('One came here.')],
        [run('Two came.'), run('Two came here.')],
      ]);
      await writer.type(0, ' Today.');
      await writer.type(2, ' And went.');
      expect(await previewReview(ctx, { bytes })).toMatchObject({
        value: {
          documents: [
            {
              changes: [
                { row: 1, isContested: true },
                { row: 2, isContested: false },
              ],
            },
          ],
        },
      });
      await applyReview(ctx, { bytes, contested: 'keep' });
      expect((await rows(ctx, document)).map(([text]) => text)).toEqual([
        'One came. Today.',
        'Two came here.',
        'Three came. And went.',
        '',
      ]);
      await applyReview(ctx, { bytes, contested: 'take' });
      expect((await rows(ctx, document))[0]?.[0]).toBe('One came here.');
    });

    it('says of another file, or of another Radif, what it is', async () => {
      const ctx = await engine.context();
      const { document } = await rendered(ctx);
      const bytes = await reviewFile(ctx, document);
      const other = edited(bytes, [[`Radif document ${document}`, 'Radif document 0198c0de']]);
      expect(await previewReview(ctx, { bytes: other })).toMatchObject({ problems: [{ rule: 'review.other' }] });
      const bare = edited(bytes, [[`Radif document ${document} version`, 'Some text']]);
      expect(await previewReview(ctx, { bytes: bare })).toMatchObject({ problems: [{ rule: 'review.no-document' }] });
      expect(await previewReview(ctx, { bytes: Buffer.from('text') })).toMatchObject({ ok: false });
    });
  });
});
