import { join, resolve } from 'node:path';
import { type BrowserContext, chromium, type Page } from '@playwright/test';
import { build } from 'vite';
import { chromiumArguments, provideChromium } from '../../chromium.mjs';

/** How long a document is, how many mentions stand beside its text, and whether more are proposed. */
export interface Size {
  readonly segments: number;
  readonly mentions: number;
  readonly proposals: boolean;
}

/** What one document took, in milliseconds: each keystroke to the next frame, and from its JSON to the first frame. */
export interface Measured extends Size {
  readonly keystrokes: readonly number[];
  readonly opening: number;
}

const address = 'http://editor.test';
const text = 'The quick brown fox jumps over the lazy dog, and so the line grows. ';
const ROUNDS = 4;
const PAUSE = 30;

/** Types in the middle of a document of each size, in turns, so that what else the machine does falls on all of them. */
export async function measureEditor(sizes: readonly Size[]): Promise<readonly Measured[]> {
  const folder = resolve('dist/bench/editor');
  await build({
    configFile: false,
    root: 'tests/bench/editor',
    logLevel: 'warn',
    build: { outDir: folder, emptyOutDir: true, target: 'es2022' },
  });
  const browser = await chromium.launch({ executablePath: provideChromium(), args: chromiumArguments });
  try {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    await context.route(`${address}/**`, (route) => {
      const { pathname } = new URL(route.request().url());
      return route.fulfill({ path: join(folder, pathname) });
    });
    const opened: { readonly size: Size; readonly page: Page; readonly opening: number }[] = [];
    for (const size of sizes) opened.push({ size, ...(await open(context, size)) });
    for (let round = 0; round < ROUNDS; round++) for (const { page } of opened) await type(page);
    return await Promise.all(
      opened.map(async ({ size, page, opening }) => {
        const latencies = await page.evaluate(() => window.bench.latencies);
        return { ...size, opening, keystrokes: latencies.slice(text.length) };
      }),
    );
  } finally {
    await browser.close();
  }
}

async function open(context: BrowserContext, { segments, mentions, proposals }: Size) {
  const page = await context.newPage();
  await page.goto(`${address}/index.html?segments=${segments}&mentions=${mentions}&proposals=${proposals}`);
  await page.waitForFunction(() => window.bench);
  const opening = await page.evaluate(() => window.bench.opening);
  await page.evaluate((middle) => window.bench.editor.goTo(middle), Math.floor(segments / 2));
  return { page, opening };
}

/** Types the text a key at a time, as fast as a quick typist. The first round warms up. */
async function type(page: Page): Promise<void> {
  await page.bringToFront();
  await page.waitForTimeout(500);
  for (const letter of text) {
    await page.keyboard.press(letter === ' ' ? 'Space' : letter);
    await page.waitForTimeout(PAUSE);
  }
}
