import { expect, type Page } from '@playwright/test';
import { expectAccessible } from './accessibility.ts';
import { test } from './fixtures.ts';
import { pressTimes } from './keyboard.ts';
import { importStatements } from './sample.ts';
import { goTo, rendering, saving, segment } from './workbench.ts';

const said = (page: Page) => page.locator('.announcer');
const bar = (page: Page) => page.getByRole('toolbar', { name: 'Keys that link words' });
const panel = (page: Page) => page.getByRole('tabpanel', { name: /^Links/ });
const english = 'Russia has recalled its ambassador.';

let project = '';
let document = '';

test.beforeEach(async ({ page, radif }) => {
  ({ project, document } = await importStatements(page, 'Linked'));
  await page.goto(`${radif.origin}/documents/${document}`);
  await expect(segment(page, 1)).toHaveAttribute('aria-current', 'true');
  await page.keyboard.press('Alt+KeyB');
  await goTo(page, 5);
  await page.keyboard.insertText(english);
});

/** What is painted on a row by kind of link, as it reads. */
function painted(page: Page, number: number) {
  return segment(page, number).evaluate((row) => {
    const found: Record<string, string[]> = {};
    for (const [name, highlight] of CSS.highlights) {
      if (!name.startsWith('radif-link-')) continue;
      for (const range of highlight) {
        if (!row.contains(range.startContainer)) continue;
        const live = row.ownerDocument.createRange();
        live.setStart(range.startContainer, range.startOffset);
        live.setEnd(range.endContainer, range.endOffset);
        const kind = name.replace('radif-link-', '');
        found[kind] = [...(found[kind] ?? []), live.toString()];
      }
    }
    return found;
  });
}

const linked = async (page: Page) => {
  const { sure = [], possible = [] } = await painted(page, 5);
  return { sure, possible };
};

test('words are linked by keys alone, in any shape, undone, and there after a reload', async ({ page }) => {
  await page.keyboard.press('Alt+KeyL');
  await expect(bar(page)).toBeVisible();
  await expect(said(page)).toContainText('Linking words');
  await expect(said(page).locator('[lang=fa]')).toHaveText('کشور');
  await expect(said(page)).toContainText('not linked');

  // کشور روسیه together with Russia: two words to one.
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowLeft');
  await expect(said(page).locator('[lang=fa]')).toHaveText('روسیه');
  await page.keyboard.press('Space');
  await page.keyboard.press('Tab');
  await expect(said(page).locator('[lang=en]')).toHaveText('Russia');
  await page.keyboard.press('Enter');
  await expect(said(page)).toContainText('Joined');
  await expect.poll(() => linked(page)).toEqual({ sure: ['کشور', 'روسیه', 'Russia'], possible: [] });

  // On to the next word that has no link; has and ambassador, which stand apart, as possible ones.
  const third = (await said(page).locator('[lang=fa]').textContent()) ?? '';
  expect(['کشور', 'روسیه']).not.toContain(third);
  await page.keyboard.press('Space');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Space');
  await pressTimes(page, 'ArrowRight', 3);
  await page.keyboard.press('Space');
  await page.keyboard.press('KeyP');
  await expect.poll(async () => (await linked(page)).possible.length).toBe(3);

  // Nothing was written, and each link is one undo.
  await expect(rendering(page, 5)).toHaveText(english);
  await page.keyboard.press('Control+KeyZ');
  await expect.poll(() => linked(page)).toEqual({ sure: ['کشور', 'روسیه', 'Russia'], possible: [] });
  await page.keyboard.press('Control+Shift+KeyZ');
  await expect.poll(async () => (await linked(page)).possible.length).toBe(3);

  await page.keyboard.press('Escape');
  await expect(bar(page)).toBeHidden();
  await page.keyboard.type('!');
  await expect(rendering(page, 5)).toHaveText(`${english}!`);
  await expect(saving(page)).toContainText('Saved');
  await page.reload();
  await goTo(page, 5);
  await page.keyboard.press('Alt+KeyL');
  await expect.poll(async () => (await linked(page)).possible.length).toBe(3);
  await expectAccessible(page, 'link mode');
});

test('S and P say how sure a link is, X takes it apart, and a Persian layout makes no difference', async ({ page }) => {
  await page.keyboard.press('Alt+KeyL');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await linked(page)).sure.length).toBe(2);
  await page.evaluate(() => {
    const press = (key: string, code: string) =>
      window.document.activeElement?.dispatchEvent(
        new KeyboardEvent('keydown', { key, code, bubbles: true, cancelable: true }),
      );
    // The cursor went on to the next word; back to the one that is linked, and what the letter writes in Persian.
    press('ArrowLeft', 'ArrowLeft');
    press('ح', 'KeyP');
  });
  await expect.poll(async () => (await linked(page)).possible.length).toBe(2);
  await page.keyboard.press('KeyS');
  await expect.poll(async () => (await linked(page)).sure.length).toBe(2);
  await page.keyboard.press('KeyX');
  await expect.poll(() => linked(page)).toEqual({ sure: [], possible: [] });
  await page.keyboard.press('KeyX');
  await expect(page.getByText('Nothing is linked here.')).toBeVisible();
});

test('the same by mouse: words are pressed, joined, lit under the pointer and taken apart', async ({ page }) => {
  await page.keyboard.press('Alt+Shift+KeyK');
  await panel(page)
    .getByRole('button', { name: /^Link words/ })
    .click();
  await expect(bar(page)).toBeVisible();
  await clickWord(page, 'روسیه');
  await clickWord(page, 'Russia');
  await expect.poll(async () => (await painted(page, 5)).picked).toEqual(['روسیه', 'Russia']);
  await bar(page).getByRole('button', { name: 'join' }).click();
  await expect.poll(() => linked(page)).toEqual({ sure: ['روسیه', 'Russia'], possible: [] });
  await expect(panel(page).getByRole('listitem')).toContainText(['روسیهRussia']);
  await bar(page).getByRole('button', { name: 'done' }).click();

  await hoverWord(page, 'Russia');
  await expect.poll(async () => (await painted(page, 5)).lit?.sort()).toEqual(['Russia', 'روسیه']);
  await hoverWord(page, 'recalled');
  await expect.poll(async () => (await painted(page, 5)).lit).toBeUndefined();

  await panel(page).getByText('As a table').click();
  await panel(page)
    .getByRole('button', { name: /روسیه.*Russia.*: sure/ })
    .click();
  await expect.poll(() => linked(page)).toEqual({ sure: [], possible: ['روسیه', 'Russia'] });
  await expectAccessible(page, 'the table of links');
  await panel(page).getByText('As a list').click();
  await panel(page)
    .getByRole('button', { name: /^Take apart .*روسیه.*Russia/ })
    .click();
  await expect.poll(() => linked(page)).toEqual({ sure: [], possible: [] });
});

test('links stay with words that stay; the rest is shown as stale, and a name that they contradict is told', async ({
  page,
}) => {
  await page.keyboard.press('Alt+Shift+KeyK');
  await panel(page)
    .getByRole('button', { name: /^Link words/ })
    .click();
  for (const [fa, en] of [
    ['روسیه', 'Russia'],
    ['کشور', 'ambassador'],
  ] as const) {
    await clickWord(page, fa);
    await clickWord(page, en);
    await page.keyboard.press('Enter');
  }
  await page.keyboard.press('Escape');
  await page.keyboard.press('Home');
  await page.keyboard.type('Yesterday, ');
  await page.keyboard.press('End');
  await pressTimes(page, 'Backspace', 'ambassador.'.length);
  await page.keyboard.type('envoy.');
  await expect(panel(page).getByText('No longer fitting')).toBeVisible();
  await expect(panel(page).locator('del')).toHaveText('ambassador');
  await expect.poll(async () => (await painted(page, 5)).sure).toEqual(['روسیه', 'Russia']);
  await expect.poll(async () => (await painted(page, 5)).stale).toEqual(['کشور']);
  await pressTimes(page, 'Control+KeyZ', 12);
  await expect(panel(page).getByText('No longer fitting')).toBeHidden();
});

test('a page tells each word with its partners, and changes many links at once, with a preview and a way back', async ({
  page,
  radif,
}) => {
  await page.keyboard.press('Alt+KeyL');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Space');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Enter');
  await expect(said(page)).toContainText('Joined');
  await page.keyboard.press('Escape');
  await expect(saving(page)).toContainText('Saved');

  await page.goto(`${radif.origin}/projects/${project}/links`);
  const option = page.getByRole('option', { name: /روسیه/ });
  await expect(option).toContainText('has');
  await option.click();
  await page.getByRole('checkbox', { name: /^All links of .*روسیه.*has/ }).check();
  await page.getByRole('combobox', { name: 'Another English word of these sentences' }).click();
  await page.getByRole('option', { name: 'Russia', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'What will change' })).toBeFocused();
  await expect(page.getByText(/^1 link goes to .*russia.* instead/)).toBeVisible();
  await expectAccessible(page, 'the page of links');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('1 place changed in 1 document')).toBeVisible();
  await expect(option).toContainText('Russia');
  await page.getByRole('button', { name: /^Undo in/ }).click();
  await expect(page.getByText('taken back')).toBeVisible();
  await expect(option).toContainText('has');
});

/** The middle of a word of segment 5. */
async function placeOf(page: Page, word: string) {
  return segment(page, 5).evaluate((row, text) => {
    const walker = row.ownerDocument.createTreeWalker(row, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(text) ?? -1;
      if (at < 0 || !node.parentElement?.closest('.source, .rendering')) continue;
      const range = row.ownerDocument.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + text.length);
      const { left, top, width, height } = range.getBoundingClientRect();
      return { x: left + width / 2, y: top + height / 2 };
    }
    throw new Error(`No word reads ${text}`);
  }, word);
}

async function clickWord(page: Page, word: string): Promise<void> {
  const { x, y } = await placeOf(page, word);
  await page.mouse.click(x, y);
}

async function hoverWord(page: Page, word: string): Promise<void> {
  const { x, y } = await placeOf(page, word);
  await page.mouse.move(x, y);
}
