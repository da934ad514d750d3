import { expect, type Locator, type Page } from '@playwright/test';
import { tabTo } from './keyboard.ts';

/** The row of a segment, by the number that a screen reader says. */
export function segment(page: Page, number: number | string): Locator {
  const said = typeof number === 'number' ? number.toLocaleString('en') : number;
  return page.getByRole('group', { name: new RegExp(`^Segment ${said}, `) });
}

/** The English of a segment. */
export function rendering(page: Page, number: number | string): Locator {
  return segment(page, number).locator('[lang=en]');
}

/** Where the changes are, in the words of the page. */
export function saving(page: Page): Locator {
  return page.getByRole('status', { name: 'Where your changes are' });
}

/** Goes from the library to a document by keyboard, and waits for its first row. */
export async function openDocument(page: Page, title: string): Promise<void> {
  await tabTo(page, page.getByRole('link', { name: title, exact: true }));
  await page.keyboard.press('Enter');
  await expect(segment(page, 1)).toBeVisible();
}

/** Puts the caret at the end of a rendering by the number of its segment, once the document stands. */
export async function goTo(page: Page, number: number): Promise<void> {
  await expect(page.locator('[aria-current="true"]').first()).toBeVisible();
  await page.keyboard.press('Alt+KeyJ');
  await expect(page.getByRole('textbox', { name: 'Go to segment' })).toBeFocused();
  await page.keyboard.type(String(number));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(segment(page, number)).toHaveAttribute('aria-current', 'true');
}
