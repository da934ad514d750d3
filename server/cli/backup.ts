import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { backupLines } from '../backup/write.ts';
import type { Context } from '../context.ts';
import { command, UsageError } from './command.ts';
import { fileProblem } from './file-failure.ts';
import { type Terminal, tellProblems } from './terminal.ts';
import { withWorkspace } from './workspace.ts';

export const backup = command('backup', {
  usage: 'FILE',
  about: `Writes all that the database holds at this moment into one file: documents with every version, registries, settings.
Servers may run and people may write meanwhile. The file is whole or not there; "radif restore" puts it back, also into a
database of the other engine. The key that signs in is not in it.`,
  options: {},
  positionals: true,
  run: ({ positionals, terminal }) => {
    const [file, ...more] = positionals;
    if (file === undefined || more.length > 0) throw new UsageError('Expected one file to write the backup to.');
    return withWorkspace(terminal, async (ctx) => {
      if (!(await writeBackup(ctx, file, terminal))) return 1;
      await terminal.write(`${JSON.stringify({ backup: file })}\n`);
      return 0;
    });
  },
});

/** Writes all that the database holds into `file`; false where that cannot be written, which is told. */
export async function writeBackup({ store, now }: Context, file: string, terminal: Terminal): Promise<boolean> {
  const unfinished = `${file}.part`;
  try {
    const target = createWriteStream(unfinished, { mode: 0o600, flush: true });
    await pipeline(Readable.from(backupLines(store, now())), createGzip(), target);
    await rename(unfinished, file);
    return true;
  } catch (error) {
    await rm(unfinished, { force: true });
    const problem = fileProblem(error, file);
    if (problem === null) throw error;
    tellProblems(terminal, [problem], file);
    return false;
  }
}
