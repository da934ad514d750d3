import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import manifest from '../../../package.json' with { type: 'json' };
import { SCHEMA_VERSION } from '../../../shared/doc/model/migrations.ts';
import { ask } from './ask.ts';
import { type Radif, startRadif } from './radif.ts';

let radif: Radif;
beforeAll(async () => {
  radif = await startRadif();
});
afterAll(() => radif.close());

describe('pages', () => {
  it('are the client at every path, never from a cache', async () => {
    for (const path of ['/', '/documents/7', '/settings?tab=keys', '/a.b/c']) {
      const page = await radif.get(path, { headers: { accept: 'text/html,*/*;q=0.8' } });
      expect(page.status, path).toBe(200);
      expect(await page.text()).toContain('The client');
      expect(page.headers.get('cache-control')).toBe('no-store');
    }
  });

  it.each(['/nothing', '/trpc', '/trpc/a/b', '/assets/gone.js', '/favicon.ico'])(
    'are not what a script gets that asks for what is not there: %s',
    async (path) => {
      const answer = await radif.get(path, { headers: { accept: '*/*' } });
      expect(answer.status).toBe(404);
      expect(await answer.text()).toContain(`There is nothing at GET ${path}`);
      expect(answer.headers.get('cache-control')).toBe('no-store');
    },
  );

  it('take no other method', async () => {
    const answer = await radif.get('/nothing', { method: 'DELETE' });
    expect(answer.status).toBe(405);
    expect(await answer.json()).toMatchObject({ ok: false, problems: [{ rule: 'method' }] });
  });
});

describe('assets', () => {
  it('stay in the cache for good, as their names change with their content', async () => {
    const asset = await radif.get('/assets/main-abc123.js');
    expect(asset.headers.get('content-type')).toContain('javascript');
    expect(asset.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  });

  it('travel compressed', async () => {
    const { headers } = await ask(radif.address, '/assets/main-abc123.js', { 'accept-encoding': 'br' });
    expect(headers['content-encoding']).toBe('br');
    expect(headers.vary).toContain('accept-encoding');
  });

  it.each([
    '/assets/../index.html',
    '/assets/..%2findex.html',
    '/assets/%2e%2e/%2e%2e/data/radif.db',
    '/assets//etc/passwd',
  ])('are the files of their folder only: %s', async (path) => {
    const { status, body } = await ask(radif.address, path);
    expect([400, 401, 403, 404]).toContain(status);
    expect(body).not.toContain('The client');
  });
});

describe('health', () => {
  it('says what runs, to anybody', async () => {
    const { status, body } = await ask(radif.address, '/health');
    expect(status).toBe(200);
    expect(JSON.parse(body)).toEqual({
      ok: true,
      version: manifest.version,
      engine: 'sqlite',
      schemaVersion: SCHEMA_VERSION,
      run: expect.any(String),
    });
  });
});
