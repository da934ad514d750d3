import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

const record = z.object({ address: z.url(), pid: z.int(), run: z.string() });

/** A server that says of itself that it serves a data folder. `run` is the one that its `/health` tells. */
export type RunningServer = z.infer<typeof record>;

/** The servers that serve the data folder now. A record is only believed when the server at its address says that it
 *  is the one; what a killed server left behind is cleared away, and `warn` is told where it cannot be. */
export async function servers(data: string, warn: (line: string) => void): Promise<readonly RunningServer[]> {
  const folder = folderOf(data);
  const names = await readdir(folder).catch(() => []);
  const found = await Promise.all(
    names.map(async (name) => {
      const server = await read(join(folder, name));
      if (server && (await answers(server))) return server;
      await rm(join(folder, name), { force: true }).catch((error: NodeJS.ErrnoException) =>
        warn(
          `${join(folder, name)}, left by a server that has ended, cannot be deleted (${error.code}). It does no harm.`,
        ),
      );
      return null;
    }),
  );
  return found.filter((server) => server !== null);
}

/** Records that this process serves the data folder; gives the way to take that back. */
export async function announce(data: string, server: RunningServer): Promise<() => Promise<void>> {
  const folder = folderOf(data);
  const file = join(folder, `${server.run}.json`);
  await mkdir(folder, { recursive: true });
  await writeFile(file, JSON.stringify(server));
  return () => rm(file, { force: true });
}

function folderOf(data: string): string {
  return join(data, 'servers');
}

async function read(file: string): Promise<RunningServer | null> {
  try {
    return record.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch {
    return null;
  }
}

async function answers({ address, run }: RunningServer): Promise<boolean> {
  try {
    const response = await fetch(`${address}/health`, { signal: AbortSignal.timeout(1000) });
    return ((await response.json()) as { run?: unknown }).run === run;
  } catch {
    return false;
  }
}
