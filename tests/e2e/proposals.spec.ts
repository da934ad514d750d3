import { expect, type Page } from '@playwright/test';
import { expectAccessible } from './accessibility.ts';
import { test } from './fixtures.ts';
import { pressTimes, tabTo } from './keyboard.ts';
import { importStatements } from './sample.ts';
import { goTo, openDocument, rendering, saving, segment } from './workbench.ts';

const panel = (page: Page) => page.getByRole('tabpanel', { name: 'Entities' });
const proposed = (page: Page) => panel(page).locator('[data-proposed]');
const current = (page: Page) => panel(page).locator('[data-current] [lang=fa]');
const menu = (page: Page) => page.getByRole('dialog', { name: /^Mark “/ });

test.beforeEach(async ({ page }) => {
  await openDocument(page, 'Statements');
  await expect(proposed(page)).toHaveCount(5);
});

test('as long as the names of the project are not there, the panel says that it looks for them, and not that there are none', async ({
  page,
}) => {
  let letGo = () => {};
  const asked = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route(/entity\.list/, async (route) => {
    await asked;
    await route.continue();
  });
  await page.reload();
  await expect(panel(page)).toContainText('In segment 1');
  await expect(panel(page)).toContainText('Looking for names…');
  await expect(panel(page)).not.toContainText('No name is marked');
  letGo();
  await expect(proposed(page)).toHaveCount(5);
  await expect(panel(page)).not.toContainText('Looking for names…');
});

test('Tab and Delete decide about what is proposed, segment after segment, and what is rejected stays so', async ({
  page,
}) => {
  await page.keyboard.press('Alt+KeyG');
  await expect(current(page)).toHaveText('وزیرخارجه');
  await expect(page.getByRole('contentinfo')).toContainText('accept “⁨وزیرخارجه⁩”');
  await page.keyboard.press('Tab');
  await expect(current(page)).toHaveText('روسیه');
  await page.keyboard.press('Delete');
  await expect(current(page)).toHaveText('حسین ابراهیم طه');
  await page.keyboard.press('Escape');
  await expect(current(page)).toHaveCount(0);
  await page.keyboard.press('Control+KeyZ');
  await expect(proposed(page)).toHaveText(['روسیه', 'حسین ابراهیم طه', 'دبیرکل', 'سازمان همکاری اسلامی']);
  await page.keyboard.press('Control+KeyZ');
  await expect(proposed(page)).toHaveCount(5);
  await page.keyboard.press('Control+Shift+KeyZ');
  await page.keyboard.press('Control+Shift+KeyZ');
  await expect(proposed(page)).toHaveText(['حسین ابراهیم طه', 'دبیرکل', 'سازمان همکاری اسلامی']);
  await page.keyboard.press('Alt+KeyG');
  await expect(current(page)).toHaveText('حسین ابراهیم طه');
  await page.keyboard.press('Alt+KeyG');
  await expect(current(page)).toHaveText('دبیرکل');
  await pressTimes(page, 'Tab', 2);
  await expect(segment(page, 2)).toHaveAttribute('aria-current', 'true');
  await expect(page.locator('.announcer')).toContainText(/Marked as.*Segment 2, .*Proposed as/);
  await expect(current(page)).toHaveText('روسیه');
  await page.keyboard.press('ArrowLeft');
  await expect(current(page)).toHaveCount(0);
  await expect(segment(page, 1)).toHaveAttribute('aria-current', 'true');
  await page.keyboard.press('Tab');
  await expect(segment(page, 2)).toHaveAttribute('aria-current', 'true');

  await expect(saving(page)).toContainText('Saved');
  await page.reload();
  await expect(segment(page, 2)).toHaveAttribute('aria-current', 'true');
  await goTo(page, 1);
  await expect(proposed(page)).toHaveText(['حسین ابراهیم طه']);
  await expect(panel(page).getByRole('listitem')).toHaveCount(4);
  await panel(page).getByRole('button', { name: '1 rejected here' }).press('Enter');
  await expect(proposed(page)).toHaveText(['روسیه', 'حسین ابراهیم طه']);
  await expectAccessible(page, 'proposals');
});

test('a known name that is typed by hand is linked by Tab, on both sides at once', async ({ page }) => {
  await page.keyboard.type('The minister of Russia');
  await expect(current(page)).toHaveText('روسیه');
  await page.keyboard.press('Tab');
  await expect(current(page)).toHaveCount(0);
  await expect(rendering(page, 1).locator('[data-mention]')).toHaveText('Russia');
  await page.keyboard.type(' met');
  await expect(rendering(page, 1)).toHaveText('The minister of Russia met');
  await expect(rendering(page, 1).locator('[data-mention]')).toHaveText('Russia');
  await page.keyboard.press('Escape');
  await expect(page.getByText('The text is left.')).toBeVisible();
});

test('nothing is proposed any more once that is said, and again when it is wanted', async ({ page }) => {
  await page.keyboard.press('Alt+KeyB');
  await expect(panel(page).getByRole('listitem')).toHaveCount(0);
  await page.keyboard.press('Alt+KeyG');
  await expect(page.getByText('Nothing more is proposed.')).toBeVisible();
  await page.keyboard.press('Alt+KeyB');
  await expect(proposed(page)).toHaveCount(5);
});

test('a marked name finds its entity by a digit, or begins a new one with its names', async ({ page, radif }) => {
  const { document } = await importStatements(page, 'Unnamed');
  await page.goto(`${radif.origin}/documents/${document}`);
  await goTo(page, 4);
  await page.keyboard.insertText('Hissein Brahim Taha, secretary-general of the OIC');
  await page.keyboard.press('Alt+KeyE');
  await pressTimes(page, 'Shift+ArrowLeft', 2);
  await page.keyboard.press('KeyP');
  await expect(menu(page).getByRole('button', { name: 'New entity' })).toBeVisible();
  await expectAccessible(page, 'the choice of an entity');
  await page.keyboard.press('Digit0');
  await expect(page.locator('.announcer')).toContainText('The entity is linked');
  await expect(menu(page)).toContainText('It is “⁨Hissein Brahim Taha⁩”');
  await page.keyboard.press('Escape');

  await goTo(page, 1);
  await page.keyboard.press('Alt+KeyE');
  await pressTimes(page, 'ArrowLeft', 4);
  await pressTimes(page, 'Shift+ArrowLeft', 2);
  await page.keyboard.press('KeyP');
  await expect(menu(page).getByRole('button', { name: /Hissein Brahim Taha.*same name/ })).toBeVisible();
  await page.keyboard.press('Digit1');
  await page.keyboard.press('Escape');
  await expect(panel(page).getByRole('link', { name: /Hissein Brahim Taha/ })).toBeVisible();
  await page.keyboard.press('Control+KeyZ');
  await expect(panel(page).getByRole('link', { name: /Hissein Brahim Taha/ })).toHaveCount(0);
});

test('what is marked once is marked at its further places in the whole project, each document in one undo', async ({
  page,
  radif,
}) => {
  const { project, document } = await importStatements(page, 'Unnamed');
  const other = await page.evaluate(
    async ([project]) => {
      const form = new FormData();
      form.set('project', project);
      form.set('title', 'Another');
      form.set('file', new File(['دبیرکل سازمان همكاري اسلامی رفت.'], 'other.txt', { type: 'text/plain' }));
      const imported = await fetch('/import', { method: 'POST', body: form });
      return (await imported.json()).value.id as string;
    },
    [project] as const,
  );
  const there = await page.context().newPage();
  await there.goto(`${radif.origin}/documents/${other}`);
  await expect(segment(there, 1)).toBeVisible();
  const marked = panel(there).locator('[lang=fa]:not([data-proposed])');
  await page.goto(`${radif.origin}/documents/${document}`);
  await goTo(page, 4);
  await page.keyboard.press('Alt+KeyE');
  await pressTimes(page, 'ArrowLeft', 4);
  await pressTimes(page, 'Shift+ArrowLeft', 2);
  await page.keyboard.press('KeyO');
  await expect(menu(page).getByRole('button', { name: '2 further places: look at them' })).toBeVisible();
  await page.keyboard.press('Alt+KeyR');
  const sheet = page.getByRole('dialog', { name: 'Further places of' });
  await expect(sheet.locator('mark')).toHaveText(['سازمان همکاری اسلامی', 'سازمان همكاري اسلامی']);
  await expect(sheet.getByRole('button', { name: 'Mark 2 places' })).toBeFocused();
  await expectAccessible(page, 'further places');
  await page.keyboard.press('Enter');
  await expect(page.getByText('2 places marked')).toBeVisible();
  await expect(marked).toHaveText(['سازمان همكاري اسلامی']);
  await pressTimes(page, 'Escape', 2);
  await expect(page.getByText('The text is left.')).toBeVisible();
  await tabTo(page, page.getByRole('button', { name: 'Undo' }));
  await page.keyboard.press('Enter');
  await expect(marked).toHaveCount(0);
  await goTo(page, 1);
  await expect(panel(page).getByRole('listitem').filter({ hasText: 'سازمان همکاری اسلامی' })).toContainText('ORG');
});
