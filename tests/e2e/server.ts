import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where a Radif keeps what it has; a new data folder and the embedded database unless it is given. */
interface Keeping {
  readonly data?: string;
  readonly databaseUrl?: string;
}

/** A real Radif of its own: a new data folder, a free port, the program as built. */
export class Radif {
  readonly data: string;
  readonly #databaseUrl: string;
  #port = 0;
  #link = '';
  #process: ChildProcess | null = null;

  constructor({ data = mkdtempSync(join(tmpdir(), 'radif-')), databaseUrl = '' }: Keeping = {}) {
    this.data = data;
    this.#databaseUrl = databaseUrl;
  }

  /** The link that signs in, as the program printed it. */
  get link(): string {
    return this.#link;
  }

  /** Address of the pages, without the key. */
  get origin(): string {
    return new URL(this.#link).origin;
  }

  /** The process that runs. */
  get pid(): number {
    if (this.#process?.pid === undefined) throw new Error('Radif is not running');
    return this.#process.pid;
  }

  /** Resolves when the program has printed its link; the second start takes the port of the first. */
  async start(): Promise<void> {
    const env = {
      ...process.env,
      PORT: String(this.#port),
      RADIF_DATA: this.data,
      DATABASE_URL: this.#databaseUrl,
      LOG_LEVEL: 'warn',
    };
    const child = spawn(process.execPath, ['server/radif.mjs', 'serve'], {
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    this.#process = child;
    let output = '';
    this.#link = await new Promise((resolve, reject) => {
      const read = (chunk: Buffer) => {
        output += chunk;
        const link = /https?:\/\/\S+\?key=\S+/.exec(output);
        if (link) resolve(link[0]);
      };
      child.stdout.on('data', read);
      child.stderr.on('data', read);
      child.on('error', reject);
      child.on('exit', (code) => reject(new Error(`Radif ended with ${code} before it listened:\n${output}`)));
    });
    this.#port = Number(new URL(this.#link).port);
  }

  /** Kills the program as a power cut would: nothing of it may run any more. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL');
  }

  /** Ends the program as Ctrl+C does, and takes its folder away. */
  async close(): Promise<void> {
    await this.#end('SIGINT');
    rmSync(this.data, { recursive: true, force: true });
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const child = this.#process;
    if (child?.pid === undefined) return;
    this.#process = null;
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    // The whole group: the launcher may have started the program as a child of its own.
    process.kill(process.platform === 'win32' ? child.pid : -child.pid, signal);
    await ended;
  }
}
