import { expect, type Locator, type Page } from '@playwright/test';
import { tabTo } from './keyboard.ts';

/** What each line of the history says, newest first. */
export function lines(page: Page): Locator {
  return page.getByRole('tabpanel').getByRole('listitem');
}

/** Opens the menu of a line by keyboard, and calls what it offers. */
export async function choose(page: Page, line: string | RegExp, item: string): Promise<void> {
  await tabTo(page, lines(page).filter({ hasText: line }).getByRole('button'));
  await page.keyboard.press('Enter');
  const wanted = page.getByRole('menuitem', { name: item, exact: true });
  await expect(wanted).toBeVisible();
  await expect(page.getByRole('menuitem').first()).toBeFocused();
  for (let presses = 0; presses < 8; presses++) {
    if (await wanted.evaluate((element) => element === document.activeElement)) break;
    await page.keyboard.press('ArrowDown');
  }
  await expect(wanted).toBeFocused();
  await page.keyboard.press('Enter');
}

/** Opens the history and leaves the text, so that Tab goes on. */
export async function openHistory(page: Page): Promise<void> {
  await page.keyboard.press('Alt+KeyH');
  await expect(lines(page).first()).toBeVisible();
  await page.keyboard.press('Escape');
}
