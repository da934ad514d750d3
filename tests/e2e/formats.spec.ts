import { expect, type Page } from '@playwright/test';
import { formatFacts } from '../../shared/formats/facts/facts.ts';
import { expectAccessible } from './accessibility.ts';
import { test } from './fixtures.ts';
import { tabTo } from './keyboard.ts';

/** Follows the link to all formats, which opens a page of its own. */
async function opened(page: Page): Promise<Page> {
  await tabTo(page, page.getByRole('dialog').getByRole('link', { name: 'All formats' }));
  const [formats] = await Promise.all([page.context().waitForEvent('page'), page.keyboard.press('Enter')]);
  await expect(formats.getByRole('heading', { name: 'Formats', level: 1 })).toBeVisible();
  return formats;
}

test('a person who exports reads what a format demands and does not hold, and looks through the others by keyboard', async ({
  page,
  radif,
}) => {
  await page.goto(`${radif.origin}/formats?format=xliff-2.1`);
  const xliff = page.getByRole('group').filter({ hasText: 'XLIFF 2.2, 2.1 (OASIS)' });
  await expect(xliff).toHaveAttribute('open');
  await expect(xliff.locator('summary')).toBeFocused();
  await expect(xliff).toContainText('srcLang and trgLang on <xliff>');
  await expect(page.getByRole('group')).toHaveCount(formatFacts.length);
  await expectAccessible(page, 'the page of formats');

  const moses = page.getByRole('group').filter({ hasText: 'Moses, two files line by line' });
  await expect(moses).not.toHaveAttribute('open');
  await tabTo(page, moses.locator('summary'));
  await page.keyboard.press('Enter');
  await expect(moses).toContainText('marked names');
  await expect(moses).toContainText('.fa .en');
});

test('pairing and releasing lead to the page of formats', async ({ page, radif }) => {
  await page.keyboard.press('Alt+Shift+KeyA');
  await expect(page.getByRole('dialog')).toBeVisible();
  await (await opened(page)).close();

  await page.goto(radif.origin);
  await page.getByRole('link', { name: 'Releases', exact: true }).click();
  await page.getByRole('button', { name: 'Make a release' }).first().click();
  await (await opened(page)).close();
});
