import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import { expectAccessible } from './accessibility.ts';
import { test } from './fixtures.ts';
import { pressTimes, tabTo } from './keyboard.ts';
import { importStatements } from './sample.ts';
import { goTo, openDocument, rendering, saving, segment } from './workbench.ts';

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

test('a long file of entities says that it comes in, can be stopped, and then has brought nothing', async ({
  page,
}) => {
  await openRegistry(page);
  await page.getByRole('button', { name: 'Import a CSV file' }).click();
  const many = Array.from({ length: 20_000 }, (_, at) => `PER,شخص ${at},Person ${at},,,,\r\n`);
  await importNames(page, head + many.join(''));
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('20,000 new entities');
  await dialog.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(dialog.getByRole('status')).toContainText('The file is being imported.');
  await dialog.getByRole('button', { name: 'Stop' }).click();
  await expect(page.getByText('The import was stopped.')).toBeVisible();
  await expect(dialog).toContainText('20,000 new entities');
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  // Whoever writes next waits until the import has ended, one way or the other.
  const written = await page.request.post(new URL('/trpc/project.create', page.url()).href, { data: { name: 'Next' } });
  expect(written.ok()).toBe(true);
  await page.reload();
  await expect(page.getByRole('heading', { name: 'No entity yet' })).toBeVisible();
});

test('an English name is changed after a look at every place, one is left out, and what others typed survives the undo', async ({
  page,
  radif,
}) => {
  await page.goto(radif.origin);
  await tabTo(
    page,
    page.getByRole('region', { name: 'Statements', exact: true }).getByRole('link', { name: 'Entities' }),
  );
  await page.keyboard.press('Enter');
  await expect(list(page)).toBeVisible();
  await page.keyboard.press('Control+KeyF');
  await page.keyboard.type('foreign minister');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await tabTo(page, field(page, 'English name'));
  await page.keyboard.type('top diplomat');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'The old name stands in these places' })).toBeFocused();
  await expect(page.locator('del')).toHaveText(Array(6).fill('foreign minister'));
  await expectAccessible(page, 'the places of a renaming');
  await tabTo(page, page.getByRole('checkbox', { name: 'Place 2:' }));
  await page.keyboard.press('Space');
  await expect(page.locator('ins')).toHaveText(Array(5).fill('top diplomat'));
  await tabTo(page, page.getByRole('button', { name: 'Rename here and in 5 places' }));
  await page.keyboard.press('Enter');
  const result = page.getByRole('region', { name: 'What the renaming did' });
  await expect(result).toContainText('Renamed in 5 places in 1 document.');
  await expect(row(page, 'top diplomat')).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'English name 1' })).toHaveValue('foreign minister');
  await expectAccessible(page, 'what a renaming did');

  const other = await page.context().newPage();
  await other.goto(radif.origin);
  await openDocument(other, 'Statements, translated');
  const names = async () => {
    const texts = await other
      .getByRole('group', { name: /^Segment/ })
      .locator('[lang=en]')
      .allTextContents();
    return ['top diplomat', 'foreign minister'].map((name) => texts.join(' ').split(name).length - 1);
  };
  await expect.poll(names).toEqual([5, 1]);
  await goTo(other, 1);
  await expect(rendering(other, 1)).toContainText('Russian top diplomat,');
  await other.keyboard.press('Control+Home');
  await pressTimes(other, 'ArrowRight', 'Russian top '.length);
  await other.keyboard.type('Moscow ');
  await expect(rendering(other, 1)).toContainText('top Moscow diplomat');
  await expect(saving(other)).toContainText('Saved');

  await result.getByRole('link', { name: 'Statements, translated' }).click();
  await expect(segment(page, 1)).toBeVisible();
  await page.goBack();
  await tabTo(page, page.getByRole('button', { name: /^Undo in/ }));
  await page.keyboard.press('Enter');
  await expect(result).toContainText('Taken back but for 1 that somebody has changed since.');
  await expect.poll(names).toEqual([0, 5]);
  await expect(rendering(other, 1)).toContainText('Russian top Moscow diplomat,');

  await tabTo(page, page.getByRole('button', { name: 'Undo everywhere and in the record' }));
  await page.keyboard.press('Enter');
  await expect(result).toContainText('The record says again what it said before.');
  await expect(field(page, 'English name')).toHaveValue('foreign minister');
  await expect(page.getByRole('textbox', { name: 'English name 1' })).toHaveCount(0);
});

test('a renaming can change the record alone, and can be given up', async ({ page, radif }) => {
  await page.goto(radif.origin);
  await page.getByRole('region', { name: 'Statements', exact: true }).getByRole('link', { name: 'Entities' }).click();
  await row(page, 'Hissein').click();
  await field(page, 'English name').fill('H. B. Taha');
  await field(page, 'English name').press('Enter');
  await expect(page.locator('del')).toHaveCount(2);
  await page.keyboard.press('Escape');
  await expect(page.locator('del')).toHaveCount(0);
  await expect(field(page, 'English name')).toHaveValue('H. B. Taha');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('checkbox', { name: /^Keep/ }).uncheck();
  await page.getByRole('button', { name: 'Change only the record' }).click();
  await expect(row(page, 'H. B. Taha')).toBeVisible();
  await page.getByRole('tab', { name: 'Mentions (2)' }).click();
  await expect(page.getByRole('tabpanel').getByRole('heading')).toContainText(['Hissein Brahim Taha']);
});

test('labels are moved, added and removed by keyboard, told when somebody was first, and mark in the workbench', async ({
  page,
  radif,
}) => {
  await fillRegistry(page);
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.keyboard.press('Control+KeyK');
  await expect(page.getByRole('combobox', { name: 'What do you want to do?' })).toBeFocused();
  await page.keyboard.type('labels');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Labels of the project' });
  const rows = dialog.getByRole('listitem');
  await expect(rows).toHaveCount(9);
  await dialog.getByRole('textbox', { name: 'English name of GPE' }).focus();
  await page.keyboard.press('Alt+ArrowUp');
  await page.keyboard.press('Alt+ArrowUp');
  await page.keyboard.type('Country');
  await expect(rows.first().getByRole('textbox').last()).toHaveValue(
    /^Country or cityCountry$|^CountryCountry or city$/,
  );
  await tabTo(page, dialog.getByRole('button', { name: 'Remove ORG' }));
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('status')).toContainText('in grey, on 1 entity');
  await dialog.getByRole('button', { name: 'Keep ORG' }).click();
  await expect(dialog.getByRole('button', { name: 'Remove ORG' })).toBeVisible();

  await tabTo(page, dialog.getByRole('button', { name: 'Add a label' }));
  await page.keyboard.press('Enter');
  await page.keyboard.type('per');
  await expect(dialog.getByText('The label PER is there twice.')).toBeVisible();
  await page.keyboard.press('Control+KeyA');
  await page.keyboard.type('ship');
  await tabTo(page, dialog.getByRole('textbox', { name: 'Persian name of SHIP' }));
  await page.keyboard.type('کشتی');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('textbox', { name: 'English name of SHIP' })).toBeFocused();
  await page.keyboard.type('Ship');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Digit1');
  await expect(dialog.getByText('a letter or a sign')).toBeVisible();
  await page.keyboard.press('KeyS');
  await expectAccessible(page, 'the labels');

  const other = await page.context().newPage();
  await other.goto(page.url());
  await other.getByRole('textbox', { name: 'English name of PER' }).fill('Human');
  await other.getByRole('button', { name: 'Save' }).click();
  await expect(other.getByRole('dialog')).toHaveCount(0);

  await tabTo(page, dialog.getByRole('button', { name: 'Save' }));
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('alert')).toContainText('Somebody else changed the labels meanwhile: PER.');
  await expect(dialog.getByRole('button', { name: 'Save what I say' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);

  await page.goto(radif.origin);
  await openDocument(page, title);
  await goTo(page, 5);
  await page.keyboard.press('Alt+KeyE');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('KeyS');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog').getByRole('button', { name: 'Ship' })).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('Escape');

  await page.keyboard.press('Control+KeyK');
  await expect(page.getByRole('combobox', { name: 'What do you want to do?' })).toBeFocused();
  await page.keyboard.type('labels');
  await page.keyboard.press('Enter');
  await dialog.getByRole('button', { name: 'Remove SHIP' }).click();
  await expect(dialog.getByRole('status')).toContainText('in grey, on 1 mention');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('button', { name: 'Labels', exact: true }).click();
  await expect(rows).toHaveCount(10);
});
