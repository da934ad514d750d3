import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, type Page } from '@playwright/test';
import { expectAccessible } from './accessibility.ts';
import { signedOut, test } from './fixtures.ts';

/** A page of another site with a link to `href`, open in `page`. */
async function onAnotherSite(page: Page, href: string): Promise<{ close(): void }> {
  const site = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html').end(`<a href="${href}">Radif</a>`);
  });
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
  await page.goto(`http://localhost:${(site.address() as AddressInfo).port}/`);
  return site;
}

test('the link signs in, and the address shows no key', async ({ browser, radif }) => {
  const page = await (await browser.newContext({ storageState: signedOut })).newPage();
  await page.goto(radif.link);
  await expect(page.getByRole('link', { name: 'Statements', exact: true })).toBeVisible();
  expect(page.url()).toBe(`${radif.origin}/`);
  expect(await page.evaluate(() => document.cookie)).toBe('');
  await page.context().close();
});

test('a browser that is not signed in learns what to do, and can paste the link', async ({ browser, radif }) => {
  const page = await (await browser.newContext({ storageState: signedOut })).newPage();
  await page.goto(`${radif.origin}/settings`);
  await expect(page.getByText('Open the link that Radif printed')).toBeVisible();
  await expectAccessible(page, 'the sign-in page');
  await page.getByRole('textbox').fill('a wrong key');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText('not the right one');
  await page.getByRole('textbox').fill(radif.link);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('link', { name: 'Statements', exact: true })).toBeVisible();
  await page.context().close();
});

test('a link on another site leads who is signed in to the page that it names', async ({ page, radif }) => {
  const site = await onAnotherSite(page, `${radif.origin}/settings`);
  await page.getByRole('link').click();
  await expect(page).toHaveTitle(/^Settings/);
  site.close();
});

test('the link with the key works from another site too', async ({ browser, radif }) => {
  const page = await (await browser.newContext({ storageState: signedOut })).newPage();
  const site = await onAnotherSite(page, radif.link);
  await page.getByRole('link').click();
  await expect(page.getByRole('link', { name: 'Statements', exact: true })).toBeVisible();
  site.close();
  await page.context().close();
});

test('no page of the client asks for what its policy forbids', async ({ page, radif }) => {
  const refused: string[] = [];
  page.on('console', (message) => {
    if (/Content Security Policy|Refused to/.test(message.text())) refused.push(message.text());
  });
  for (const path of ['/', '/settings', '/no-such-page']) {
    await page.goto(`${radif.origin}${path}`);
    await expect(page.getByRole('main').getByRole('heading').first()).toBeVisible();
  }
  await page.goto(radif.origin);
  await page.getByRole('link', { name: 'Statements', exact: true }).click();
  await expect(page.locator('p[lang=fa]').first()).toBeVisible();
  expect(refused).toEqual([]);
});
