import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { type Context, closeContext, openContext } from '../../../server/context.ts';
import { buildApp } from '../../../server/http/app.ts';
import { accessKey } from '../../../server/http/key.ts';
import { reportTo } from '../../../server/http/report.ts';
import { createCaller } from '../../../server/router.ts';

/** A web server on a port and a data folder of its own. */
export interface Radif {
  readonly context: Context;
  readonly data: string;
  /** Like `http://127.0.0.1:5123`. */
  readonly address: string;
  readonly key: string;
  /** What a browser sends back after it was signed in. */
  readonly cookie: string;
  /** Lines of the log. */
  readonly log: readonly string[];
  /** Fetches a path as the signed-in user. */
  get(path: string, init?: RequestInit): Promise<Response>;
  close(): Promise<void>;
}

/** A document of `text` in a project of its own. */
export async function newDocument(
  { context }: Radif,
  text: string,
  title = 'A text',
): Promise<{ id: string; project: string }> {
  const caller = createCaller(context);
  const project = await caller.project.create({ name: 'A project' });
  const imported = await caller.document.import({ project: project.id, title, text });
  if (!imported.ok) throw new Error(imported.problems[0]?.message);
  return { id: imported.value.id, project: project.id };
}

/** A step that types `text` at the beginning of the first rendering. */
export function typing(text: string): object {
  return { stepType: 'replace', from: 2, to: 2, slice: { content: [{ type: 'text', text }] } };
}

/** Starts a server whose client is one page and one asset. */
export async function startRadif(
  host = '127.0.0.1',
  origins: readonly string[] = [],
  worker?: string,
  databaseUrl?: string,
): Promise<Radif> {
  const folder = await mkdtemp(join(tmpdir(), 'radif-http-'));
  const client = join(folder, 'client');
  await mkdir(join(client, 'assets'), { recursive: true });
  await writeFile(join(client, 'index.html'), '<!doctype html><title>The client</title>');
  await writeFile(join(client, 'assets', 'main-abc123.js'), 'console.log("client");\n'.repeat(200));

  const log: string[] = [];
  const logger = pino({ level: 'trace' }, { write: (line: string) => void log.push(line) });
  const context = await openContext({
    data: join(folder, 'data'),
    report: reportTo(logger),
    ...(worker && { worker }),
    ...(databaseUrl !== undefined && { databaseUrl }),
  });
  const { key, lock } = await accessKey(context.store, join(folder, 'data'));
  if (key === null) throw new Error('The key is missing');
  const app = await buildApp({ context, log: logger, host, origins, lock, client });
  await app.listen({ host, port: 0 });
  const address = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
  const signedIn = await fetch(`${address}/?key=${key}`, { redirect: 'manual' });
  const cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? '';
  return {
    context,
    data: join(folder, 'data'),
    address,
    key,
    cookie,
    log,
    get: (path, init) => fetch(`${address}${path}`, { ...init, headers: { cookie, ...init?.headers } }),
    async close() {
      await app.close();
      await closeContext(context);
      await rm(folder, { recursive: true });
    },
  };
}
