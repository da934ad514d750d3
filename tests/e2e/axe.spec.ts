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
      await onRegistry(page, language);
      await page.goto(radif.origin);

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

/** Looks at the entities of the sample: an entity from all sides, a renaming before it is done, and the labels. */
async function onRegistry(page: Page, language: 'English' | 'Persian'): Promise<void> {
  const names = {
    English: { entities: 'Entities', english: 'English name', labels: 'Labels' },
    Persian: { entities: 'نام‌ها', english: 'نام انگلیسی', labels: 'برچسب‌ها' },
  }[language];
  const project = page.getByRole('region', { name: 'Statements', exact: true });
  await project.getByRole('link', { name: names.entities }).click();
  await page.getByRole('option').filter({ hasText: 'Hissein' }).click();
  await expect(page.getByRole('tab')).toHaveCount(3);
  await expectAccessible(page, 'the entities');
  for (const tab of [1, 2, 0]) {
    await page.getByRole('tab').nth(tab).click();
    await expect(page.getByRole('tabpanel').locator('mark, del, dl, form').first()).toBeVisible();
    await expectAccessible(page, `side ${tab} of an entity`);
  }
  const english = page.getByRole('textbox', { name: names.english, exact: true });
  await english.fill('H. B. Taha');
  await english.press('Enter');
  await expect(page.locator('ins')).toHaveCount(2);
  await expectAccessible(page, 'the places of a renaming');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: names.labels, exact: true }).click();
  await expect(page.getByRole('dialog').getByRole('listitem')).toHaveCount(9);
  await expectAccessible(page, 'the labels');
  await page.keyboard.press('Escape');
}
