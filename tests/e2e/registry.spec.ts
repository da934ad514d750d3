import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import { expectAccessible } from './accessibility.ts';
import { test } from './fixtures.ts';
import { tabTo } from './keyboard.ts';
import { importStatements } from './sample.ts';
import { openDocument, rendering, saving, segment } from './workbench.ts';

const head = 'label,fa,en,fa_other,en_other,wikidata,note\r\n';
const oic =
  'ORG,سازمان همکاری اسلامی,Organisation of Islamic Cooperation,سازمان همکاریهای اسلامی,OIC (short form),,\r\n';
const names = `${head}${oic}GPE,روسیه,Russia,,,Q159,\r\nPER,حسین ابراهیم طه,Hissein Brahim Taha,,,,\r\n`;

const list = (page: Page) => page.getByRole('listbox', { name: 'Entities' });
const row = (page: Page, name: string) => list(page).getByRole('option').filter({ hasText: name });
const field = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });

/** The project that every test works on: the sample as it was before anybody named anything. */
const title = 'Unnamed';

test.beforeEach(async ({ page, radif }) => {
  await importStatements(page, title);
  await page.goto(radif.origin);
});

/** Goes from the library to the entities of the project by keyboard. */
async function openRegistry(page: Page): Promise<void> {
  const region = page.getByRole('region', { name: title });
  await tabTo(page, region.getByRole('link', { name: 'Entities', exact: true }));
  await page.keyboard.press('Enter');
  await expect(list(page)).toBeVisible();
}

async function importNames(page: Page, content: string): Promise<void> {
  const file = { name: 'names.csv', mimeType: 'text/csv', buffer: Buffer.from(content) };
  await page.getByRole('dialog').locator('input[type=file]').setInputFiles(file);
}

/** Fills the registry of the project and stands in it. */
async function fillRegistry(page: Page): Promise<void> {
  await openRegistry(page);
  await page.getByRole('button', { name: 'Import a CSV file' }).press('Enter');
  await importNames(page, names);
  await page.getByRole('dialog').getByRole('button', { name: 'Import', exact: true }).press('Enter');
  await expect(list(page).getByRole('option')).toHaveCount(3);
}

test('an entity is made, found in another spelling, changed and told of by keyboard', async ({ page }) => {
  await openRegistry(page);
  await expect(page.getByRole('heading', { name: 'No entity yet' })).toBeVisible();
  await tabTo(page, page.getByRole('button', { name: 'New entity' }));
  await page.keyboard.press('Enter');
  await expect(field(page, 'Persian name')).toBeFocused();
  await page.keyboard.type('جمهوری اسلامی');
  await tabTo(page, field(page, 'Wikidata id'));
  await page.keyboard.type('x1');
  await page.keyboard.press('Enter');
  await expect(page.getByText('no Wikidata id')).toBeVisible();
  await field(page, 'Wikidata id').fill('https://www.wikidata.org/wiki/Q794');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'جمهوری اسلامی' })).toBeVisible();

  await page.keyboard.press('Control+KeyF');
  await page.keyboard.type('جمهوري  اسلامي');
  await expect(row(page, 'جمهوری اسلامی')).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await expect(list(page)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(field(page, 'Persian name')).toBeFocused();
  await tabTo(page, field(page, 'English name'));
  await page.keyboard.type('Islamic Republic');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status').filter({ hasText: 'Saved.' })).toBeVisible();
  await expect(row(page, 'Islamic Republic')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(list(page)).toBeFocused();

  await page.getByRole('tab', { name: 'History' }).click();
  await expect(page.getByRole('tabpanel').getByRole('listitem')).toContainText(['Changed', 'Created']);
  await expectAccessible(page, 'the history of an entity');
});

test('who changes an entity that somebody else has changed is told what they say, and chooses', async ({ page }) => {
  await fillRegistry(page);
  await row(page, 'Russia').click();
  await field(page, 'Note').fill('mine');

  const other = await page.context().newPage();
  await other.goto(page.url());
  await field(other, 'Note').fill('theirs');
  await other.getByRole('button', { name: 'Save' }).click();
  await expect(other.getByRole('status').filter({ hasText: 'Saved.' })).toBeVisible();

  await page.getByRole('button', { name: 'Save' }).click();
  const told = page.getByRole('alert').filter({ hasText: 'Somebody else' });
  await expect(told).toContainText('theirs');
  await expectAccessible(page, 'an entity that was overtaken');
  await told.getByRole('button', { name: 'Save what I say' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Saved.' })).toBeVisible();
  await expect(field(page, 'Note')).toHaveValue('mine');
  await page.getByRole('tab', { name: 'History' }).click();
  await expect(page.getByRole('tabpanel').getByRole('listitem')).toHaveCount(3);
});

test('names of the registry are written by Alt and a digit, and stand in the concordance with a way back', async ({
  page,
  radif,
}) => {
  await fillRegistry(page);
  await page.goto(radif.origin);
  await openDocument(page, title);
  const panel = page.getByRole('tabpanel', { name: 'Entities' });
  await expect(panel.getByRole('listitem')).toContainText(['Russia', 'Hissein Brahim Taha', 'Organisation']);
  await page.keyboard.press('Alt+Digit1');
  await page.keyboard.type(' met');
  await page.keyboard.press('Alt+Digit3');
  await expect(rendering(page, 1)).toHaveText('Russia met Organisation of Islamic Cooperation');
  await expect(saving(page)).toContainText('Saved');
  await page.keyboard.press('Alt+Digit1');
  expect(await page.evaluate(() => String(getSelection()))).toBe('Russia');

  await panel.getByRole('link', { name: 'The record of “\u2068Russia\u2069”' }).click();
  await page.getByRole('tab', { name: 'Mentions (1)' }).click();
  await expect(page.getByRole('tabpanel').locator('mark')).toHaveText(['روسیه', 'Russia']);
  await expectAccessible(page, 'the concordance');
  await page.getByRole('tabpanel').getByRole('link', { name: title }).click();
  await expect(segment(page, 1)).toHaveAttribute('aria-current', 'true');
});

test('a deletion says what it touches and is undone, and so is a merge', async ({ page, radif }) => {
  await fillRegistry(page);
  await page.goto(radif.origin);
  await openDocument(page, title);
  await expect(page.getByRole('tabpanel').getByRole('listitem')).toHaveCount(3);
  await page.keyboard.press('Alt+Digit1');
  await expect(saving(page)).toContainText('Saved');
  await page.getByRole('link', { name: 'All entities of the project' }).click();

  await row(page, 'Russia').click();
  await page.getByRole('button', { name: /^Actions for/ }).click();
  await page.getByRole('menuitem', { name: 'Delete…' }).click();
  await expect(page.getByRole('dialog')).toContainText('1 mention in 1 document');
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await expect(row(page, 'Russia')).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(row(page, 'Russia')).toBeVisible();

  await row(page, 'Russia').click();
  await expect(page.getByRole('tab', { name: 'Mentions (1)' })).toBeVisible();
  await page.getByRole('button', { name: /^Actions for/ }).click();
  await page.getByRole('menuitem', { name: 'Merge into another…' }).click();
  await page.keyboard.type('همكاري');
  await page.getByRole('radio', { name: 'Organisation of Islamic Cooperation' }).check();
  await page.getByRole('dialog').getByRole('button', { name: 'Merge' }).click();
  await expect(list(page).getByRole('option')).toHaveCount(2);
  await expect(page.getByRole('tab', { name: 'Mentions (1)' })).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(list(page).getByRole('option')).toHaveCount(3);
  await expect(page.getByRole('tab', { name: 'Mentions (0)' })).toBeVisible();
});

test('a file of entities says what is wrong before it is imported, and comes out as it went in', async ({ page }) => {
  await openRegistry(page);
  await page.getByRole('button', { name: 'Import a CSV file' }).click();
  await importNames(page, `${head}SHIP,کشتی,Ship,,,,\r\n`);
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('Line 2, column 1: there is no label "SHIP"');
  await expect(dialog.getByRole('button', { name: 'Import', exact: true })).toHaveCount(0);
  await expectAccessible(page, 'a refused file');
  await importNames(page, names);
  await expect(dialog).toContainText('3 new entities');
  await dialog.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(list(page).getByRole('option')).toHaveCount(3);

  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download as CSV' }).click();
  expect(readFileSync(await (await download).path(), 'utf8')).toBe(`\ufeff${names}`);
});
