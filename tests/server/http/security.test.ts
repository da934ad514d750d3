import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isOwnHost, ownNames } from '../../../server/http/own-names.ts';
import { ask } from './ask.ts';
import { type Radif, startRadif } from './radif.ts';

let radif: Radif;
let port: string;
beforeAll(async () => {
  radif = await startRadif();
  port = new URL(radif.address).port;
});
afterAll(() => radif.close());

describe('the host of a request', () => {
  it.each([
    'evil.example',
    'evil.example:4747',
    '127.0.0.1.evil.example',
    '192.168.1.9',
    'localhost.evil.example',
    '0.0.0.0',
  ])('is refused when it is not its own: "%s"', async (host) => {
    for (const path of ['/', '/health', '/trpc/project.list', `/?key=${radif.key}`]) {
      const { status, headers, body } = await ask(radif.address, path, { host, cookie: radif.cookie });
      expect(status, path).toBe(403);
      expect(headers['set-cookie']).toBeUndefined();
      expect(body).not.toContain('127.0.0.1');
    }
  });

  it('may be any of its own names, on a forwarded port too', async () => {
    for (const host of [`127.0.0.1:${port}`, `localhost:${port}`, 'LOCALHOST:9000', '[::1]:9000', '127.0.0.1']) {
      expect((await ask(radif.address, '/health', { host })).status, host).toBe(200);
    }
  });

  it('may be the name it was told to listen on, and every address of the machine when it listens everywhere', () => {
    expect(isOwnHost('radif.lan:4747', ownNames('Radif.lan'))).toBe(true);
    expect(isOwnHost('other.lan:4747', ownNames('radif.lan'))).toBe(false);
    expect(isOwnHost('127.0.0.1:4747', ownNames('0.0.0.0'))).toBe(true);
    expect(isOwnHost('evil.example', ownNames('0.0.0.0'))).toBe(false);
    expect(isOwnHost('0.0.0.0:4747', ownNames('0.0.0.0'))).toBe(false);
  });
});

describe('the page that a request comes from', () => {
  it.each(['http://evil.example', 'null', 'http://127.0.0.1:1', 'https://evil.example', 'file://'])(
    'is refused when it is of another origin: %s',
    async (origin) => {
      const { status } = await ask(radif.address, '/trpc/project.list', { origin, cookie: radif.cookie });
      expect(status).toBe(403);
    },
  );

  it('may be its own', async () => {
    const headers = { origin: radif.address, cookie: radif.cookie, 'sec-fetch-site': 'same-origin' };
    expect((await ask(radif.address, '/trpc/project.list', headers)).status).toBe(200);
  });

  it.each(['cross-site', 'same-site'])('may not be of another site, even without an Origin: %s', async (site) => {
    const headers = { cookie: radif.cookie, 'sec-fetch-site': site };
    const { status, body } = await ask(radif.address, '/export?format=tmx', headers);
    expect(status).toBe(403);
    expect(body).toContain('its own pages only');
  });

  it('gets no leave from a preflight', async () => {
    const headers = { origin: 'http://evil.example', 'access-control-request-method': 'POST' };
    const answer = await ask(radif.address, '/trpc/project.create', headers, 'OPTIONS');
    expect(answer.status).toBe(403);
    expect(answer.headers['access-control-allow-origin']).toBeUndefined();
  });
});

describe('a method that nothing answers', () => {
  it.each(['TRACE', 'PUT', 'DELETE', 'PATCH'])('%s is refused as such', async (method) => {
    for (const path of ['/', '/trpc/project.list', '/health']) {
      const { status, headers } = await ask(radif.address, path, { cookie: radif.cookie }, method);
      expect(status).toBe(405);
      expect(headers.allow).toBe('GET, HEAD, POST, OPTIONS');
    }
  });
});

describe('what browsers are told', () => {
  it('is to run scripts of this server only, never inline, and not to be framed', async () => {
    const { headers } = await ask(radif.address, '/', { cookie: radif.cookie });
    const policy = headers['content-security-policy'];
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("style-src 'self' 'unsafe-inline'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['cross-origin-resource-policy']).toBe('same-origin');
    expect(headers['strict-transport-security']).toBeUndefined();
  });
});
