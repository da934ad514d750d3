import { type BrowserContextOptions, test as base, expect } from '@playwright/test';
import { Radif } from './server.ts';
import { Shelf } from './shelf.ts';

/** What the tests of one worker share: a Radif that runs, its shelf, and a browser's state once it is signed in. */
interface Shared {
  readonly radif: Radif;
  readonly shelf: Shelf;
  readonly session: BrowserContextOptions['storageState'];
}

/** A browser that nobody has signed in, also where the tests of a file are. */
export const signedOut = { cookies: [], origins: [] };

/** Fails a test when its page has met an error that no code of it caught. */
const watched = base.extend<{ readonly radif: Radif; readonly watch: undefined }>({
  watch: [
    async ({ page }, use) => {
      const errors: string[] = [];
      page.on('pageerror', (error) => errors.push(String(error)));
      await use(undefined);
      expect(errors, 'errors that no code of the page caught').toEqual([]);
    },
    { auto: true },
  ],
});

/**
 * `page` is signed in to `radif` and stands in its library, which holds a sample of the test's own and nothing else. The
 * program is the worker's: what a test makes is put away behind it. A test that kills it, or looks at what earlier ones
 * have left, takes `testAlone`.
 */
export const test = watched.extend<object, { readonly shared: Shared }>({
  shared: [
    async ({ browser }, use) => {
      const radif = new Radif();
      try {
        await radif.start();
        const shelf = await Shelf.open(radif.data);
        const context = await browser.newContext({ storageState: signedOut });
        await context.request.get(radif.link);
        const session = await context.storageState();
        await context.close();
        await use({ radif, shelf, session });
        await shelf.close();
      } finally {
        await radif.close();
      }
    },
    { scope: 'worker' },
  ],
  storageState: ({ shared }, use) => use(shared.session),
  radif: async ({ page, shared: { radif, shelf } }, use) => {
    // Behind a test that failed the worker ends; before one, only its own sample stands there.
    await shelf.clear();
    await shelf.putSample();
    await page.goto(radif.origin);
    await expect(page.getByRole('link', { name: 'Statements', exact: true })).toBeVisible();
    await use(radif);
  },
});

/** Like `test`, with a Radif of the test's own on an empty folder: to be killed, or to be the only one that wrote there. */
export const testAlone = watched.extend({
  radif: async ({ page }, use) => {
    const radif = new Radif();
    try {
      await radif.start();
      await page.goto(radif.link);
      await expect(page.getByRole('link', { name: 'Statements', exact: true })).toBeVisible();
      await use(radif);
    } finally {
      await radif.close();
    }
  },
});
