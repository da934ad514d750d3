import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, type Page } from '@playwright/test';
import { openStore } from '../../server/context.ts';
import { copyOf, putBack } from '../server/put-back.ts';
import { expectAccessible } from './accessibility.ts';
import { testAlone as test } from './fixtures.ts';
import { typeText } from './keyboard.ts';
import type { Radif } from './server.ts';
import { goTo, openDocument, rendering, saving, segment } from './workbench.ts';

/** Makes a copy of the data now and gives the way to put it back. */
type Copying = (radif: Radif) => Promise<() => Promise<void>>;

/** With the tools of the database, while the server runs. */
const underRunningServer: Copying = async ({ data }) => {
  const store = await openStore({ data });
  const copy = await copyOf(store);
  return async () => {
    await putBack(store, copy);
    await store.close();
  };
};

/** As the README says, with the server ended and started again. */
const byCommand: Copying = async (radif) => {
  const file = join(radif.data, 'copy.backup');
  const run = (...words: readonly string[]) =>
    promisify(execFile)(process.execPath, ['server/radif.mjs', ...words], {
      env: { ...process.env, RADIF_DATA: radif.data, DATABASE_URL: '' },
    });
  await run('backup', file);
  return async () => {
    await radif.kill();
    await run('restore', file, '--replace');
    await radif.start();
  };
};

for (const [how, copying] of [
  ['under the running server', underRunningServer],
  ['while the server is ended', byCommand],
] as const) {
  test(`an older copy that is put back ${how} is told, and takes no text`, async ({ page, context, radif }) => {
    test.setTimeout(180_000);
    await openDocument(page, 'Statements');
    const other = await context.newPage();
    await other.goto(page.url());
    await expect(segment(other, 1)).toBeVisible();
    await write(page, 2, 'Before the copy.');
    const back = await copying(radif);
    await write(page, 3, 'After the copy.');
    await expect(rendering(other, 3)).toHaveText('After the copy.');
    await context.setOffline(true);
    await goTo(page, 4);
    await typeText(page, 'Not sent yet.');
    await expect(saving(page)).toContainText('waiting on this device');
    await back();
    await context.setOffline(false);
    // Another database has another key.
    await context.request.get(radif.link);

    for (const tab of [page, other]) {
      await tab.bringToFront();
      await expect(tab.getByText('an older copy of the data was put back')).toBeVisible({ timeout: 60_000 });
      await expect(saving(tab)).toContainText('Saved');
      await expect(rendering(tab, 2)).toHaveText('Before the copy.');
      await expect(rendering(tab, 3)).toHaveText('');
      await expect(rendering(tab, 4)).toHaveText('');
    }
    await expect(tray(page)).resolves.toEqual(['After the copy.', 'Not sent yet.']);
    await expectAccessible(page, 'the recovery tray');
    await expect(tray(other)).resolves.toEqual(['After the copy.']);

    await write(page, 5, 'And on it goes.');
    await expect(rendering(other, 5)).toHaveText('And on it goes.');
  });
}

async function write(page: Page, number: number, text: string): Promise<void> {
  await goTo(page, number);
  await typeText(page, text);
  await expect(rendering(page, number)).toHaveText(text);
  await expect(saving(page)).toContainText('Saved');
}

/** The texts in the recovery tray of a page, each of which says why it is there. */
async function tray(page: Page): Promise<readonly string[]> {
  await page.bringToFront();
  await page.getByRole('button', { name: 'Look' }).click();
  const items = page.getByRole('tabpanel').getByRole('listitem');
  await expect(items.first()).toContainText('It is not in the older copy of the data');
  return items.locator('[lang=en]').allInnerTexts();
}
