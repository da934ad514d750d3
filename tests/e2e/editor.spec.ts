import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CDPSession, expect, type Locator, type Page } from '@playwright/test';
import { test } from './fixtures.ts';
import { pressTimes, typeText } from './keyboard.ts';
import { goTo, openDocument, rendering, saving, segment } from './workbench.ts';

const all = (page: Page) => page.getByRole('group', { name: /^Segment / });
const source = (page: Page, number: number) => segment(page, number).locator('[lang=fa]');
const handle = (page: Page, number: number) => segment(page, number).getByRole('button');
const refusal = (page: Page) => page.getByText('An edit stays inside one segment');

interface Reference {
  readonly segments: readonly { readonly source: string; readonly target: string }[];
}

/** The document that every test works on: the sample with its reference renderings. */
const { segments } = JSON.parse(readFileSync('tests/fixtures/reference/gold-translations.json', 'utf8')) as Reference;
const english = (number: number) => segments[number - 1]?.target ?? '';
const persian = (number: number) => segments[number - 1]?.source ?? '';

test.beforeEach(async ({ page }) => {
  await openDocument(page, 'Statements, translated');
});

test('deleting stays inside one segment', async ({ page }) => {
  await goTo(page, 2);
  await page.keyboard.press('Control+KeyA');
  await page.keyboard.press('ArrowLeft');
  for (const key of ['Backspace', 'Control+Backspace', 'Shift+Backspace']) await page.keyboard.press(key);
  await goTo(page, 2);
  for (const key of ['Delete', 'Control+Delete']) await page.keyboard.press(key);
  await expect(rendering(page, 2)).toHaveText(english(2));

  await page.keyboard.press('Control+KeyA');
  await page.keyboard.press('Control+KeyA');
  await page.keyboard.press('Delete');
  await pressTimes(page, 'Backspace', 3);
  await pressTimes(page, 'Delete', 3);
  await expect(rendering(page, 2)).toHaveText('');
  await expect(segment(page, 2)).toHaveAccessibleName('Segment 2, Not translated');
  await expect(rendering(page, 1)).toHaveText(english(1));
  await expect(rendering(page, 3)).toHaveText(english(3));
  await expect(all(page)).toHaveCount(23);
});

test('a selection over several segments can be copied, not edited', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await goTo(page, 2);
  await pressTimes(page, 'Shift+ArrowRight', 4);
  await pressTimes(page, 'Shift+ArrowDown', 6);
  await page.keyboard.press('Control+KeyC');
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied.startsWith(`\n${english(3).slice(0, 20)}`)).toBe(true);
  expect(copied.split('\n').length).toBeGreaterThan(2);

  for (const key of ['x', 'Delete', 'Backspace', 'Control+KeyX', 'Control+KeyV', 'Alt+KeyZ']) {
    await page.keyboard.press(key);
    await expect(refusal(page)).toBeVisible();
  }
  for (const number of [2, 3, 4]) await expect(rendering(page, number)).toHaveText(english(number));
  await expect(all(page)).toHaveCount(23);
});

test('keys go from row to row, and nothing else', async ({ page }) => {
  const expectActive = (number: number) => expect(segment(page, number)).toHaveAttribute('aria-current', 'true');
  await goTo(page, 2);
  await page.keyboard.press('Enter');
  await expectActive(3);
  await page.keyboard.press('Shift+Enter');
  await page.keyboard.press('Tab');
  await expectActive(4);
  await page.keyboard.press('Shift+Tab');
  await expectActive(3);
  await page.keyboard.press('Alt+ArrowUp');
  await expectActive(2);
  await page.keyboard.press('ArrowRight');
  await expectActive(3);
  await page.keyboard.press('ArrowLeft');
  await expectActive(2);
  await page.keyboard.press('ArrowDown');
  await expectActive(3);
  await page.keyboard.press('ArrowUp');
  await expectActive(2);
  await page.keyboard.press('Control+End');
  await expectActive(23);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expectActive(23);
  await page.keyboard.press('Control+Home');
  await expectActive(1);
  for (const [index, { target }] of segments.entries()) await expect(rendering(page, index + 1)).toHaveText(target);
});

test('what is typed right after a jump stands where the jump went', async ({ page, context, radif }) => {
  const text = Array.from({ length: 400 }, (_, index) => `جمله شماره ${index + 1} در این متن است.`).join('\n');
  const file = join(radif.data, 'long.txt');
  writeFileSync(file, text);
  const env = { ...process.env, RADIF_DATA: radif.data, DATABASE_URL: '' };
  const output = execFileSync(process.execPath, ['server/radif.mjs', 'import', file], { env, encoding: 'utf8' });
  const [{ id }] = (JSON.parse(output) as { documents: [{ id: string }] }).documents;
  await page.goto(`${radif.origin}/documents/${id}`);
  await expect(segment(page, 1)).toBeVisible();
  await goTo(page, 1);

  const keyboard = await context.newCDPSession(page);
  const jump = (key: string, keyCode: number) => press(keyboard, { code: key, key, keyCode, modifiers: CONTROL });
  const type = (key: string) => press(keyboard, { code: '', key, keyCode: 0, modifiers: 0, text: key });
  await Promise.all([jump('End', 35), type('z'), jump('Home', 36), type('a'), jump('End', 35), type('y')]);
  await expect(rendering(page, 400)).toHaveText('zy');
  await goTo(page, 1);
  await expect(rendering(page, 1)).toHaveText('a');
  await expect(saving(page)).toContainText('Saved');
});

test('Escape leaves the text, so that Tab goes on through the page', async ({ page }) => {
  await goTo(page, 2);
  await page.keyboard.press('Escape');
  await expect(page.locator('.hint')).toBeFocused();
  await expect(page.locator('.hint')).toContainText('The text is left');
  await page.keyboard.press('Enter');
  await expect(page.locator('.ProseMirror')).toBeFocused();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  await expect(page.locator('.ProseMirror')).not.toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Shift+Tab');
  await expect(page.locator('.ProseMirror')).toBeFocused();
});

test('what is pasted becomes one line of plain text', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate(() => {
    const text = new Blob(['\nab\r\n\r\ncd\u2029می\u200cروم\u200f\n'], { type: 'text/plain' });
    const html = new Blob(['<p><b>ab</b></p><p>cd</p>'], { type: 'text/html' });
    return navigator.clipboard.write([new ClipboardItem({ 'text/plain': text, 'text/html': html })]);
  });
  await goTo(page, 2);
  await page.keyboard.press('Control+KeyV');
  expect(await rendering(page, 2).textContent()).toBe(`${english(2)}ab cd می\u200cروم\u200f`);
  for (const key of ['KeyB', 'KeyI', 'KeyU']) await page.keyboard.press(`Control+${key}`);
  await expect(rendering(page, 2).locator('b, i, u, strong, em')).toHaveCount(0);
});

test('typing takes back a confirmation, and one undo gives it back', async ({ page }) => {
  await goTo(page, 3);
  await typeText(page, ' Well.');
  await expect(segment(page, 3)).toHaveAccessibleName('Segment 3, Draft');
  await page.keyboard.press('Control+KeyZ');
  await expect(segment(page, 3)).toHaveAccessibleName('Segment 3, Final');
  await expect(rendering(page, 3)).toHaveText(english(3));
  await page.keyboard.press('Control+Shift+KeyZ');
  await expect(segment(page, 3)).toHaveAccessibleName('Segment 3, Draft');
  await expect(rendering(page, 3)).toHaveText(`${english(3)} Well.`);
});

test('the source is selected and copied as it is, and typing goes to its rendering', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await dragOver(page, source(page, 5), { from: 4, to: 120 });
  await expect(segment(page, 5)).toHaveAttribute('aria-current', 'true');
  const selected = await page.evaluate(() => getSelection()?.toString() ?? '');
  expect(persian(5).startsWith(selected.slice(1)) || persian(5).includes(selected)).toBe(true);
  await page.keyboard.press('Control+KeyC');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(selected);
  await page.keyboard.press('Z');
  await expect(rendering(page, 5)).toHaveText(`${english(5)}Z`);
});

test('a click in the source and the caret say where Alt+S splits', async ({ page }) => {
  await goTo(page, 5);
  await pressTimes(page, 'ArrowLeft', 'a friend of the Muslim world.'.length);
  await clickWord(page, source(page, 5), 'دوست');
  await page.keyboard.press('Alt+KeyS');
  await expect(all(page)).toHaveCount(24);
  await expect(source(page, 6)).toHaveText('دوست جهان اسلام است.');
  await expect(rendering(page, 6)).toHaveText('a friend of the Muslim world.');
  await expect(segment(page, 6)).toHaveAttribute('aria-current', 'true');
  await page.keyboard.press('Control+KeyZ');
  await expect(all(page)).toHaveCount(23);
});

test('without a click the keys choose where the source splits', async ({ page }) => {
  await goTo(page, 5);
  await pressTimes(page, 'ArrowLeft', 'a friend of the Muslim world.'.length);
  await page.keyboard.press('Alt+KeyS');
  await expect(page.locator('.hint')).toContainText('Choose the word');
  await page.keyboard.press('End');
  await page.keyboard.press('Escape');
  await expect(all(page)).toHaveCount(23);
  await page.keyboard.press('Alt+KeyS');
  await page.keyboard.press('End');
  await pressTimes(page, 'ArrowRight', 2);
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Enter');
  await expect(source(page, 6)).toHaveText('اسلام است.');
  await expect(rendering(page, 6)).toHaveText('a friend of the Muslim world.');
});

test('a split cuts no English word, unless Shift asks for it', async ({ page }) => {
  await goTo(page, 5);
  await pressTimes(page, 'ArrowLeft', 'nd of the Muslim world.'.length);
  const split = async (key: string, halves: readonly [string, string]) => {
    await page.keyboard.press('Alt+KeyS');
    await page.keyboard.press('End');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press(key);
    await expect(all(page)).toHaveCount(24);
    await expect(rendering(page, 5)).toHaveText(halves[0]);
    await expect(rendering(page, 6)).toHaveText(halves[1]);
    await page.keyboard.press('Control+KeyZ');
    await expect(all(page)).toHaveCount(23);
  };
  const before = english(5).split(' friend ')[0];
  await split('Enter', [`${before} friend`, 'of the Muslim world.']);
  await split('Shift+Enter', [`${before} frie`, 'nd of the Muslim world.']);
});

test('a boundary moves by keys and by dragging its node, and an undo moves it back', async ({ page }) => {
  const [before, after] = [persian(2), persian(3)];
  const words = before.split(' ');
  await goTo(page, 2);
  await page.keyboard.press('Alt+Shift+ArrowRight');
  await expect(source(page, 2)).toHaveText(words.slice(0, -1).join(' '));
  await expect(source(page, 3)).toHaveText(`${words.at(-1)} ${after}`);
  await page.keyboard.press('Alt+Shift+ArrowLeft');
  await expect(source(page, 2)).toHaveText(before);

  const target = await placeOfWord(source(page, 2), 'قابل');
  const node = await middle(handle(page, 3));
  await page.mouse.move(node.x, node.y);
  await page.mouse.down();
  await page.mouse.move(node.x - 30, node.y - 20, { steps: 4 });
  await page.mouse.move(target.x, target.y, { steps: 8 });
  await page.mouse.up();
  await expect(source(page, 3)).toHaveText(`قابل اعتماد است. ${after}`);
  await expect(page.getByRole('menu')).toHaveCount(0);
  await page.keyboard.press('Control+KeyZ');
  await expect(source(page, 2)).toHaveText(before);
  await expect(source(page, 3)).toHaveText(after);
});

test('a node opens the menu of states', async ({ page }) => {
  await handle(page, 4).click();
  await page.getByRole('menuitem', { name: 'Reviewed' }).click();
  await expect(segment(page, 4)).toHaveAccessibleName('Segment 4, Reviewed');
  await expect(handle(page, 4)).toHaveAccessibleName('Reviewed');
});

test('an input method writes into a confirmed and into an empty rendering', async ({ page, context }) => {
  const keyboard = await context.newCDPSession(page);
  await goTo(page, 2);
  await compose(keyboard, ['n', 'に', '日本'], '日本');
  await expect(rendering(page, 2)).toHaveText(`${english(2)}日本`);
  await expect(segment(page, 2)).toHaveAccessibleName('Segment 2, Draft');
  await page.keyboard.press('Control+KeyZ');
  await expect(segment(page, 2)).toHaveAccessibleName('Segment 2, Final');
  await page.keyboard.press('Alt+Backspace');
  await compose(keyboard, ['می', 'میر'], 'می\u200cروم');
  await expect.poll(() => rendering(page, 2).textContent()).toBe('می\u200cروم');
  await expect(saving(page)).toContainText('Saved');
});

test('keys work under a Persian layout', async ({ page, context }) => {
  const keyboard = await context.newCDPSession(page);
  await goTo(page, 2);
  await press(keyboard, { code: 'KeyC', key: 'ز', keyCode: 67, modifiers: ALT });
  await expect(rendering(page, 2)).toHaveText(persian(2));
  await press(keyboard, { code: 'KeyA', key: 'ش', keyCode: 65, modifiers: CONTROL });
  await page.keyboard.press('Delete');
  await expect(rendering(page, 2)).toHaveText('');
  await press(keyboard, { code: 'KeyZ', key: 'ظ', keyCode: 90, modifiers: CONTROL });
  await expect(rendering(page, 2)).toHaveText(persian(2));
  await press(keyboard, { code: 'KeyM', key: 'ئ', keyCode: 77, modifiers: ALT });
  await expect(all(page)).toHaveCount(22);
});

test('a search finds in any spelling on both sides and goes around', async ({ page }) => {
  await page.keyboard.press('Control+KeyF');
  await page.keyboard.type('همكاري\u200cهاي');
  await expect(page.getByText('0 of 1')).toBeVisible();
  await page.keyboard.press('Control+KeyA');
  await page.keyboard.type('russia');
  const hits = segments.map(({ target }) => target.split(/Russia/i).length - 1);
  const count = hits.reduce((sum, found) => sum + found, 0);
  await expect(page.getByText(`0 of ${count}`)).toBeVisible();
  for (let hit = 1; hit <= count; hit++) {
    await page.keyboard.press('Enter');
    await expect(page.getByText(`${hit} of ${count}`)).toBeVisible();
  }
  await expect(segment(page, 22)).toBeInViewport();
  await expect.poll(() => paintedHits(page)).toEqual(hits.slice(-4));
  await page.keyboard.press('Escape');
  await expect.poll(() => paintedHits(page)).toEqual([0, 0, 0, 0]);
});

/** How many hits of a search are painted on each of the last four rows. */
function paintedHits(page: Page): Promise<readonly number[]> {
  return page.evaluate(() => {
    const ranges = [...(CSS.highlights.get('radif-find') ?? [])];
    const rows = [...document.querySelectorAll('.segment')].slice(-4);
    return rows.map((row) => ranges.filter(({ startContainer }) => row.contains(startContainer)).length);
  });
}

test('a filter keeps the numbers and moves the caret to what it shows', async ({ page }) => {
  await goTo(page, 12);
  await page.keyboard.press('Alt+Backspace');
  await goTo(page, 3);
  await page.keyboard.press('Alt+KeyF');
  await page.getByText('Not translated', { exact: true }).click();
  await expect(segment(page, 12)).toBeVisible();
  await expect(segment(page, 12)).toHaveAttribute('aria-current', 'true');
  await expect(source(page, 3)).toBeHidden();
  await expect(page.getByText('1 of 23 shown')).toBeVisible();
  await page.getByRole('button', { name: 'Show all' }).click();
  await expect(source(page, 3)).toBeVisible();
});

test('invisible characters are shown without moving a letter', async ({ page }) => {
  await goTo(page, 2);
  await page.keyboard.press('Alt+Backspace');
  await page.keyboard.insertText('می\u200cروم\u00a0\u200fa');
  const boxes = () =>
    rendering(page, 2).evaluate((cell) => {
      const range = document.createRange();
      range.selectNodeContents(cell);
      return [...range.getClientRects()].map(({ left, width }) => [left, width]);
    });
  const before = await boxes();
  await page.keyboard.press('Alt+KeyI');
  for (const sign of ['zwnj', 'nbsp', 'rlm'])
    await expect(segment(page, 2).locator(`.invisible.${sign}`)).toHaveCount(1);
  expect(await boxes()).toEqual(before);
  await page.keyboard.press('Alt+KeyI');
  await expect(segment(page, 2).locator('.invisible')).toHaveCount(0);
});

test('Persian stands left of the spine in both languages, first lines on one line; narrow, above it', async ({
  page,
}) => {
  const boxes = async () => {
    const boxes = [source(page, 2), handle(page, 2), rendering(page, 2)].map((cell) => cell.boundingBox());
    const [fa, node, en] = await Promise.all(boxes);
    if (!fa || !node || !en) throw new Error('A cell is not drawn');
    return { fa, node, en };
  };
  const wide = await boxes();
  expect(wide.fa.x + wide.fa.width).toBeLessThanOrEqual(wide.node.x);
  expect(wide.node.x + wide.node.width).toBeLessThanOrEqual(wide.en.x + 1);
  await page.setViewportSize({ width: 700, height: 900 });
  const narrow = await boxes();
  expect(narrow.fa.y + narrow.fa.height).toBeLessThanOrEqual(narrow.node.y + 1);
  expect(narrow.node.y + narrow.node.height).toBeLessThanOrEqual(narrow.en.y + 1);
});

test('a screen reader hears the segment, its state and both texts', async ({ page }) => {
  await goTo(page, 8);
  const said = page.locator('.announcer');
  await expect(said).toContainText('Segment 8, Confirmed');
  await expect(said.locator('[lang=fa]')).toHaveText(persian(8));
  await expect(said.locator('[lang=en]')).toHaveText(english(8));
});

const ALT = 1;
const CONTROL = 2;

interface LayoutKey {
  readonly code: string;
  readonly key: string;
  readonly keyCode: number;
  readonly modifiers: number;
  /** What the key writes. */
  readonly text?: string;
}

/** Presses a key without waiting for what it does. */
async function press(keyboard: CDPSession, { code, key, keyCode, modifiers, text }: LayoutKey): Promise<void> {
  const event = { code, key, windowsVirtualKeyCode: keyCode, modifiers };
  await Promise.all([
    keyboard.send('Input.dispatchKeyEvent', { type: text ? 'keyDown' : 'rawKeyDown', ...event, ...(text && { text }) }),
    keyboard.send('Input.dispatchKeyEvent', { type: 'keyUp', ...event }),
  ]);
}

async function compose(keyboard: CDPSession, parts: readonly string[], text: string): Promise<void> {
  for (const part of parts) {
    const end = part.length;
    await keyboard.send('Input.imeSetComposition', { text: part, selectionStart: end, selectionEnd: end });
  }
  await keyboard.send('Input.insertText', { text });
}

async function middle(element: Locator): Promise<{ x: number; y: number }> {
  const box = await element.boundingBox();
  if (!box) throw new Error('The element is not drawn');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Where a word of a cell begins on the screen. */
function placeOfWord(cell: Locator, word: string): Promise<{ x: number; y: number }> {
  return cell.evaluate((element, sought) => {
    const text = element.firstChild;
    const at = text?.textContent?.indexOf(sought) ?? -1;
    if (!text || at < 0) throw new Error(`The cell has no ${sought}`);
    const range = document.createRange();
    range.setStart(text, at);
    range.setEnd(text, at + 1);
    const { right, top, height } = range.getBoundingClientRect();
    return { x: right - 2, y: top + height / 2 };
  }, word);
}

async function clickWord(page: Page, cell: Locator, word: string): Promise<void> {
  const { x, y } = await placeOfWord(cell, word);
  await page.mouse.click(x, y);
}

/** Drags over the first line of a Persian cell, from so many pixels before its right edge to so many. */
async function dragOver(page: Page, cell: Locator, { from, to }: { from: number; to: number }): Promise<void> {
  const box = await cell.boundingBox();
  if (!box) throw new Error('The cell is not drawn');
  await page.mouse.move(box.x + box.width - from, box.y + 22);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width - to, box.y + 22, { steps: 6 });
  await page.mouse.up();
}
