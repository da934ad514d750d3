import fc from 'fast-check';
import { expect, it } from 'vitest';
import { rebuildProjections } from '../../../../server/commands/document/rebuild-projections.ts';
import type { Context } from '../../../../server/context.ts';
import { withEngines } from '../../engines.ts';
import { newDocument, openWriter, persian, typeInto } from '../../writer.ts';
import { edits, perform } from '../edits.ts';

/** All that is derived from a document. */
async function projections({ store: { db } }: Context, document: string) {
  const of = (table: 'segment' | 'mention') =>
    db.selectFrom(table).selectAll().where('document_id', '=', document).orderBy('id').execute();
  const head = await db
    .selectFrom('document')
    .select(['version', 'progress', 'changed_at'])
    .where('id', '=', document)
    .executeTakeFirstOrThrow();
  return { segments: await of('segment'), mentions: await of('mention'), ...head, progress: JSON.parse(head.progress) };
}

withEngines((engine) => {
  it('finds the projections as the pushes have left them, whatever was done', async () => {
    const ctx = await engine.context();
    const met = { refused: 0, accepted: 0 };
    await fc.assert(
      fc.asyncProperty(edits, async (done) => {
        const document = await newDocument(ctx, persian(7));
        const writer = await openWriter(ctx, document);
        for (const [nth, edit] of done.entries()) {
          const result = await writer.push((tr) => perform(tr, edit, nth, writer.source));
          met[result.ok ? 'accepted' : 'refused'] += 1;
        }
        const pushed = await projections(ctx, document);
        await ctx.store.transaction(async (trx) => {
          await trx.updateTable('segment').set({ rendering: 'spoilt', words: 99 }).execute();
          await trx.deleteFrom('mention').execute();
        });
        await rebuildProjections(ctx);
        expect(await projections(ctx, document)).toEqual(pushed);
        await ctx.store.transaction(async (trx) => {
          for (const table of ['segment', 'mention', 'step', 'checkpoint', 'snapshot', 'source'] as const) {
            await trx.deleteFrom(table).execute();
          }
          await trx.deleteFrom('document').execute();
        });
      }),
      { numRuns: 40 },
    );
    expect(met.accepted).toBeGreaterThan(met.refused);
  });

  it('writes what is missing anew, for archived documents too, and tells how much it was', async () => {
    const ctx = await engine.context();
    const document = await newDocument(ctx, persian(303));
    const writer = await openWriter(ctx, document);
    await writer.push((tr) => typeInto(tr, 302, 'the last one'));
    const before = await projections(ctx, document);
    await ctx.store.transaction(async (trx) => {
      await trx.deleteFrom('segment').execute();
      await trx.updateTable('document').set({ archived_at: 1, progress: '{}' }).execute();
    });
    expect(await rebuildProjections(ctx)).toEqual({ documents: 1, segments: 303 });
    expect(await projections(ctx, document)).toEqual(before);
  });
});
