import { expect, type Locator, type Page } from '@playwright/test';
import { test } from './fixtures.ts';
import { goTo, openDocument, rendering, segment } from './workbench.ts';

const cell = (page: Page, number: number, side: 'source' | 'rendering') => segment(page, number).locator(`.${side}`);

async function box(page: Page, selector: string) {
  const found = await page.locator(selector).first().boundingBox();
  if (!found) throw new Error(`${selector} is not on the page`);
  return found;
}

for (const language of ['English', 'فارسی'] as const) {
  test(`the panel covers neither text at 1024 pixels, and stands below at 820, in ${language}`, async ({ page }) => {
    await page.setViewportSize({ width: 1440, height: 800 });
    await openDocument(page, 'Statements, translated');
    if (language !== 'English') await page.getByRole('button', { name: language }).click();
    await expect(page.locator('aside')).toBeVisible();
    for (const width of [1440, 1100, 1024, 900]) {
      await page.setViewportSize({ width, height: 800 });
      const [panel, texts] = [await box(page, 'aside'), await box(page, '.radif-editor')];
      const isBeside = panel.x >= texts.x + texts.width - 1 || panel.x + panel.width <= texts.x + 1;
      expect(isBeside, `${width} pixels`).toBe(true);
      expect(texts.width, `${width} pixels`).toBeGreaterThan(590);
      const [fa, en] = [await box(page, '.source'), await box(page, '.rendering')];
      expect(fa.x + fa.width, `${width} pixels`).toBeLessThanOrEqual(en.x);
      expect(en.width, `${width} pixels`).toBeGreaterThan(200);
    }
    await page.setViewportSize({ width: 820, height: 900 });
    const [panel, texts] = [await box(page, 'aside'), await box(page, '.radif-editor')];
    expect(panel.y).toBeGreaterThanOrEqual(texts.y + texts.height - 1);
    expect(texts.width).toBe(820);
  });
}

for (const language of ['English', 'فارسی'] as const) {
  test(`what the filter asks for can be read at 1024 pixels, in ${language}`, async ({ page }) => {
    await page.setViewportSize({ width: 1024, height: 800 });
    await openDocument(page, 'Statements, translated');
    if (language !== 'English') await page.getByRole('button', { name: language }).click();
    await page.keyboard.press('Alt+KeyF');
    const field = page.getByRole('search').getByRole('textbox');
    await expect(field).toBeFocused();
    const room = await field.evaluate((input: HTMLInputElement) => {
      const { font, paddingLeft, paddingRight } = getComputedStyle(input);
      const canvas = document.createElement('canvas').getContext('2d');
      if (!canvas) throw new Error('Nothing to measure with');
      canvas.font = font;
      const words = canvas.measureText(input.placeholder).width;
      return input.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight) - words;
    });
    expect(room).toBeGreaterThanOrEqual(0);
  });
}

/** Texts and fields in `part` that do not have the room for what stands in them. */
function cutIn(part: Locator): Promise<readonly string[]> {
  return part.evaluate((root) =>
    [root, ...root.querySelectorAll('*')]
      .filter((one) => one.clientWidth > 2 && one.scrollWidth > one.clientWidth + 1)
      .map((one) => (one instanceof HTMLInputElement ? one.value : (one.textContent ?? ''))),
  );
}

for (const language of ['English', 'فارسی'] as const) {
  test(`at 720 pixels, as at twice the size, names and ways are whole, in ${language}`, async ({ page, radif }) => {
    await page.setViewportSize({ width: 720, height: 900 });
    await page.goto(radif.origin);
    const library = page.getByRole('contentinfo');
    await expect(library).toBeVisible();
    if (language !== 'English') await page.getByRole('button', { name: language }).click();
    expect(await cutIn(library)).toEqual([]);
    const ways = page.locator('section header').first().locator('a, button');
    const middles = await ways.evaluateAll((all) =>
      all.map((one) => one.getBoundingClientRect()).map(({ top, height }) => top + height / 2),
    );
    expect(Math.max(...middles) - Math.min(...middles)).toBeLessThan(3);

    const project = (await page.locator('a[href*="/projects/"]').first().getAttribute('href'))?.split('/')[2];
    for (const part of ['entities', 'terms', 'checks', 'links', 'memories', 'releases']) {
      await page.goto(`${radif.origin}/projects/${project}/${part}`);
      const here = page.getByRole('banner').getByRole('heading', { level: 1 });
      await expect(here).toBeVisible();
      expect(await cutIn(here), part).toEqual([]);
      const [name, where] = [await here.boundingBox(), await page.locator('header nav').locator('..').boundingBox()];
      if (!name || !where) throw new Error(`${part} does not say where one is`);
      expect(name.x, part).toBeGreaterThanOrEqual(where.x - 1);
      expect(name.x + name.width, part).toBeLessThanOrEqual(where.x + where.width + 1);
    }

    await page.goto(`${radif.origin}/projects/${project}/entities?labels=true`);
    await expect(page.getByRole('dialog').getByRole('listitem')).toHaveCount(9);
    expect(await cutIn(page.getByRole('dialog').getByRole('list'))).toEqual([]);
  });
}

test('a page of a project has its heading before the name of the project is there', async ({ page, radif }) => {
  await page.goto(radif.origin);
  const project = (await page.locator('a[href*="/projects/"]').first().getAttribute('href'))?.split('/')[2];
  await page.route(/project\.list/, () => undefined);
  for (const part of ['entities', 'terms', 'checks', 'links', 'memories', 'releases']) {
    await page.goto(`${radif.origin}/projects/${project}/${part}`);
    await expect(page.getByRole('banner').getByRole('heading', { level: 1 }), part).toBeVisible();
  }
});

test('a project with the longest name keeps the words of its links', async ({ page, radif }) => {
  await page.setViewportSize({ width: 1440, height: 800 });
  await page.goto(radif.origin);
  await page.getByRole('button', { name: 'New project' }).click();
  await page.keyboard.insertText('x'.repeat(200));
  await page.keyboard.press('Enter');
  const links = page.getByRole('region', { name: /^x+$/ }).locator('header').getByRole('link');
  await expect(links).toHaveText(['Entities', 'Glossary', 'Checks', 'Links', 'Memories', 'Releases']);
  const cut = await links.evaluateAll((all) =>
    all
      .flatMap((link) => [link, ...link.querySelectorAll('*')])
      .filter((one) => one.scrollWidth > one.clientWidth + 1)
      .map(({ textContent }) => textContent),
  );
  expect(cut).toEqual([]);
});

test('a notice keeps the words of what it offers, however long it is', async ({ page, radif }) => {
  await page.setViewportSize({ width: 1024, height: 800 });
  await page.goto(radif.origin);
  await page.getByRole('button', { name: 'Actions for “\u2068Statements, translated\u2069”' }).click();
  await page.getByRole('menuitem', { name: 'Archive' }).click();
  const undo = page.getByRole('button', { name: 'Undo' });
  await expect(undo).toBeVisible();
  const cut = await undo.evaluate((button) =>
    [button, ...button.querySelectorAll('*')]
      .filter((one) => one.scrollWidth > one.clientWidth + 1)
      .map(({ textContent }) => textContent),
  );
  expect(cut).toEqual([]);
});

test('a long address without a break leaves the spine where it is', async ({ page }) => {
  await openDocument(page, 'Statements');
  const spine = async (number: number) => (await segment(page, number).locator('.spine').boundingBox())?.x;
  await goTo(page, 2);
  await page.keyboard.insertText(`https://example.org/${'a'.repeat(300)}`);
  await expect(rendering(page, 2)).toContainText('example');
  expect(await spine(2)).toBe(await spine(1));
  const { scroll, width } = await cell(page, 2, 'rendering').evaluate((element) => ({
    scroll: element.scrollWidth,
    width: element.clientWidth,
  }));
  expect(scroll).toBeLessThanOrEqual(width);
});

test('in the Persian panel all names stand at its beginning, of one line or two', async ({ page }) => {
  await openDocument(page, 'Statements, translated');
  await page.getByRole('button', { name: 'فارسی' }).click();
  await page.setViewportSize({ width: 1024, height: 760 });
  await page.keyboard.press('Alt+KeyJ');
  await expect(page.getByRole('dialog').getByRole('textbox')).toBeFocused();
  await page.keyboard.type('4');
  await page.keyboard.press('Enter');
  const ends = () =>
    page.locator('aside li [lang]').evaluateAll((names) =>
      names.map((name) => {
        const range = document.createRange();
        range.selectNodeContents(name);
        return [...range.getClientRects()].filter(({ width }) => width > 0).map(({ right }) => Math.round(right));
      }),
    );
  await expect.poll(async () => (await ends()).map(({ length }) => length).sort()).toEqual([1, 1, 1, 1, 1, 2]);
  const spread = async () => {
    const rights = (await ends()).flat();
    return Math.max(...rights) - Math.min(...rights);
  };
  await expect.poll(spread).toBeLessThanOrEqual(2);
});
