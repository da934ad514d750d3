import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, onTestFinished } from 'vitest';

/** A process of its own that says what it has done, a line each. */
export interface Program {
  readonly pid: number;
  /** What it has said so far. */
  readonly said: readonly string[];
  /** Resolves once it has said so many lines, or has ended. */
  until(lines: number): Promise<void>;
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
  /** Resolves with the exit code, `null` for a killed process. */
  readonly exit: Promise<number | null>;
}

const built = new Map<string, Promise<string>>();
const folders: string[] = [];

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** Starts the program in `source` with its argument; it is killed after the test, should it still run. */
export async function startProgram(source: string, argument: unknown): Promise<Program> {
  const child = spawn(process.execPath, [await builtProgram(source), JSON.stringify(argument)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  return listenTo(child);
}

function listenTo(child: ChildProcess): Program {
  const said: string[] = [];
  const exit = new Promise<number | null>((done) => child.once('close', done));
  let heard = () => {};
  if (child.stdout) {
    createInterface({ input: child.stdout }).on('line', (line) => {
      said.push(line);
      heard();
    });
  }
  return {
    pid: child.pid ?? 0,
    said,
    exit,
    async until(lines) {
      const enough = new Promise<void>((done) => {
        heard = () => {
          if (said.length >= lines) done();
        };
      });
      heard();
      await Promise.race([enough, exit]);
    },
    async kill() {
      child.kill('SIGKILL');
      await exit;
    },
  };
}

/** The program in `source`, built once a test file. */
export function builtProgram(source: string): Promise<string> {
  const program = built.get(source) ?? build(source);
  built.set(source, program);
  return program;
}

/** Node cannot run the sources as they are. What is built must lie where it finds the packages. */
async function build(source: string): Promise<string> {
  const { build } = await import('vite');
  mkdirSync('test-results', { recursive: true });
  const folder = mkdtempSync(join(resolve('test-results'), 'program-'));
  folders.push(folder);
  await build({
    configFile: false,
    logLevel: 'warn',
    build: { ssr: source, outDir: folder, target: 'node20', copyPublicDir: false },
  });
  return join(folder, `${basename(source, '.ts')}.js`);
}
