import { type BrowserContext, chromium, type Page } from '@playwright/test';
import { writeRegistry } from '../../shared/formats/registry/csv.ts';
import { chromiumArguments, provideChromium } from '../chromium.mjs';
import { Radif } from '../e2e/server.ts';
import { type Figure, median, percentile } from './figure.ts';
import { entitiesOf } from './names.ts';

const ROUNDS = 3;
const PAUSE = 80;
const few = 100;
const counts = [few, 20_000];
/** What is typed into the search, a key at a time, and taken away again. */
const query = 'cooperation';

/** The registry page in Chromium: from its address to its list, and from a key that goes down in its search to the next
 *  frame, with few entities and with many. */
export async function measure(): Promise<readonly Figure[]> {
  const radif = new Radif();
  const browser = await chromium.launch({ executablePath: provideChromium(), args: chromiumArguments });
  try {
    await radif.start();
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    await context.addInitScript(watchKeys);
    const page = await context.newPage();
    await page.goto(radif.link);
    const figures: Figure[] = [];
    for (const count of counts) {
      const address = `${radif.origin}/projects/${await projectWith(page, count)}/entities`;
      const rounds: Round[] = [];
      for (let round = 0; round < ROUNDS; round++) rounds.push(await roundOf(context, address));
      const keys = rounds.flatMap(({ keystrokes }) => keystrokes);
      figures.push(figure('registry to its list', count, median(rounds.map(({ opening }) => opening))));
      figures.push(figure('key in its search p50', count, percentile(keys, 0.5)));
      figures.push(figure('key in its search p95', count, percentile(keys, 0.95)));
    }
    return figures;
  } finally {
    await browser.close();
    await radif.close();
  }
}

const name = (what: string, count: number) => `${what}, ${count.toLocaleString('en')} entities`;

function figure(what: string, count: number, value: number): Figure {
  return { name: name(what, count), value, unit: 'ms', ...(count > few && { of: name(what, few) }) };
}

/** Milliseconds, one round of the page. */
interface Round {
  readonly opening: number;
  readonly keystrokes: readonly number[];
}

/** Makes a project with so many entities; gives its id. */
async function projectWith(page: Page, count: number): Promise<string> {
  return page.evaluate(
    async ({ name, csv }) => {
      const call = async (procedure: string, input: object) => {
        const headers = { 'content-type': 'application/json' };
        const answer = await fetch(`/trpc/${procedure}`, { method: 'POST', headers, body: JSON.stringify(input) });
        return (await answer.json()).result.data;
      };
      const { id: project } = await call('project.create', { name });
      await call('entity.import', { project, csv });
      return project;
    },
    { name: `${count} entities`, csv: writeRegistry(entitiesOf(count)) },
  );
}

async function roundOf(context: BrowserContext, address: string): Promise<Round> {
  const page = await context.newPage();
  await page.goto(address);
  await page.getByRole('listbox', { name: 'Entities' }).getByRole('option').first().waitFor();
  const opening = await page.evaluate(() => performance.now());
  await page.keyboard.press('Control+KeyF');
  for (const letter of query) {
    await page.keyboard.press(letter);
    await page.waitForTimeout(PAUSE);
  }
  for (let letter = 0; letter < query.length; letter++) {
    await page.keyboard.press('Backspace');
    await page.waitForTimeout(PAUSE);
  }
  const keystrokes = await page.evaluate(() => (window as { keystrokes?: readonly number[] }).keystrokes ?? []);
  await page.close();
  return { opening, keystrokes: keystrokes.slice(1) };
}

/** Runs in the page: notes for each key how long it takes to the end of the next frame. */
function watchKeys(): void {
  const keystrokes: number[] = [];
  Object.assign(window, { keystrokes });
  const note = ({ timeStamp }: Event) =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => keystrokes.push(performance.now() - timeStamp);
      port2.postMessage(null);
    });
  window.addEventListener('keydown', note, { capture: true });
}
