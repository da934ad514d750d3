import { request } from 'node:https';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask } from './ask.ts';
import { type TlsProxy, tlsProxy } from './proxy.ts';
import { type Radif, startRadif } from './radif.ts';

const origin = 'https://radif.example.org';
let radif: Radif;
let proxy: TlsProxy;
beforeAll(async () => {
  radif = await startRadif('127.0.0.1', [origin, 'http://radif.lan:8080']);
  proxy = await tlsProxy('radif.example.org', radif.address);
});
afterAll(async () => {
  await proxy.close();
  await radif.close();
});

/** Asks the proxy as a browser at `origin` would. */
async function asked(path: string, headers: Readonly<Record<string, string>> = {}, method = 'GET') {
  const { port, certificate: ca } = proxy;
  const options = { host: '127.0.0.1', port, path, method, ca, servername: 'radif.example.org' };
  const answer = await new Promise<import('node:http').IncomingMessage>((resolve, reject) => {
    const sent = request({ ...options, headers: { host: 'radif.example.org', ...headers } }, resolve);
    sent.on('error', reject);
    sent.end(method === 'POST' ? JSON.stringify({ name: 'Made through the proxy' }) : undefined);
  });
  return { status: answer.statusCode, headers: answer.headers, body: await text(answer) };
}

async function cookieThere(): Promise<string> {
  const { headers } = await asked(`/?key=${radif.key}`);
  return headers['set-cookie']?.[0]?.split(';')[0] ?? '';
}

describe('behind a TLS proxy with a name of its own', () => {
  it('signs in with a cookie that travels by HTTPS alone', async () => {
    const { status, headers } = await asked(`/?key=${radif.key}`);
    expect(status).toBe(303);
    expect(headers['set-cookie']?.[0]).toContain('Secure');
    expect(headers['set-cookie']?.[0]).toContain('SameSite=Strict');
  });

  it('reads and writes for a page of that origin', async () => {
    const cookie = await cookieThere();
    const headers = { cookie, origin, 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' };
    expect((await asked('/trpc/project.create', headers, 'POST')).status).toBe(200);
    expect((await asked('/trpc/project.list', { cookie })).body).toContain('Made through the proxy');
  });

  it('keeps its guards: other origins, the same name by HTTP, other names', async () => {
    const cookie = await cookieThere();
    for (const other of ['https://evil.example', 'http://radif.example.org', 'https://radif.example.org:444']) {
      expect((await asked('/trpc/project.list', { cookie, origin: other })).status, other).toBe(403);
    }
    expect((await asked('/trpc/project.list', { cookie, host: 'radif.example.com' })).status).toBe(403);
    expect((await asked('/trpc/project.list')).status).toBe(401);
  });

  it('still answers at its own address, there with a cookie for HTTP', async () => {
    const { status, headers } = await ask(radif.address, `/?key=${radif.key}`);
    expect(status).toBe(303);
    expect(headers['set-cookie']?.[0]).not.toContain('Secure');
  });
});
