import { existsSync } from 'node:fs';
import { posix } from 'node:path';
import { Stryker } from '@stryker-mutator/core';

/**
 * `npm run mutation -- FILE…` changes each file in small ways, one at a time, and runs the tests that mirror its folder: a
 * change that no test notices is printed. `FILE:FROM-TO` changes only those lines. Ends with 1 where fewer than 92 % are noticed.
 */
const files = process.argv.slice(2);
const lines = /:[0-9]+-[0-9]+$/;
if (files.length === 0 || !files.every((file) => existsSync(file.replace(lines, '')))) {
  console.error('Expected files of the code, as in: npm run mutation -- shared/doc/edit/structure.ts');
  process.exit(2);
}

/** @type {Map<string, string[]>} */
const byFolder = new Map();
for (const file of files) {
  const folder = posix.dirname(file).replace(/^shared\//, '');
  byFolder.set(folder, [...(byFolder.get(folder) ?? []), file]);
}

for (const [folder, mutate] of byFolder) {
  await new Stryker({
    mutate,
    testRunner: 'vitest',
    plugins: ['@stryker-mutator/vitest-runner'],
    vitest: { configFile: 'tests/mutation/vitest.config.ts', dir: `tests/${folder}`, related: false },
    coverageAnalysis: 'perTest',
    // What is made once, when a module loads, would cost a run of all tests for each change to it.
    ignoreStatic: true,
    // TypeScript 7 has no interface for programs, by which Stryker would rewrite the paths in a configuration.
    tsconfigFile: 'none',
    concurrency: 1,
    reporters: ['progress-append-only', 'clear-text', 'json'],
    clearTextReporter: { allowColor: false, allowEmojis: false, logTests: false, reportTests: false },
    jsonReporter: { fileName: 'test-results/mutation.json' },
    tempDirName: 'test-results/mutation',
    ignorePatterns: ['dist', 'data', 'test-results', 'coverage'],
    thresholds: { high: 95, low: 92, break: 92 },
  }).runMutationTest();
}
