import { expect, it } from 'vitest';
import { rebuildProjections } from '../../../server/commands/document/rebuild-projections.ts';
import { type Context, closeContext } from '../../../server/context.ts';
import { withEngines } from '../engines.ts';
import { newDocument, openWriter, persian, renderings } from '../writer.ts';
import { startTyping } from './child.ts';

/** The renderings as the projections have them. */
async function projected({ store }: Context, document: string): Promise<readonly string[]> {
  const rows = await store.db
    .selectFrom('segment')
    .select('rendering')
    .where('document_id', '=', document)
    .orderBy('source_from')
    .execute();
  return rows.map(({ rendering }) => rendering);
}

const wordsOf = (rendering: string | undefined) => (rendering ?? '').split(' ').filter((word) => word !== '');
const typed = (client: string, words: number) => Array.from({ length: words }, (_, word) => `${client}-${word}`);

withEngines((engine) => {
  it('loses no acknowledged change when the server is killed in the middle of pushes', async () => {
    const place = await engine.place();
    const ctx = await engine.context(place);
    const document = await newDocument(ctx, persian(50));
    await closeContext(ctx);
    for (let round = 0; round < 5; round++) {
      const client = `c-${round}`;
      const child = await startTyping({ place, document, client, segment: round, words: 100_000 });
      await child.until(20 + 31 * round);
      await child.kill();

      const later = await engine.context(place);
      const found = await renderings(later, document);
      const words = wordsOf(found[round]);
      expect(child.said.length).toBeGreaterThanOrEqual(20);
      expect(words.slice(0, child.said.length)).toEqual(child.said);
      expect(words).toEqual(typed(client, words.length));
      expect(words.length - child.said.length).toBeLessThanOrEqual(1);
      expect(await projected(later, document)).toEqual(found);
      await rebuildProjections(later);
      expect(await projected(later, document)).toEqual(found);
      await closeContext(later);
    }
  });

  it('serves one document from two processes, both alive', async () => {
    const place = await engine.place();
    const ctx = await engine.context(place);
    const document = await newDocument(ctx, persian(5));
    const heard: string[] = [];
    const leaving = new AbortController();
    const listening = (async () => {
      for await (const news of ctx.timeline.changes(document, { version: 0 }, leaving.signal)) {
        if (news.ok) heard.push(...news.steps.map(({ client }) => client));
        if (heard.length === 150) leaving.abort();
      }
    })();
    const child = await startTyping({ place, document, client: 'c-child', segment: 0, words: 100 });
    const writer = await openWriter(ctx, document, 'c-here');
    await child.until(1);
    for (let word = 0; word < 50; ) {
      if ((await writer.type(1, `c-here-${word} `)).ok) word += 1;
      else await writer.catchUp();
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(await child.exit).toBe(0);
    await listening;
    const found = await renderings(ctx, document);
    expect(wordsOf(found[0])).toEqual(typed('c-child', 100));
    expect(wordsOf(found[1])).toEqual(typed('c-here', 50));
    expect(heard.filter((client) => client === 'c-child')).toHaveLength(100);
    expect(await projected(ctx, document)).toEqual(found);
    await writer.catchUp();
    expect(writer.version).toBe(150);
  });

  it('takes what several processes type at the same moment', async () => {
    const place = await engine.place();
    const ctx = await engine.context(place);
    const document = await newDocument(ctx, persian(5));
    const children = await Promise.all(
      [0, 1, 2].map((segment) => startTyping({ place, document, client: `c-${segment}`, segment, words: 30 })),
    );
    expect(await Promise.all(children.map(({ exit }) => exit))).toEqual([0, 0, 0]);
    const found = await renderings(ctx, document);
    expect(found.map(wordsOf)).toEqual([typed('c-0', 30), typed('c-1', 30), typed('c-2', 30), [], []]);
  });
});
