import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import { test } from './fixtures.ts';
import { pressTimes, tabTo } from './keyboard.ts';
import { goTo, rendering, saving, segment } from './workbench.ts';

const dialog = (page: Page, name: string) => page.getByRole('dialog', { name });
const said = (page: Page) => page.locator('.announcer');
const title = 'نشست وزیران';
const text = 'وزیر خارجه روسیه گفت: «همکاری خوب است.» روسیه شریک ماست. چه کسی می‌آید؟';

/** Goes to an item of the menu that is open, as arrows lead, and chooses it. */
async function choose(page: Page, name: string): Promise<void> {
  const wanted = page.getByRole('menuitem', { name });
  await expect(wanted).toBeVisible();
  for (let press = 0; press < 10; press++) {
    if (await wanted.evaluate((element) => element === document.activeElement)) break;
    await page.keyboard.press('ArrowDown');
  }
  await page.keyboard.press('Enter');
}

async function press(page: Page, name: string | RegExp): Promise<void> {
  await tabTo(page, page.getByRole('button', { name, exact: true }));
  await page.keyboard.press('Enter');
}

test('a new user brings a text, translates, names, reviews, takes it away and tidies up, by keyboard alone', async ({
  page,
  radif,
}) => {
  test.setTimeout(300_000);
  await page.goto(radif.origin);
  await test.step('a project and a text', async () => {
    await press(page, 'New project');
    await expect(page.getByRole('textbox', { name: 'Name of the project' })).toBeFocused();
    await page.keyboard.type('Week 3');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('textbox', { name: 'Persian text' })).toBeFocused();
    await page.keyboard.insertText(text);
    await page.keyboard.press('Tab');
    await page.keyboard.insertText(title);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('link', { name: title })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(segment(page, 1)).toHaveAttribute('aria-current', 'true');
  });

  await test.step('a question mark is one in the text, and F1 lists the keys', async () => {
    await expect(page.getByRole('contentinfo')).toContainText('F1');
    await page.keyboard.type('Who?');
    await expect(rendering(page, 1)).toHaveText('Who?');
    await page.keyboard.press('F1');
    await expect(dialog(page, 'Keys')).toContainText('F1 ?');
    await page.keyboard.press('Escape');
    await expect(dialog(page, 'Keys')).toHaveCount(0);
    await expect(page.locator('.ProseMirror')).toBeFocused();
    await page.keyboard.press('Control+KeyA');
  });

  const rows = await page.getByRole('group', { name: /^Segment / }).count();
  await test.step('translate, confirm, and split between words', async () => {
    await page.keyboard.type('Russia’s Foreign Minister said:');
    await page.keyboard.press('Control+Enter');
    await expect(segment(page, 2)).toHaveAttribute('aria-current', 'true');
    await page.keyboard.type('Cooperation is good.');
    await pressTimes(page, 'ArrowLeft', 'tion is good.'.length);
    await page.keyboard.press('Alt+KeyS');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('group', { name: /^Segment / })).toHaveCount(rows + 1);
    await expect(rendering(page, 2)).toHaveText('Cooperation');
    await expect(rendering(page, 3)).toHaveText('is good.');
    await page.keyboard.press('Control+KeyZ');
    await expect(rendering(page, 2)).toHaveText('Cooperation is good.');
  });

  await test.step('mark a name in the English, then link it with the Persian by a digit', async () => {
    await goTo(page, 1);
    await page.keyboard.press('Alt+KeyE');
    await pressTimes(page, 'ArrowLeft', 2);
    await expect(said(page).locator('[lang=fa]')).toHaveText('روسیه');
    await page.keyboard.press('KeyG');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Home');
    await pressTimes(page, 'Shift+ArrowRight', 4);
    await page.keyboard.press('Alt+KeyE');
    await expect(said(page).locator('[lang=en]')).toHaveText('Russia');
    await page.keyboard.press('KeyG');
    await expect(said(page)).toContainText('1 links it with');
    await page.keyboard.press('Digit1');
    await page.keyboard.press('Escape');
    await expect(rendering(page, 1).locator('[data-mention]')).toHaveText('Russia');
  });

  await test.step('review and go on', async () => {
    await goTo(page, 1);
    await page.keyboard.press('Alt+Enter');
    await expect(segment(page, 1)).toHaveAccessibleName('Segment 1, Reviewed');
    await expect(segment(page, 2)).toHaveAttribute('aria-current', 'true');
    await expect(saving(page)).toContainText('Saved');
  });

  await test.step('name a version and take the corpus away', async () => {
    await page.keyboard.press('Control+KeyS');
    await expect(dialog(page, 'Save a version').getByRole('textbox')).toBeFocused();
    await page.keyboard.type('First');
    await page.keyboard.press('Enter');
    await expect(dialog(page, 'Save a version')).toHaveCount(0);
    await page.keyboard.press('Alt+KeyX');
    const download = dialog(page, 'Export').getByRole('link', { name: 'Download' });
    await expect(download).toHaveAttribute('href', /format=tmx/);
    await tabTo(page, download);
    const file = page.waitForEvent('download');
    await page.keyboard.press('Enter');
    expect(readFileSync(await (await file).path(), 'utf8')).toContain('Foreign Minister said');
    await page.keyboard.press('Escape');
    await expect(dialog(page, 'Export')).toHaveCount(0);
  });

  await test.step('back where one was, from the library', async () => {
    await page.keyboard.press('Control+KeyK');
    await expect(page.getByRole('combobox')).toBeFocused();
    await page.keyboard.type('library');
    await page.keyboard.press('Enter');
    await tabTo(page, page.getByRole('link', { name: title }));
    await page.keyboard.press('Enter');
    await expect(segment(page, 2)).toHaveAttribute('aria-current', 'true');
  });

  await test.step('put it away and delete it for good', async () => {
    await page.keyboard.press('Control+KeyK');
    await page.keyboard.type('library');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('link', { name: title })).toBeVisible();
    await press(page, `Actions for “\u2068${title}\u2069”`);
    await choose(page, 'Archive');
    await expect(page.getByRole('link', { name: title })).toHaveCount(0);
    await tabTo(page, page.getByRole('link', { name: 'Archive' }));
    await page.keyboard.press('Enter');
    // The archive holds what other tests put away too.
    await expect(page.getByRole('button', { name: `Delete for good: ${title}` })).toBeVisible();
    await tabTo(page, page.getByRole('searchbox', { name: 'Search by title' }));
    await page.keyboard.insertText(title);
    await press(page, `Delete for good: ${title}`);
    await expect(page.getByRole('dialog').getByRole('textbox')).toBeFocused();
    await page.keyboard.insertText('نشست وزيران');
    await page.keyboard.press('Enter');
    await expect(page.getByText('is deleted.')).toBeVisible();
    await expect(page.getByRole('button', { name: `Delete for good: ${title}` })).toHaveCount(0);
  });
});
