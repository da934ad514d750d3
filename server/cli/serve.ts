import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import type { Checked, Problem } from '../../shared/core/problem.ts';
import { builtInGazetteer } from '../../shared/names/gazetteer/gazetteer.ts';
import { lanes } from '../commands/job/kinds.ts';
import { bringSample } from '../commands/sample/bring.ts';
import { type Context, closeContext } from '../context.ts';
import { storageProblem } from '../db/failure.ts';
import { buildApp } from '../http/app.ts';
import { accessKey } from '../http/key.ts';
import { reportTo } from '../http/report.ts';
import { workOnJobs } from '../jobs/jobs.ts';
import { releaseJobs } from '../release/kind.ts';
import type { Settings } from '../settings.ts';
import { removeAbandoned } from '../temporary/folder.ts';
import { command } from './command.ts';
import { linkTo } from './key.ts';
import { listen } from './listen.ts';
import { announce, servers } from './running-servers.ts';
import { asked, endAnyway } from './signal.ts';
import { type Terminal, tellProblems } from './terminal.ts';
import { openWorkspace, settingsOf } from './workspace.ts';

/** Built beside this file; see `vite.config.ts`. */
const worker = fileURLToPath(new URL('./worker.js', import.meta.url));
const memoryThread = fileURLToPath(new URL('./memories.js', import.meta.url));
const spellingThread = fileURLToPath(new URL('./spelling.js', import.meta.url));
const client = fileURLToPath(new URL('../client/', import.meta.url));

export const serve = command('serve', {
  usage: '',
  about: `Runs the workbench and prints the link that opens it and signs you in; Ctrl+C ends it. On an empty database it
brings a sample project. If the port is taken, the next free one is used. Several servers may run on one data folder.`,
  options: {},
  async run({ terminal }) {
    const started = await start(settingsOf(terminal), terminal);
    if (!started.ok) {
      tellProblems(terminal, started.problems);
      return 1;
    }
    const signal = asked();
    await terminal.write(`Radif is ready: ${started.value.link}\n`);
    if (!started.value.link.includes('?')) terminal.tell(keyless);
    // Made once, before anybody waits for what needs it.
    builtInGazetteer();
    await signal;
    endAnyway((line) => terminal.tell(line));
    await started.value.close();
    return 0;
  },
});

const keyless = `The key of this database lies on the machine that made it. Open the link that was printed there, or make a new
key with "radif key --new", which signs everybody out.`;

const inPublic = `The tables of this database are in the schema "public", where an older Radif made them, and stay there.`;

interface Started {
  /** The address with the key. */
  readonly link: string;
  /** Ends subscriptions, lets calls that are under way end, writes what is due and lets go of the database. */
  close(): Promise<void>;
}

async function start(settings: Settings, terminal: Terminal): Promise<Checked<Started>> {
  const { host, port, origins, logLevel } = settings;
  const log = pino({ level: logLevel }, pino.destination({ dest: 2, sync: true }));
  const report = reportTo(log);
  await removeAbandoned();
  const opened = await openWorkspace(settings, report, { worker, memoryThread, spellingThread });
  if (!opened.ok) return opened;
  const unready = await unreadiness(opened.value);
  if (unready) return { ok: false, problems: [unready] };
  const jobs = [...lanes, releaseJobs].map((kinds) => workOnJobs(opened.value, kinds, report));
  const wakeJobs = () => {
    for (const lane of jobs) lane.wake();
  };
  const context = { ...opened.value, wakeJobs };
  await bringSample(context);
  const { key, lock } = await accessKey(context.store, settings.data);
  const run = randomUUID();
  const app = await buildApp({ context, log, host, origins, lock, client, run });

  await tellOthers(settings, terminal);
  if (context.store.schema === 'public' && settings.schema === undefined) terminal.tell(inPublic);
  const listening = await listen(app, { host, port });
  if (!listening.ok) {
    await Promise.all(jobs.map((lane) => lane.close()));
    await closeContext(context);
    return listening;
  }
  const { address, taken } = listening.value;
  if (taken) terminal.tell(`Port ${port} is taken, so Radif listens on ${new URL(address).port}.`);
  const withdraw = settings.databaseUrl ? null : await announce(settings.data, { address, pid: process.pid, run });

  return {
    ok: true,
    value: {
      link: linkTo(origins[0] ?? address, key),
      async close() {
        await withdraw?.();
        await app.close();
        await Promise.all(jobs.map((lane) => lane.close()));
        await closeContext(context);
      },
    },
  };
}

/** What keeps people from working on a database that can be opened, such as a role that may only read; the database is let go then. */
async function unreadiness(context: Context): Promise<Problem | null> {
  try {
    await context.store.ready();
    return null;
  } catch (error) {
    await closeContext(context);
    const problem = storageProblem(error);
    if (!problem) throw error;
    return problem;
  }
}

/** A second server on a data folder is safe, but it may not be what somebody wants. */
async function tellOthers({ data, databaseUrl }: Settings, terminal: Terminal): Promise<void> {
  if (databaseUrl) return;
  for (const { address, pid } of await servers(data, (line) => terminal.tell(line))) {
    terminal.tell(`Another Radif (process ${pid}) already serves this folder at ${address}. That is safe: both go on.`);
  }
}
