import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { bringSample } from '../commands/bring-sample.ts';
import { closeContext, openContext } from '../context.ts';
import { buildApp } from '../http/app.ts';
import { accessKey } from '../http/key.ts';
import { command } from './command.ts';
import { listen } from './listen.ts';
import { announce, servers } from './running-servers.ts';
import { asked } from './signal.ts';
import { type Terminal, tellProblems } from './terminal.ts';
import { settingsOf } from './workspace.ts';

const client = fileURLToPath(new URL('../client/', import.meta.url));

export const serve = command('serve', {
  usage: '',
  about: `Runs the workbench and prints the link that opens it and signs you in; Ctrl+C ends it. On an empty database it
brings a sample project. If the port is taken, the next free one is used. Several servers may run on one data folder.`,
  options: {},
  async run({ terminal }) {
    const settings = settingsOf(terminal);
    const { data, host, port, databaseUrl, logLevel } = settings;
    const log = pino({ level: logLevel }, pino.destination({ dest: 2, sync: true }));
    const context = await openContext({
      ...settings,
      report: (err) => log.error({ err }, 'Work in the background failed'),
    });
    if (databaseUrl === undefined) await tellOthers(data, terminal);
    await bringSample(context);
    const key = await accessKey(context.store);
    const run = randomUUID();
    const app = await buildApp({ context, log, host, key, client, run });
    const listening = await listen(app, { host, port });
    if (!listening.ok) {
      tellProblems(terminal, listening.problems);
      await closeContext(context);
      return 1;
    }
    const { address, taken } = listening.value;
    if (taken) terminal.tell(`Port ${port} is taken, so Radif listens on the next free one.`);
    const withdraw =
      databaseUrl === undefined ? await announce(data, { address, pid: process.pid, run }) : async () => {};
    const signal = asked();
    await terminal.write(`Radif is ready: ${address}/?key=${key}\n`);

    log.info({ signal: await signal }, 'Closing');
    await withdraw();
    await app.close();
    await closeContext(context);
    return 0;
  },
});

async function tellOthers(data: string, terminal: Terminal): Promise<void> {
  for (const { address, pid } of await servers(data)) {
    terminal.tell(`Another Radif (process ${pid}) already serves this folder at ${address}. That is safe: both go on.`);
  }
}
