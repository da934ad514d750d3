import fc from 'fast-check';
import { expect, it } from 'vitest';
import { rebuildProjections } from '../../../../server/commands/document/rebuild-projections.ts';
import type { Context } from '../../../../server/context.ts';
import { addMention } from '../../../../shared/doc/edit/mention.ts';
import { withEngines } from '../../engines.ts';
import { newDocument, openWriter, persian, typeInto } from '../../writer.ts';
import { edits, perform } from '../edits.ts';

const parts = ['segment', 'mention', 'step', 'touched_segment', 'checkpoint', 'snapshot', 'source'] as const;

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
          for (const table of parts) {
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

  it('happens by itself at a start where the keys were folded otherwise, names of mentions too, and only then', async () => {
    const place = await engine.place();
    const older = await engine.context(place);
    const document = await newDocument(older, persian(7));
    const writer = await openWriter(older, document);
    const mention = { id: 'm-1', label: 'GPE', entity: null, state: 'accepted', rendering: null } as const;
    await writer.push((tr) => addMention(tr, { ...mention, source: { from: 4, to: 8 } }, writer.source.text));
    const before = await projections(older, document);
    const spoil = async (ctx: Context, name: string) =>
      ctx.store.transaction(async (trx) => {
        await trx.updateTable('segment').set({ source_key: 'otherwise' }).execute();
        await trx.updateTable('mention').set({ surface_key: 'otherwise' }).execute();
        await trx.updateTable('setting').set({ value: 'of old' }).where('name', '=', name).execute();
      });
    await spoil(older, 'no such setting');
    const same = await engine.context(place);
    expect((await projections(same, document)).segments[0]?.source_key).toBe('otherwise');
    await spoil(same, 'folding');
    expect(await projections(await engine.context(place), document)).toEqual(before);
  });
});
