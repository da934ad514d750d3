import { test as base, expect } from '@playwright/test';
import { Radif } from './server.ts';

/** `radif` is a Radif of the test's own on an empty folder; `page` is signed in there and stands in its library. */
export const test = base.extend<{ readonly radif: Radif }>({
  radif: async ({ page }, use) => {
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(String(error)));
    const radif = new Radif();
    try {
      await radif.start();
      await page.goto(radif.link);
      await expect(page.getByRole('link', { name: 'Statements', exact: true })).toBeVisible();
      await use(radif);
    } finally {
      await radif.close();
    }
    expect(errors, 'errors that no code of the page caught').toEqual([]);
  },
});
