import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createCaller } from '../../../server/router.ts';
import { SCHEMA_VERSION } from '../../../shared/doc/model/migrations.ts';
import { newDocument, type Radif, startRadif, typing } from './radif.ts';
import { events } from './stream.ts';

let radif: Radif;
let document: string;
beforeEach(async () => {
  radif = await startRadif();
  document = (await newDocument(radif, 'سلام دنیا.')).id;
});
afterEach(() => radif.close());

function watch(since: number, headers: Record<string, string> = {}, client?: string, signal?: AbortSignal) {
  const input = encodeURIComponent(JSON.stringify({ document, since, client }));
  return radif.get(`/trpc/timeline.changes?input=${input}`, {
    headers: { accept: 'text/event-stream', ...headers },
    ...(signal && { signal }),
  });
}

async function type(base: number, text: string): Promise<void> {
  const { timeline } = createCaller(radif.context);
  const pushed = await timeline.push({ document, base, client: 'c-1', schema: SCHEMA_VERSION, steps: [typing(text)] });
  expect(pushed).toMatchObject({ ok: true, version: base + 1 });
}

describe('the subscription to changes', () => {
  it('brings the steps after a version at once, then each as it is accepted', async () => {
    await type(0, 'one ');
    const next = events(await watch(0));
    expect(await next()).toMatchObject({ event: 'connected' });
    const first = await next();
    expect(first?.id).toMatch(/^1 \S{16}$/);
    expect(JSON.parse(first?.data ?? '')).toMatchObject({
      version: 1,
      steps: [{ client: 'c-1', step: typing('one ') }],
    });

    await type(1, 'two ');
    const second = await next();
    expect(second?.id).toMatch(/^2 \S{16}$/);
    expect(JSON.parse(second?.data ?? '')).toMatchObject({ version: 2, steps: [{ step: typing('two ') }] });
  });

  it('goes on after the last event that was seen, when a connection was lost', async () => {
    for (const [base, text] of ['a', 'b', 'c'].entries()) await type(base, text);
    const next = events(await watch(0, { 'last-event-id': '2' }));
    await next();
    const event = await next();
    expect(event?.id).toMatch(/^3 \S{16}$/);
    expect(JSON.parse(event?.data ?? '').steps).toHaveLength(1);
  });

  it('goes on only where the version that was seen is still that one', async () => {
    for (const [base, text] of ['a', 'b'].entries()) await type(base, text);
    const first = events(await watch(0));
    await first();
    const { id } = (await first()) ?? {};
    await type(2, 'c');
    const next = events(await watch(0, { 'last-event-id': `${id}` }));
    await next();
    expect(JSON.parse((await next())?.data ?? '')).toMatchObject({ ok: true, version: 3, after: id?.slice(2) });
    const other = events(await watch(0, { 'last-event-id': '2 anotherhistory00' }));
    await other();
    expect(JSON.parse((await other())?.data ?? '')).toEqual({ ok: false, reason: 'history' });
  });

  it('tells who else is there and where their carets are, until their connection ends', async () => {
    const { timeline } = createCaller(radif.context);
    const people = async (next: ReturnType<typeof events>) => JSON.parse((await next())?.data ?? '{}').people;
    const all = events(await watch(0, {}, 'c-1'));
    /** The next event that is no reminder of the last tracked one. */
    const first = async () => {
      for (let event = await all(); ; event = await all()) if (event?.event !== 'restore-id') return event;
    };
    await first();
    expect(await people(first)).toEqual([]);

    const leaving = new AbortController();
    const second = events(await watch(0, {}, 'c-2', leaving.signal));
    await second();
    expect(await people(second)).toEqual([{ client: 'c-1', name: '', caret: null }]);
    expect(await people(first)).toEqual([{ client: 'c-2', name: '', caret: null }]);

    const caret = { segment: 's1', offset: 3 };
    await timeline.here({ document, client: 'c-2', name: ' مینا ', caret });
    expect(await people(first)).toEqual([{ client: 'c-2', name: 'مینا', caret }]);
    await type(0, 'one ');
    expect(JSON.parse((await first())?.data ?? '')).toMatchObject({ version: 1 });

    leaving.abort();
    expect(await people(first)).toEqual([]);
    await timeline.here({ document, client: 'c-2', name: '', caret });
    await timeline.here({ document, client: 'c-9', name: '', caret });
    await type(1, 'two ');
    expect(JSON.parse((await first())?.data ?? '')).toMatchObject({ version: 2 });
  });

  it('is not held back by compression', async () => {
    const response = await watch(0, { 'accept-encoding': 'br, gzip' });
    expect(response.headers.get('content-type')).toContain('text/event-stream');
    expect(response.headers.get('content-encoding')).toBeNull();
    expect(await events(response)()).toMatchObject({ event: 'connected' });
  });

  it('tells of a document that is not there', async () => {
    document = 'nowhere';
    const next = events(await watch(0));
    await next();
    const { event, data } = (await next()) ?? {};
    expect(event).toBe('serialized-error');
    expect(JSON.parse(data ?? '')).toMatchObject({ data: { code: 'NOT_FOUND' } });
  });

  it('is cut off when the server closes, without the word that would keep a page from coming back', async () => {
    const other = await startRadif();
    const { id } = await newDocument(other, 'سلام.');
    const input = encodeURIComponent(JSON.stringify({ document: id, since: 0 }));
    const next = events(await other.get(`/trpc/timeline.changes?input=${input}`));
    await next();
    await other.close();
    expect(await next()).toBeNull();
  });
});
