import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { closeContext, openContext } from '../../../server/context.ts';
import { SCHEMA_VERSION } from '../../../shared/doc/model/migrations.ts';
import { type Serving, serving } from '../cli/program.ts';
import { type Cluster, startCluster } from '../cluster.ts';
import { typing } from '../http/radif.ts';
import { temporaryFolder } from '../temporary.ts';
import { newDocument } from '../writer.ts';

/** A server of its own process that is asked to end while something hangs. */
interface Hanging {
  readonly cluster: Cluster;
  readonly server: Serving;
  readonly document: string;
  readonly admin: pg.Client;
}

/** What hangs: begins it, gives the way to let it go on, and whether what was asked for is cut off. */
type Hang = (at: Hanging) => Promise<{ readonly unanswered?: Promise<string>; readonly goOn: () => Promise<unknown> }>;

/** Many lines, so that their export is more than what fits on the way to somebody who does not read it. */
const LINES = 6_000;

const answered = (answer: Promise<Response>) =>
  answer.then(
    ({ status }) => `answered with ${status}`,
    () => 'cut off',
  );

const push = ({ server, document }: Hanging): Promise<string> => {
  const body = JSON.stringify({ document, base: 0, client: 'c-1', schema: SCHEMA_VERSION, steps: [typing('Word')] });
  const headers = { 'content-type': 'application/json' };
  return answered(server.get('/trpc/timeline.push', { method: 'POST', headers, body }));
};

const hangs: Readonly<Record<string, Hang>> = {
  'a push whose document a neighbour keeps': async (at) => {
    await at.admin.query('begin');
    await at.admin.query('select from document for update');
    const unanswered = push(at);
    const waiting = () => at.admin.query('select from pg_locks where not granted');
    await vi.waitFor(async () => expect((await waiting()).rows.length).toBeGreaterThan(0), 20_000);
    return { unanswered, goOn: () => at.admin.query('rollback') };
  },
  'a push on its way to a database that stands still': async (at) => {
    at.cluster.freeze();
    return { unanswered: push(at), goOn: async () => at.cluster.thaw() };
  },
  'somebody who takes an export and does not read it': async ({ server, document }) => {
    const answer = await server.get(`/export?document=${document}&format=tmx&states=all`);
    expect(answer.status).toBe(200);
    return { goOn: async () => answer.body?.cancel().catch(() => {}) };
  },
  'an upload that does not end': async ({ server }) => {
    const body = new ReadableStream({ start: (upload) => upload.enqueue(Buffer.from('--edge\r\n')) });
    const headers = { 'content-type': 'multipart/form-data; boundary=edge' };
    // What Node sends as a stream has to be called so.
    const asked = { method: 'POST', headers, body, duplex: 'half' } as RequestInit;
    return { unanswered: answered(server.get('/import', asked)), goOn: async () => {} };
  },
};

describe('a server that is asked to end', () => {
  let cluster: Cluster;
  beforeAll(async () => {
    cluster = await startCluster();
  });
  afterAll(() => cluster.stop());

  it.each(Object.entries(hangs))(
    'does so in ten seconds, as systemd and Docker want it, whatever hangs: %s',
    async (_, hang) => {
      const databaseUrl = await cluster.newDatabase();
      const server = await serving({
        ...{ RADIF_DATA: await temporaryFolder(), LOG_LEVEL: 'silent' },
        DATABASE_URL: `${databaseUrl}?lock_timeout=60000&statement_timeout=60000&query_timeout=60000`,
      });
      onTestFinished(async () => void (await server.end('SIGKILL')));
      const context = await openContext({ data: await temporaryFolder(), databaseUrl });
      const text = Array.from(
        { length: LINES },
        (_each, at) => `وزیر در روز ${at} ${'گفت و شنید و دید و '.repeat(20)}رفت.`,
      );
      const document = await newDocument(context, text.join('\n'));
      await closeContext(context);
      const admin = new pg.Client({ connectionString: databaseUrl });
      admin.on('error', () => {});
      await admin.connect();
      onTestFinished(() => admin.end());
      const { unanswered = Promise.resolve('cut off'), goOn } = await hang({ cluster, server, document, admin });
      const impatience = setTimeout(() => void server.end('SIGKILL'), 10_000);
      try {
        expect(await server.end('SIGTERM')).toBe(0);
        expect(await unanswered).toBe('cut off');
      } finally {
        clearTimeout(impatience);
        await goOn();
      }
    },
  );
});
