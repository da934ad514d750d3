import { mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WorkStopped } from '../apart/failure.ts';

/** What waits in a folder for temporary files. */
const kinds = ['job', 'export', 'release', 'copy', 'memory'] as const;
export type TemporaryKind = (typeof kinds)[number];

/** A folder for temporary files of this process. */
export interface TemporaryFolder {
  readonly path: string;
  remove(): Promise<void>;
}

/** The socket in a folder on which its process listens as long as it lives: the system itself says of any process, also of one in
 *  another container, whether it is still there. A number of a process would not, for another one may have it by now. */
const ALIVE = 'alive';
/** No system takes much longer a path for a socket, in bytes. */
const LONGEST_PATH = 100;

/** A new folder in the system's place for temporary files. Should this process be killed, the next start removes it. */
export async function temporaryFolder(kind: TemporaryKind): Promise<TemporaryFolder> {
  const path = await mkdtemp(join(tmpdir(), `radif-${kind}-`)).catch((error) => {
    throw orFull(error);
  });
  const server = await listening(path);
  return {
    path,
    async remove() {
      server?.close();
      await rm(path, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

/** Gives `work` a folder, which goes when that has ended. A disk that is full there is told as `WorkStopped`. */
export async function inTemporaryFolder<T>(kind: TemporaryKind, work: (path: string) => Promise<T>): Promise<T> {
  const folder = await temporaryFolder(kind);
  try {
    return await work(folder.path);
  } catch (error) {
    throw orFull(error);
  } finally {
    await folder.remove();
  }
}

/** What was thrown where temporary files are written: a full disk as what it is, and not as one of the database. */
export function orFull(error: unknown): unknown {
  const { code, syscall } = error as NodeJS.ErrnoException;
  return syscall !== undefined && (code === 'ENOSPC' || code === 'EDQUOT')
    ? new WorkStopped('work.disk', tmpdir())
    : error;
}

/** Removes the folders of processes that are gone. Where nothing says that, a folder stays: it is of a process that lives or begins,
 *  or the system has no such sockets. */
export async function removeAbandoned(): Promise<void> {
  const name = new RegExp(`^radif-(?:${kinds.join('|')})-\\w{6}$`);
  const entries = await readdir(tmpdir(), { withFileTypes: true }).catch(() => []);
  const folders = entries.filter((entry) => entry.isDirectory() && name.test(entry.name));
  await Promise.all(
    folders.map(async (entry) => {
      const path = join(tmpdir(), entry.name);
      if (await isAbandoned(path)) await rm(path, { recursive: true, force: true }).catch(() => {});
    }),
  );
}

/** The socket is made under another name, so that there is none yet on which nobody listens. */
async function listening(path: string): Promise<Server | null> {
  const beginning = join(path, `${ALIVE}-`);
  if (Buffer.byteLength(beginning) > LONGEST_PATH) return null;
  const server = createServer((socket) => socket.destroy());
  server.unref();
  try {
    await new Promise<void>((done, failed) => server.once('error', failed).listen(beginning, done));
    await rename(beginning, join(path, ALIVE));
    return server;
  } catch {
    server.close();
    return null;
  }
}

function isAbandoned(path: string): Promise<boolean> {
  const socket = join(path, ALIVE);
  if (Buffer.byteLength(socket) > LONGEST_PATH) return Promise.resolve(false);
  return new Promise((resolve) => {
    const asking = connect(socket);
    asking.once('connect', () => resolve(false));
    asking.once('error', ({ code }: NodeJS.ErrnoException) => resolve(code === 'ECONNREFUSED'));
    asking.once('close', () => resolve(false));
    asking.once('connect', () => asking.destroy());
  });
}
