import { expect, type Locator, type Page } from '@playwright/test';
import { test } from './fixtures.ts';
import { rendering, segment } from './workbench.ts';

/** What Alt+G leads to. */
const proposed = (page: Page) => page.getByRole('tabpanel', { name: 'Entities' }).locator('[data-current] [lang=fa]');

/** Keys that open something or lead somewhere, each with what is there once it did. */
const keys: Readonly<Record<string, (page: Page) => Locator>> = {
  'Alt+KeyJ': (page) => page.getByRole('textbox', { name: 'Go to segment' }),
  'Control+KeyK': (page) => page.getByRole('combobox', { name: 'What do you want to do?' }),
  'Control+KeyS': (page) => page.getByRole('textbox', { name: 'Name of the version' }),
  'Alt+KeyX': (page) => page.getByRole('dialog', { name: 'Export' }),
  'Alt+KeyK': (page) => page.getByRole('dialog', { name: 'Concordance' }),
  'Alt+KeyH': (page) => page.getByRole('tab', { name: 'History', selected: true }),
  'Alt+KeyG': (page) => page.getByText('The names are still being read.').or(proposed(page)).first(),
  F8: (page) =>
    page.getByRole('alert').filter({ hasText: /^(The texts are still being read|The checks find nothing)/ }),
};

/** Answers to `address` wait until the function that it gives is called. */
async function holdBack(page: Page, address: RegExp): Promise<() => void> {
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(address, async (route) => {
    await released;
    await route.continue();
  });
  return release;
}

async function follow(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Statements', exact: true }).focus();
  await page.keyboard.press('Enter');
}

for (const [key, opened] of Object.entries(keys)) {
  test(`${key} waits for the page of a document that somebody goes to`, async ({ page }) => {
    const release = await holdBack(page, /assets\/workbench-.*\.js/);
    await follow(page);
    await page.keyboard.press(key);
    release();
    await expect(segment(page, 1)).toBeVisible();
    await expect(opened(page)).toBeVisible();
  });

  test(`${key} waits for the document of a page that is there`, async ({ page }) => {
    const release = await holdBack(page, /\/snapshot\?/);
    await follow(page);
    await expect(page).toHaveTitle(/^Loading/);
    await page.keyboard.press(key);
    release();
    await expect(segment(page, 1)).toBeVisible();
    await expect(opened(page)).toBeVisible();
  });
}

for (const [what, address] of [
  ['the page of a document', /assets\/workbench-.*\.js/],
  ['a document', /\/snapshot\?/],
  ['the words of the program', /assets\/messages-.*\.js/],
] as const) {
  test(`what is typed behind a key that waits for ${what} is typed into what it opens`, async ({ page }) => {
    await follow(page);
    await expect(segment(page, 1)).toBeVisible();
    const release = await holdBack(page, address);
    const asked = page.waitForRequest(address);
    await page.reload({ waitUntil: 'commit' });
    await asked;
    await page.keyboard.press('Alt+KeyJ');
    await page.keyboard.type('33');
    await page.keyboard.press('Backspace');
    await page.keyboard.press('Enter');
    release();
    await expect(segment(page, 3)).toHaveAttribute('aria-current', 'true');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(rendering(page, 1)).toHaveText('');
  });
}

for (const [how, giveUp] of [
  ['Escape', (page: Page) => page.keyboard.press('Escape')],
  ['a click', (page: Page) => page.mouse.click(5, 400)],
] as const) {
  test(`what waits is dropped by ${how}, and what was typed behind it`, async ({ page }) => {
    const release = await holdBack(page, /\/snapshot\?/);
    await follow(page);
    await expect(page).toHaveTitle(/^Loading/);
    await page.keyboard.press('Alt+KeyJ');
    await page.keyboard.type('3');
    await giveUp(page);
    release();
    await expect(page.locator('.ProseMirror')).toBeFocused();
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await page.keyboard.type('Here');
    await expect(rendering(page, 1)).toHaveText('Here');
  });
}

test('a key that is pressed in the moment in which the first row stands finds everything', async ({ page }) => {
  await page.evaluate(() => {
    const watching = new MutationObserver(() => {
      if (!document.querySelector('.ProseMirror [role=group]')) return;
      watching.disconnect();
      const down = { code: 'ArrowDown', key: 'ArrowDown', altKey: true, bubbles: true, cancelable: true };
      document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', down));
    });
    watching.observe(document.body, { childList: true, subtree: true });
  });
  await follow(page);
  await expect(segment(page, 2)).toHaveAttribute('aria-current', 'true');
});

test('Alt+G waits until the names are read, and says so', async ({ page }) => {
  const release = await holdBack(page, /trpc\/.*mention\.earlier/);
  await follow(page);
  await expect(segment(page, 1)).toHaveAttribute('aria-current', 'true');
  await page.keyboard.press('Alt+KeyG');
  await expect(page.getByText('The names are still being read.')).toBeVisible();
  release();
  await expect(proposed(page)).toHaveText('وزیرخارجه', { timeout: 60_000 });
});

test('what is typed behind a key that is pressed in the moment in which the first row stands does not fall into the text', async ({
  page,
}) => {
  const release = await holdBack(page, /assets\/sheets-.*\.js/);
  await page.evaluate(() => {
    const watching = new MutationObserver(() => {
      if (!document.querySelector('.ProseMirror [role=group]')) return;
      watching.disconnect();
      const down = { code: 'KeyJ', key: 'j', altKey: true, bubbles: true, cancelable: true };
      document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', down));
    });
    watching.observe(document.body, { childList: true, subtree: true });
  });
  await follow(page);
  await expect(page.locator('.ProseMirror')).toBeFocused();
  await page.keyboard.type('3');
  await page.keyboard.press('Enter');
  release();
  await expect(segment(page, 3)).toHaveAttribute('aria-current', 'true');
  await expect(rendering(page, 1)).toHaveText('');
});
