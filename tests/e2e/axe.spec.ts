import { expect, type Locator, type Page } from '@playwright/test';
import { expectAccessible } from './accessibility.ts';
import { test } from './fixtures.ts';

for (const language of ['English', 'Persian'] as const) {
  for (const colours of ['light', 'dark'] as const) {
    test(`axe finds nothing on any page in ${language} and ${colours}`, async ({ page, radif }) => {
      test.setTimeout(600_000);
      await page.emulateMedia({ colorScheme: colours, reducedMotion: 'reduce' });
      const html = page.locator('html');
      await expect(html).toHaveAttribute('data-mantine-color-scheme', colours);
      if (language === 'Persian') await page.getByRole('button', { name: 'فارسی' }).click();
      await expect(html).toHaveAttribute('lang', language === 'Persian' ? 'fa' : 'en');
      await expect(html).toHaveAttribute('dir', language === 'Persian' ? 'rtl' : 'ltr');

      const finished = page.getByRole('link', { name: 'Statements, translated' });
      await expect(finished).toBeVisible();
      await expectAccessible(page, 'the library');
      await onSheet(page, 'F1', 'the overlay of keys', '[role=dialog]');
      await onLibrary(page);
      await page.goto(radif.origin);
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
      await onWorkbench(page);

      for (const path of ['/versions/0', '/compare?before=0']) {
        await page.goto(`${document}${path}`);
        await expect(page.locator('main p').first()).toBeVisible();
        await expectAccessible(page, path);
      }
      const project = await projectOf(page, document);
      for (const path of [
        `/projects/${project}/checks`,
        `/projects/${project}/links`,
        `/projects/${project}/memories`,
        `/projects/${project}/releases`,
        '/settings',
        '/formats',
        '/no-such-page',
      ]) {
        await page.goto(`${radif.origin}${path}`);
        await expect(page.getByRole('main').getByRole('heading').first()).toBeVisible();
        await expectAccessible(page, path);
      }
    });
  }
}

/** Looks at what a key or a click opens over the page, known by `content`, and closes it again. */
async function onSheet(page: Page, open: string | Locator, name: string, content: string): Promise<void> {
  if (typeof open === 'string') await page.keyboard.press(open);
  else await open.click();
  await expect(page.locator(content).first(), name).toBeVisible();
  await expectAccessible(page, name);
  await page.keyboard.press('Escape');
}

/** Looks at what is done with projects and documents: the forms, the menus, and what they open. */
async function onLibrary(page: Page): Promise<void> {
  const menu = '[role=menu]';
  const title = page.getByRole('link', { name: 'Statements', exact: true });
  const row = page.getByRole('main').getByRole('listitem').filter({ has: title });
  const actions = row.getByRole('button');
  await onSheet(page, 'Alt+KeyA', 'importing a text', 'textarea');
  await onSheet(page, actions, 'the menu of a document', menu);
  for (const [place, name] of [
    [1, 'bringing English onto a document'],
    [2, 'exporting from the library'],
    [6, 'moving a document'],
  ] as const) {
    await actions.click();
    await onSheet(page, page.getByRole('menuitem').nth(place), name, '[role=dialog]');
    // Where a list has come down, the first Escape takes that.
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  }
  await onSheet(page, page.locator('section header button').last(), 'the menu of a project', menu);
  await actions.click();
  await page.getByRole('menuitem').last().click();
  await page.getByRole('main').getByRole('link').first().click();
  await expect(page.getByRole('main').getByRole('listitem')).not.toHaveCount(0);
  await expectAccessible(page, 'the archive');
  const remove = page.getByRole('listitem').locator('button[data-variant=subtle]');
  await onSheet(page, remove.first(), 'deleting for good', '[role=dialog]');
}

/** Looks at the tabs of the panel, and at the menus and sheets that belong to a text. */
async function onWorkbench(page: Page): Promise<void> {
  for (const [key, tab, content] of [
    ['Alt+KeyH', 'the history', 'aside [role=tabpanel] li'],
    ['Alt+KeyV', 'the checks', 'aside [role=tabpanel] *'],
    ['Alt+Shift+KeyK', 'the links of a segment', 'aside [role=tabpanel] *'],
  ] as const) {
    await page.keyboard.press(key);
    await expect(page.locator(content).first(), tab).toBeVisible();
    await expectAccessible(page, tab);
  }
  await page.getByRole('tab').nth(2).click();
  await expectAccessible(page, 'the segment');
  await page.getByRole('tab').first().click();
  await onSheet(page, page.locator('.handle').nth(1), 'the menu of states', '[role=menu]');
  await page.locator('.rendering').nth(3).click();
  await page.keyboard.press('Alt+KeyE');
  await page.keyboard.press('Enter');
  await expect(page.locator('[role=dialog]')).toBeVisible();
  await expectAccessible(page, 'the menu of a name');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Alt+KeyR');
  await expect(page.locator('[role=dialog], [role=alert]').first()).toBeVisible();
  await expectAccessible(page, 'further places of a name');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page.locator('.rendering').nth(3).click();
  await onSheet(page, 'Alt+KeyL', 'linking words', '.radif-editor');
  await onSheet(page, 'Alt+Shift+KeyG', 'accepting what is sure', '[role=dialog]');
}

/** The project of the document at an address. */
function projectOf(page: Page, address: string): Promise<string> {
  const id = new URL(address).pathname.split('/').at(-1) ?? '';
  return page.evaluate(async (id) => {
    const input = encodeURIComponent(JSON.stringify({ id }));
    const answer = await (await fetch(`/trpc/document.open?input=${input}`)).json();
    return answer.result.data.project.id as string;
  }, id);
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
