import { type BrowserContextOptions, test as base, expect, type Page } from '@playwright/test';
import { Radif } from './server.ts';
import { Shelf } from './shelf.ts';

/** A browser that nobody has signed in, also where the tests of a file are. */
export const signedOut = { cookies: [], origins: [] };

/**
 * `page` is signed in to `radif`, a program of the test's own on an empty folder, and stands in its library: for a test
 * that kills the program, or has to be the only one that ever wrote there. An error that no code of the page caught fails
 * the test.
 */
export const testAlone = base.extend<{ readonly watch: undefined; readonly radif: Radif }>({
  watch: [
    async ({ page }, use) => {
      const errors: string[] = [];
      page.on('pageerror', (error) => errors.push(String(error)));
      await use(undefined);
      expect(errors, 'errors that no code of the page caught').toEqual([]);
    },
    { auto: true },
  ],
  radif: [
    async ({ page }, use) => {
      const radif = new Radif();
      try {
        await radif.start();
        await enter(page, radif.link);
        await use(radif);
      } finally {
        await radif.close();
      }
    },
    { auto: true },
  ],
});

/** What the tests of one worker share: a Radif that runs, its shelf, and a browser's state once it is signed in. */
interface Shared {
  readonly radif: Radif;
  readonly shelf: Shelf;
  readonly session: BrowserContextOptions['storageState'];
}

/**
 * Like `testAlone`, but the program is the worker's. What earlier tests made is put away, and the library holds a sample
 * of the test's own and nothing else. After a test that failed the worker ends, and its program with it.
 */
export const test = testAlone.extend<object, { readonly shared: Shared }>({
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
    await shelf.clear();
    await shelf.putSample();
    await enter(page, radif.origin);
    await use(radif);
  },
});

async function enter(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await expect(page.getByRole('link', { name: 'Statements', exact: true })).toBeVisible();
}
