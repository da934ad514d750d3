import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, onTestFinished } from 'vitest';
import type { Place } from '../engines.ts';

/** A process of its own that types into a document, one push after the other. */
export interface TypingProcess {
  /** The words that the server has acknowledged to it so far, in order. */
  readonly acknowledged: readonly string[];
  /** Resolves once so many words are acknowledged, or the process has ended. */
  until(words: number): Promise<void>;
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
  /** Resolves with the exit code, `null` for a killed process. */
  readonly exit: Promise<number | null>;
}

export interface Typing {
  readonly place: Place;
  readonly document: string;
  readonly client: string;
  /** The segment that it types into. */
  readonly segment: number;
  /** How many words it types before it ends by itself. */
  readonly words: number;
}

let built: Promise<string> | undefined;

afterAll(async () => {
  if (built) rmSync(dirname(await built), { recursive: true, force: true });
});

/** Starts a process; it is killed after the test, should it still run. */
export async function startTyping(typing: Typing): Promise<TypingProcess> {
  built ??= build();
  const child = spawn(process.execPath, [await built, JSON.stringify(typing)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  return listenTo(child);
}

function listenTo(child: ChildProcess): TypingProcess {
  const acknowledged: string[] = [];
  const exit = new Promise<number | null>((done) => child.once('close', done));
  let heard = () => {};
  if (child.stdout) {
    createInterface({ input: child.stdout }).on('line', (line) => {
      acknowledged.push(line);
      heard();
    });
  }
  return {
    acknowledged,
    exit,
    async until(words) {
      const enough = new Promise<void>((done) => {
        heard = () => {
          if (acknowledged.length >= words) done();
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

/** Node cannot run the sources as they are. What is built must lie where it finds the packages. */
async function build(): Promise<string> {
  const { build } = await import('vite');
  mkdirSync('test-results', { recursive: true });
  const folder = mkdtempSync(join(resolve('test-results'), 'typing-'));
  await build({
    configFile: false,
    logLevel: 'warn',
    build: { ssr: 'tests/server/process/typing.ts', outDir: folder, target: 'node20', copyPublicDir: false },
  });
  return join(folder, 'typing.js');
}
