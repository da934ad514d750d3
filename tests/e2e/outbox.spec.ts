import { expect, type Page } from '@playwright/test';
import { SCHEMA_VERSION } from '../../shared/doc/model/migrations.ts';
import { test } from './fixtures.ts';
import { pressTimes } from './keyboard.ts';
import { importText } from './sample.ts';
import { goTo, rendering, saving } from './workbench.ts';

const text = 'این جمله نخست است.\nاین جمله دوم است.';

/** How many steps the browser keeps. */
const keptSteps = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<number>((done, failed) => {
        const opening = indexedDB.open('radif');
        opening.onerror = () => failed(opening.error);
        opening.onsuccess = () => {
          const database = opening.result;
          const counting = database.transaction('step').objectStore('step').count();
          counting.onsuccess = () => {
            database.close();
            done(counting.result);
          };
        };
      }),
  );

test('what is typed offline is kept step by step, and nothing of it once the server has it', async ({
  page,
  radif,
  context,
}) => {
  const { document } = await importText(page, 'Offline', text);
  await page.goto(`${radif.origin}/documents/${document}`);
  await goTo(page, 1);
  await context.setOffline(true);
  await page.keyboard.type('Kept here');
  await expect(saving(page)).toContainText('waiting on this device');
  await expect.poll(() => keptSteps(page)).toBeGreaterThanOrEqual(9);
  const before = await keptSteps(page);
  await pressTimes(page, 'Backspace', 4);
  await expect.poll(() => keptSteps(page)).toBe(before + 4);
  await context.setOffline(false);
  await expect(saving(page)).toContainText('Saved');
  await expect.poll(() => keptSteps(page)).toBe(0);
  await page.reload();
  await expect(rendering(page, 1)).toHaveText('Kept ');
});

test('what a tab of an earlier program left in this browser is sent', async ({ page, radif }) => {
  const { document } = await importText(page, 'Earlier', text);
  await page.goto(`${radif.origin}/health`);
  const left = ({ id, schema }: { readonly id: string; readonly schema: number }) =>
    new Promise<void>((done, failed) => {
      const deleting = indexedDB.deleteDatabase('radif');
      deleting.onsuccess = () => {
        const opening = indexedDB.open('radif', 1);
        opening.onupgradeneeded = () => {
          opening.result.createObjectStore('unsent', { keyPath: 'client' }).createIndex('document', 'document');
          opening.result.createObjectStore('recovered', { keyPath: 'id' }).createIndex('document', 'document');
        };
        opening.onerror = () => failed(opening.error);
        opening.onsuccess = () => {
          const database = opening.result;
          const transaction = database.transaction('unsent', 'readwrite');
          const slice = { content: [{ type: 'text', text: 'Left' }] };
          const steps = [{ stepType: 'replace', from: 2, to: 2, slice }];
          transaction.objectStore('unsent').put({ client: 'c-earlier', schema, document: id, base: 0, steps });
          transaction.oncomplete = () => {
            database.close();
            done();
          };
        };
      };
    });
  await page.evaluate(left, { id: document, schema: SCHEMA_VERSION });
  await page.goto(`${radif.origin}/documents/${document}`);
  await expect(rendering(page, 1)).toHaveText('Left');
  await expect(saving(page)).toContainText('Saved');
  await expect.poll(() => keptSteps(page)).toBe(0);
});
