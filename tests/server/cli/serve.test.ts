import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { events } from '../http/stream.ts';
import { temporaryFolder } from '../temporary.ts';
import { radif, type Serving, serving } from './program.ts';

let data: string;
beforeEach(async () => {
  data = await temporaryFolder();
});

async function start(env: Record<string, string> = {}): Promise<Serving> {
  const server = await serving({ RADIF_DATA: data, ...env });
  onTestFinished(async () => void (await server.end('SIGKILL')));
  return server;
}

/** Takes a port until the test has finished. */
async function takePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const address = server.address();
  return typeof address === 'object' && address ? address.port : 0;
}

async function listed(server: Serving) {
  return (await (await server.get('/trpc/document.list')).json()).result.data as { id: string; title: string }[];
}

describe('a start', () => {
  it('prints one line with the link that signs in, and brings the sample into an empty folder', async () => {
    const server = await start();
    expect(server.written.stdout).toMatch(/^Radif is ready: http:\/\/127\.0\.0\.1:\d+\/\?key=[\w-]{43}\n$/);
    expect((await listed(server)).map(({ title }) => title).sort()).toEqual(['Statements', 'Statements, translated']);
    const page = await server.get('/');
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('<div id="root">');
  });

  it('brings the sample only once, keeps the key, and ends with 0 on Ctrl+C and on SIGTERM', async () => {
    const first = await start();
    const documents = await listed(first);
    expect(await first.end('SIGINT')).toBe(0);
    const second = await start();
    expect(second.link.searchParams.get('key')).toBe(first.link.searchParams.get('key'));
    expect(await listed(second)).toEqual(documents);
    expect(await second.end('SIGTERM')).toBe(0);
  });

  it('says that a port is taken and uses the next free one', async () => {
    const port = await takePort();
    const server = await start({ PORT: String(port) });
    expect(Number(server.link.port)).toBeGreaterThan(port);
    expect(server.written.stderr).toContain(`Port ${port} is taken, so Radif listens on ${server.link.port}.`);
  });

  it('on a folder that is served says where it is served, and serves it too', async () => {
    const first = await start();
    const second = await start({ PORT: first.link.port });
    expect(second.written.stderr).toContain(`process ${first.pid}) already serves this folder at ${first.link.origin}`);
    expect(second.link.searchParams.get('key')).toBe(first.link.searchParams.get('key'));
    expect(await listed(second)).toEqual(await listed(first));
    await first.end('SIGINT');
    expect(await listed(second)).toHaveLength(2);
  });

  it('takes a leftover that cannot be deleted for no more than a warning', async () => {
    const first = await start();
    await first.end('SIGINT');
    await mkdir(join(data, 'servers', 'left.json', 'within'), { recursive: true });
    const next = await start();
    expect(next.written.stderr).toContain('left.json, left by a server that has ended, cannot be deleted');
    expect(await listed(next)).toHaveLength(2);
  });

  it('does not believe what a killed server, or another one on its port, left behind', async () => {
    const killed = await start();
    await killed.end('SIGKILL');
    expect(await readdir(join(data, 'servers'))).toHaveLength(1);
    const stranger = await serving({ RADIF_DATA: await temporaryFolder(), PORT: killed.link.port });
    onTestFinished(async () => void (await stranger.end('SIGKILL')));
    const next = await start();
    expect(next.written.stderr).not.toContain('already serves');
    expect(await readdir(join(data, 'servers'))).toHaveLength(1);
    await next.end('SIGINT');
    expect(await readdir(join(data, 'servers'))).toEqual([]);
  });

  it('ends with 1 and a sentence where it cannot listen or keep its data', async () => {
    const nowhere = await radif(['serve'], { RADIF_DATA: data, HOST: '203.0.113.1' });
    expect(nowhere).toMatchObject({ code: 1, stdout: '' });
    expect(nowhere.stderr).toContain('"203.0.113.1" is no address of this machine');
    await mkdir(join(data, 'sub'));
    await writeFile(join(data, 'sub', 'radif.db'), 'This is no database, though it has the name of one.'.repeat(100));
    const broken = await radif(['serve'], { RADIF_DATA: join(data, 'sub') });
    expect(broken).toMatchObject({ code: 1, stdout: '' });
    expect(broken.stderr).toContain(`The data folder ${join(data, 'sub')} cannot be used`);
  });
});

describe('an end', () => {
  it('waits for nobody who only listens', async () => {
    const server = await start();
    const [document] = await listed(server);
    const input = encodeURIComponent(JSON.stringify({ document: document?.id, since: 0 }));
    const next = events(await server.get(`/trpc/timeline.changes?input=${input}`));
    expect(await next()).toMatchObject({ event: 'connected' });
    expect(await server.end('SIGINT')).toBe(0);
    expect(await next()).toBeNull();
  });
});

describe('commands beside a running server', () => {
  it('see what it has, and it sees what they bring', async () => {
    const server = await start();
    const file = join(data, 'new.txt');
    await writeFile(file, 'سلام.\nخداحافظ.');
    const imported = await radif(['import', file, '--project', 'Statements'], { RADIF_DATA: data });
    expect(imported).toMatchObject({ code: 0, stderr: '' });
    const [{ id }] = JSON.parse(imported.stdout).documents;
    expect((await listed(server)).map((document) => document.id)).toContain(id);

    const list = await radif(['list'], { RADIF_DATA: data });
    expect(JSON.parse(list.stdout).projects).toMatchObject([{ name: 'Statements', documents: { length: 3 } }]);
    const args = ['export', '--project', 'Statements', '--format', 'tmx', '--out', '-'];
    expect((await radif(args, { RADIF_DATA: data })).stdout).toContain('</tmx>');
    expect(await radif(['rebuild'], { RADIF_DATA: data })).toMatchObject({ code: 0 });
  });

  it('all get through when many write at once', async () => {
    const server = await start();
    const files = await Promise.all(
      Array.from({ length: 4 }, async (_, index) => {
        const file = join(data, `${index}.txt`);
        await writeFile(file, 'سلام. '.repeat(500));
        return file;
      }),
    );
    const ended = await Promise.all(files.map((file) => radif(['import', file], { RADIF_DATA: data })));
    expect(ended.map(({ code }) => code)).toEqual([0, 0, 0, 0]);
    expect(await listed(server)).toHaveLength(6);
  });
});
