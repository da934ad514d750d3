import { setTimeout as pause } from 'node:timers/promises';
import { expect, it, vi } from 'vitest';
import { sendLeftovers } from '../../../client/timeline/leftovers.ts';
import type { Timeline } from '../../../client/timeline/timeline.ts';
import { type Context, closeContext } from '../../../server/context.ts';
import { SCHEMA_VERSION } from '../../../shared/doc/model/migrations.ts';
import { segmentByIndex } from '../../../shared/doc/model/read.ts';
import { type TestEngine, withEngines } from '../../server/engines.ts';
import { copyOf, putBack } from '../../server/put-back.ts';
import { newDocument, openWriter, renderings as stored } from '../../server/writer.ts';
import { type Line, lineTo, openTab, outboxInMemory, renderings, type } from './tab.ts';

/** A line that goes on to another server when the one it leads to has gone, as a browser's does. */
function movableLine(context: Context) {
  let inner: Line = lineTo(context);
  const watching = new Set<() => void>();
  const line: Line = {
    get cut() {
      return inner.cut;
    },
    set cut(how) {
      inner.cut = how;
    },
    causeOf: (error) => inner.causeOf(error),
    trouble: () => inner.trouble(),
    open: (...asked) => inner.open(...asked),
    push: (push) => inner.push(push),
    since: (...asked) => inner.since(...asked),
    here: (...asked) => inner.here(...asked),
    watch(...asked) {
      let stop = inner.watch(...asked);
      const again = () => {
        stop();
        stop = inner.watch(...asked);
      };
      watching.add(again);
      return () => {
        watching.delete(again);
        stop();
      };
    },
  };
  return {
    line,
    cut: (how: Line['cut']) => {
      line.cut = how;
    },
    moveTo(next: Context) {
      inner = lineTo(next);
      for (const again of watching) again();
    },
  };
}

/** A tab with three words that the server had taken before the copy was made, and one word after it. */
async function atWork(engine: TestEngine) {
  const place = await engine.place();
  const ctx = await engine.context(place);
  const tool = await engine.context(place);
  const nothing = await copyOf(tool.store);
  const document = await newDocument(ctx);
  const outbox = outboxInMemory();
  const { line, cut, moveTo } = movableLine(ctx);
  const tab = await openTab(line, document, outbox);
  for (const word of ['One ', 'two ', 'three ']) type(tab, 0, word);
  expect(await tab.settle()).toBe('saved');
  const copy = await copyOf(tool.store);
  type(tab, 0, 'four ');
  expect(await tab.settle()).toBe('saved');
  const back = () => putBack(tool.store, copy);
  const backToNothing = () => putBack(tool.store, nothing);
  /** Somebody else goes on with the older copy: takes the first segment, and types in the others. */
  const goOn = async (words: number) => {
    const writer = await openWriter(ctx, document, 'c-other');
    for (let n = 0; n < words; n++) await writer.type(1, `${n} `);
  };
  const told = async () => (await outbox.recovered(document)).map(({ text, reason }) => ({ text, reason }));
  return { place, ctx, document, outbox, tab, line, cut, moveTo, back, backToNothing, goOn, told };
}

async function reopened(tab: Timeline): Promise<void> {
  await vi.waitFor(() => expect(tab.putBacks).toBe(1), 5_000);
}

withEngines((engine) => {
  it('opens the document again under an open tab, and puts what is lost there into the tray', async () => {
    const { ctx, document, tab, back, told } = await atWork(engine);
    await back();
    await reopened(tab);
    expect(renderings(tab)).toEqual(['One two three ', '', '']);
    expect(tab.saving()).toMatchObject({ kind: 'saved', version: 3, waiting: 0 });
    expect(await told()).toEqual([{ text: 'One two three four ', reason: 'history' }]);
    type(tab, 1, 'Goes on');
    expect(await tab.settle()).toBe('saved');
    expect(await stored(ctx, document)).toEqual(['One two three ', 'Goes on', '']);
    tab.close();
  });

  it.each([0, 1, 4])(
    'writes nothing that is unsent into the other history, which went on by %i steps',
    async (words) => {
      const { ctx, document, tab, cut, back, goOn, told } = await atWork(engine);
      cut('before');
      type(tab, 2, 'Unsent');
      expect(await tab.settle()).toBe('waiting');
      await back();
      await goOn(words);
      const others = await stored(ctx, document);
      cut('no');
      tab.retry();
      await reopened(tab);
      expect(await tab.settle()).toBe('saved');
      expect(await stored(ctx, document)).toEqual(others);
      expect(renderings(tab)).toEqual(others);
      expect(await told()).toEqual([
        { text: 'One two three four ', reason: 'history' },
        { text: 'Unsent', reason: 'history' },
      ]);
      tab.close();
    },
  );

  it.each(['stale', 'news'] as const)(
    'opens the document again where steps of others do not apply: %s',
    async (way) => {
      const ctx = await engine.context();
      const document = await newDocument(ctx);
      const outbox = outboxInMemory();
      const inner = lineTo(ctx);
      const mark = 'm'.repeat(22);
      const misfit = {
        client: 'c-other',
        schema: SCHEMA_VERSION,
        mark,
        step: { stepType: 'replace', from: 9000, to: 9001 },
      };
      let pushes = 0;
      let hear: Parameters<Line['watch']>[3] = () => {};
      const line: Line = {
        ...inner,
        async push(push) {
          pushes += 1;
          return way === 'stale' && pushes === 1 ? { ok: false, reason: 'stale', steps: [misfit] } : inner.push(push);
        },
        watch(id, client, since, heard, attending) {
          hear = heard;
          return inner.watch(id, client, since, heard, attending);
        },
      };
      const tab = await openTab(line, document, outbox);
      type(tab, 0, 'Typed');
      if (way === 'news') hear({ ok: true, version: 1, after: tab.standing().mark, steps: [misfit] });
      await reopened(tab);
      expect(await tab.settle()).toBe('saved');
      const told = (await outbox.recovered(document)).map(({ text }) => text);
      expect([...told, ...(await stored(ctx, document))].filter((text) => text !== '')).toEqual(['Typed']);
      type(tab, 1, 'Goes on');
      expect(await tab.settle()).toBe('saved');
      expect((await stored(ctx, document))[1]).toBe('Goes on');
      expect(pushes).toBeLessThan(4);
      tab.close();
    },
  );

  it('opens the document with a pause in between where what the server tells goes on not to apply, and loses nothing', async () => {
    const ctx = await engine.context();
    const document = await newDocument(ctx);
    const outbox = outboxInMemory();
    const inner = lineTo(ctx);
    let opened = 0;
    let isMisled = true;
    const step = { stepType: 'replace', from: 9000, to: 9001 };
    const line: Line = {
      ...inner,
      open(...asked) {
        opened += 1;
        return inner.open(...asked);
      },
      watch(id, client, since, heard, attending) {
        if (!isMisled) return inner.watch(id, client, since, heard, attending);
        const steps = [{ client: 'c-other', schema: SCHEMA_VERSION, mark: 'm'.repeat(22), step }];
        const timer = setTimeout(() => heard({ ok: true, version: since().version + 1, after: since().mark, steps }));
        return () => clearTimeout(timer);
      },
    };
    const tab = await openTab(line, document, outbox);
    type(tab, 0, 'Typed');
    await vi.waitFor(() => expect(tab.putBacks).toBe(2), 5_000);
    await pause(500);
    expect(opened).toBeLessThan(5);
    isMisled = false;
    expect(await tab.settle()).toBe('saved');
    await vi.waitFor(() => expect(tab.saving().kind).toBe('saved'), 5_000);
    expect((await outbox.recovered(document)).map(({ text }) => text)).toEqual(['Typed']);
    type(tab, 1, 'Goes on');
    expect(await tab.settle()).toBe('saved');
    expect(await stored(ctx, document)).toEqual(['', 'Goes on', '']);
    tab.close();
  });

  it('says the same when the server was restarted meanwhile', async () => {
    const { place, ctx, document, tab, cut, moveTo, back, goOn, told } = await atWork(engine);
    cut('before');
    await back();
    await goOn(2);
    await closeContext(ctx);
    const restarted = await engine.context(place);
    moveTo(restarted);
    await reopened(tab);
    expect(renderings(tab)).toEqual(['One two three ', '0 1 ', '']);
    expect(await told()).toEqual([{ text: 'One two three four ', reason: 'history' }]);
    expect(await stored(restarted, document)).toEqual(renderings(tab));
    tab.close();
  });

  it('does not say saved while it cannot open the document that is there now', async () => {
    const { ctx, document, tab, cut, back, backToNothing, goOn } = await atWork(engine);
    await back();
    cut('after');
    await goOn(1);
    type(tab, 0, 'five');
    cut('no');
    await tab.settle();
    expect(await stored(ctx, document)).toEqual(['One two three ', '0 ', '']);
    expect(tab.saving()).toMatchObject({ kind: 'saved', version: 4 });
    await backToNothing();
    await vi.waitFor(() => expect(tab.saving()).toMatchObject({ kind: 'missing', waiting: 0 }), 5_000);
    expect(await tab.settle()).toBe('waiting');
    tab.close();
  });

  it('puts what a closed tab left into the tray, where its version is gone or another one', async () => {
    for (const words of [0, 1, 4]) {
      const { ctx, document, outbox, tab, line, cut, back, goOn, told } = await atWork(engine);
      cut('before');
      type(tab, 2, 'Left');
      await tab.settle();
      tab.close();
      await back();
      await goOn(words);
      const others = await stored(ctx, document);
      cut('no');
      await sendLeftovers({ authority: line, outbox, newId: () => 'rescued', now: Date.now });
      expect(await told()).toEqual([{ text: 'Left', reason: 'history' }]);
      expect(await outbox.unsent()).toEqual([]);
      expect(await stored(ctx, document)).toEqual(others);
    }
  });

  it('sends what a closed tab left where the older copy has the version that it was made on', async () => {
    const { ctx, document, outbox, tab, line, cut, back, told } = await atWork(engine);
    await back();
    await reopened(tab);
    cut('before');
    type(tab, 2, 'Left');
    await tab.settle();
    tab.close();
    await back();
    cut('no');
    await sendLeftovers({ authority: line, outbox, newId: () => 'unused', now: Date.now });
    expect(await told()).toHaveLength(1);
    expect(await stored(ctx, document)).toEqual(['One two three ', '', 'Left']);
    expect(segmentByIndex(tab.state.doc, 2)?.text).toBe('Left');
  });
});
