import { expect, type Page } from '@playwright/test';
import { test } from './fixtures.ts';
import { goTo, openDocument, rendering, saving } from './workbench.ts';

/** What stands in the way of a push, and what the page says of it in both languages. */
const failures = [
  { status: 401, en: 'Signed out', fa: 'از حساب بیرون آمده‌اید' },
  { status: 403, en: 'The server refuses this address', fa: 'سرور این نشانی را نمی‌پذیرد' },
  { status: 404, en: 'The document is not there any more', fa: 'این سند دیگر آنجا نیست' },
  { status: 413, en: 'Too much for one call', fa: 'بیش از گنجایش یک درخواست' },
  { status: 500, en: 'The server failed', fa: 'سرور به خطا برخورد' },
  { status: 502, en: 'Offline', fa: 'بی‌اتصال' },
] as const;

/** Asks for the next try at once; the page tries again by itself too, and takes the button away when it comes through first. */
async function tryNow(page: Page) {
  const button = page.getByRole('button', { name: 'Try now' });
  await expect(async () => {
    if (await button.isVisible()) await button.click({ timeout: 2_000 });
    await expect(saving(page)).toContainText('Saved', { timeout: 2_000 });
  }).toPass({ timeout: 30_000 });
}

test('every failure is told by its cause, and the work stays until the server takes it', async ({ page, radif }) => {
  expect(radif.origin).toBeTruthy();
  await openDocument(page, 'Statements');
  let written = '';
  for (const { status, en, fa } of failures) {
    await goTo(page, 1);
    const answer = { status, contentType: 'text/html', body: '<html>No</html>' };
    await page.route('**/trpc/timeline.push*', (route) => route.fulfill(answer));
    await page.keyboard.type('x');
    written += 'x';
    await expect(saving(page)).toContainText(en);
    await expect(saving(page)).toContainText('waiting on this device');
    await page.getByRole('button', { name: 'فارسی' }).click();
    await expect(page.getByRole('status', { name: 'تغییرهای شما کجاست' })).toContainText(fa);
    await page.getByRole('button', { name: 'English' }).click();
    await page.unroute('**/trpc/timeline.push*');
    await tryNow(page);
    await expect(saving(page)).toContainText('Saved');
    await expect(rendering(page, 1)).toHaveText(written);
  }
  await page.reload();
  await expect(rendering(page, 1)).toHaveText(written);
});

test('a page says why it has nothing to show', async ({ page, radif }) => {
  for (const [status, text] of [
    [401, 'This browser is not signed in.'],
    [403, 'The server refuses calls from this address.'],
    [413, 'That was more than the server takes at once.'],
    [500, 'The server failed at this.'],
  ] as const) {
    await page.route('**/trpc/document.open*', (route) => route.fulfill({ status, body: '{}' }));
    await page.goto(`${radif.origin}/documents/0198c7a0-0000-7000-8000-000000000000`);
    await expect(page.getByRole('alert')).toContainText(text);
    await page.unroute('**/trpc/document.open*');
  }
});
