import { defineConfig } from 'vitest/config';

/** The tests that hold a change of the code: not the simulations, which meet everything and tell little of where it is. */
export default defineConfig({
  test: {
    setupFiles: ['tests/seed.ts'],
    include: ['**/*.test.ts'],
    testTimeout: 60_000,
    exclude: ['**/*.browser.test.ts', '**/{convergence,concurrency,mention-edits,take-back}.test.ts'],
  },
});
