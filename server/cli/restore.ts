import { readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { checkBackup, isEmpty, restoreRows, type WholeBackup } from '../backup/restore.ts';
import { verify } from '../backup/verify.ts';
import { closeContext, openContext, openStore } from '../context.ts';
import type { Settings } from '../settings.ts';
import { command, type ExitCode, UsageError } from './command.ts';
import { fileProblem } from './file-failure.ts';
import { servers } from './running-servers.ts';
import { type Terminal, tellProblems } from './terminal.ts';
import { settingsOf } from './workspace.ts';

export const restore = command('restore', {
  usage: 'FILE [--replace]',
  about: `Puts a backup into an empty database, of either engine, and verifies it. Nothing is changed unless the file is whole.
Where the data folder has a database already, --replace sets that aside under another name; no server may run on it.`,
  options: { replace: { type: 'boolean', about: 'set the database that is there aside' } },
  positionals: true,
  async run({ positionals, values, terminal }) {
    const [file, ...more] = positionals;
    if (file === undefined || more.length > 0) throw new UsageError('Expected one file, written by "radif backup".');
    return restoreFrom(file, settingsOf(terminal), values.replace === true, terminal, { restored: file });
  },
});

/** Puts a backup into the empty database of `settings` and verifies it; `said` is told with what came of it. */
export async function restoreFrom(
  file: string,
  settings: Settings,
  mayReplace: boolean,
  terminal: Terminal,
  said: Readonly<Record<string, string>>,
): Promise<ExitCode> {
  try {
    const whole = await checkBackup(file);
    if (!whole.ok) {
      tellProblems(terminal, whole.problems, file);
      return 1;
    }
    const putBack = settings.databaseUrl ? async () => {} : await makeRoom(settings, mayReplace, terminal);
    if (putBack === null) return 1;
    return await fill(settings, file, whole.value, terminal, said).catch(async (error) => {
      await putBack();
      throw error;
    });
  } catch (error) {
    const problem = fileProblem(error, file);
    if (problem === null) throw error;
    tellProblems(terminal, [problem], file);
    return 1;
  }
}

const names = ['radif.db', 'radif.db-wal', 'radif.db-shm'];

/** Sets the files of an embedded database aside and gives the way to put them back; `null` where they may not be moved,
 *  which is told. */
async function makeRoom(
  { data }: Settings,
  mayReplace: boolean,
  terminal: Terminal,
): Promise<(() => Promise<void>) | null> {
  const [running] = await servers(data, (line) => terminal.tell(line));
  if (running) {
    terminal.tell(`A server (process ${running.pid}) runs on ${data}; end it first. Nothing was changed.`);
    return null;
  }
  const found: readonly string[] = await readdir(data).catch(() => []);
  const there = names.filter((name) => found.includes(name));
  if (there.length > 0 && !mayReplace) {
    terminal.tell(
      `${data} has a database already. Restore into an empty folder (RADIF_DATA), or set that one aside with --replace. Nothing was changed.`,
    );
    return null;
  }
  const suffix = `.replaced-${new Date().toISOString().replace(/[-:]|\.\d+/g, '')}`;
  for (const name of there) await rename(join(data, name), join(data, `${name}${suffix}`));
  if (there.length > 0) terminal.tell(`What was there is ${join(data, `radif.db${suffix}`)} now.`);
  return async () => {
    for (const name of names) await rm(join(data, name), { force: true });
    for (const name of there) await rename(join(data, `${name}${suffix}`), join(data, name));
  };
}

async function fill(
  settings: Settings,
  file: string,
  { head }: WholeBackup,
  terminal: Terminal,
  said: Readonly<Record<string, string>>,
): Promise<ExitCode> {
  const { data, databaseUrl, schema } = settings;
  const place = {
    data,
    ...(databaseUrl !== undefined && { databaseUrl }),
    ...(schema !== undefined && { schema }),
    isRestored: true,
  };
  const store = await openStore({ ...place, upTo: head.migration });
  try {
    if (!(await isEmpty(store))) {
      terminal.tell('That database is not empty. Give a new one. Nothing was changed.');
      return 1;
    }
    await restoreRows(store, file);
  } finally {
    await store.close();
  }
  const context = await openContext(place);
  try {
    const { documents, problems } = await verify(context);
    tellProblems(terminal, problems);
    await terminal.write(`${JSON.stringify({ ...said, documents, problems: problems.length })}\n`);
    return problems.length === 0 ? 0 : 1;
  } finally {
    await closeContext(context);
  }
}
