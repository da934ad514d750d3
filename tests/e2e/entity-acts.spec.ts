import { expect, type Page } from '@playwright/test';
import { expectAccessible } from './accessibility.ts';
import { test } from './fixtures.ts';
import { tabTo } from './keyboard.ts';
import { importStatements } from './sample.ts';
import { openDocument, saving } from './workbench.ts';

const head = 'label,fa,en,fa_other,en_other,wikidata,note\r\n';
const names = `${head}ORG,سازمان همکاری اسلامی,Organisation of Islamic Cooperation,,,,\r\nGPE,روسیه,Russia,,,Q159,\r\nPER,حسین ابراهیم طه,Hissein Brahim Taha,,,,\r\n`;
const title = 'Acts';

const list = (page: Page) => page.getByRole('listbox', { name: 'Entities' });
const row = (page: Page, name: string) => list(page).getByRole('option').filter({ hasText: name });
const dialog = (page: Page) => page.getByRole('dialog');

/** The entities of a project in one of whose texts Russia is named. */
async function openNamed(page: Page, origin: string): Promise<void> {
  await importStatements(page, title);
  await page.goto(origin);
  const region = page.getByRole('region', { name: title });
  await region.getByRole('link', { name: 'Entities', exact: true }).click();
  await page.getByRole('button', { name: 'Import a CSV file' }).click();
  const file = { name: 'names.csv', mimeType: 'text/csv', buffer: Buffer.from(names) };
  await dialog(page).locator('input[type=file]').setInputFiles(file);
  await dialog(page).getByRole('button', { name: 'Import', exact: true }).click();
  await expect(list(page).getByRole('option')).toHaveCount(3);
  await page.goto(origin);
  await openDocument(page, title);
  await expect(page.getByRole('tabpanel').getByRole('listitem')).toHaveCount(3);
  await page.keyboard.press('Alt+Digit1');
  await expect(saving(page)).toContainText('Saved');
  await page.getByRole('link', { name: 'All entities of the project' }).click();
}

test('a merge says what will change, stands in the history with its counts, and is taken back from there later', async ({
  page,
  radif,
}) => {
  await openNamed(page, radif.origin);
  await row(page, 'Russia').click();
  await page.getByRole('button', { name: /^Actions for/ }).click();
  await page.getByRole('menuitem', { name: 'Merge into another…' }).click();
  await page.getByRole('radio', { name: 'Organisation of Islamic Cooperation' }).check();
  await expect(dialog(page)).toContainText('1 mention in 1 document will mean');
  await expect(dialog(page)).toContainText('The two have different labels: GPE→ORG');
  await expect(dialog(page).getByRole('checkbox')).toBeChecked();
  await expectAccessible(page, 'the merge');
  await dialog(page).getByRole('button', { name: 'Merge' }).click();
  await expect(list(page).getByRole('option')).toHaveCount(2);

  await page.reload();
  await page.getByRole('tab', { name: 'History' }).click();
  const history = page.getByRole('tabpanel', { name: 'History' });
  await expect(history).toContainText('Gained “⁨Russia⁩”: 1 mention in 1 document.');
  await expectAccessible(page, 'the history of an entity');
  await history.getByRole('button', { name: /^Take back: Gained/ }).click();
  await expect(list(page).getByRole('option')).toHaveCount(3);
  await expect(history).toContainText('Taken back.');
  await expect(page.getByRole('tab', { name: 'Mentions (0)' })).toBeVisible();
  await row(page, 'Russia').click();
  await expect(page.getByRole('tab', { name: 'Mentions (1)' })).toBeVisible();
});

test('mentions that are ticked go to another entity, or become one of their own, and come back', async ({
  page,
  radif,
}) => {
  await openNamed(page, radif.origin);
  await row(page, 'Russia').click();
  await page.getByRole('tab', { name: 'Mentions (1)' }).click();
  await page.getByRole('checkbox', { name: /^Choose this mention/ }).check();
  await page.getByRole('button', { name: 'Move it to another…' }).click();
  await page.getByRole('radio', { name: 'Hissein Brahim Taha' }).check();
  await expect(dialog(page)).toContainText('They get its label, PER.');
  await dialog(page).getByRole('button', { name: 'Move' }).click();
  await expect(page.getByRole('heading', { name: 'Hissein Brahim Taha' })).toBeVisible();
  await expect(page.getByRole('tab', { name: 'Mentions (1)' })).toBeVisible();
  await page.getByRole('tab', { name: 'History' }).click();
  const history = page.getByRole('tabpanel', { name: 'History' });
  await expect(history).toContainText('Got 1 mention in 1 document from “⁨Russia⁩”.');
  await history.getByRole('button', { name: /^Take back/ }).click();
  await expect(page.getByRole('tab', { name: 'Mentions (0)' })).toBeVisible();

  await row(page, 'Russia').click();
  await page.getByRole('tab', { name: 'Mentions (1)' }).click();
  await page.getByRole('checkbox', { name: /^Choose this mention/ }).check();
  await page.getByRole('button', { name: 'Split off 1 mention…' }).click();
  await dialog(page).getByRole('textbox', { name: 'English name', exact: true }).fill('Rus');
  await dialog(page).getByRole('button', { name: 'Create' }).click();
  await expect(list(page).getByRole('option')).toHaveCount(4);
  const told = page.getByText(/now mean “⁨Rus⁩”/).locator('..');
  await told.getByRole('button', { name: 'Undo' }).click();
  await expect(list(page).getByRole('option')).toHaveCount(3);
});

test('what was deleted is listed, and brought back by keyboard long after; a second tab is told that it is there', async ({
  page,
  radif,
}) => {
  await openNamed(page, radif.origin);
  await row(page, 'Russia').click();
  await page.getByRole('button', { name: /^Actions for/ }).click();
  await page.getByRole('menuitem', { name: 'Delete…' }).click();
  await dialog(page).getByRole('button', { name: 'Delete' }).click();
  await expect(list(page).getByRole('option')).toHaveCount(2);
  await page.goto(page.url().replace(/[?].*/u, ''));

  await tabTo(page, page.getByRole('button', { name: 'Deleted (1)' }));
  await page.keyboard.press('Enter');
  const deleted = page.getByRole('listbox', { name: 'Deleted' });
  await expect(deleted.getByRole('option')).toContainText(['Russia']);
  await expect(deleted).toContainText('· holder of the key');
  await expect(page.getByRole('search').getByRole('heading', { name: 'Deleted' })).toBeVisible();
  const other = await page.context().newPage();
  await other.goto(page.url());
  await other.getByRole('option').filter({ hasText: 'Russia' }).click();
  const back = (tab: Page) => tab.getByRole('button', { name: 'Bring back “⁨Russia⁩”' });
  await expect(back(other)).toBeVisible();

  await page.keyboard.press('Control+KeyF');
  await page.keyboard.type('روسيه');
  await page.keyboard.press('ArrowDown');
  await expect(deleted).toBeFocused();
  await expect(back(page)).toBeVisible();
  await expect(page.getByRole('region', { name: 'The chosen entity' })).toContainText('1 mention meant it.');
  await expectAccessible(page, 'the deleted entities');
  await page.keyboard.press('Enter');
  await expect(back(page)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByText('“⁨Russia⁩” is back, with 1 mention.')).toBeVisible();
  await expect(page.getByRole('tab', { name: 'Mentions (1)' })).toBeVisible();

  await back(other).click();
  await expect(other.getByText('“⁨Russia⁩” is back already; somebody was first.')).toBeVisible();
  await expect(other.getByText('No entity of this project is deleted.')).toBeVisible();
});

test('what was accepted together is undone with the entities that were begun for it, and a redo brings them back', async ({
  page,
  radif,
}) => {
  const { document, project } = await importStatements(page, title);
  await page.goto(`${radif.origin}/documents/${document}`);
  await expect(page.getByRole('tabpanel', { name: 'Entities' }).locator('[data-proposed]').first()).toBeVisible();
  await page.keyboard.press('Alt+Shift+KeyG');
  await dialog(page)
    .getByRole('button', { name: /^Accept \d+/ })
    .click();
  await expect(dialog(page)).toHaveCount(0);
  const registry = async () => {
    const input = encodeURIComponent(JSON.stringify({ project }));
    const answer = await page.request.get(`${radif.origin}/trpc/entity.list?input=${input}`);
    return ((await answer.json()) as { result: { data: readonly unknown[] } }).result.data.length;
  };
  await expect.poll(registry).toBeGreaterThan(0);
  const begun = await registry();
  await expect(saving(page)).toContainText('Saved');
  await page.keyboard.press('Control+KeyZ');
  await expect.poll(registry).toBe(0);
  await page.keyboard.press('Control+Shift+KeyZ');
  await expect.poll(registry).toBe(begun);
  await expect(saving(page)).toContainText('Saved');
  await page.reload();
  await expect(
    page
      .getByRole('tabpanel', { name: 'Entities' })
      .getByRole('link', { name: /^The record/ })
      .first(),
  ).toBeVisible();
});
