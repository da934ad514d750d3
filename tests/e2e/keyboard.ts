import { expect, type Locator, type Page } from '@playwright/test';

const zwnj = '\u200c';

/** Reaches `target` as somebody without a mouse does: by Tab. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeAttached();
  for (let presses = 0; presses < 80; presses++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`80 presses of Tab did not reach ${target}`);
}

/** Types `text` at the caret, each zero-width non-joiner by its key. */
export async function typeText(page: Page, text: string): Promise<void> {
  for (const [index, part] of text.split(zwnj).entries()) {
    if (index > 0) await page.keyboard.press('Alt+KeyZ');
    await page.keyboard.type(part);
  }
}

/** Moves the caret by `count` presses of `key`. */
export async function pressTimes(page: Page, key: string, count: number): Promise<void> {
  for (let press = 0; press < count; press++) await page.keyboard.press(key);
}
