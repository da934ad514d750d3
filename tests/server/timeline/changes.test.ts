import { expect, it } from 'vitest';
import { type Context, closeContext } from '../../../server/context.ts';
import type { SentChange } from '../../../shared/wire/step.ts';
import { withEngines } from '../engines.ts';
import { newDocument, openWriter, type Writer } from '../writer.ts';

/** Listens in the background; `heard` grows, and `ended` resolves when the subscription is over. */
function listen({ timeline }: Context, document: string, since: number, signal?: AbortSignal) {
  const heard: SentChange[] = [];
  const waiting = new Set<() => void>();
  const ended = (async () => {
    for await (const change of timeline.changes(document, { version: since }, signal)) {
      if (!change.ok) throw new Error('Nobody puts a backup back meanwhile');
      heard.push(change);
      for (const wake of waiting) wake();
    }
  })();
  return {
    heard,
    ended,
    /** Resolves once version `version` was heard of. */
    async until(version: number) {
      while ((heard.at(-1)?.version ?? since) < version) {
        await new Promise<void>((resolve) => {
          waiting.add(resolve);
        });
      }
    },
  };
}

async function write(writer: Writer, texts: readonly string[]): Promise<void> {
  for (const text of texts) expect(await writer.type(0, text)).toMatchObject({ ok: true });
}

const inserted = ({ heard }: { heard: readonly SentChange[] }) =>
  heard.flatMap(({ steps }) =>
    steps.map(({ step }) => (step as { slice: { content: [{ text: string }] } }).slice.content[0].text),
  );

withEngines((engine) => {
  it('tells every listener of every step, once and in order', async () => {
    const ctx = await engine.context();
    const document = await newDocument(ctx);
    const writer = await openWriter(ctx, document);
    const listeners = [listen(ctx, document, 0), listen(ctx, document, 0)];
    await write(writer, ['a', 'b', 'c']);
    for (const listener of listeners) {
      await listener.until(3);
      expect(inserted(listener)).toEqual(['a', 'b', 'c']);
      expect(listener.heard.flatMap(({ steps }) => steps.map(({ client }) => client))).toEqual(['c-1', 'c-1', 'c-1']);
    }
  });

  it('goes on where a lost connection broke off', async () => {
    const ctx = await engine.context();
    const document = await newDocument(ctx);
    const writer = await openWriter(ctx, document);
    await write(writer, ['a', 'b', 'c']);
    const listener = listen(ctx, document, 1);
    await listener.until(3);
    await write(writer, ['d']);
    await listener.until(4);
    expect(inserted(listener)).toEqual(['b', 'c', 'd']);
  });

  it('tells of what another process accepted', async () => {
    const place = await engine.place();
    const [here, there] = [await engine.context(place), await engine.context(place)];
    const document = await newDocument(here);
    const other = await newDocument(here);
    const listener = listen(here, document, 0);
    await write(await openWriter(there, other), ['not this']);
    await write(await openWriter(there, document), ['a', 'b']);
    await listener.until(2);
    expect(inserted(listener)).toEqual(['a', 'b']);
  });

  it('ends when the listener leaves, and when everything closes', async () => {
    const place = await engine.place();
    const ctx = await engine.context(place);
    const document = await newDocument(ctx);
    const leaving = new AbortController();
    const left = listen(ctx, document, 0, leaving.signal);
    const stayed = listen(ctx, document, 0);
    await write(await openWriter(ctx, document), ['a']);
    await Promise.all([left.until(1), stayed.until(1)]);
    leaving.abort();
    await left.ended;
    await closeContext(ctx);
    await stayed.ended;
    expect(inserted(stayed)).toEqual(['a']);
  });

  it('ends at once for who has left before it began', async () => {
    const ctx = await engine.context();
    const document = await newDocument(ctx);
    await write(await openWriter(ctx, document), ['a']);
    const listener = listen(ctx, document, 0, AbortSignal.abort());
    await listener.ended;
    expect(listener.heard).toEqual([]);
  });

  it('says that there is no such document', async () => {
    const ctx = await engine.context();
    await expect(listen(ctx, 'none', 0).ended).rejects.toMatchObject({ name: 'UnknownRecord', what: 'document' });
  });
});
