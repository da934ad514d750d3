import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BrowserContext, chromium } from '@playwright/test';
import { chromiumArguments, provideChromium } from '../chromium.mjs';
import { Radif } from '../e2e/server.ts';
import { type Figure, median } from './figure.ts';
import { segmentsOf } from './sample.ts';

const ROUNDS = 5;

const smallest = 40;
const sizes = [smallest, 1000, 5000, 20_000];

/** From the last byte of the opened document to the frame after the first typed character, in Chromium. */
export async function measure(): Promise<readonly Figure[]> {
  const radif = new Radif();
  const browser = await chromium.launch({ executablePath: provideChromium(), args: chromiumArguments });
  try {
    await radif.start();
    const context = await browser.newContext();
    await context.addInitScript(watchFirstEdit);
    await (await context.newPage()).goto(radif.link);
    const figures: Figure[] = [];
    for (const size of sizes) {
      const address = `${radif.origin}/documents/${importDocument(radif, size)}`;
      const rounds: Opening[] = [];
      for (let round = 0; round < ROUNDS; round++) rounds.push(await opening(context, address));
      const edit = median(rounds.map((round) => round.edit));
      const whole = median(rounds.map((round) => round.whole));
      figures.push({ name: name(size), value: edit, unit: 'ms', ...(size > smallest && { of: name(smallest) }) });
      figures.push({ name: `whole page, ${segments(size)}`, value: whole, unit: 'ms' });
    }
    return figures;
  } finally {
    await browser.close();
    await radif.close();
  }
}

const segments = (size: number) => `${size.toLocaleString('en')} segments`;
const name = (size: number) => `bytes to first edit, ${segments(size)}`;

/** Milliseconds to the frame that shows the first edit: from the last byte of the document, and from the start of the page. */
interface Opening {
  readonly edit: number;
  readonly whole: number;
}

function importDocument(radif: Radif, size: number): string {
  const file = join(radif.data, `${size}.txt`);
  writeFileSync(file, segmentsOf(size));
  const env = { ...process.env, RADIF_DATA: radif.data };
  const output = execFileSync(process.execPath, ['server/radif.mjs', 'import', file], { env, encoding: 'utf8' });
  const { documents } = JSON.parse(output) as { readonly documents: readonly [{ readonly id: string }] };
  return documents[0].id;
}

async function opening(context: BrowserContext, address: string): Promise<Opening> {
  const page = await context.newPage();
  await page.goto(address);
  const shown = await page.waitForFunction(() => (window as { firstEdit?: number }).firstEdit, null, {
    timeout: 60_000,
  });
  const whole = Number(await shown.jsonValue());
  const arrived = await page.evaluate(() => {
    const calls = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
    return calls.find((call) => call.name.includes('/snapshot?'))?.responseEnd;
  });
  await page.close();
  if (arrived === undefined) throw new Error('The page opened no document');
  return { edit: whole - arrived, whole };
}

/** Runs in the page: types as soon as there is a rendering to type into, and notes when the frame with it is made. */
function watchFirstEdit(): void {
  const look = () => {
    const rendering = document.querySelector('[contenteditable=true] .rendering');
    if (rendering === null) {
      requestAnimationFrame(look);
      return;
    }
    rendering.closest<HTMLElement>('[contenteditable=true]')?.focus();
    getSelection()?.collapse(rendering, 0);
    document.execCommand('insertText', false, 'a');
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        (window as { firstEdit?: number }).firstEdit = performance.now();
      };
      port2.postMessage(null);
    });
  };
  requestAnimationFrame(look);
}
