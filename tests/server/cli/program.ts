import { type ChildProcess, spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

const launcher = fileURLToPath(new URL('../../../server/radif.mjs', import.meta.url));

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

type Environment = Readonly<Record<string, string>>;

function launch(args: readonly string[], env: Environment): ChildProcess {
  const settings = { PORT: '0', HOST: '', DATABASE_URL: '', LOG_LEVEL: '', RADIF_DATA: '', ...env };
  return spawn(process.execPath, [launcher, ...args], { env: { ...process.env, ...settings }, stdio: 'pipe' });
}

/** Runs a command to its end. What the launcher says of a build is left out. */
export async function radif(
  args: readonly string[],
  env: Environment = {},
  input: string | Uint8Array = '',
): Promise<Ended> {
  const child = launch(args, env);
  child.stdin?.end(input);
  const [stdout, stderr, code] = await Promise.all([outputOf(child.stdout), outputOf(child.stderr), exitOf(child)]);
  return { code, stdout, stderr: stderr.replace(/^Building Radif.*\n/m, '') };
}

/** A server that runs as a process of its own. */
export interface Serving {
  /** The address that it printed, with the key. */
  readonly link: URL;
  readonly pid: number;
  /** All that it has written so far. */
  readonly written: { readonly stdout: string; readonly stderr: string };
  /** Asks as the signed-in user. */
  get(path: string, init?: RequestInit): Promise<Response>;
  /** Resolves with the exit code, or null when the signal killed it. */
  end(signal: NodeJS.Signals): Promise<number | null>;
}

/** Resolves when the server has printed its link. */
export async function serving(env: Environment): Promise<Serving> {
  const child = launch(['serve'], env);
  const written = { stdout: '', stderr: '' };
  const exit = exitOf(child);
  const link = await new Promise<URL>((resolve, reject) => {
    child.stderr?.on('data', (chunk) => (written.stderr += chunk));
    child.stdout?.on('data', (chunk) => {
      written.stdout += chunk;
      const found = /http\S+/.exec(written.stdout);
      if (found) resolve(new URL(found[0]));
    });
    exit.then((code) => reject(new Error(`It ended with ${code}: ${written.stderr}`)), reject);
  });
  const signedIn = await fetch(link, { redirect: 'manual' });
  const cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? '';
  return {
    link,
    pid: child.pid ?? 0,
    written,
    get: (path, init) => fetch(new URL(path, link.origin), { ...init, headers: { cookie, ...init?.headers } }),
    end(signal) {
      child.kill(signal);
      return exit;
    },
  };
}

function outputOf(stream: NodeJS.ReadableStream | null): Promise<string> {
  return stream ? text(stream) : Promise.resolve('');
}

function exitOf(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code));
  });
}
