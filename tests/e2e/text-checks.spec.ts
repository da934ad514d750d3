import { expect, type Page } from '@playwright/test';
import { expectAccessible } from './accessibility.ts';
import { ask } from './ask.ts';
import { test } from './fixtures.ts';
import { tabTo } from './keyboard.ts';
import { goTo, openDocument, rendering, segment } from './workbench.ts';

const text = 'در ۱۴ روز ۳٫۵ درصد رشد کرد. او رفت.';

const tab = (page: Page) => page.getByRole('tab', { name: /^Checks/ });
const findings = (page: Page) => page.getByRole('list', { name: 'Checks' }).getByRole('listitem');

async function newProject(page: Page, origin: string): Promise<string> {
  const { id: project } = await ask<{ id: string }>(page, 'project.create', { name: 'Numbers' });
  await ask(page, 'document.import', { project, title: 'Growth', text });
  await page.goto(origin);
  return project;
}

async function translate(page: Page, number: number, english: string): Promise<void> {
  await goTo(page, number);
  await page.keyboard.type(english);
  await page.keyboard.press('Control+Shift+Enter');
}

test('a wrong number is found while one works, gone to by F8 and set right by one key', async ({ page, radif }) => {
  await newProject(page, radif.origin);
  await openDocument(page, 'Growth');
  await page.keyboard.press('Alt+KeyV');
  await translate(page, 1, 'In 41 days it grew by 3.5 per  cent.');
  await translate(page, 2, 'He left.');
  await expect(findings(page)).toContainText(['The number ۱۴ stands as 41 in the English.', 'A space too much']);
  await expect(tab(page)).toHaveAccessibleName('Checks 2');
  await expectAccessible(page, 'findings about texts');

  await page.keyboard.press('F8');
  await expect(segment(page, 1)).toHaveAttribute('aria-current', 'true');
  expect(await page.evaluate(() => getSelection()?.toString())).toBe('41');
  await page.keyboard.press('Alt+KeyY');
  await expect(rendering(page, 1)).toHaveText('In 14 days it grew by 3.5 per  cent.');
  await page.keyboard.press('Control+KeyZ');
  await expect(rendering(page, 1)).toHaveText('In 41 days it grew by 3.5 per  cent.');
  await page.keyboard.press('Control+Shift+KeyZ');
  await page.keyboard.press('F8');
  await page.keyboard.press('Alt+KeyY');
  await expect(rendering(page, 1)).toHaveText('In 14 days it grew by 3.5 per cent.');
  await expect(tab(page)).toHaveAccessibleName('Checks');
});

test('what the English lacks is lit in the Persian while one is at it', async ({ page, radif }) => {
  await newProject(page, radif.origin);
  await openDocument(page, 'Growth');
  await page.keyboard.press('Alt+KeyV');
  await translate(page, 1, 'In some days it grew by 3.5 per cent.');
  await expect(findings(page)).toContainText(['The number ۱۴ is not in the English.']);
  const lit = () =>
    page.evaluate(() =>
      Array.from(CSS.highlights.get('radif-finding') ?? [], ({ startContainer, startOffset, endOffset }) =>
        startContainer.textContent?.slice(startOffset, endOffset),
      ),
    );
  await page.keyboard.press('F8');
  await expect.poll(lit).toEqual(['۱۴']);
  await goTo(page, 2);
  await expect.poll(lit).toEqual([]);
});

test('a project says which checks are made, and holds a segment with an error back, with a way through', async ({
  page,
  radif,
}) => {
  const project = await newProject(page, radif.origin);
  await page.goto(`${radif.origin}/projects/${project}/checks`);
  await tabTo(page, page.getByRole('button', { name: 'Which checks' }));
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Which checks are made in this project' });
  await expect(dialog).toBeVisible();
  await expectAccessible(page, 'which checks are made');
  await tabTo(page, dialog.getByRole('checkbox', { name: 'Ask before a segment with an error is confirmed' }));
  await page.keyboard.press('Space');
  await dialog.getByLabel('How much it matters: Spaces').selectOption('off');
  await tabTo(page, dialog.getByRole('button', { name: 'Save' }));
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);

  await page.goto(radif.origin);
  await openDocument(page, 'Growth');
  await translate(page, 1, 'In 41 days it grew by  3.5 per cent.');
  const held = page.getByRole('dialog', { name: 'Confirm it all the same?' });
  await expect(held).toContainText('The number ۱۴ stands as 41 in the English.');
  await expectAccessible(page, 'a segment that is held back');
  await page.keyboard.press('Escape');
  await expect(held).toHaveCount(0);
  await expect(segment(page, 1)).toHaveAccessibleName('Segment 1, Draft');
  await expect(page.locator('.ProseMirror')).toBeFocused();
  await page.keyboard.press('Control+Shift+Enter');
  await tabTo(page, held.getByRole('button', { name: 'Confirm all the same' }));
  await page.keyboard.press('Enter');
  await expect(segment(page, 1)).toHaveAccessibleName('Segment 1, Confirmed');
  await translate(page, 2, 'He left.');
  await expect(segment(page, 2)).toHaveAccessibleName('Segment 2, Confirmed');
  await page.keyboard.press('Alt+KeyV');
  await expect(tab(page)).toHaveAccessibleName('Checks 1');
});

test('the page of a project lists findings about texts in Persian, and gives them as CSV', async ({ page, radif }) => {
  const project = await newProject(page, radif.origin);
  await openDocument(page, 'Growth');
  await translate(page, 1, 'In 41 days it grew by 3.5 per cent.');
  await expect(segment(page, 1)).toHaveAccessibleName('Segment 1, Confirmed');
  await expect(page.getByText('Saved', { exact: false }).first()).toBeVisible();
  await page.goto(`${radif.origin}/projects/${project}/checks`);
  await page.getByRole('button', { name: 'فارسی' }).click();
  await expect(page.getByText('عدد ۱۴ در انگلیسی 41 آمده است.')).toBeVisible();
  await expectAccessible(page, 'the findings of a project in Persian');
  const csv = await page.evaluate(async (id) => (await fetch(`/findings.csv?project=${id}`)).text(), project);
  expect(csv).toContain('text.number,error,');
});
