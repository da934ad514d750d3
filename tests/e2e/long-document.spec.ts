import { expect, type Page } from '@playwright/test';
import { test } from './fixtures.ts';
import { importText } from './sample.ts';
import { goTo, rendering, saving, segment } from './workbench.ts';

const COUNT = 1200;
/** Stands in the last segment, and nowhere else. */
const LAST = 'پایان';

/** One segment a paragraph: forty or so pages. */
const text = Array.from({ length: COUNT }, (_, index) =>
  index === COUNT - 1 ? `این جمله ${LAST} متن است.` : `جملهٔ شماره ${index + 1} دربارهٔ روسیه است.`,
).join('\n');

const rows = (page: Page) => page.locator('.segment');
const asleep = (page: Page) => page.locator('.page.asleep');

/** Opens a new document of `COUNT` segments. With `idle` `'held'` the browser never has time, until `letIdle`. */
async function openLong(page: Page, origin: string, idle: 'held' | 'free'): Promise<string> {
  const { document } = await importText(page, 'Long', text);
  if (idle === 'held') await page.addInitScript(holdIdle);
  await page.goto(`${origin}/documents/${document}`);
  await expect(segment(page, 1)).toBeVisible();
  if (idle === 'held') await expect(asleep(page)).not.toHaveCount(0);
  return document;
}

function holdIdle(): void {
  const held: IdleRequestCallback[] = [];
  const request = window.requestIdleCallback.bind(window);
  window.requestIdleCallback = (work) => held.push(work);
  Object.assign(window, {
    letIdle: () => {
      window.requestIdleCallback = request;
      for (const work of held.splice(0)) request(work);
    },
  });
}

const letIdle = (page: Page) => page.evaluate(() => (window as unknown as { letIdle(): void }).letIdle());

/** What is far is not as high as it seemed: the end moves while it comes nearer. */
async function scrollToEnd(page: Page): Promise<void> {
  await expect(async () => {
    await page.locator('.radif-editor').evaluate((box) => box.scrollTo(0, box.scrollHeight));
    await expect(segment(page, '1,200')).toBeInViewport({ timeout: 1000 });
  }).toPass();
}

test('a long document is there at once near the window, and all of it in the end, described and to be found', async ({
  page,
  radif,
}) => {
  await openLong(page, radif.origin, 'held');
  expect(await rows(page).count()).toBeLessThan(COUNT / 2);
  await letIdle(page);
  await expect(rows(page)).toHaveCount(COUNT);
  await expect(asleep(page)).toHaveCount(0);
  await expect(page.locator('.segment:not([aria-label])')).toHaveCount(0);
  await expect(page.locator('.segment').last()).toHaveAttribute('aria-label', /^Segment 1,200, /);
  await expect(page.locator('.paragraph').last()).toHaveText('Paragraph 1,200');
  const found = (wanted: string) => page.evaluate((wanted) => (window as never as Finding).find(wanted), wanted);
  expect(await found(LAST)).toBe(true);
});

/** The numbers in front of the rows as the browser paints them, by what a screen reader says of the row. */
async function paintedNumbers(page: Page): Promise<ReadonlyMap<string, string>> {
  const session = await page.context().newCDPSession(page);
  const { documents, strings } = await session.send('DOMSnapshot.captureSnapshot', { computedStyles: [] });
  await session.detach();
  const painted = new Map<string, string>();
  const text = (index: number | undefined) => strings[index ?? -1] ?? '';
  for (const { nodes, layout } of documents) {
    const attribute = (node: number, name: string) => {
      const pairs = nodes.attributes?.[node] ?? [];
      const at = pairs.findIndex((value, index) => index % 2 === 0 && text(value) === name);
      return at < 0 ? '' : text(pairs[at + 1]);
    };
    const parent = (node: number) => nodes.parentIndex?.[node] ?? -1;
    for (const [index, node] of layout.nodeIndex.entries()) {
      const cell = attribute(node, 'class') === 'number' ? node : parent(node);
      const shown = text(layout.text[index]);
      if (cell < 0 || shown === '' || attribute(cell, 'class') !== 'number') continue;
      painted.set(attribute(parent(cell), 'aria-label'), shown);
    }
  }
  return painted;
}

test('the numbers that are painted are those that a screen reader says, on every page and after a merge before them', async ({
  page,
  radif,
}) => {
  await openLong(page, radif.origin, 'free');
  await expect(asleep(page)).toHaveCount(0);
  await goTo(page, 801);
  await expectNumbers(page);
  await goTo(page, 2);
  await page.keyboard.press('Alt+Shift+KeyJ');
  await expect(segment(page, 3).locator('.paragraph')).toHaveCount(0);
  await page.keyboard.press('Alt+KeyM');
  await expect(rows(page)).toHaveCount(COUNT - 1);
  await expectNumbers(page);
});

/** Goes far down, and sees every row there under its number. */
async function expectNumbers(page: Page): Promise<void> {
  await goTo(page, 801);
  await expect(async () => {
    const painted = [...(await paintedNumbers(page))].filter(([row]) => /^Segment (79|80)\d,/.test(row));
    expect(painted.length).toBeGreaterThan(5);
    expect(painted.map(([row]) => /\d+/.exec(row)?.[0])).toEqual(painted.map(([, number]) => number));
  }).toPass({ timeout: 20_000 });
}

interface Finding {
  /** The search of the browser. */
  find(wanted: string): boolean;
}

test('a far segment is gone to, typed in and left over the edge of its page while all around it sleeps', async ({
  page,
  radif,
}) => {
  await openLong(page, radif.origin, 'held');
  await goTo(page, 801);
  await expect(segment(page, 801)).toBeInViewport();
  await page.keyboard.type('Here.');
  await page.keyboard.press('ArrowUp');
  await expect(segment(page, 800)).toHaveAttribute('aria-current', 'true');
  await page.keyboard.type('Before.');
  await page.keyboard.press('Alt+ArrowDown');
  await page.keyboard.press('Alt+ArrowDown');
  await page.keyboard.type('After.');
  for (const [number, text] of [
    [800, 'Before.'],
    [801, 'Here.'],
    [802, 'After.'],
  ] as const)
    await expect(rendering(page, number)).toHaveText(text);
  await page.keyboard.press('Control+End');
  await expect(segment(page, '1,200')).toHaveAttribute('aria-current', 'true');
  await expect(segment(page, '1,200')).toBeInViewport();
  await expect(saving(page)).toContainText('Saved');
  await expect(asleep(page)).not.toHaveCount(0);
});

test('what is selected over sleeping pages is copied whole and not edited, and stays selected when they wake', async ({
  page,
  radif,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openLong(page, radif.origin, 'held');
  await goTo(page, 400);
  await page.keyboard.type('middle');
  await goTo(page, 3);
  await page.keyboard.type('first');
  await scrollToEnd(page);
  await rendering(page, '1,200').click({ modifiers: ['Shift'] });
  const copied = async () => {
    await page.keyboard.press('Control+KeyC');
    return page.evaluate(() => navigator.clipboard.readText());
  };
  const lines = Array.from({ length: COUNT - 2 }, () => '');
  lines[397] = 'middle';
  await expect(asleep(page)).not.toHaveCount(0);
  expect(await copied()).toBe(lines.join('\n'));
  await page.keyboard.press('Delete');
  await expect(page.getByText('An edit stays inside one segment')).toBeVisible();
  await letIdle(page);
  await expect(rows(page)).toHaveCount(COUNT);
  expect(await copied()).toBe(lines.join('\n'));
  await expect(rendering(page, 3)).toHaveText('first');
});

test('search, filter and proposals go by the document, not by the pages that are drawn', async ({ page, radif }) => {
  await openLong(page, radif.origin, 'held');
  await page.keyboard.press('Control+KeyF');
  await page.keyboard.type(LAST);
  await expect(page.getByText('0 of 1', { exact: true })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(segment(page, '1,200')).toHaveAttribute('aria-current', 'true');
  await expect(segment(page, '1,200')).toBeInViewport();
  await page.keyboard.press('Escape');

  await goTo(page, 700);
  await page.keyboard.type('Begun');
  await goTo(page, 2);
  await page.keyboard.press('Alt+KeyF');
  await page.getByRole('search', { name: 'Show only' }).getByText('Draft', { exact: true }).click();
  await expect(page.getByText('1 of 1,200 shown')).toBeVisible();
  await expect(segment(page, 700)).toHaveAttribute('aria-current', 'true');
  await expect(segment(page, 700).locator('.number')).toBeInViewport();
  await expect(page.locator('.page:visible')).toHaveCount(1);
  await page.getByRole('button', { name: 'Show all' }).click();
  await expect(segment(page, 699)).toBeVisible();
  await expect(asleep(page)).not.toHaveCount(0);
  await letIdle(page);
  await expect(rows(page)).toHaveCount(COUNT);
  await page.keyboard.press('Alt+Shift+KeyG');
  await expect(page.getByRole('dialog')).toContainText('1,199');
});

test('while something is composed no page wakes; paper wakes all of them', async ({ page, radif, context }) => {
  await openLong(page, radif.origin, 'held');
  const keyboard = await context.newCDPSession(page);
  await goTo(page, 2);
  await keyboard.send('Input.imeSetComposition', { text: 'に', selectionStart: 1, selectionEnd: 1 });
  const before = await asleep(page).count();
  await page.locator('.radif-editor').evaluate((box) => box.scrollTo(0, box.scrollHeight));
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
  await expect(asleep(page)).toHaveCount(before);
  await keyboard.send('Input.imeSetComposition', { text: '日本', selectionStart: 2, selectionEnd: 2 });
  await keyboard.send('Input.insertText', { text: '日本' });
  await expect(rendering(page, 2)).toHaveText('日本');
  await scrollToEnd(page);
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  await expect(rows(page)).toHaveCount(COUNT);
  await expect(page.locator('.segment:not([aria-label])')).toHaveCount(0);
});

test('a version is read to its end, and what is selected in its Persian stays selected while pages wake', async ({
  page,
  radif,
}) => {
  const document = await openLong(page, radif.origin, 'held');
  await page.goto(`${radif.origin}/documents/${document}/versions/0`);
  const source = segment(page, 1).locator('[lang=fa]');
  await source.dblclick();
  const selected = await page.evaluate(() => getSelection()?.toString());
  expect(selected).not.toBe('');
  await letIdle(page);
  await expect(rows(page)).toHaveCount(COUNT);
  expect(await page.evaluate(() => getSelection()?.toString())).toBe(selected);
  await scrollToEnd(page);
});

test('a key looks at a small part of a long document only', async ({ page, radif }) => {
  await openLong(page, radif.origin, 'free');
  await expect(rows(page)).toHaveCount(COUNT);
  await goTo(page, 600);
  await page.evaluate(countReads);
  await page.keyboard.type('Typed.');
  await expect(saving(page)).toContainText('Saved');
  await expect(rendering(page, 600)).toHaveText('Typed.');
  const reads = await page.evaluate(() => (window as unknown as { reads: number }).reads);
  expect(reads).toBeGreaterThan(0);
  expect(reads).toBeLessThan(COUNT * 4);
});

/** Counts from now on how often a script asks a node for its first child. */
function countReads(): void {
  const firstChild = Object.getOwnPropertyDescriptor(Node.prototype, 'firstChild');
  Object.assign(window, { reads: 0 });
  Object.defineProperty(Node.prototype, 'firstChild', {
    ...firstChild,
    get() {
      (window as unknown as { reads: number }).reads += 1;
      return firstChild?.get?.call(this);
    },
  });
}
