import { connect } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Radif, startRadif } from './radif.ts';

let radif: Radif;
beforeAll(async () => {
  radif = await startRadif();
});
afterAll(() => radif.close());

/** Sends bytes as they are and resolves when the server has closed the connection or said something. */
function raw(bytes: string): Promise<string> {
  const { hostname, port } = new URL(radif.address);
  return new Promise((resolve) => {
    let answer = '';
    const socket = connect(Number(port), hostname, () => socket.end(bytes));
    socket.on('data', (chunk) => (answer += chunk));
    socket.on('error', () => resolve(answer));
    socket.on('close', () => resolve(answer));
  });
}

it('keeps every stack out of the log, whatever bad requests come', async () => {
  const json = { 'content-type': 'application/json' };
  const calls: readonly (readonly [string, RequestInit])[] = [
    ['/trpc/timeline.push', { method: 'POST', headers: json, body: '{' }],
    ['/trpc/timeline.push', { method: 'POST', headers: json, body: 'null' }],
    ['/trpc/timeline.push', { method: 'POST', headers: json, body: JSON.stringify({ document: {}, steps: 1 }) }],
    ['/trpc/timeline.push', { method: 'POST', headers: { 'content-type': 'text/plain' }, body: 'x' }],
    ['/trpc/no.such?batch=1&input=%7B', {}],
    [`/trpc/${Array.from({ length: 60 }, () => 'project.list').join(',')}?batch=1`, {}],
    ['/trpc/project.list?input=%E0%A4%A', {}],
    ['/%E0%A4%A', {}],
    ['/import', { method: 'POST', headers: json, body: '{}' }],
    [
      '/import',
      { method: 'POST', headers: { 'content-type': 'multipart/form-data; boundary=x' }, body: '--x\r\nbroken' },
    ],
    ['/import', { method: 'POST', headers: { 'content-type': 'multipart/form-data' }, body: 'x' }],
    ['/export?format=nothing', {}],
  ];
  for (const [path, init] of calls) {
    const { status } = await radif.get(path, init);
    expect(status, path).toBeGreaterThanOrEqual(400);
    expect(status, `${path} ${radif.log.at(-2)}`).toBeLessThan(500);
  }
  expect(radif.log.filter((line) => line.includes('"err"'))).toEqual([]);
  expect(await raw('NONSENSE\r\n\r\n')).toContain('400');
  expect(await raw('GET / HTTP/1.1\r\n\r\n')).toContain('400');
  expect(await raw(`GET / HTTP/1.1\r\nHost: localhost\r\nX: ${'x'.repeat(100_000)}\r\n\r\n`)).toContain('431');
  expect(radif.log.join('')).not.toMatch(/\\n\s+at /);
});
