import { expect, type Locator, type Page } from '@playwright/test';
import { defaultLabels } from '../../shared/core/label.ts';
import { expectAccessible } from './accessibility.ts';
import { test } from './fixtures.ts';
import { pressTimes } from './keyboard.ts';
import { importStatements, units } from './sample.ts';
import { goTo, openDocument, rendering, saving, segment } from './workbench.ts';

const source = (page: Page, number: number) => segment(page, number).locator('.source');
const menu = (page: Page) => page.getByRole('dialog', { name: /^Mark “/ });
const said = (page: Page) => page.locator('.announcer');

let project = '';

test.beforeEach(async ({ page, radif }) => {
  const own = await importStatements(page, 'Unnamed');
  project = own.project;
  await page.goto(`${radif.origin}/documents/${own.document}`);
  await expect(segment(page, 1)).toHaveAttribute('aria-current', 'true');
  await page.keyboard.press('Alt+KeyB');
  await expect(page.getByText('Names are not proposed any more')).toBeVisible();
});

/** Goes to a segment and writes the English of the sample there. */
async function translate(page: Page, number: number): Promise<void> {
  await goTo(page, number);
  await page.keyboard.insertText(units[number - 1]?.english ?? '');
}

test('a name is marked on both sides by keys alone, undone, done again, and there after a reload', async ({ page }) => {
  await translate(page, 5);
  await expect(segment(page, 5)).toHaveAttribute('aria-label', 'Segment 5, Draft');
  await page.keyboard.press('Alt+KeyE');
  await expect(page.getByText('Arrow keys choose a word')).toBeVisible();
  await expect(said(page).locator('[lang=fa]')).toHaveText('کشور');
  await page.keyboard.press('ArrowLeft');
  await expect(said(page).locator('[lang=fa]')).toHaveText('روسیه');
  await page.keyboard.press('KeyG');
  await expect(said(page)).toContainText('Marked as Country or city');
  await expect.poll(() => painted(page, 5)).toEqual({ 'teal-accepted-0': ['روسیه'] });

  await page.keyboard.press('Tab');
  await expect(said(page).locator('[lang=en]')).toHaveText('Russia');
  await page.keyboard.press('Enter');
  await expect.poll(() => painted(page, 5)).toEqual({ 'teal-accepted-0': ['روسیه', 'Russia'] });
  await page.keyboard.press('Escape');
  await expect(page.getByText('Arrow keys choose a word')).toBeHidden();
  await expect(segment(page, 5)).toHaveAttribute('aria-label', 'Segment 5, Draft');

  await page.keyboard.press('Control+KeyZ');
  await expect.poll(() => painted(page, 5)).toEqual({ 'teal-accepted-0': ['روسیه'] });
  await page.keyboard.press('Control+KeyZ');
  await expect.poll(() => painted(page, 5)).toEqual({});
  await pressTimes(page, 'Control+Shift+KeyZ', 2);
  await expect.poll(() => painted(page, 5)).toEqual({ 'teal-accepted-0': ['روسیه', 'Russia'] });
  await expect(saving(page)).toContainText('Saved');
  await page.reload();
  await expect(segment(page, 5)).toBeVisible();
  await expect.poll(() => painted(page, 5)).toEqual({ 'teal-accepted-0': ['روسیه', 'Russia'] });
});

test('names nest, and Space goes outward through them', async ({ page }) => {
  await goTo(page, 4);
  await page.keyboard.press('Alt+KeyE');
  await pressTimes(page, 'ArrowLeft', 4);
  await pressTimes(page, 'Shift+ArrowLeft', 2);
  await expect(said(page).locator('[lang=fa]')).toHaveText('سازمان همکاری اسلامی');
  await page.keyboard.press('KeyO');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('KeyN');
  await expect
    .poll(() => painted(page, 4))
    .toEqual({
      'ochre-accepted-1': ['اسلامی'],
      'violet-accepted-0': ['سازمان همکاری اسلامی'],
    });
  await page.keyboard.press('Space');
  await expect(said(page).locator('[lang=fa]')).toHaveText('سازمان همکاری اسلامی');
  await page.keyboard.press('KeyP');
  await expect.poll(() => painted(page, 4)).toMatchObject({ 'lapis-accepted-0': ['سازمان همکاری اسلامی'] });
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Enter');
  await expect.poll(() => painted(page, 4)).toMatchObject({ 'lapis-accepted-0': ['سازمان همکاری'] });
  await page.keyboard.press('Enter');
  await expect(menu(page)).toBeVisible();
  await page.keyboard.press('Delete');
  await expect.poll(() => painted(page, 4)).toEqual({ 'ochre-accepted-0': ['اسلامی'] });
});

test('one range can be two mentions, by Shift and the key of the second label', async ({ page }) => {
  await goTo(page, 5);
  await page.keyboard.press('Alt+KeyE');
  await page.keyboard.press('ArrowLeft');
  await pressTimes(page, 'KeyG', 2);
  await expect(page.getByText('Only whole letters of one segment can be marked.')).toHaveCount(0);
  await page.keyboard.press('Shift+KeyO');
  await expect.poll(() => painted(page, 5)).toEqual({ 'teal-accepted-0': ['روسیه'], 'violet-accepted-1': ['روسیه'] });
  await page.keyboard.press('Space');
  await page.keyboard.press('Delete');
  await expect.poll(async () => Object.keys(await painted(page, 5)).length).toBe(1);
});

test('a mention goes along over the spine, is linked there, unlinked from the menu, and lit on both wings', async ({
  page,
}) => {
  await translate(page, 4);
  await page.keyboard.press('Alt+KeyE');
  await pressTimes(page, 'ArrowLeft', 4);
  await pressTimes(page, 'Shift+ArrowLeft', 2);
  await page.keyboard.press('KeyO');
  await page.keyboard.press('Tab');
  await pressTimes(page, 'ArrowRight', 7);
  await pressTimes(page, 'Shift+ArrowRight', 3);
  await page.keyboard.press('Enter');
  const linked = ['سازمان همکاری اسلامی', 'Organisation of Islamic Cooperation'];
  await expect.poll(() => painted(page, 4)).toEqual({ 'violet-accepted-0': linked });

  await page.keyboard.press('Escape');
  await goTo(page, 5);
  const lit = () => page.evaluate(() => CSS.highlights.get('radif-mention-violet-lit')?.size);
  await expect.poll(lit).toBe(0);
  const { left, top } = await placeOf(source(page, 4), 'همکاری');
  await page.mouse.move(left + 3, top + 8);
  await expect.poll(lit).toBe(2);
  await source(page, 1).hover();
  await expect.poll(lit).toBe(0);

  await goTo(page, 4);
  await expect.poll(lit).toBe(2);
  await page.keyboard.press('Alt+KeyE');
  await expect(said(page).locator('[lang=fa]')).toHaveText('سازمان همکاری اسلامی');
  await page.keyboard.press('Enter');
  await menu(page).getByRole('button', { name: 'Take away its English' }).click();
  await expect.poll(() => painted(page, 4)).toEqual({ 'violet-accepted-0': linked.slice(0, 1) });
});

test('a browser without highlights gets boxes over the text, and the same text', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'Highlight', { value: undefined });
  });
  await page.reload();
  await goTo(page, 5);
  const before = await source(page, 5).evaluate((cell) => cell.getBoundingClientRect().toJSON());
  await page.keyboard.press('Alt+KeyE');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('KeyG');
  await page.keyboard.press('Escape');
  const boxes = segment(page, 5).locator('.boxes i:not([class$=lit])');
  await expect(boxes).toHaveClass(['radif-mention-teal-accepted-0']);
  const [box, word] = await Promise.all([boxes.boundingBox(), placeOf(source(page, 5), 'روسیه')]);
  expect(Math.abs((box?.x ?? 0) - word.left)).toBeLessThan(1);
  expect(await source(page, 5).evaluate((cell) => cell.getBoundingClientRect().toJSON())).toEqual(before);
});

test('more labels than a glance takes in are found by typing', async ({ page }) => {
  const names = ['Armada', 'Bridge', 'Canal', 'Dam', 'Embassy', 'Field', 'Gate', 'Hill', 'Island', 'Journal'];
  const labels = names.map((en, index) => ({ id: `L${index}`, en, fa: en, key: '', hue: 'leaf' }));
  await page.evaluate(
    async (input) => {
      const headers = { 'content-type': 'application/json' };
      await fetch('/trpc/label.save', { method: 'POST', headers, body: JSON.stringify(input) });
    },
    { project, read: defaultLabels, labels },
  );
  await page.reload();
  await goTo(page, 5);
  await page.keyboard.press('Alt+KeyE');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Find a label' })).toBeFocused();
  await page.keyboard.type('isl');
  await page.keyboard.press('Enter');
  await expect.poll(() => painted(page, 5)).toEqual({ 'leaf-accepted-0': ['روسیه'] });

  await page.goto(`${new URL(page.url()).origin}/projects/${project}/entities?labels=true`);
  const dialog = page.getByRole('dialog', { name: 'Labels of the project' });
  await expect(dialog.getByRole('listitem')).toHaveCount(10);
  await dialog.getByRole('textbox', { name: 'Find a label' }).fill('isl');
  await expect(dialog.getByRole('listitem')).toHaveCount(1);
  await dialog.getByRole('textbox', { name: 'Find a label' }).fill('no such');
  await expect(dialog.getByText('No label is called so.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Add a label' }).click();
  await expect(dialog.getByRole('listitem')).toHaveCount(11);
});

test('a selection by mouse is marked in the Persian by a key, in the English from the menu, and linked', async ({
  page,
}) => {
  await translate(page, 6);
  await selectWord(page, source(page, 6), 'روسیه');
  await expect(menu(page)).toBeVisible();
  await page.keyboard.press('KeyG');
  await expect.poll(() => painted(page, 6)).toEqual({ 'teal-accepted-0': ['روسیه'] });
  const english = await rendering(page, 6).textContent();
  await selectWord(page, rendering(page, 6), 'Russia');
  await menu(page).getByRole('button', { name: 'روسیه' }).click();
  await expect.poll(() => painted(page, 6)).toEqual({ 'teal-accepted-0': ['روسیه', 'Russia'] });
  await selectWord(page, rendering(page, 6), 'friendship');
  await menu(page).getByRole('button', { name: 'Agreement' }).click();
  await expect.poll(() => painted(page, 6)).toMatchObject({ 'sky-accepted-0': ['friendship'] });
  await expect(rendering(page, 6)).toHaveText(english ?? '');
});

test('words of the English marked by a key are linked with their Persian by a digit', async ({ page }) => {
  await goTo(page, 5);
  await page.keyboard.insertText('Russia is a partner.');
  await page.keyboard.press('Alt+KeyE');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('KeyG');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Home');
  await page.keyboard.press('Control+Shift+ArrowRight');
  await page.keyboard.press('Alt+KeyE');
  await expect(said(page).locator('[lang=en]')).toHaveText('Russia');
  await page.keyboard.press('KeyG');
  await expect(said(page)).toContainText('1 links it with “\u2068روسیه\u2069”');
  await expect.poll(() => painted(page, 5)).toEqual({ 'teal-accepted-0': ['روسیه', 'Russia'] });
  await page.keyboard.press('Digit1');
  await expect(said(page)).toContainText('The mention stands here now');
  await page.keyboard.press('Tab');
  await expect(said(page).locator('[lang=fa]')).toHaveText('روسیه');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+KeyZ');
  await page.keyboard.press('Control+KeyZ');
  await expect.poll(() => painted(page, 5)).toEqual({ 'teal-accepted-0': ['روسیه'] });
});

test('the keys that mark a name are told in the language of the interface, also when that changes', async ({
  page,
}) => {
  await goTo(page, 5);
  await page.keyboard.press('Alt+KeyE');
  await expect(page.locator('.hint')).toContainText('Arrow keys choose a word');
  await page.getByRole('button', { name: 'فارسی' }).click();
  await expect(page.locator('.hint')).toContainText('کلیدهای جهت واژه را برمی‌گزینند');
});

test('the mouse marks whole words, letters when asked, and drags over a selection anew', async ({ page }) => {
  await translate(page, 5);
  const english = (await rendering(page, 5).textContent()) ?? '';
  await selectWord(page, rendering(page, 5), 'ussi');
  await expect(menu(page)).toHaveAccessibleName('Mark “Russia”');
  await menu(page).getByRole('button', { name: 'Only the letters' }).click();
  await expect(menu(page)).toHaveAccessibleName('Mark “ussi”');
  await page.keyboard.press('Escape');
  await page.keyboard.down('Alt');
  await selectWord(page, rendering(page, 5), 'ussi');
  await page.keyboard.up('Alt');
  await expect(menu(page)).toHaveAccessibleName('Mark “ussi”');
  await page.keyboard.press('Escape');

  await page.keyboard.press('Control+KeyA');
  await selectWord(page, rendering(page, 5), 'Russia');
  await expect(menu(page)).toHaveAccessibleName('Mark “Russia”');
  await menu(page).getByRole('button', { name: 'Country or city' }).click();
  await page.keyboard.press('Digit9');
  await page.keyboard.press('Escape');
  await expect(rendering(page, 5)).toHaveText(english);

  await selectWord(page, source(page, 5), 'کشور');
  await selectWord(page, source(page, 5), 'کشور');
  await expect(menu(page)).toHaveAccessibleName('Mark “کشور”');
});

test('a mention in the middle of a word leaves every letter and word where it was', async ({ page }) => {
  await goTo(page, 7);
  const places = () =>
    source(page, 7).evaluate((cell) => {
      const text = cell.firstChild as Text;
      return Array.from(text.data, (_, index) => {
        const range = document.createRange();
        range.setStart(text, index);
        range.setEnd(text, index + 1);
        const { left, top, width } = range.getBoundingClientRect();
        return [left, top, width];
      });
    });
  const before = await places();
  await page.keyboard.press('Alt+KeyE');
  await pressTimes(page, 'ArrowLeft', 2);
  await page.keyboard.press('Alt+ArrowRight');
  await page.keyboard.press('Home');
  await page.keyboard.press('Alt+ArrowLeft');
  await page.keyboard.press('KeyT');
  await expect.poll(() => painted(page, 7)).toEqual({ 'stone-accepted-0': ['ارج'] });
  expect(await places()).toEqual(before);
});

test('typing at a name does what its writer means: over its end in it, at its edge outside, on after a mended end', async ({
  page,
}) => {
  const name = () => painted(page, 5).then(({ 'teal-accepted-0': found }) => found?.[1]);
  await goTo(page, 5);
  await page.keyboard.insertText('Russia is a partner.');
  await page.keyboard.press('Alt+KeyE');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('KeyG');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await expect.poll(name).toBe('Russia');

  await page.keyboard.press('Home');
  await pressTimes(page, 'ArrowRight', 'Russ'.length);
  await pressTimes(page, 'Shift+ArrowRight', 'ia'.length);
  await page.keyboard.insertText('land');
  await expect.poll(name).toBe('Russland');
  await page.keyboard.press('Control+KeyZ');
  await expect.poll(name).toBe('Russia');

  await page.keyboard.press('Home');
  await pressTimes(page, 'ArrowRight', 'Russia'.length);
  await page.keyboard.type('ns');
  await expect(rendering(page, 5)).toContainText('Russians is');
  await expect.poll(name).toBe('Russia');
  await pressTimes(page, 'Backspace', 'ns'.length);
  await pressTimes(page, 'Backspace', 'ia'.length);
  await expect.poll(name).toBe('Russ');
  await page.keyboard.type('ian land');
  await expect(rendering(page, 5)).toContainText('Russian land is');
  await expect.poll(name).toBe('Russian');

  await page.keyboard.press('Home');
  await pressTimes(page, 'ArrowRight', 'Russian'.length);
  await page.keyboard.press('Backspace');
  await compose(page, 'd', 'do', 'dom');
  await expect(rendering(page, 5)).toContainText('Russiadom land is');
  await expect.poll(name).toBe('Russiadom');
});

test('names are painted in and near the window, wherever it goes', async ({ page, radif }) => {
  await page.goto(radif.origin);
  await openDocument(page, 'Statements, translated');
  const first = { 'teal-accepted-0': ['روسیه', 'Russia'], 'leaf-accepted-0': ['جهان اسلام', 'Muslim world'] };
  const last = { 'ochre-accepted-0': ['ایرانی', 'Iranian'] };
  await expect.poll(() => painted(page, 5)).toEqual(first);
  await expect.poll(() => painted(page, 23)).toEqual({});
  await goTo(page, 23);
  await expect.poll(() => painted(page, 23)).toEqual(last);
  await expect.poll(() => painted(page, 5)).toEqual({});
  await goTo(page, 5);
  await expect.poll(() => painted(page, 5)).toEqual(first);
});

test('the cursor goes through mixed text as the eye does', async ({ page }) => {
  await goTo(page, 5);
  await page.keyboard.press('Alt+Backspace');
  await page.keyboard.insertText('The ایران و روسیه talks');
  await page.keyboard.press('Alt+KeyE');
  await page.keyboard.press('Alt+KeyE');
  const words: string[] = [];
  for (let word = 0; word < 5; word++) {
    words.push((await said(page).locator('[lang=en]').textContent()) ?? '');
    await page.keyboard.press('ArrowRight');
  }
  expect(words).toEqual(['The', 'روسیه', 'و', 'ایران', 'talks']);
});

test('axe finds nothing while a name is marked', async ({ page }) => {
  await goTo(page, 5);
  await page.keyboard.press('Alt+KeyE');
  await expectAccessible(page, 'the cursor of names');
  await page.keyboard.press('Enter');
  await expect(menu(page)).toBeVisible();
  await expectAccessible(page, 'the menu of labels');
});

/** Writes as an input method does: each of `texts` in the place of the one before, the last for good. */
async function compose(page: Page, ...texts: readonly string[]): Promise<void> {
  const cdp = await page.context().newCDPSession(page);
  for (const text of texts) {
    await cdp.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
  }
  await cdp.send('Input.insertText', { text: texts.at(-1) ?? '' });
}

/** The mentions that are painted on a row, by hue, state and depth. */
function painted(page: Page, number: number): Promise<Record<string, readonly string[]>> {
  return segment(page, number).evaluate((row) => {
    const found: Record<string, string[]> = {};
    for (const [name, highlight] of CSS.highlights) {
      if (!/^radif-mention-.*-accepted-/.test(name)) continue;
      for (const part of highlight) {
        if (!row.contains(part.startContainer)) continue;
        const range = document.createRange();
        range.setStart(part.startContainer, part.startOffset);
        range.setEnd(part.endContainer, part.endOffset);
        const key = name.replace('radif-mention-', '');
        found[key] = [...(found[key] ?? []), range.toString()];
      }
    }
    return found;
  });
}

/** Where a word of a cell stands on the screen. */
function placeOf(cell: Locator, word: string): Promise<{ left: number; right: number; top: number; height: number }> {
  return cell.evaluate((element, sought) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let text = walker.nextNode() as Text | null; text; text = walker.nextNode() as Text | null) {
      const at = text.data.indexOf(sought);
      if (at < 0) continue;
      const range = document.createRange();
      range.setStart(text, at);
      range.setEnd(text, at + sought.length);
      const { left, right, top, height } = range.getBoundingClientRect();
      return { left, right, top, height };
    }
    throw new Error(`The cell has no ${sought}`);
  }, word);
}

/** Drags over a word of a cell. */
async function selectWord(page: Page, cell: Locator, word: string): Promise<void> {
  const { left, right, top, height } = await placeOf(cell, word);
  const y = top + height / 2;
  await page.mouse.move(left, y);
  await page.mouse.down();
  await page.mouse.move(right + 1, y, { steps: 5 });
  await page.mouse.up();
}
