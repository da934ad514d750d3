import { join, resolve } from 'node:path';
import { readSettings } from '../settings.ts';
import { inTemporaryFolder } from '../temporary/folder.ts';
import { writeBackup } from './backup.ts';
import { command, UsageError } from './command.ts';
import { restoreFrom } from './restore.ts';
import { servers } from './running-servers.ts';
import { settingsOf, withWorkspace } from './workspace.ts';

export const copy = command('copy', {
  usage: 'FOLDER | postgres://…',
  about: `Copies all that the database holds into an empty one, of either engine, and verifies it there: into a data folder, or
into PostgreSQL at an address. What is there now stays as it is. It is the moment of the beginning that is copied: end the
servers first, so that nobody writes into what is left behind.`,
  options: {},
  positionals: true,
  async run({ positionals, terminal }) {
    const [to, ...more] = positionals;
    if (to === undefined || more.length > 0) throw new UsageError('Expected one place: a folder or an address.');
    const { data, databaseUrl } = settingsOf(terminal);
    const isAddress = /^postgres(?:ql)?:\/\//.test(to);
    const place = isAddress ? { DATABASE_URL: to } : { RADIF_DATA: to, DATABASE_URL: undefined };
    const target = readSettings({ ...terminal.env, ...place });
    if (!target.ok) throw new UsageError(target.problems.map(({ message }) => message).join('\n'));
    if (isAddress ? to === databaseUrl : databaseUrl === undefined && resolve(to) === resolve(data)) {
      throw new UsageError('That is where it is already. Expected another place.');
    }
    const [running] = await servers(data, (line) => terminal.tell(line));
    if (running)
      terminal.tell(`A server (process ${running.pid}) runs on ${data}: what is written from now on stays there.`);
    return inTemporaryFolder('copy', async (folder) => {
      const file = join(folder, 'all');
      const code = await withWorkspace(terminal, async (ctx) => ((await writeBackup(ctx, file, terminal)) ? 0 : 1));
      if (code !== 0) return code;
      return await restoreFrom(file, target.value, false, terminal, { copied: isAddress ? withoutPassword(to) : to });
    });
  },
});

/** An address as it may stand in a log. */
function withoutPassword(address: string): string {
  return address.replace(/(:\/\/[^:@/]*):[^@/]*@/, '$1@');
}
