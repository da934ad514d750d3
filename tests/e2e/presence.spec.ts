import { expect, type Page } from '@playwright/test';
import { expectAccessible } from './accessibility.ts';
import { test } from './fixtures.ts';
import { goTo, openDocument, rendering, segment } from './workbench.ts';

const company = (page: Page) => page.getByRole('list', { name: 'Also in the document' });

test('who else is in a document is seen with name and caret, moves with them, and is gone with the tab', async ({
  page,
  browser,
  context,
  radif,
}) => {
  await openDocument(page, 'Statements');
  await expect(company(page)).toHaveCount(0);
  const theirs = await browser.newContext({ storageState: await context.storageState() });
  const other = await theirs.newPage();
  await other.goto(`${radif.origin}/settings`);
  await other.getByRole('textbox', { name: 'Your name' }).fill('Mina');
  await other.goto(page.url());
  await goTo(other, 3);

  const mina = company(page).getByRole('button', { name: /Mina.* is here too/ });
  await expect(mina).toBeVisible();
  await expect(segment(page, 3).locator('.companion')).toHaveAttribute('data-name', 'Mina');
  await expect(company(other).getByRole('button', { name: /Somebody.* is here too/ })).toBeVisible();
  await expectAccessible(page, 'a document with somebody else in it');

  const before = await rendering(page, 3).boundingBox();
  await other.keyboard.type('Typed by Mina.');
  await expect(rendering(page, 3)).toHaveText('Typed by Mina.');
  await expect(segment(page, 3).locator('.companion.after')).toHaveCount(1);
  expect(await rendering(page, 3).boundingBox()).toEqual(before);
  await goTo(other, 5);
  await expect(segment(page, 5).locator('.companion')).toHaveCount(1);
  await expect(segment(page, 3).locator('.companion')).toHaveCount(0);
  await mina.click();
  await expect(segment(page, 5)).toHaveAttribute('aria-current', 'true');

  await theirs.close();
  await expect(company(page)).toHaveCount(0);
  await expect(page.locator('.companion')).toHaveCount(0);
});

test('a document opens where one was, else at the first segment that is not confirmed', async ({ page, radif }) => {
  await openDocument(page, 'Statements');
  await goTo(page, 1);
  await page.keyboard.type('One.');
  await page.keyboard.press('Control+Enter');
  await goTo(page, 7);
  await page.goto(radif.origin);
  await openDocument(page, 'Statements');
  await expect(segment(page, 7)).toHaveAttribute('aria-current', 'true');
  await expect(segment(page, 7)).toBeInViewport();

  await page.evaluate(() => localStorage.removeItem('radif.places'));
  const address = page.url();
  await page.goto('about:blank');
  await page.addInitScript(() => localStorage.removeItem('radif.places'));
  await page.goto(address);
  await expect(segment(page, 2)).toHaveAttribute('aria-current', 'true');
});
