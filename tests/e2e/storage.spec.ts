import { expect } from '@playwright/test';
import { test } from './fixtures.ts';
import { importStatements } from './sample.ts';
import { goTo, openDocument, rendering, saving, segment } from './workbench.ts';

test('a browser that keeps nothing stops no page', async ({ page, radif }) => {
  expect(radif.origin).toBeTruthy();
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('Access is denied for this document.', 'SecurityError');
      },
    });
  });
  await page.reload();
  await openDocument(page, 'Statements');
  await goTo(page, 2);
  await page.keyboard.type('Written all the same.');
  await expect(saving(page)).toContainText('Saved');
  await page.keyboard.press('Alt+KeyB');
  await page.reload();
  await expect(rendering(page, 2)).toHaveText('Written all the same.');
});

test('a browser without room stops no page', async ({ page, radif }) => {
  expect(radif.origin).toBeTruthy();
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
    };
  });
  await page.reload();
  await openDocument(page, 'Statements');
  await goTo(page, 2);
  await page.keyboard.type('Written all the same.');
  await expect(saving(page)).toContainText('Saved');
  await page.keyboard.press('Alt+KeyB');
  await expect(page.getByText('Names are not proposed any more')).toBeVisible();
});

test('two tabs that begin an entity at once while the server is away lose neither', async ({
  page,
  context,
  radif,
}) => {
  const { project, document } = await importStatements(page, 'Unnamed');
  const address = `${radif.origin}/documents/${document}`;
  const other = await context.newPage();
  const tabs = [page, other];
  for (const [index, tab] of tabs.entries()) {
    await tab.route('**/trpc/entity.create*', (route) => route.abort());
    await tab.goto(address);
    await expect(segment(tab, 1)).toBeVisible();
    await goTo(tab, index + 4);
  }
  await Promise.all(
    tabs.map(async (tab) => {
      await tab.keyboard.press('Alt+KeyE');
      await tab.keyboard.press('KeyP');
      await tab.keyboard.press('Digit0');
      await expect(tab.locator('.announcer')).toContainText('The entity is linked');
    }),
  );
  for (const tab of tabs) await tab.close();
  const later = await context.newPage();
  await later.goto(address);
  await expect
    .poll(async () => {
      const input = encodeURIComponent(JSON.stringify({ project }));
      const answer = await later.request.get(`${radif.origin}/trpc/entity.list?input=${input}`);
      return ((await answer.json()) as { result: { data: unknown[] } }).result.data.length;
    })
    .toBe(2);
});

test('what is unsent lies in the database of the browser, and nothing lies beside it for long', async ({
  page,
  radif,
}) => {
  expect(radif.origin).toBeTruthy();
  await openDocument(page, 'Statements');
  const pushes: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('timeline.push'))
      pushes.push(new URL(request.url()).pathname + new URL(request.url()).search);
  });
  await page.route('**/trpc/timeline.push*', (route) => route.abort());
  await page.keyboard.type('kept');
  await expect(saving(page)).toContainText('waiting on this device');
  const kept = () =>
    page.evaluate(async () => {
      const opened = indexedDB.open('radif');
      const database = await new Promise<IDBDatabase>((resolve) => {
        opened.onsuccess = () => resolve(opened.result);
      });
      const counting = database.transaction('step').objectStore('step').count();
      const steps = await new Promise<number>((resolve) => {
        counting.onsuccess = () => resolve(counting.result);
      });
      database.close();
      const ahead = Object.keys(localStorage).filter((key) => key.startsWith('radif.ahead.'));
      return { steps, ahead: ahead.length };
    });
  await expect.poll(kept).toEqual({ steps: 6, ahead: 0 });
  await page.unroute('**/trpc/timeline.push*');
  // It tries again by itself, maybe just now: "Try now" need not be there any more.
  await expect(saving(page)).toContainText('Saved', { timeout: 60_000 });
  await expect.poll(kept).toEqual({ steps: 0, ahead: 0 });
  // A push waits for no other call.
  expect(new Set(pushes)).toEqual(new Set(['/trpc/timeline.push']));
});
