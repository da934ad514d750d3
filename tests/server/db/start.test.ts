import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { createProject } from '../../../server/commands/project/create.ts';
import { listProjects } from '../../../server/commands/project/list.ts';
import { closeContext, openContext, openStore } from '../../../server/context.ts';
import { openPostgres } from '../../../server/db/postgres.ts';
import { radif } from '../cli/in-process.ts';
import { serving } from '../cli/program.ts';
import { type Cluster, startCluster } from '../cluster.ts';
import { engineOf, type Place, withEngines } from '../engines.ts';
import { temporaryFolder } from '../temporary.ts';

const environment = ({ data, databaseUrl = '' }: Place) => ({ RADIF_DATA: data, DATABASE_URL: databaseUrl });

async function query(address: string, statement: string): Promise<readonly Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: address });
  await client.connect();
  try {
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
}

const tables = (address: string) =>
  query(address, "select schemaname, tablename from pg_tables where schemaname in ('radif', 'public') order by 1, 2");

withEngines((engine) => {
  it('is refused in one sentence on the tables of a newer Radif, and changes nothing', async () => {
    const place = await engine.place();
    const store = await openStore(place);
    await store.transaction((trx) =>
      trx
        .insertInto('kysely_migration' as 'setting')
        .values({ name: '9999-of-tomorrow', timestamp: '' } as unknown as { name: string; value: string })
        .execute(),
    );
    await store.close();
    const { code, lines, stderr } = await radif(['list'], '', environment(place));
    expect({ code, lines }).toEqual({ code: 1, lines: [] });
    expect(stderr.join('\n')).toMatch(
      /^The (data folder|database).* cannot be used: a newer Radif has brought its tables to 9999-of-tomorrow, .*Nothing was changed\. Start the newer Radif\.$/,
    );
  });
});

describe('a start on PostgreSQL', () => {
  const engine = engineOf('postgres');

  it.each([
    ['migrations', 'create table radif.kysely_migration (name text); insert into radif.kysely_migration values (1)'],
    ['another kind of migrations', 'create table radif.kysely_migration (id integer)'],
    ['documents', 'create table radif.document (id integer)'],
  ])('is refused in one sentence where the schema holds the %s of another program', async (_, made) => {
    const { data, databaseUrl = '' } = await engine.place();
    await query(databaseUrl, `create schema radif; ${made}`);
    const before = await tables(databaseUrl);
    const { code, stderr } = await radif(['list'], '', environment({ data, databaseUrl }));
    expect(code).toBe(1);
    expect(stderr.join('\n')).toMatch(
      /^The database of DATABASE_URL cannot be used: its table radif\.\w+ is of another program\. Nothing was changed\. Choose another schema with RADIF_SCHEMA\.$/,
    );
    expect(await tables(databaseUrl)).toEqual(before);
    const elsewhere = await radif(['list'], '', { ...environment({ data, databaseUrl }), RADIF_SCHEMA: 'texts' });
    expect(elsewhere.code).toBe(0);
  });

  it('leaves the tables of another program beside it alone', async () => {
    const { data, databaseUrl = '' } = await engine.place();
    await query(
      databaseUrl,
      "create table public.kysely_migration (name text); create table public.document (id int); insert into public.kysely_migration values ('theirs')",
    );
    const context = await openContext({ data, databaseUrl });
    await createProject(context, { name: 'Ours' });
    await closeContext(context);
    expect(await query(databaseUrl, 'select count(*)::int as count from public.document')).toEqual([{ count: 0 }]);
    expect(await query(databaseUrl, 'select name from radif.project')).toEqual([{ name: 'Ours' }]);
  });

  it('goes on with tables that an older Radif has made in "public", and two schemas hold two libraries', async () => {
    const { data, databaseUrl = '' } = await engine.place();
    const older = await openContext({ data, databaseUrl, schema: 'public' });
    await createProject(older, { name: 'Old' });
    await closeContext(older);
    const names = async (schema?: string) => {
      const context = await openContext({ data, databaseUrl, ...(schema && { schema }) });
      const projects = await listProjects(context);
      const found = { schema: context.store.schema, names: projects.map(({ name }) => name) };
      await closeContext(context);
      return found;
    };
    expect(await names()).toEqual({ schema: 'public', names: ['Old'] });
    expect(await names('texts')).toEqual({ schema: 'texts', names: [] });
    const server = await serving(environment({ data, databaseUrl }));
    expect(await server.end('SIGTERM')).toBe(0);
    expect(server.written.stderr).toContain(
      'are in the schema "public", where an older Radif made them, and stay there',
    );
  });
});

describe('a server and its own PostgreSQL', () => {
  let cluster: Cluster;
  beforeAll(async () => {
    cluster = await startCluster();
  });
  afterAll(() => cluster.stop());

  it('refuses an encoding that cannot hold Persian in one sentence, and leaves nothing behind', async () => {
    const databaseUrl = await cluster.newDatabase("encoding 'LATIN1' template template0");
    const { code, stderr } = await radif(['list'], '', environment({ data: await temporaryFolder(), databaseUrl }));
    expect(code).toBe(1);
    expect(stderr.join('\n')).toMatch(
      /^The database of DATABASE_URL cannot be used: its encoding is LATIN1, and Persian needs UTF8\. Nothing was changed\. .+$/,
    );
    expect(await query(databaseUrl, "select from pg_namespace where nspname = 'radif'")).toEqual([]);
  });

  it('waits for a database that is still starting', async () => {
    const databaseUrl = await cluster.newDatabase();
    await cluster.halt();
    const opening = openPostgres(databaseUrl, () => {});
    await cluster.run(false);
    await (await opening).close();
  });

  it('waits longer for one that says that it is starting, and serves then', async () => {
    const databaseUrl = await cluster.newDatabase();
    await cluster.halt();
    const goOn = await cluster.starting();
    const server = serving({ RADIF_DATA: await temporaryFolder(), DATABASE_URL: `${databaseUrl}?connect_timeout=1` });
    onTestFinished(async () => void (await (await server).end('SIGKILL')));
    const isServing = vi.fn();
    void server.then(isServing, () => {});
    await pause(2_500);
    expect(isServing).not.toHaveBeenCalled();
    goOn();
    expect((await (await server).get('/ready')).status).toBe(200);
  });
});
