import { expect, type Page } from '@playwright/test';
import { expectAccessible } from './accessibility.ts';
import { test } from './fixtures.ts';

for (const language of ['English', 'Persian'] as const) {
  for (const colours of ['light', 'dark'] as const) {
    test(`axe finds nothing on any page in ${language} and ${colours}`, async ({ page, radif }) => {
      test.setTimeout(300_000);
      await page.emulateMedia({ colorScheme: colours, reducedMotion: 'reduce' });
      const html = page.locator('html');
      await expect(html).toHaveAttribute('data-mantine-color-scheme', colours);
      if (language === 'Persian') await page.getByRole('button', { name: 'فارسی' }).click();
      await expect(html).toHaveAttribute('lang', language === 'Persian' ? 'fa' : 'en');
      await expect(html).toHaveAttribute('dir', language === 'Persian' ? 'rtl' : 'ltr');

      const finished = page.getByRole('link', { name: 'Statements, translated' });
      await expect(finished).toBeVisible();
      await expectAccessible(page, 'the library');
      await onSheet(page, 'Shift+Slash', 'the overlay of keys', '[role=dialog]');

      await finished.click();
      await expect(page.locator('p[lang=fa]').first()).toBeVisible();
      const document = page.url();
      await expectAccessible(page, 'the workbench');
      await onSheet(page, 'Control+KeyK', 'the palette', '[role=dialog]');
      await onSheet(page, 'Alt+KeyX', 'the export dialog', '[role=dialog]');
      await onSheet(page, 'Control+KeyS', 'saving a version', '[role=dialog]');
      await onSheet(page, 'Alt+KeyJ', 'going to a segment', '[role=dialog]');
      await onSheet(page, 'Control+KeyF', 'finding', 'main input:focus');
      await onSheet(page, 'Alt+KeyF', 'filtering', 'main input:focus');
      await onSheet(page, 'Alt+KeyH', 'the history', 'aside [role=tabpanel] li');

      for (const path of ['/versions/0', '/compare?before=0']) {
        await page.goto(`${document}${path}`);
        await expect(page.locator('main p').first()).toBeVisible();
        await expectAccessible(page, path);
      }
      for (const path of ['/settings', '/no-such-page']) {
        await page.goto(`${radif.origin}${path}`);
        await expect(page.getByRole('main').getByRole('heading').first()).toBeVisible();
        await expectAccessible(page, path);
      }
    });
  }
}

/** Looks at what `key` opens over the page, known by `content`, and closes it again. */
async function onSheet(page: Page, key: string, name: string, content: string): Promise<void> {
  await page.keyboard.press(key);
  await expect(page.locator(content).first(), name).toBeVisible();
  await expectAccessible(page, name);
  await page.keyboard.press('Escape');
}
