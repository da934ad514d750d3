import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { expectAccessible } from './accessibility.ts';
import { test } from './fixtures.ts';
import { tabTo } from './keyboard.ts';
import { expectedRows, importPair } from './pair.ts';
import { rendering, saving, segment } from './workbench.ts';

interface Gold {
  readonly segments: readonly {
    readonly sourceTokens: readonly (readonly [number, number])[];
    readonly targetTokens: readonly (readonly [number, number])[];
    readonly source: string;
    readonly target: string;
    readonly sure: readonly (readonly [number, number])[];
    readonly possible: readonly (readonly [number, number])[];
  }[];
}

const gold = JSON.parse(readFileSync('tests/fixtures/reference/gold-word-links.json', 'utf8')) as Gold;
const bar = (page: Page) => page.getByRole('toolbar', { name: 'Keys that mend the alignment' });
const said = (page: Page) => page.locator('.announcer');
const footer = (page: Page) => page.getByRole('contentinfo');

/** A lead may have kept its colon. */
const bare = (text: string | null | undefined) => text?.replace(/\s*:$/u, '');

test.use({ actionTimeout: 15_000 });

test('a pair is mended, confirmed, linked and taken away by keyboard alone', async ({ page, radif }) => {
  test.setTimeout(300_000);
  const { document } = await importPair(page);
  await page.goto(`${radif.origin}/documents/${document}`);
  await expect(segment(page, 1)).toHaveAttribute('aria-current', 'true');
  await expect(segment(page, 1).getByRole('img', { name: /^Aligned automatically, \d+% sure$/ })).toBeVisible();
  await page.keyboard.press('Alt+KeyB');
  await page.keyboard.press('Alt+KeyW');
  await expect(bar(page)).toBeVisible();
  await expect(said(page)).toContainText('Mending the alignment');
  await expectAccessible(page, 'the workbench while rows are mended');

  let keystrokes = 0;
  let mended = 0;
  const press = async (...keys: string[]) => {
    keystrokes += keys.length;
    for (const key of keys) await page.keyboard.press(key);
  };

  await test.step('mend every wrong row', async () => {
    for (let reached = 0; ; ) {
      await press('KeyX');
      const { number, shape, text } = await activeRow(page);
      if (number <= reached) break;
      reached = number;
      if (shape === '2:2') {
        await press('KeyB');
        mended += 1;
      } else if (shape === '3:1') {
        // The last sentence has no English: it gets a row of its own, and is left out.
        await press('Shift+KeyD', 'ArrowDown', 'KeyO');
        mended += 1;
      } else if (text.startsWith('One of the issues')) expect(shape).toBe('1:2');
    }
    for (const [index, { persian, english }] of expectedRows.entries()) {
      const row = segment(page, index + 1);
      expect(bare(await row.locator('.source').textContent())).toBe(persian);
      expect(bare(await rendering(page, index + 1).textContent())).toBe(english ?? '');
    }
    await expect(segment(page, 17)).toContainClass('left-out');
  });

  await test.step('confirm', async () => {
    await press('Control+End', 'Shift+KeyC');
    await expect(footer(page)).toContainText('22 of 22 confirmed');
    await expect(page.getByRole('img', { name: /^Alignment confirmed/ })).toHaveCount(22);
  });
  console.log(`${mended} wrong rows mended and 22 confirmed with ${keystrokes} keystrokes`);
  expect(mended).toBe(6);
  expect(keystrokes / mended).toBeLessThan(4);

  await test.step('each is an undo of its own', async () => {
    await page.keyboard.press('Control+KeyZ');
    await expect(page.getByRole('img', { name: /^Alignment confirmed/ })).toHaveCount(0);
    await page.keyboard.press('Control+Shift+KeyZ');
    await expect(page.getByRole('img', { name: /^Alignment confirmed/ })).toHaveCount(22);
  });

  const byHand = expectedRows.findIndex(({ unit }) => unit === 21);

  await test.step('link the words of one row by hand', async () => {
    await page.keyboard.press('Escape');
    await expect(bar(page)).toBeHidden();
    await page.keyboard.press('Alt+ArrowUp');
    await expect(segment(page, byHand + 1)).toHaveAttribute('aria-current', 'true');
    await page.keyboard.press('Alt+KeyL');
    for (const [fa, en] of [
      ['وزیر', 'minister'],
      ['خارجه', 'foreign'],
      ['روسیه', 'Russian'],
    ] as const) {
      await expect(said(page).locator('[lang=fa]').first()).toHaveText(fa);
      await page.keyboard.press('Space');
      await page.keyboard.press('Tab');
      await expect(said(page).locator('[lang=en]').first()).toBeVisible();
      for (let steps = 0; steps < 4; steps++) {
        if ((await said(page).locator('[lang=en]').first().textContent()) === en) break;
        await page.keyboard.press('ArrowRight');
      }
      await page.keyboard.press('Enter');
    }
    await page.keyboard.press('Escape');
  });

  await test.step('accept what is suggested for the rest', async () => {
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('Alt+KeyL');
    await expect(page.getByRole('button', { name: /accept \d/ })).toBeEnabled();
    for (const index of expectedRows.keys()) {
      await expect(segment(page, index + 1)).toHaveAttribute('aria-current', 'true');
      if (index !== byHand) await page.keyboard.press('KeyA');
      await page.keyboard.press('Alt+ArrowDown');
    }
    await page.keyboard.press('Escape');
    await expect(saving(page)).toContainText('Saved');
  });

  await test.step('export TMX, and find the rows of the reference in it', async () => {
    const [, tmx = ''] = await exported(page, 'TMX', 1);
    const pairs = await page.evaluate((xml) => {
      const units = new DOMParser().parseFromString(xml, 'text/xml').querySelectorAll('tu');
      const side = (unit: Element, language: string) =>
        unit.querySelector(`tuv[*|lang="${language}"] > seg`)?.textContent;
      return [...units].map((unit) => ({ persian: side(unit, 'fa'), english: side(unit, 'en') }));
    }, tmx);
    expect(pairs.map(({ persian, english }) => [bare(persian), bare(english)])).toEqual(
      expectedRows.filter(({ english }) => english !== null).map(({ persian, english }) => [persian, english]),
    );
  });

  await test.step('export Pharaoh, and compare the links with the reference', async () => {
    const [fa = '', en = '', links = ''] = await exported(page, 'Pharaoh', 3);
    const lines = [fa, en, links].map((text) => text.split('\n').slice(0, -1));
    const rows = expectedRows.filter(({ english }) => english !== null);
    expect(lines.map(({ length }) => length)).toEqual([21, 21, 21]);
    let [right, all] = [0, 0];
    for (const [line, { unit }] of rows.entries()) {
      const reference = unit === null ? undefined : gold.segments[unit];
      if (!reference) continue;
      const made = wordPairs(lines.map((side) => side[line] ?? ''));
      const known = new Set([...reference.sure, ...reference.possible].map((pair) => goldWords(reference, pair)));
      right += made.filter((pair) => known.has(pair)).length;
      all += made.length;
      if (unit === 21)
        expect(made.toSorted()).toEqual(reference.sure.map((pair) => goldWords(reference, pair)).toSorted());
    }
    console.log(`${all} links, ${right} of them in the reference`);
    expect(all).toBeGreaterThan(100);
    expect(right / all).toBeGreaterThanOrEqual(0.92);
  });
});

/** The number of the active row, how many it pairs with how many, and its English. */
async function activeRow(page: Page): Promise<{ number: number; shape: string; text: string }> {
  // What rows are called is written behind the frame that shows the key.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  const row = page.locator('.segment[aria-current="true"]');
  const number = await row.evaluate((own) => [...document.querySelectorAll('.segment')].indexOf(own) + 1);
  const sign = (await row.locator('.pairing').textContent()) ?? '';
  return {
    number,
    shape: /\d+:\d+/.exec(sign)?.[0] ?? '1:1',
    text: (await row.locator('.rendering').textContent()) ?? '',
  };
}

/** Exports by keyboard; gives the texts of the files. */
async function exported(page: Page, format: string, files: number): Promise<readonly string[]> {
  await page.keyboard.press('Alt+KeyX');
  const chosen = page.getByRole('dialog').getByLabel('Format', { exact: true });
  await expect(chosen).toBeVisible();
  await tabTo(page, chosen);
  await page.keyboard.press('Control+KeyA');
  await page.keyboard.type(format);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const link = page.getByRole('link', { name: 'Download' });
  await expect(link).toHaveAttribute('href', new RegExp(`format=${format.toLowerCase()}`));
  await tabTo(page, link);
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
  const bytes = readFileSync(await download.path());
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  if (files === 1) return ['', bytes.toString('utf8')];
  return ['.fa', '.en', '.align'].map((ending) => {
    const entry = Object.entries(unzipSync(bytes)).find(([name]) => name.endsWith(ending));
    return entry ? strFromU8(entry[1]) : '';
  });
}

/** The pairs of words that a line of Pharaoh links. */
function wordPairs([fa = '', en = '', links = '']: readonly string[]): readonly string[] {
  const [persian, english] = [fa.split(' '), en.split(' ')];
  return links
    .split(' ')
    .filter((link) => link !== '')
    .map((link) => {
      const [from = 0, to = 0] = link.split('-').map(Number);
      return `${persian[from]}–${english[to]}`;
    });
}

function goldWords(
  { source, target, sourceTokens, targetTokens }: Gold['segments'][number],
  [fa, en]: readonly [number, number],
) {
  const word = (text: string, [from, to]: readonly [number, number] = [0, 0]) => text.slice(from, to);
  return `${word(source, sourceTokens[fa])}–${word(target, targetTokens[en])}`;
}
