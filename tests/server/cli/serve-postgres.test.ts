import { describe, expect, it, onTestFinished } from 'vitest';
import { SCHEMA_VERSION } from '../../../shared/doc/model/migrations.ts';
import { engineOf } from '../engines.ts';
import { typing } from '../http/radif.ts';
import { events } from '../http/stream.ts';
import { radif, type Serving, serving } from './program.ts';

const postgres = engineOf('postgres');

async function environment(): Promise<Record<string, string>> {
  const { data, databaseUrl = '' } = await postgres.place();
  return { RADIF_DATA: data, DATABASE_URL: databaseUrl };
}

async function start(env: Record<string, string>): Promise<Serving> {
  const server = await serving(env);
  onTestFinished(async () => void (await server.end('SIGKILL')));
  return server;
}

describe('servers on one PostgreSQL', () => {
  it('share documents, key and changes, and commands see the same', async () => {
    const env = await environment();
    const [one, other] = await Promise.all([start(env), start(env)]);
    expect(await (await one.get('/health')).json()).toMatchObject({ ok: true, engine: 'postgres' });
    expect(other.link.searchParams.get('key')).toBe(one.link.searchParams.get('key'));
    expect(other.written.stderr).not.toContain('already serves');

    const { projects } = JSON.parse((await radif(['list'], env)).stdout);
    expect(projects).toMatchObject([{ name: 'Statements', documents: { length: 2 } }]);
    const document = projects[0].documents[0].id;

    const input = encodeURIComponent(JSON.stringify({ document, since: 0 }));
    const next = events(await other.get(`/trpc/timeline.changes?input=${input}`));
    await next();
    const push = JSON.stringify({
      document,
      base: 0,
      client: 'c-1',
      schema: SCHEMA_VERSION,
      steps: [typing('Hello. ')],
    });
    const headers = { 'content-type': 'application/json' };
    expect((await one.get('/trpc/timeline.push', { method: 'POST', headers, body: push })).status).toBe(200);
    expect(await next()).toMatchObject({ id: expect.stringMatching(/^1 \S+$/) });
    expect(await one.end('SIGTERM')).toBe(0);
    expect(await other.end('SIGINT')).toBe(0);
  });

  it('give the same new entity that comes to both at once as it is, to each', async () => {
    const env = await environment();
    const servers = await Promise.all([start(env), start(env)]);
    const project = JSON.parse((await radif(['list'], env)).stdout).projects[0].id;
    const record = { label: 'GPE', en: 'Russia', faOther: [], enOther: [], wikidata: null, note: '' };
    for (let tried = 0; tried < 40; tried++) {
      const id = `e-${tried}`;
      const body = JSON.stringify({ project, id, record: { ...record, fa: `روسیه ${tried}` } });
      const headers = { 'content-type': 'application/json' };
      const answers = await Promise.all(
        servers.map((server) => server.get('/trpc/entity.create', { method: 'POST', headers, body })),
      );
      expect(answers.map(({ status }) => status)).toEqual([200, 200]);
      const [one, other] = await Promise.all(answers.map(async (answer) => (await answer.json()).result.data));
      expect(one).toMatchObject({ ok: true, value: { id, en: 'Russia', revision: 1 } });
      expect(other).toEqual(one);
    }
  });

  it('show each other who has a document open, where they write, and that they have gone', async () => {
    const env = await environment();
    const [one, other] = await Promise.all([start(env), start(env)]);
    const document = JSON.parse((await radif(['list'], env)).stdout).projects[0].documents[0].id;
    const follow = (server: Serving, client: string) =>
      server.get(`/trpc/timeline.changes?input=${encodeURIComponent(JSON.stringify({ document, since: 0, client }))}`);
    const isAt = (offset: number) =>
      one.get('/trpc/timeline.here', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ document, client: 'mina', name: 'Mina', caret: { segment: 's-1', offset } }),
      });
    const people = async (next: ReturnType<typeof events>, wanted: unknown) => {
      for (;;) {
        const told = await next();
        if (!told) throw new Error(`The stream ended before ${JSON.stringify(wanted)}`);
        if (told.data?.includes(JSON.stringify(wanted).slice(1, -1))) return;
      }
    };

    const there = events(await follow(other, 'omid'));
    await people(there, { people: [] });
    const here = await follow(one, 'mina');
    await isAt(3);
    await people(there, { people: [{ client: 'mina', name: 'Mina', caret: { segment: 's-1', offset: 3 } }] });
    await isAt(7);
    await people(there, { people: [{ client: 'mina', name: 'Mina', caret: { segment: 's-1', offset: 7 } }] });
    const third = events(await follow(other, 'reza'));
    await people(third, { client: 'mina', name: 'Mina', caret: { segment: 's-1', offset: 7 } });
    await people(events(here), { client: 'reza', name: '', caret: null });
    expect(await one.end('SIGTERM')).toBe(0);
    await people(there, { people: [{ client: 'reza', name: '', caret: null }] });
  });

  it('say so when the database cannot be reached, without its password', async () => {
    const { code, stdout, stderr } = await radif(['serve'], {
      DATABASE_URL: 'postgres://radif:secret@127.0.0.1:1/radif?connect_timeout=1',
    });
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain('The database of DATABASE_URL cannot be used');
    expect(stderr).not.toContain('secret');
    expect(stderr).not.toContain('    at ');
  });
});
