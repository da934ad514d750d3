import pg from 'pg';
import { expect, it, onTestFinished, vi } from 'vitest';
import { listProjects } from '../../../server/commands/project/list.ts';
import { closeContext, openContext } from '../../../server/context.ts';
import { engineOf } from '../engines.ts';
import { startTyping } from '../process/child.ts';
import { newDocument, openWriter, persian, renderings } from '../writer.ts';

const engine = engineOf('postgres');

/** How many pushes wait at once on the server that goes on. */
const WAITING = 12;

it('keeps nobody waiting for ever when a server is frozen inside its transaction, and neither reads nor other documents at all', async () => {
  const place = await engine.place();
  const { databaseUrl = '' } = place;
  const context = await openContext({ ...place, databaseUrl: `${databaseUrl}?connections=6&application_name=living` });
  onTestFinished(() => closeContext(context));
  const admin = new pg.Client({ connectionString: databaseUrl });
  await admin.connect();
  onTestFinished(() => admin.end());
  const [held, other] = [await newDocument(context, persian(WAITING)), await newDocument(context)];
  const limits = '?idle_in_transaction_session_timeout=2000&application_name=frozen';
  const frozen = await startTyping({
    place: { ...place, databaseUrl: `${databaseUrl}${limits}` },
    document: held,
    client: 'c-frozen',
    segment: 0,
    words: 100_000,
  });
  onTestFinished(() => frozen.kill());
  await frozen.until(2);

  // It holds the row of the document, and waits for the log; then it is frozen, and what it waits for is given to it.
  await admin.query('begin');
  await admin.query('lock table step in share mode');
  const isInside = () =>
    admin.query(`select from pg_locks join pg_stat_activity using (pid)
      where application_name = 'frozen' and not granted and relation = 'step'::regclass`);
  await vi.waitFor(async () => expect((await isInside()).rows).toHaveLength(1), 20_000);
  process.kill(frozen.pid, 'SIGSTOP');
  await admin.query('rollback');
  const state = () =>
    admin.query("select from pg_stat_activity where application_name = 'frozen' and state = 'idle in transaction'");
  await vi.waitFor(async () => expect((await state()).rows).toHaveLength(1), 20_000);

  const writers = [];
  for (let n = 0; n < WAITING; n++) writers.push(await openWriter(context, held, `c-${n}`));
  const pushes = writers.map((writer, n) => writer.type(n, `w${n}`));
  // One connection waits for the row, whoever else would like to.
  const waiting = () =>
    admin.query("select from pg_stat_activity where application_name = 'living' and wait_event_type = 'Lock'");
  await vi.waitFor(async () => expect((await waiting()).rows).toHaveLength(1), 20_000);
  expect(await (await openWriter(context, other, 'c-other')).type(0, 'goes on')).toMatchObject({ ok: true });
  expect(await listProjects(context)).toHaveLength(2);
  await context.store.ready();

  // PostgreSQL takes the row from who stands still. One of those who waited is first, the others are told of it.
  const answers = await Promise.all(pushes);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(answers.filter((answer) => !answer.ok && answer.reason !== 'stale')).toEqual([]);
  const acknowledged = frozen.said.length;
  const words = (await renderings(context, held)).join(' ');
  expect(words.match(/\bw\d+/g)).toHaveLength(1);
  expect(acknowledged).toBeGreaterThanOrEqual(2);
});
