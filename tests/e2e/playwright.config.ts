import { defineConfig } from '@playwright/test';
import { chromiumArguments, provideChromium } from '../chromium.mjs';
import { keepFilesInMemory } from '../memory.mjs';

keepFilesInMemory();

export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results/e2e',
  fullyParallel: true,
  workers: 2,
  forbidOnly: process.env.CI !== undefined,
  // A machine that is busy with something else must not fail a change; a test that needs it is named as flaky.
  retries: process.env.CI === undefined ? 0 : 1,
  timeout: 180_000,
  expect: { timeout: 15_000 },
  use: {
    actionTimeout: 45_000,
    viewport: { width: 1280, height: 800 },
    locale: 'en-GB',
    colorScheme: 'light',
    // Recorded for every test, it costs a quarter of the whole: `npm run test:e2e -- --trace on NAME` asks for it.
    trace: 'on-first-retry',
    launchOptions: { executablePath: provideChromium(), args: chromiumArguments },
  },
});
