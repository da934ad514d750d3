import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeContext, openContext } from '../../../server/context.ts';
import { accessKey, renewKey } from '../../../server/http/key.ts';
import { temporaryFolder } from '../temporary.ts';
import { ask } from './ask.ts';
import { newDocument, type Radif, startRadif } from './radif.ts';
import { events } from './stream.ts';

let radif: Radif;
beforeAll(async () => {
  radif = await startRadif();
});
afterAll(() => radif.close());

describe('the link with the key', () => {
  it('signs in with a cookie that scripts cannot read and other sites cannot use, and shows the address without it', async () => {
    const { status, headers } = await ask(radif.address, `/?key=${radif.key}`);
    expect(status).toBe(303);
    expect(headers.location).toBe('/');
    const [cookie = ''] = headers['set-cookie'] ?? [];
    expect(cookie).toMatch(/^radif-[0-9a-f]{8}=[\w-]{43}; /);
    expect(cookie).toContain('HttpOnly');
    expect(cookie).toContain('SameSite=Strict');
    expect(cookie).toContain('Path=/');
    expect(cookie).not.toContain(radif.key);
  });

  it('leads to the page that it names', async () => {
    const { headers } = await ask(radif.address, `/documents/7?tab=history&key=${radif.key}&from=3`);
    expect(headers.location).toBe('/documents/7?tab=history&from=3');
  });

  it.each(['//evil.example/', '/\\evil.example/', '///evil.example'])(
    'never leads to another site: %s',
    async (path) => {
      const { headers } = await ask(radif.address, `${path}?key=${radif.key}`);
      expect(new URL(headers.location ?? '', radif.address).origin).toBe(radif.address);
    },
  );

  it('may be pasted whole into the plain page', async () => {
    const pasted = encodeURIComponent(`http://127.0.0.1:4747/?key=${radif.key}`);
    expect((await ask(radif.address, `/?key=${pasted}`)).status).toBe(303);
  });

  it.each(['', 'x', 'undefined'])('signs nobody in with a wrong key: "%s"', async (key) => {
    const { status, headers, body } = await ask(radif.address, `/?key=${key}`);
    expect(status).toBe(401);
    expect(headers['set-cookie']).toBeUndefined();
    expect(body).toContain('This key is not the right one');
    expect(body).toContain('این کلید درست نیست');
  });
});

describe('without a session', () => {
  it.each([
    ['GET', '/trpc/project.list'],
    ['POST', '/trpc/project.create'],
    ['GET', '/trpc/timeline.changes?input={}'],
    ['GET', '/trpc/no.such'],
    ['POST', '/import'],
    ['GET', '/export?format=tmx'],
  ])('%s %s is refused with words', async (method, path) => {
    for (const cookie of ['', 'radif-00000000=x', `${radif.cookie.split('=')[0]}=${radif.key}`]) {
      const { status, body } = await ask(radif.address, path, { cookie }, method);
      expect(status).toBe(401);
      expect(body).toContain('You are not signed in. Open the link');
    }
  });

  it('a procedure is refused in the shape that its caller reads', async () => {
    const { body } = await ask(radif.address, '/trpc/project.list');
    const { error } = JSON.parse(body);
    expect(error.data).toMatchObject({ code: 'UNAUTHORIZED', httpStatus: 401 });
    expect(error.code).toBe(-32001);
  });

  it('a page says in both languages what to do', async () => {
    for (const path of ['/', '/documents/7']) {
      const { status, body, headers } = await ask(radif.address, path, { accept: 'text/html' });
      expect(status).toBe(401);
      expect(headers['content-type']).toContain('text/html');
      expect(body).toContain('Open the link that Radif printed');
      expect(body).toContain('پیوندی را باز کنید');
      expect(body).not.toContain('The client');
    }
  });

  it('health and assets are free', async () => {
    expect((await ask(radif.address, '/health')).status).toBe(200);
    expect((await ask(radif.address, '/assets/main-abc123.js')).status).toBe(200);
  });
});

describe('a link on another site', () => {
  it('leads a signed-in browser, which holds its cookie back, to ask once more from here', async () => {
    const headers = { accept: 'text/html', 'sec-fetch-site': 'cross-site' };
    const { status, body } = await ask(radif.address, '/documents/7', headers);
    expect(status).toBe(200);
    expect(body).toContain('http-equiv="refresh"');
  });
});

describe('guessing', () => {
  it('is stopped after some tries a minute, while who is signed in or has the right key goes on', async () => {
    const guessed = await startRadif();
    const statuses: number[] = [];
    for (let guess = 0; guess < 70; guess++) statuses.push((await ask(guessed.address, `/?key=guess${guess}`)).status);
    expect(statuses.slice(0, 10).every((status) => status === 401)).toBe(true);
    expect(statuses.at(-1)).toBe(429);
    expect((await guessed.get('/')).status).toBe(200);
    expect((await ask(guessed.address, `/?key=${guessed.key}`)).status).toBe(303);
    await guessed.close();
  });
});

describe('the key', () => {
  it('stays the same over a restart and for two processes that start at once', async () => {
    const data = await temporaryFolder();
    const contexts = await Promise.all([openContext({ data }), openContext({ data })]);
    const keys = await Promise.all(contexts.map(async ({ store }) => (await accessKey(store, data)).key));
    await Promise.all(contexts.map(closeContext));
    const again = await openContext({ data });
    expect(new Set([...keys, (await accessKey(again.store, data)).key]).size).toBe(1);
    expect(Buffer.from(keys[0] ?? '', 'base64url')).toHaveLength(32);
    await closeContext(again);
  });

  it('is in no row of the database, nor is a session', async () => {
    const { store } = radif.context;
    const rows = JSON.stringify(await store.db.selectFrom('setting').selectAll().execute());
    expect(rows).toContain('lock');
    expect(rows).not.toContain(radif.key);
    expect(rows).not.toContain(radif.cookie.split('=')[1]);
  });

  it('moves out of a database of an older version, and goes on opening', async () => {
    const data = await temporaryFolder();
    const context = await openContext({ data });
    const { store } = context;
    await store.transaction((trx) => trx.insertInto('setting').values({ name: 'key', value: 'old-key' }).execute());
    expect((await accessKey(store, data)).key).toBe('old-key');
    expect(await store.db.selectFrom('setting').select('name').where('name', '=', 'key').execute()).toEqual([]);
    expect((await accessKey(store, data)).key).toBe('old-key');
    await closeContext(context);
  });

  it('lies in the data folder for its owner alone', async () => {
    const data = await temporaryFolder();
    const context = await openContext({ data });
    await accessKey(context.store, data);
    expect((await stat(join(data, 'key'))).mode & 0o777).toBe(0o600);
    await closeContext(context);
  });

  it('made anew signs everybody out, listeners too, and opens instead of the old one', async () => {
    const server = await startRadif();
    const { id } = await newDocument(server, 'سلام.');
    const input = encodeURIComponent(JSON.stringify({ document: id, since: 0 }));
    const next = events(await server.get(`/trpc/timeline.changes?input=${input}`));
    expect(await next()).toMatchObject({ event: 'connected' });
    const key = await renewKey(server.context.store, server.data);
    expect(await next()).toBeNull();
    expect((await server.get('/trpc/project.list')).status).toBe(401);
    expect((await ask(server.address, `/?key=${server.key}`)).status).toBe(401);
    expect((await ask(server.address, `/?key=${key}`)).status).toBe(303);
    await server.close();
  });

  it('is in no line of the log, whatever is asked', async () => {
    await ask(radif.address, `/documents/7?key=${radif.key}`);
    await ask(radif.address, `/trpc/project.list?key=${radif.key}`);
    await ask(radif.address, `/nothing?key=${radif.key}`, { host: 'evil.example' });
    await radif.get('/health');
    const log = radif.log.join('');
    expect(log).toContain('Answered');
    expect(log).not.toContain(radif.key);
    expect(log).not.toContain(radif.cookie.split('=')[1]);
  });
});
