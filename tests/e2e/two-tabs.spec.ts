import { expect, type Page } from '@playwright/test';
import { ask } from './ask.ts';
import { testAlone as test } from './fixtures.ts';
import { pressTimes, typeText } from './keyboard.ts';
import { importStatements } from './sample.ts';
import { goTo, openDocument, rendering, saving, segment } from './workbench.ts';

const panel = (page: Page) => page.getByRole('tabpanel', { name: 'Entities' });

test('two tabs on one document converge', async ({ page, context, radif }) => {
  await openDocument(page, 'Statements');
  const other = await context.newPage();
  await other.goto(page.url());
  await expect(segment(other, 1)).toBeVisible();

  await test.step('what one types, the other shows', async () => {
    await goTo(page, 2);
    await typeText(page, 'First from one.');
    await expect(rendering(other, 2)).toHaveText('First from one.');
  });

  await test.step('both type at once, in two segments and in the same one', async () => {
    await goTo(page, 3);
    await goTo(other, 4);
    await Promise.all([typeText(page, 'One types here.'), typeText(other, 'The other types there.')]);
    await goTo(page, 5);
    await goTo(other, 5);
    await Promise.all([typeText(page, 'aaaaaaaaaa'), typeText(other, 'bbbbbbbbbb')]);
    await expectSame(page, other, 23);
    await expect(rendering(page, 3)).toHaveText('One types here.');
    await expect(rendering(page, 4)).toHaveText('The other types there.');
    const mixed = await rendering(page, 5).innerText();
    expect([...mixed].sort().join('')).toBe('aaaaaaaaaabbbbbbbbbb');
  });

  await test.step('a split in one is a split in the other', async () => {
    await goTo(page, 2);
    await page.keyboard.press('Alt+KeyS');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Enter');
    await expectSame(page, other, 24);
  });

  await test.step('after a restart of the server they still do', async () => {
    await radif.kill();
    await goTo(page, 7);
    await typeText(page, 'Typed without a server.');
    await expect(saving(page)).toContainText('Offline');
    await radif.start();
    await expect(rendering(other, 7)).toHaveText('Typed without a server.', { timeout: 60_000 });
    await goTo(other, 8);
    await typeText(other, 'And back.');
    await expect(rendering(page, 8)).toHaveText('And back.', { timeout: 60_000 });
    await expectSame(page, other, 24);
  });
});

test('an edit made without a server survives the closed tab', async ({ page, context, radif }) => {
  await openDocument(page, 'Statements');
  const address = page.url();
  await goTo(page, 1);
  await typeText(page, 'Kept on the server.');
  await expect(saving(page)).toContainText('Saved');

  await radif.kill();
  await goTo(page, 2);
  await typeText(page, 'Kept on this device.');
  await expect(saving(page)).toContainText('waiting on this device');
  await page.close();

  await radif.start();
  const reopened = await context.newPage();
  await reopened.goto(address);
  await expect(rendering(reopened, 2)).toHaveText('Kept on this device.');
  await expect(saving(reopened)).toContainText('Saved');

  const witness = await context.newPage();
  await witness.goto(address);
  await expect(rendering(witness, 1)).toHaveText('Kept on the server.');
  await expect(rendering(witness, 2)).toHaveText('Kept on this device.');
});

test('the status line tells where the changes are', async ({ page, radif }) => {
  await openDocument(page, 'Statements');
  await expect(saving(page)).toHaveText('Saved');
  await goTo(page, 1);
  await typeText(page, 'One');
  await expect(saving(page)).toHaveText('Saved');

  await radif.kill();
  await page.keyboard.type('2');
  await expect(saving(page)).toContainText('Offline · 1 change waiting on this device');
  await page.keyboard.type('3');
  await expect(saving(page)).toContainText('Offline · 2 changes waiting on this device');

  await radif.start();
  await expect(saving(page)).toHaveText('Saved', { timeout: 60_000 });
  await expect(rendering(page, 1)).toHaveText('One23');
});

test('an entity that was begun without a server is there once the server is, also after a closed tab', async ({
  page,
  radif,
}) => {
  const { project, document } = await importStatements(page, 'Unnamed');
  await page.goto(`${radif.origin}/documents/${document}`);
  await goTo(page, 4);
  await page.keyboard.press('Alt+KeyE');
  await pressTimes(page, 'Shift+ArrowLeft', 2);
  await radif.kill();
  await page.keyboard.press('KeyP');
  await page.keyboard.press('Digit0');
  await expect(panel(page).getByRole('link', { name: 'The record of “⁨حسین ابراهیم طه⁩”' })).toBeVisible();
  await expect(saving(page)).toContainText('waiting on this device');
  const context = page.context();
  await page.close();
  await radif.start();
  const again = await context.newPage();
  await again.goto(`${radif.origin}/documents/${document}`);
  await goTo(again, 4);
  await expect(panel(again).getByRole('link', { name: 'The record of “⁨حسین ابراهیم طه⁩”' })).toBeVisible();
  await expect(saving(again)).toContainText('Saved');
  await again.goto(`${radif.origin}/projects/${project}/entities`);
  const entities = again.getByRole('listbox', { name: 'Entities' });
  await expect(entities.getByRole('option')).toHaveCount(1);
  await expect(entities.getByRole('option')).toContainText('حسین ابراهیم طه');
});

/** Waits until both pages have sent everything and show the same `count` renderings. */
async function expectSame(one: Page, other: Page, count: number): Promise<void> {
  for (const page of [one, other]) await expect(saving(page)).toContainText('Saved');
  const renderings = (page: Page) => page.getByRole('main').locator('p[lang=en]');
  await expect(renderings(one)).toHaveCount(count);
  await expect.poll(() => renderings(other).allInnerTexts()).toEqual(await renderings(one).allInnerTexts());
}

test('an open tab shows a new title and says when its document is put away elsewhere', async ({ page }) => {
  await openDocument(page, 'Statements');
  const id = new URL(page.url()).pathname.split('/').at(-1);
  const back = () => page.evaluate(() => document.dispatchEvent(new Event('visibilitychange', { bubbles: true })));
  await ask(page, 'document.rename', { id, title: 'Renamed elsewhere' });
  await expect(async () => {
    await back();
    await expect(page.getByRole('heading', { level: 1, name: 'Renamed elsewhere' })).toBeVisible({ timeout: 1000 });
  }).toPass();
  await expect(page).toHaveTitle(/Renamed elsewhere/);
  await typeText(page, 'Typed ');
  await ask(page, 'document.archive', { id, archived: true });
  await expect(async () => {
    await back();
    await expect(page.getByText('This document is in the archive')).toBeVisible({ timeout: 1000 });
  }).toPass();
  await typeText(page, 'on.');
  await expect(saving(page)).toContainText('Saved');
  await page.reload();
  await expect(rendering(page, 1)).toHaveText('Typed on.');
  await expect(page.getByText('This document is in the archive')).toBeVisible();
});
