import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { chromiumArguments, findChromium } from './tests/chromium.mjs';
import { keepFilesInMemory } from './tests/memory.mjs';

keepFilesInMemory();
const executablePath = findChromium();
/** A machine that is busy with something else must not fail a change: a test that needs a second try is named at the end. */
const retry = process.env.CI === undefined ? 0 : 1;

/** Tests that build, start and end programs: each file has a process of its own. */
const ofProcesses = ['tests/server/**/*.test.ts', 'tests/architecture/**/*.test.ts', 'tests/*.test.ts'];
const elsewhere = ['tests/e2e/**', 'tests/soak/**', 'tests/conformance/**', 'tests/**/*.browser.test.ts'];
const inNode = {
  retry,
  setupFiles: ['tests/seed.ts'],
  globalSetup: ['tests/server/postgres.ts'],
  testTimeout: 120_000,
  hookTimeout: 120_000,
};

export default defineConfig({
  test: {
    // Many tests wait for a database or a process: a core that is kept free for them stands idle.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          ...inNode,
          name: 'unit',
          // Reading the same modules anew for each file takes longer than what the files test.
          isolate: false,
          include: ['tests/**/*.test.ts'],
          exclude: [...elsewhere, ...ofProcesses],
        },
      },
      { test: { ...inNode, name: 'server', include: ofProcesses } },
      {
        test: {
          name: 'browser',
          retry,
          include: ['tests/**/*.browser.test.ts'],
          testTimeout: 60_000,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: { ...(executablePath && { executablePath }), args: chromiumArguments },
            }),
            instances: [{ browser: 'chromium', viewport: { width: 1280, height: 800 } }],
          },
        },
      },
      { test: { name: 'conformance', include: ['tests/conformance/**/*.test.ts'] } },
      {
        test: {
          name: 'soak',
          include: ['tests/soak/**/*.test.ts'],
          globalSetup: ['tests/server/postgres.ts'],
          testTimeout: 0,
          // A soak runs beside other work: starting a browser may take long.
          hookTimeout: 0,
        },
      },
    ],
  },
});
