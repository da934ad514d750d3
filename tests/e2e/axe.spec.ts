import { expect, type Page } from '@playwright/test';
import { expectAccessible } from './accessibility.ts';
import { test } from './fixtures.ts';

for (const language of ['English', 'Persian'] as const) {
  for (const colours of ['light', 'dark'] as const) {
    test(`axe finds nothing on any page in ${language} and ${colours}`, async ({ page, radif }) => {
      await page.emulateMedia({ colorScheme: colours, reducedMotion: 'reduce' });
      await page.reload();
      if (language === 'Persian') await page.getByRole('button', { name: 'فارسی' }).click();
      await expect(page.locator('html')).toHaveAttribute('lang', language === 'Persian' ? 'fa' : 'en');
      await expect(page.locator('html')).toHaveAttribute('dir', language === 'Persian' ? 'rtl' : 'ltr');

      const finished = page.getByRole('link', { name: 'Statements, translated' });
      await expectAccessible(page, 'the library');
      await finished.click();
      await expect(page.locator('p[lang=fa]').first()).toBeVisible();
      const document = page.url();

      await expectAccessible(page, 'the workbench');
      for (const [key, name] of sheets) await onSheet(page, key, name);

      for (const [path, name] of [
        ['/versions/0', 'a version'],
        ['/compare?before=0', 'two versions compared'],
      ]) {
        await page.goto(`${document}${path}`);
        await expect(page.getByRole('main').getByText(/\p{L}/u).first()).toBeVisible();
        await expectAccessible(page, name ?? '');
      }
      for (const path of ['/settings', '/no-such-page']) {
        await page.goto(`${radif.origin}${path}`);
        await expect(page.getByRole('main').getByText(/\p{L}/u).first()).toBeVisible();
        await expectAccessible(page, path);
      }
    });
  }
}

/** What opens over the workbench, by the key that opens it. */
const sheets = [
  ['Control+KeyK', 'the palette'],
  ['Alt+KeyX', 'the export dialog'],
  ['Control+KeyS', 'saving a version'],
  ['Alt+KeyJ', 'going to a segment'],
  ['Control+KeyF', 'finding'],
  ['Alt+KeyF', 'filtering'],
  ['Alt+KeyH', 'the history'],
] as const;

async function onSheet(page: Page, key: string, name: string): Promise<void> {
  await page.keyboard.press(key);
  await page.waitForTimeout(500);
  await expectAccessible(page, name);
  await page.keyboard.press('Escape');
}
