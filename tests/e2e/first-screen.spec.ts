import { expect } from '@playwright/test';
import { scriptsOf } from './first-screen.ts';
import { signedOut, test } from './fixtures.ts';

test('the first screen needs at most 300 kB of gzipped JavaScript', async ({ browser, radif }) => {
  const fresh = await browser.newPage({ storageState: signedOut });
  const scripts = await scriptsOf(fresh, radif.link);
  await expect(fresh.getByRole('link', { name: 'Statements', exact: true })).toBeVisible();
  expect(scripts.length).toBeGreaterThan(0);
  expect(scripts.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThanOrEqual(300_000);
});
