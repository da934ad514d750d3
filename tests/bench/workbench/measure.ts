import { setTimeout as pause } from 'node:timers/promises';
import { type BrowserContext, chromium, type Page } from '@playwright/test';
import { build } from 'vite';
import { chromiumArguments, provideChromium } from '../../chromium.mjs';
import { Radif } from '../../e2e/server.ts';
import { renderingsOf } from '../sample.ts';
import { makeDocuments, type Size } from './documents.ts';
import { watchPage } from './page.ts';
import type {} from './plain.ts';

/** How long a page is left alone once it can be typed in, so that what is put off is measured too, in milliseconds. */
const REST = 3000;
const ROUNDS = 4;
const PAUSE = 30;
/** Between two keys while a document is checked, in milliseconds: a check that typing began anew gets on meanwhile. */
const KEY_WHILE_CHECKING = 1500;
/** So many keys are pressed while a document is checked, then it is waited for. */
const KEYS_WHILE_CHECKING = 8;
/** The address of a page with a plain editor, which no server is asked for. */
const PLAIN = 'http://plain.test/';
const text = 'The quick brown fox jumps over the lazy dog, and so the line grows. ';

/** One opening: milliseconds from the last byte of the document to the frame with the first edit, and until now; from the start of
 *  the page to that frame; and the longest task after the last byte. */
export interface Opening {
  readonly edit: number;
  readonly all: number;
  readonly whole: number;
  readonly task: number;
}

/** The first check of a document while somebody types: how long it took from the last byte of the document, the longest task until
 *  it was done and its findings were listed, and the milliseconds of each key to the next frame. */
export interface FirstCheck {
  readonly all: number;
  readonly task: number;
  readonly keys: readonly number[];
}

/** What was measured of documents in the whole program, and of plain editors in the same browser. */
export interface Measured<T> {
  readonly documents: readonly T[];
  readonly plain: readonly T[];
}

/** Opens documents of these sizes in the whole program, and plain editors of so many rows, `rounds` times each and in turns, so
 *  that what else the machine does falls on all of them. */
export function measureOpening(
  sizes: readonly Size[],
  plain: readonly number[],
  rounds: number,
): Promise<Measured<readonly Opening[]>> {
  return withProgram(sizes, async (context, addresses) => {
    const script = await plainScript();
    const documents = addresses.map((): Opening[] => []);
    const editors = plain.map((): Opening[] => []);
    for (let round = 0; round < rounds; round++) {
      for (const [index, address] of addresses.entries()) {
        const page = await open(context, address);
        documents[index]?.push(await page.evaluate(readOpening));
        await page.close();
      }
      for (const [index, rows] of plain.entries()) {
        const page = await openPlain(context, script, rows);
        editors[index]?.push(await page.evaluate(readOpening));
        await page.close();
      }
    }
    return { documents, plain: editors };
  });
}

/** Opens documents of these sizes with the panel of checks, and types now and then until all is checked, `rounds` times each and in
 *  turns. */
export function measureFirstChecks(
  sizes: readonly Size[],
  rounds: number,
): Promise<readonly (readonly FirstCheck[])[]> {
  return withProgram(sizes, async (context, addresses) => {
    const measured = addresses.map((): FirstCheck[] => []);
    for (let round = 0; round < rounds; round++) {
      for (const [index, address] of addresses.entries()) {
        const page = await context.newPage();
        await page.goto(address);
        await page.waitForFunction(() => window.notes.firstEdit, null, { timeout: 60_000 });
        await page.keyboard.press('Alt+KeyV');
        const panel = page
          .getByRole('complementary')
          .getByRole('tabpanel')
          .filter({ has: page.locator('ol') });
        const found = panel.locator('ol li, h2').first();
        for (let key = 0; key < KEYS_WHILE_CHECKING && !(await found.isVisible()); key++) {
          await page.keyboard.press('KeyA');
          await pause(KEY_WHILE_CHECKING);
        }
        await found.waitFor({ timeout: 120_000 });
        const { all, task } = await page.evaluate(readOpening);
        const keys = await page.evaluate(() => window.notes.keys);
        measured[index]?.push({ all, task, keys });
        await page.close();
      }
    }
    return measured;
  });
}

/** Types in the middle of documents of these sizes, each with the panel of names open, and of plain editors of so many rows, in
 *  turns; gives the milliseconds of each key to the next frame. */
export function measureKeys(sizes: readonly Size[], plain: readonly number[]): Promise<Measured<readonly number[]>> {
  return withProgram(sizes, async (context, addresses) => {
    const pages: Page[] = [];
    const script = await plainScript();
    for (const rows of plain) {
      const page = await openPlain(context, script, rows);
      await page.evaluate(putInTheMiddle);
      pages.push(page);
    }
    for (const [index, address] of addresses.entries()) {
      const page = await open(context, address);
      await goTo(page, Math.ceil((sizes[index]?.segments ?? 0) / 2));
      await page.waitForFunction(() => document.querySelector('.page.asleep') === null);
      pages.push(page);
    }
    for (let round = 0; round <= ROUNDS; round++) {
      for (const page of pages) {
        await page.bringToFront();
        await pause(500);
        // The first round warms up.
        await page.evaluate((isFirst) => isFirst && window.notes.keys.splice(0), round === 1);
        for (const letter of text) {
          await page.keyboard.press(letter === ' ' ? 'Space' : letter);
          await pause(PAUSE);
        }
      }
    }
    const keys = await Promise.all(pages.map((page) => page.evaluate(() => window.notes.keys)));
    return { plain: keys.slice(0, plain.length), documents: keys.slice(plain.length) };
  });
}

/** Runs `work` on a program that has a document of each size. */
async function withProgram<T>(
  sizes: readonly Size[],
  work: (context: BrowserContext, addresses: readonly string[]) => Promise<T>,
): Promise<T> {
  const radif = new Radif();
  const ids = await makeDocuments(radif.data, sizes);
  const browser = await chromium.launch({ executablePath: provideChromium(), args: chromiumArguments });
  try {
    await radif.start();
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    await (await context.newPage()).goto(radif.link);
    await context.addInitScript(watchPage);
    return await work(
      context,
      ids.map((id) => `${radif.origin}/documents/${id}`),
    );
  } finally {
    await browser.close();
    await radif.close();
  }
}

async function open(context: BrowserContext, address: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(address);
  await page.waitForFunction(() => window.notes.firstEdit, null, { timeout: 60_000 });
  await pause(REST);
  return page;
}

/** Opens a page with a plain editor of so many rows and nothing else. */
async function openPlain(context: BrowserContext, script: string, rows: number): Promise<Page> {
  const page = await context.newPage();
  await page.route(PLAIN, (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html>' }));
  await page.goto(PLAIN);
  await page.addScriptTag({ content: script });
  const texts = renderingsOf(rows).map(({ text }) => text);
  await page.evaluate((lines) => {
    window.notes.arrived = performance.now();
    window.showPlain(lines);
  }, texts);
  await page.waitForFunction(() => window.notes.firstEdit, null, { timeout: 120_000 });
  await pause(REST);
  return page;
}

/** `plain.ts` as one script. */
async function plainScript(): Promise<string> {
  const lib = { entry: 'tests/bench/workbench/plain.ts', formats: ['iife' as const], name: 'plain' };
  const built = await build({ configFile: false, logLevel: 'warn', build: { lib, write: false } });
  const [made] = Array.isArray(built) ? built : [built];
  const [script] = made && 'output' in made ? made.output : [];
  if (script?.type !== 'chunk') throw new Error('The plain editor could not be built');
  return script.code;
}

/** Runs in the page. */
function putInTheMiddle(): void {
  const rows = document.querySelectorAll('.rendering');
  const row = rows[rows.length >> 1];
  if (!row) throw new Error('The page has no rows');
  row.scrollIntoView({ block: 'center' });
  row.closest<HTMLElement>('[contenteditable=true]')?.focus();
  getSelection()?.collapse(row, 0);
}

async function goTo(page: Page, number: number): Promise<void> {
  await page.keyboard.press('Alt+KeyJ');
  const field = page.getByRole('textbox', { name: 'Go to segment' });
  await field.fill(String(number));
  await field.press('Enter');
  await page.waitForFunction(() => document.querySelector('[role=dialog]') === null);
  await page.evaluate(() => document.querySelector<HTMLElement>('.ProseMirror')?.focus());
}

/** Runs in the page. */
function readOpening(): Opening {
  const calls = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
  const arrived = window.notes.arrived ?? calls.find(({ name }) => name.includes('/snapshot?'))?.responseEnd;
  const { firstEdit: whole, tasks } = window.notes;
  if (arrived === undefined || whole === undefined) throw new Error('The page opened no document');
  const lengths = tasks.filter(({ start, length }) => start + length > arrived).map(({ length }) => length);
  return { edit: whole - arrived, all: performance.now() - arrived, whole, task: Math.max(0, ...lengths) };
}
