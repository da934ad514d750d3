import { expect, it } from 'vitest';
import { type SegmentRow, segmentPage } from '../../../server/db/segment-page.ts';
import { withEngines } from '../engines.ts';
import { newDocument } from '../writer.ts';

withEngines((engine) => {
  it('a page of segments reads on both engines as the rows are stored, whatever signs are in them, and goes on behind its last one', async () => {
    const ctx = await engine.context();
    const signs = '“q” \\ \u0001\u007f\u2028\u200c 😀 {"a":1}';
    const document = await newDocument(ctx, 'یک «دو» \\n. سه چهار.\nپنج شش. هفت هشت.');
    await ctx.store.transaction((trx) => trx.updateTable('segment').set({ rendering: signs }).execute());
    const { db } = ctx.store;
    const stored = await db
      .selectFrom('segment')
      .selectAll()
      .where('document_id', '=', document)
      .orderBy('source_from')
      .execute();
    const read: SegmentRow[] = [];
    for (;;) {
      const page = await segmentPage(db, engine.name, document, read.at(-1), 2);
      read.push(...page);
      if (page.length < 2) break;
    }
    expect(read).toHaveLength(stored.length);
    expect(stored.length).toBeGreaterThan(2);
    expect(read[0]?.rendering).toBe(signs);
    for (const [index, row] of read.entries()) expect(stored[index]).toMatchObject(row);
  });
});
