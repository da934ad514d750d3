import { type Browser, type BrowserContext, chromium, type Page } from '@playwright/test';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { verify } from '../../server/backup/verify.ts';
import { closeContext, openContext } from '../../server/context.ts';
import { segments } from '../../shared/doc/model/read.ts';
import { chromiumArguments, provideChromium } from '../chromium.mjs';
import { Radif } from '../e2e/server.ts';
import { type Place, withEngines } from '../server/engines.ts';
import { documentAt } from '../server/opened.ts';
import { copyOf, putBack } from '../server/put-back.ts';

/** How often the program is killed on each engine. */
const rounds = Number(process.env.ROUNDS ?? 300);

/** One round in so many puts back what the round before it kept a copy of. */
const EVERY = 10;

/** Each row takes a few words, and the two tabs meet in all of them. */
const ROWS = 20;

/** How long a tab may take for anything, in milliseconds: a machine that is busy with something else loses no words. */
const PATIENCE = 300_000;

let browser: Browser;
beforeAll(async () => {
  browser = await chromium.launch({ executablePath: provideChromium(), args: chromiumArguments });
});
afterAll(() => browser.close());

withEngines((engine) => {
  it(`loses no word of two tabs over ${rounds} kills, an older copy put back under them among these`, async () => {
    const place = await engine.place();
    const radif = new Radif(place);
    const context = await browser.newContext({ viewport: { width: 1280, height: 1200 }, locale: 'en-GB' });
    context.setDefaultTimeout(PATIENCE);
    try {
      await radif.start();
      await under(radif, place, context);
    } finally {
      await context.close();
      await radif.close();
    }
  });
});

async function under(radif: Radif, place: Place, context: BrowserContext): Promise<void> {
  const first = await context.newPage();
  await first.goto(radif.link);
  await first.getByRole('link', { name: 'Statements', exact: true }).click();
  await first.waitForURL(/\/documents\//);
  const document = new URL(first.url()).pathname.split('/').at(-1) ?? '';
  const second = await context.newPage();
  await second.goto(first.url());
  const tabs = [first, second];
  for (const tab of tabs) await tab.locator('.ProseMirror [lang=en]').first().waitFor();

  const counts = { kills: 0, puttingBack: 0, words: 0, recovered: 0 };
  /** Words that stand in the document, and those that a copy which was put back does not have. */
  const standing = new Set<string>();
  for (let round = 0; round < rounds; round++) {
    const isBack = round % EVERY === EVERY - 1;
    const copy = isBack ? await kept(place) : null;
    const words: string[] = [];
    const write = async (tab: Page, name: string) => {
      for (let n = 0; n < 3; n++) {
        const word = `${name}${round}x${n}`;
        words.push(word);
        await type(tab, Math.floor(Math.random() * ROWS), word);
      }
    };
    if (copy) {
      // What the copy does not have, and yet was acknowledged.
      await write(first, 'c');
      await saved(first);
    }
    const writing = Promise.all(tabs.map((tab, at) => write(tab, at === 0 ? 'a' : 'b')));
    await new Promise((done) => setTimeout(done, 600 * Math.random()));
    await radif.kill();
    counts.kills += 1;
    if (copy) await writing;
    await copy?.();
    await radif.start();
    if (copy) await context.request.get(radif.link);
    await writing;
    for (const tab of tabs) await saved(tab);
    counts.words += words.length;

    await expect
      .poll(() => Promise.all(tabs.map(read)).then(([one, other]) => String(one) === String(other)), {
        timeout: PATIENCE,
      })
      .toBe(true);
    // The last keys may still wait behind those that were typed into a dialog: what is missing then is not lost yet.
    const missing = async (from: readonly string[]) => {
      const texts = [...(await read(first)), ...(copy ? (await Promise.all(tabs.map(tray))).flat() : [])];
      const found = new Set(texts.flatMap((text) => text.split(/\s+/)));
      return from.filter((word) => !found.has(word));
    };
    const all = [...standing, ...words];
    await expect
      .poll(() => missing(all), { timeout: PATIENCE })
      .toEqual([])
      .catch(async (cause) => {
        const texts = await Promise.all(tabs.map(read));
        throw new Error(`Round ${round}: ${await missing(all)} is missing in ${JSON.stringify(texts)}`, { cause });
      });
    for (const tab of tabs) await saved(tab);
    const texts = await read(first);
    const shown = new Set(texts.flatMap((text) => text.split(' ')));
    if (copy) {
      counts.puttingBack += 1;
      const back = [...standing].filter((word) => !shown.has(word));
      expect(back, `round ${round}: what the copy has stays`).toEqual([]);
      counts.recovered += words.filter((word) => !shown.has(word)).length;
    }
    for (const word of words) if (shown.has(word)) standing.add(word);
    if (isBack) console.log(`round ${round + 1} of ${rounds}: ${counts.words} words, none lost`);
    if (isBack || round === rounds - 1) expect(await stored(place, document), `round ${round}`).toEqual(texts);
  }
  console.table([counts]);
  const ctx = await openContext(place);
  expect((await verify(ctx)).problems).toEqual([]);
  await closeContext(ctx);
}

/** Copies the database as it is now; gives the way to put that back. */
async function kept(place: Place): Promise<() => Promise<void>> {
  const ctx = await openContext(place);
  const copy = await copyOf(ctx.store);
  await closeContext(ctx);
  return async () => {
    const later = await openContext(place);
    await putBack(later.store, copy);
    await closeContext(later);
  };
}

/** Writes a word and a space at the start of a row; the key End would go to the end of a line, which may lie between two words. */
async function type(tab: Page, row: number, word: string): Promise<void> {
  await tab.keyboard.press('Alt+KeyJ');
  await tab.getByRole('textbox', { name: 'Go to segment' }).waitFor();
  await tab.keyboard.type(String(row + 1));
  await tab.keyboard.press('Enter');
  await tab.getByRole('dialog').waitFor({ state: 'detached' });
  await tab.keyboard.press('Home');
  await tab.keyboard.type(`${word} `, { delay: 8 });
}

async function saved(tab: Page): Promise<void> {
  const saving = tab.getByRole('status', { name: 'Where your changes are' });
  await saving.filter({ hasText: 'Saved' }).waitFor();
}

function read(tab: Page): Promise<readonly string[]> {
  return tab
    .locator('.ProseMirror [lang=en]')
    .evaluateAll((rows) => rows.map((row) => (row.textContent ?? '').replaceAll(/\s+/g, ' ').trim()));
}

/** The texts that a tab has recovered; none where it had nothing that the copy has not. */
async function tray(tab: Page): Promise<readonly string[]> {
  const tabOf = tab.getByRole('tab', { name: 'Recovered' });
  const look = tab.getByRole('button', { name: 'Look' });
  if (await look.isVisible()) await look.click();
  else if (await tabOf.isVisible()) await tabOf.click();
  else return [];
  return tab.getByRole('tabpanel').getByRole('listitem').locator('[lang=en]').allInnerTexts();
}

async function stored(place: Place, document: string): Promise<readonly string[]> {
  const ctx = await openContext(place);
  const { doc } = await documentAt(ctx, document);
  await closeContext(ctx);
  return segments(doc).map(({ text }) => text.replaceAll(/\s+/g, ' ').trim());
}
