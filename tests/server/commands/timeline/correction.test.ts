import { DocAttrStep } from 'prosemirror-transform';
import { expect, it } from 'vitest';
import { verify } from '../../../../server/backup/verify.ts';
import { duplicateDocument } from '../../../../server/commands/document/duplicate.ts';
import { nameVersion } from '../../../../server/commands/version/name.ts';
import { type Context, closeContext } from '../../../../server/context.ts';
import { exportRows } from '../../../../server/export/rows.ts';
import { correctSource, joinParagraphs } from '../../../../shared/doc/edit/correct.ts';
import { addMention } from '../../../../shared/doc/edit/mention.ts';
import { segments } from '../../../../shared/doc/model/read.ts';
import { sourceOf } from '../../../../shared/doc/model/source.ts';
import { withEngines } from '../../engines.ts';
import { atHand, documentAt } from '../../opened.ts';
import { newDocument, openWriter } from '../../writer.ts';

const text = 'وزیر در تهرن با سفیر عراق دیدار کرد.\nدر این دیدار درباره همکاری\nدو کشور گفتگو شد.';
const corrected = 'وزیر در تهران با سفیر عراق دیدار کرد.\nدر این دیدار درباره همکاری دو کشور گفتگو شد.';

/** A document with a name behind a typo; then the typo is corrected, and the cut sentence joined. */
async function correctedDocument(ctx: Context) {
  const document = await newDocument(ctx, text);
  const writer = await openWriter(ctx, document);
  const at = text.indexOf('عراق');
  const name = { id: 'm1', label: 'GPE', entity: null, state: 'accepted', rendering: null } as const;
  await writer.push((tr) => addMention(tr, { ...name, source: { from: at, to: at + 4 } }, text));
  const named = writer.version;
  const [first, second] = segments(writer.doc).map(({ id }) => id);
  const pushed = await writer.push((tr) => {
    correctSource(tr, first ?? '', corrected.split('\n')[0] ?? '', writer.source);
    joinParagraphs(tr, second ?? '', writer.source);
  });
  expect(pushed.ok).toBe(true);
  return { document, writer, named };
}

async function rows(ctx: Context, document: string, version?: number) {
  const found = [];
  for await (const row of exportRows(ctx, { documents: [document], version })) found.push(row);
  return found;
}

withEngines((engine) => {
  it('keeps a corrected source as a version of its own, and the old ones theirs', async () => {
    const ctx = await engine.context();
    const { document, named } = await correctedDocument(ctx);
    expect((await documentAt(ctx, document)).doc.attrs.source).toBe(corrected);
    expect((await documentAt(ctx, document, named)).doc.attrs.source).toBe(text);
    expect((await documentAt(ctx, document)).source).toBe(text);
  });

  it('tells rows, names and exports what the corrected source says', async () => {
    const ctx = await engine.context();
    const { document, named } = await correctedDocument(ctx);
    const now = await rows(ctx, document);
    expect(now.map(({ fa, paragraph, statement }) => [fa, paragraph, statement])).toEqual([
      [corrected.split('\n')[0], 0, 0],
      [corrected.split('\n')[1], 1, 1],
    ]);
    expect(now[0]?.mentions[0]?.fa).toMatchObject({ text: 'عراق' });
    expect((await rows(ctx, document, named)).map(({ fa }) => fa)).toEqual(text.split('\n'));
    const found = ctx.store.db.selectFrom('segment').select('id').where('source_key', 'like', '%تهران%');
    expect(await found.where('document_id', '=', document).execute()).toHaveLength(1);
    const mention = await ctx.store.db.selectFrom('mention').selectAll().where('document_id', '=', document).execute();
    expect(mention).toMatchObject([{ surface: 'عراق' }]);
    expect((await verify(ctx)).problems).toEqual([]);
  });

  it('reads it again from a snapshot, in another process', async () => {
    const place = await engine.place();
    const ctx = await engine.context(place);
    const { document, writer, named } = await correctedDocument(ctx);
    await nameVersion(ctx, { document, version: writer.version, name: 'corrected' });
    await nameVersion(ctx, { document, version: named, name: 'as it came' });
    await closeContext(ctx);
    const later = await engine.context(place);
    const { doc } = await documentAt(later, document);
    expect(sourceOf(doc, writer.source).text).toBe(corrected);
    expect(doc.eq(writer.doc)).toBe(true);
    // At rest a source that nobody has corrected stands in its own table alone.
    expect((await atHand(later, { id: document, at: named })).doc).toMatchObject({ attrs: { source: null } });
    expect((await verify(later)).problems).toEqual([]);
  });

  it('gives a copy the corrected source for its own', async () => {
    const ctx = await engine.context();
    const { document } = await correctedDocument(ctx);
    const copy = await duplicateDocument(ctx, { id: document, title: 'Copy' });
    const opened = await documentAt(ctx, copy.id);
    expect(opened.source).toBe(corrected);
    expect((await verify(ctx)).problems).toEqual([]);
  });

  it('refuses a source that is set over the heads of its ranges', async () => {
    const ctx = await engine.context();
    const { writer } = await correctedDocument(ctx);
    expect(await writer.push((tr) => tr.step(new DocAttrStep('source', 'چیز دیگر')))).toMatchObject({
      ok: false,
      reason: 'refused',
      problems: [{ rule: 'step-misfit' }],
    });
  });
});
