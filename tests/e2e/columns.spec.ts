import { expect, type Page } from '@playwright/test';
import { strToU8, zipSync } from 'fflate';
import { expectAccessible } from './accessibility.ts';
import { drop } from './drop.ts';
import { test } from './fixtures.ts';
import { tabTo } from './keyboard.ts';
import { rendering } from './workbench.ts';

const documentLink = (page: Page, name: string) => page.getByRole('link', { name, exact: true });
const dialog = (page: Page) => page.getByRole('dialog', { name: /Bring files into/ });

test('a table is read by the columns that a person chooses, by keyboard: its English, its states, and no heading', async ({
  page,
  radif,
}) => {
  await page.goto(radif.origin);
  await expect(documentLink(page, 'Statements')).toBeVisible();
  const rows = [
    'id,fa,en,Now,Status',
    'a,سلام دنیا.,Old hello.,Hello world.,final',
    'b,او رفت.,Old went.,He went.,draft',
  ];
  await drop(page, { 'table.csv': `${rows.join('\n')}\n` });
  const columns = dialog(page).getByRole('group', { name: 'Columns of the table' });
  const column = (number: number) => columns.getByRole('combobox', { name: `Column ${number} holds` });
  await expect(columns.getByRole('checkbox', { name: 'The first row names the columns' })).toBeChecked();
  await expect(column(3)).toHaveValue('en');
  await expect(column(4)).toHaveValue('');
  await expect(column(5)).toHaveValue('state');
  await expectAccessible(page, 'the columns of a table');
  await tabTo(page, column(4));
  await page.keyboard.type('English');
  await expect(column(4)).toHaveValue('en');
  await expect(column(3)).toHaveValue('');
  const rowsShown = dialog(page).getByRole('list', { name: 'The first rows' });
  await expect(rowsShown.getByRole('listitem').first()).toContainText('Hello world.');
  // What is changed stands above what it changes.
  expect((await columns.boundingBox())?.y ?? 0).toBeLessThan((await rowsShown.boundingBox())?.y ?? 0);
  await tabTo(page, column(5));
  await page.keyboard.type('document');
  await expect(dialog(page)).toContainText('2 documents');
  await column(4).selectOption('state');
  await expect(dialog(page).getByRole('alert')).toContainText('The column "state" should hold one of');
  await expect(dialog(page).getByRole('button', { name: /Bring in/ })).toBeDisabled();
  await column(4).selectOption('en');
  await column(5).selectOption('state');
  await dialog(page).getByRole('button', { name: 'Bring in 1 document' }).click();
  await documentLink(page, 'table').click();
  await expect(rendering(page, 1)).toHaveText('Hello world.');
  await expect(rendering(page, 2)).toHaveText('He went.');
});

test('a table that is put together as a pair is read by the columns that a person chooses', async ({ page, radif }) => {
  await page.goto(radif.origin);
  await expect(documentLink(page, 'Statements')).toBeVisible();
  const rows = ['x\ty\tz', 'Old hello.\tHello world.\tسلام دنیا.', 'Old went.\tHe went.\tاو رفت.'];
  await drop(page, { 'pair.tsv': `${rows.join('\n')}\n` });
  const pair = page.getByRole('dialog', { name: /A Persian text and its English/ });
  const column = (number: number) => pair.getByRole('combobox', { name: `Column ${number} holds` });
  await expect(column(1)).toHaveValue('en');
  await column(2).selectOption('en');
  await pair.getByRole('checkbox', { name: 'The first row names the columns' }).check();
  await expect(pair.getByRole('list', { name: 'The first rows' }).getByRole('listitem')).toHaveCount(2);
  await expect(pair.getByRole('list', { name: 'The first rows' })).toContainText('He went.');
  await column(3).selectOption('');
  await expect(pair.getByRole('alert')).toBeVisible();
  await column(3).selectOption('fa');
  await expectAccessible(page, 'the columns of a pair in a table');
  await pair.getByRole('button', { name: 'Bring both in' }).click();
  await documentLink(page, 'pair').click();
  await expect(rendering(page, 1)).toHaveText('Hello world.');
});

test('a workbook that names ids and states is a corpus, and one of two columns a pair; the columns of both can be chosen', async ({
  page,
  radif,
}) => {
  await page.goto(radif.origin);
  await expect(documentLink(page, 'Statements')).toBeVisible();
  const corpus = [
    ['segment', 'fa', 'en', 'state'],
    ['a', 'سلام دنیا.', 'Hello world.', 'final'],
    ['b', 'او رفت.', 'He went.', 'draft'],
  ];
  await drop(page, { 'corpus.xlsx': workbook(corpus) });
  const columns = dialog(page).getByRole('group', { name: 'Columns of the table' });
  await expect(columns.getByRole('combobox', { name: 'Column 4 holds' })).toHaveValue('state');
  await dialog(page).getByRole('button', { name: 'Bring in 1 document' }).click();
  await documentLink(page, 'corpus').click();
  await expect(rendering(page, 1)).toHaveText('Hello world.');
  await page.goBack();
  await drop(page, { 'two.xlsx': workbook(corpus.slice(1).map(([, fa = '', en = '']) => [fa, en])) });
  const pair = page.getByRole('dialog', { name: /A Persian text and its English/ });
  const chosen = pair.getByRole('group', { name: 'Columns of the table' });
  await expect(chosen.getByRole('combobox', { name: 'Column 2 holds' })).toHaveValue('en');
  const shown = pair.getByRole('list', { name: 'The first rows' });
  expect((await chosen.boundingBox())?.y ?? 0).toBeLessThan((await shown.boundingBox())?.y ?? 0);
});

/** A workbook with these rows of text. */
function workbook(rows: readonly (readonly string[])[]): Uint8Array {
  const cells = (row: readonly string[]) => row.map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`).join('');
  const sheet = rows.map((row) => `<row>${cells(row)}</row>`).join('');
  return zipSync({
    'xl/workbook.xml': strToU8('<workbook xmlns:r="r"><sheets><sheet r:id="rId1"/></sheets></workbook>'),
    'xl/worksheets/sheet1.xml': strToU8(`<worksheet><sheetData>${sheet}</sheetData></worksheet>`),
  });
}
