import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import { expectAccessible } from './accessibility.ts';
import { test } from './fixtures.ts';
import { tabTo } from './keyboard.ts';

/** Goes from the library to the releases of its project, and opens the dialog that makes one. */
async function openDialog(page: Page): Promise<void> {
  await tabTo(page, page.getByRole('link', { name: 'Releases', exact: true }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'No release yet' })).toBeVisible();
  await page.keyboard.press('Alt+Shift+KeyX');
  await expect(page.getByRole('textbox', { name: 'Name' })).toBeFocused();
}

/** Presses a button or ticks a box, reached by Tab. */
async function press(page: Page, role: 'button' | 'checkbox', name: string, key = 'Enter'): Promise<void> {
  await tabTo(page, page.getByRole(role, { name, exact: true }));
  await page.keyboard.press(key);
}

test('a release of the sample is divided, made, verified, taken away and made again byte for byte, by keyboard', async ({
  page,
  radif,
}, info) => {
  await openDialog(page);
  await expect(page.getByRole('textbox', { name: 'Name' })).toHaveValue('1.0');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('textbox', { name: 'Licence' })).toBeFocused();
  await page.keyboard.type('CC-BY-4.0');
  await press(page, 'checkbox', 'Not translated', 'Space');
  await press(page, 'checkbox', 'Divide by documents into train, dev and test', 'Space');
  await expect(page.getByRole('textbox', { name: 'Share of Train' })).toHaveValue('80');
  await expectAccessible(page, 'the dialog that makes a release');
  await press(page, 'button', 'Make it');

  await expect(page.getByRole('heading', { name: '1.0', exact: true })).toBeVisible();
  const statistics = page.getByRole('table', { name: 'What it holds' });
  await expect(statistics.getByRole('row', { name: /^Segments/ })).toHaveText('Segments462323');
  await expect(statistics.getByRole('row', { name: /^Documents/ })).toHaveText('Documents211');
  await expect(page.getByRole('table', { name: 'Names by label' }).getByRole('row', { name: /^GPE/ })).toBeVisible();
  await expectAccessible(page, 'the page of releases');

  await press(page, 'button', 'Verify');
  await expect(page.getByText('Every file is as the manifest says.')).toBeVisible();
  await press(page, 'button', 'Make again and compare');
  await expect(page.getByText('Made again, it is the same byte for byte.')).toBeVisible();

  await tabTo(page, page.getByRole('link', { name: 'Download' }));
  const coming = page.waitForEvent('download');
  await page.keyboard.press('Enter');
  const download = await coming;
  const [path, again] = [info.outputPath('release.zip'), info.outputPath('again.zip')];
  await download.saveAs(path);
  expect(download.suggestedFilename()).toBe('Statements 1.0.zip');
  const env = { ...process.env, RADIF_DATA: radif.data, DATABASE_URL: '' };
  const verified = spawnSync('node', ['server/radif.mjs', 'release', 'verify', path], { env, encoding: 'utf8' });
  expect([verified.status, verified.stdout]).toEqual([0, '']);
  const made = spawnSync('node', ['server/radif.mjs', 'release', 'again', path, '--out', again], {
    env,
    encoding: 'utf8',
  });
  expect(made.status, made.stderr).toBe(0);
  expect(readFileSync(again).equals(readFileSync(path))).toBe(true);
});

test('a dialog that is asked for before the releases are known has its name ready to be written', async ({ page }) => {
  await page.getByRole('link', { name: 'Releases', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'No release yet' })).toBeVisible();
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(/release\.list/, async (route) => {
    await released;
    await route.continue();
  });
  await page.reload();
  await page.keyboard.press('Alt+Shift+KeyX');
  const dialog = page.getByRole('dialog', { name: 'Make a release' });
  await expect(dialog).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Close' })).toBeInViewport();
  // The dialog has taken the focus by now.
  await expect.poll(() => dialog.evaluate((shown) => shown.contains(document.activeElement))).toBe(true);
  release();
  await expect(page.getByRole('textbox', { name: 'Name' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: '1.0', exact: true })).toBeVisible();
});

test('two releases are compared, and one is removed', async ({ page, radif }) => {
  await openDialog(page);
  await press(page, 'checkbox', 'Not translated', 'Space');
  await press(page, 'button', 'Make it');
  await expect(page.getByRole('heading', { name: '1.0', exact: true })).toBeVisible();
  const address = page.url();

  await page.keyboard.press('Alt+Shift+KeyX');
  await expect(page.getByRole('textbox', { name: 'Name' })).toHaveValue('1.1');
  await tabTo(page, page.getByRole('radio', { name: 'All 2 documents, as they are now' }));
  await page.keyboard.press('ArrowDown');
  await press(page, 'checkbox', 'Take “\u2068Statements\u2069”', 'Space');
  await press(page, 'button', 'Make it');
  await expect(page.getByRole('heading', { name: '1.1', exact: true })).toBeVisible();

  await tabTo(page, page.getByRole('combobox', { name: 'Compare with' }));
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const difference = page.getByRole('table', { name: 'Difference from' });
  await expect(difference.getByRole('row', { name: /^Documents/ })).toContainText('−1');
  await expect(page.getByRole('heading', { name: 'Documents that are gone' })).toBeVisible();
  await expectAccessible(page, 'two releases compared');

  await press(page, 'button', 'Remove');
  await expect(page.getByRole('button', { name: 'Keep it' })).toBeFocused();
  await press(page, 'button', 'Remove it');
  await expect(page.getByRole('heading', { name: '1.1', exact: true })).toHaveCount(0);
  await expect(page.getByRole('heading', { name: '1.0', exact: true })).toBeVisible();
  await page.goto(`${radif.origin}${new URL(address).pathname}`);
  await expect(page.getByText('1 release', { exact: true })).toBeVisible();
});

test('a name that is taken is refused in the dialog, and nothing is lost of it', async ({ page }) => {
  await openDialog(page);
  await press(page, 'button', 'Make it');
  await expect(page.getByRole('heading', { name: '1.0', exact: true })).toBeVisible();
  await page.keyboard.press('Alt+Shift+KeyX');
  await page.getByRole('textbox', { name: 'Name' }).fill('1.0');
  await page.getByRole('textbox', { name: 'Licence' }).fill('CC0-1.0');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog').getByRole('alert')).toContainText('The project has a release "1.0"');
  await expect(page.getByRole('textbox', { name: 'Licence' })).toHaveValue('CC0-1.0');
});
