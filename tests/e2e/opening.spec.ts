import { expect, type Page } from '@playwright/test';
import { test } from './fixtures.ts';
import { openDocument, rendering, segment } from './workbench.ts';

/** As fast as somebody types who does not look up, in milliseconds between two keys. */
const TYPING = { delay: 40 };

/** The parts of the page that open by a key, by the names of their files. */
const parts = /assets\/(palette|overlay|sheets|mention-menu|modal|dialog)-/i;

/** Loads the page anew, its later parts so slowly that none of them is there when a key asks for it. */
async function reloadSlowly(page: Page): Promise<void> {
  await page.route(parts, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 700));
    await route.continue().catch(() => undefined);
  });
  await page.reload();
  await expect(page.locator('[aria-current="true"]').first()).toBeVisible();
  await expect(page.locator('.ProseMirror')).toBeFocused();
}

function renderings(page: Page): Promise<string[]> {
  return page
    .getByRole('group', { name: /^Segment / })
    .locator('[lang=en]')
    .allInnerTexts();
}

async function expectUntouched(page: Page, before: readonly string[]): Promise<void> {
  expect(await renderings(page)).toEqual(before);
}

test.beforeEach(async ({ page, radif }) => {
  expect(radif.origin).toBeTruthy();
  await openDocument(page, 'Statements, translated');
});

const openings = [
  { key: 'Control+KeyK', field: 'What do you want to do?', role: 'combobox' },
  { key: 'Control+KeyS', field: 'Name', role: 'textbox' },
  { key: 'Alt+KeyJ', field: 'Go to segment', role: 'textbox' },
] as const;

for (const { key, field, role } of openings) {
  test(`what is typed after ${key} goes where the key leads, right after the page came`, async ({ page }) => {
    await reloadSlowly(page);
    const before = await renderings(page);
    await page.keyboard.press(key);
    await page.keyboard.type('17 سلام x', TYPING);
    await page.keyboard.press('Backspace');
    await page.keyboard.insertText('و');
    await expect(page.getByRole(role, { name: field })).toHaveValue('17 سلام و');
    await expect(page.getByRole(role, { name: field })).toBeFocused();
    await page.keyboard.type('!');
    await expect(page.getByRole(role, { name: field })).toHaveValue('17 سلام و!');
    await expectUntouched(page, before);
  });
}

test('what is typed after Alt+X does not fall into the text', async ({ page }) => {
  await reloadSlowly(page);
  const before = await renderings(page);
  await page.keyboard.press('Alt+KeyX');
  await page.keyboard.type('typed astray', TYPING);
  await expect(page.getByRole('dialog')).toBeVisible();
  await expectUntouched(page, before);
});

for (const key of ['Alt+KeyX', 'Alt+KeyJ'] as const) {
  test(`${key} pressed before the document is there opens what it says once it is`, async ({ page }) => {
    await page.route(/\/snapshot\?/, async (route) => {
      await page.keyboard.press(key);
      await route.continue();
    });
    await page.reload();
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  });
}

test('Enter is held too, and what comes after it belongs to what follows', async ({ page }) => {
  await reloadSlowly(page);
  const before = await renderings(page);
  await page.keyboard.press('Alt+KeyJ');
  await page.keyboard.type('17', TYPING);
  await page.keyboard.press('Enter');
  await page.keyboard.type('Said', TYPING);
  await expect(segment(page, 17)).toHaveAttribute('aria-current', 'true');
  await expect(rendering(page, 17)).toHaveText(/Said$/);
  const after = await renderings(page);
  expect(after.map((text, index) => (index === 16 ? before[16] : text))).toEqual(before);
});

test('a label is chosen for a name while the menu is still on its way', async ({ page }) => {
  await reloadSlowly(page);
  const before = await renderings(page);
  await page.keyboard.press('Alt+KeyE');
  await page.keyboard.press('Alt+KeyE');
  await page.keyboard.type('astray', TYPING);
  await expectUntouched(page, before);
});

test('Escape gives up what does not come, and the text has the keys again', async ({ page, radif }) => {
  await page.route(parts, () => undefined);
  await page.reload();
  await expect(page.locator('.ProseMirror')).toBeFocused();
  // Away while the part is asked for, and back for the tests that share it.
  await radif.kill();
  await page.keyboard.press('Control+KeyS');
  await page.keyboard.type('lost');
  await expect(page.getByText('Opening. What you type goes there')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByText('Opening. What you type goes there')).toHaveCount(0);
  await page.keyboard.press('End');
  await page.keyboard.type('kept');
  await expect(rendering(page, 1)).toHaveText(/(?<!lost)kept/);
  await radif.start();
});

test('nothing is typed into the page that is being left', async ({ page }) => {
  await page.route(/assets\/settings-/, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 700));
    await route.continue().catch(() => undefined);
  });
  const address = page.url();
  const before = await renderings(page);
  await page.keyboard.press('Control+KeyK');
  await page.keyboard.type('settings');
  await page.keyboard.press('Enter');
  await page.keyboard.type('astray', TYPING);
  await expect(page).toHaveURL(/settings/);
  await page.goto(address);
  await expect(segment(page, 1)).toBeVisible();
  await expectUntouched(page, before);
});
