import { expect, type Page } from '@playwright/test';
import { expectAccessible } from './accessibility.ts';
import { test } from './fixtures.ts';
import { importText } from './sample.ts';
import { goTo, rendering, segment } from './workbench.ts';

const text = 'پروژه‌های دولت آغاز شد.\nدولت گفت.\nپروژه تمام شد.';

async function chooseExpression(page: Page) {
  const kind = page.getByRole('combobox', { name: 'How it is meant' });
  const option = page.getByRole('option', { name: 'Regular expression' });
  await kind.focus();
  await page.keyboard.press('Enter');
  await expect(option).toBeVisible();
  await expect(async () => {
    await page.keyboard.press('ArrowDown');
    await expect(option).toHaveAttribute('data-combobox-selected', 'true', { timeout: 500 });
  }).toPass();
  await page.keyboard.press('Enter');
  await expect(kind).toHaveValue('Regular expression');
}

test('words are found in any form by Alt+K, and replaced over a project with a look before, by keyboard only', async ({
  page,
  radif,
}) => {
  const { document } = await importText(page, 'Words', text);
  await page.goto(`${radif.origin}/documents/${document}`);
  await expect(segment(page, 1)).toHaveAttribute('aria-current', 'true');
  await page.keyboard.type('The projects of the state began.');
  await goTo(page, 3);
  await page.keyboard.type('The project ended.');
  await expect(page.getByText('Saved', { exact: false }).first()).toBeVisible();

  await page.keyboard.press('Alt+KeyK');
  const concordance = page.getByRole('dialog', { name: 'Concordance' });
  await expect(concordance.getByLabel('On either side')).toBeFocused();
  await page.keyboard.type('پروژه');
  await page.keyboard.press('Enter');
  await expect(concordance.getByText('2 segments')).toBeVisible();
  await expect(concordance.locator('mark')).toHaveText(['پروژه‌های', 'پروژه']);
  await expect(concordance.getByText('The imported memories have nothing that reads so.')).toBeVisible();
  await expectAccessible(page, 'the concordance');
  await concordance.getByRole('button', { name: /Go to segment 1 / }).press('Enter');
  await expect(segment(page, 1)).toHaveAttribute('aria-current', 'true');

  await page.keyboard.press('Control+KeyH');
  const replace = page.getByRole('dialog', { name: 'Find and replace' });
  await expect(replace.getByLabel('Find in the English')).toBeFocused();
  await page.keyboard.type('project(s?)');
  await replace.getByLabel('Replace with').fill('scheme$1');
  await chooseExpression(page);
  await expectAccessible(page, 'finding and replacing');
  await replace.getByLabel('Find in the English').press('Enter');
  await expect(replace.getByText('projects becomes schemes')).toBeVisible();
  await expectAccessible(page, 'the changes of a replacement');
  await page.keyboard.press('Enter');
  await expect(rendering(page, 1)).toHaveText('The schemes of the state began.');
  await expect(rendering(page, 3)).toHaveText('The scheme ended.');
  await page.getByRole('button', { name: 'Undo' }).press('Enter');
  await expect(rendering(page, 1)).toHaveText('The projects of the state began.');

  // What was selected in the text stands there, selected: who types replaces it.
  await goTo(page, 1);
  await page.keyboard.press('Control+Shift+ArrowLeft');
  await page.keyboard.press('Control+KeyH');
  await expect(replace.getByLabel('Find in the English')).toHaveValue(/^\S+$/);
  await page.keyboard.type('(');
  await expect(replace.getByLabel('Find in the English')).toHaveValue('(');
  await chooseExpression(page);
  await replace.getByLabel('Find in the English').press('Enter');
  await expect(replace.getByRole('alert')).toContainText('This is no regular expression');
});
