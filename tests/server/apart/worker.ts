import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { afterAll } from 'vitest';

let built: Promise<string> | undefined;

afterAll(async () => {
  if (built) rmSync(dirname(await built), { recursive: true, force: true });
});

/** The program that does tasks, built as it is shipped: Node cannot run the sources as they are. */
export function workerProgram(): Promise<string> {
  built ??= build();
  return built;
}

async function build(): Promise<string> {
  const { build } = await import('vite');
  mkdirSync('test-results', { recursive: true });
  const folder = mkdtempSync(join(resolve('test-results'), 'worker-'));
  await build({
    configFile: false,
    logLevel: 'warn',
    build: { ssr: 'server/apart/process.ts', outDir: folder, target: 'node20', copyPublicDir: false },
  });
  return join(folder, 'process.js');
}
