import pg from 'pg';
import { expect, it, onTestFinished } from 'vitest';
import { closeContext, openContext } from '../../../server/context.ts';
import { startCluster } from '../cluster.ts';
import { temporaryFolder } from '../temporary.ts';
import { newDocument, openWriter, persian, renderings } from '../writer.ts';

/** How often the database is killed. */
const KILLS = 3;
const WORDS = 20;

it('loses nothing that was acknowledged when its database is killed, though that acknowledges before it writes unless it is told to', async () => {
  const cluster = await startCluster({ durable: true });
  onTestFinished(() => cluster.stop());
  const databaseUrl = await cluster.newDatabase();
  const data = await temporaryFolder();
  const asked = async (...statements: readonly string[]) => {
    const client = new pg.Client({ connectionString: databaseUrl });
    client.on('error', () => {});
    await client.connect();
    try {
      const answers = [];
      for (const statement of statements) answers.push((await client.query(statement)).rows);
      return answers.at(-1);
    } finally {
      await client.end();
    }
  };
  await asked(
    `alter database ${new URL(databaseUrl).pathname.slice(1)} set synchronous_commit = off`,
    "alter system set wal_writer_delay = '10s'",
    'select pg_reload_conf()',
    'create table control (word text)',
    'checkpoint',
  );
  const first = await openContext({ data, databaseUrl });
  const document = await newDocument(first, persian(1));
  await closeContext(first);
  const acknowledged: string[] = [];
  let written = 0;
  for (let kill = 0; kill < KILLS; kill++) {
    const context = await openContext({ data, databaseUrl });
    const writer = await openWriter(context, document, `c-${kill}`);
    for (let word = 0; word < WORDS; word++) {
      const text = `w${kill}-${word} `;
      const { ok } = await writer.type(0, text);
      if (ok) acknowledged.push(text);
    }
    await asked("insert into control values ('acknowledged')");
    written += 1;
    await cluster.kill();
    await closeContext(context).catch(() => {});
    await cluster.run();
  }
  const context = await openContext({ data, databaseUrl });
  onTestFinished(() => closeContext(context));
  const stored = (await renderings(context, document)).join('');
  expect(acknowledged).toHaveLength(KILLS * WORDS);
  expect(acknowledged.filter((word) => stored.split(word).length !== 2)).toEqual([]);
  // Who says nothing loses what was acknowledged: the fault is really made.
  expect(await asked('select count(*)::int as count from control')).not.toEqual([{ count: written }]);
});
