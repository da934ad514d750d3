import { expect, type Page } from '@playwright/test';
import { expectAccessible } from './accessibility.ts';
import { ask } from './ask.ts';
import { test } from './fixtures.ts';
import { tabTo } from './keyboard.ts';
import { goTo, openDocument, rendering, saving } from './workbench.ts';

const text = 'تحریم‌های بانک مرکزی ماند. نرخ ارز بالا رفت.';
const file =
  'fa,preferred,forbidden,note,domain\r\nبانک مرکزی,Central Bank,,of any country,economy\r\nبانک,bank,,,\r\n';

const list = (page: Page) => page.getByRole('listbox', { name: 'Glossary' });
const row = (page: Page, name: string) => list(page).getByRole('option').filter({ hasText: name });
const field = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });
const told = (page: Page, words: string) => page.getByRole('alert').filter({ hasText: words });
const findings = (page: Page) => page.getByRole('list', { name: 'Checks' }).getByRole('listitem');
const here = (page: Page) => page.getByRole('region', { name: 'Glossary' }).getByRole('listitem');

async function newProject(page: Page, origin: string): Promise<string> {
  const { id: project } = await ask<{ id: string }>(page, 'project.create', { name: 'Economy' });
  await ask(page, 'document.import', { project, title: 'Rates', text });
  await page.goto(origin);
  return project;
}

async function importTerms(page: Page, content: string): Promise<void> {
  const buffer = Buffer.from(content);
  await page.getByRole('button', { name: 'Import terms' }).press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.locator('input[type=file]').setInputFiles({ name: 'terms.csv', mimeType: 'text/csv', buffer });
  await dialog.getByRole('button', { name: 'Import', exact: true }).press('Enter');
  await expect(dialog).toBeHidden();
}

test('terms are added, brought in, changed, removed and brought back by keyboard', async ({ page, radif }) => {
  await newProject(page, radif.origin);
  const region = page.getByRole('region', { name: 'Economy' });
  await tabTo(page, region.getByRole('link', { name: 'Glossary', exact: true }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'No term yet' })).toBeVisible();
  await tabTo(page, page.getByRole('button', { name: 'New term' }));
  await page.keyboard.press('Enter');
  await expect(field(page, 'Persian term')).toBeFocused();
  await page.keyboard.type('تحریم');
  await page.keyboard.press('Enter');
  await expect(page.getByText('has no English. Give one')).toBeVisible();
  await page.keyboard.press('Tab');
  await page.keyboard.type('sanctions');
  await page.keyboard.press('Enter');
  await expect(row(page, 'sanctions')).toHaveAttribute('aria-selected', 'true');
  await expect(list(page)).toBeFocused();
  await expectAccessible(page, 'a term');

  await page.getByRole('button', { name: 'Import terms' }).press('Enter');
  const dialog = page.getByRole('dialog');
  const broken = { name: 'broken.csv', mimeType: 'text/csv', buffer: Buffer.from('fa,preferred\n,x\n') };
  await dialog.locator('input[type=file]').setInputFiles(broken);
  await expect(dialog.getByText('Line 2, column 1: the Persian term')).toBeVisible();
  await page.keyboard.press('Escape');
  await importTerms(page, file);
  await expect(list(page).getByRole('option')).toHaveCount(3);

  await page.keyboard.press('Control+KeyF');
  await page.keyboard.type('تحريم');
  await expect(list(page).getByRole('option')).toHaveCount(1);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(field(page, 'Persian term')).toBeFocused();
  await tabTo(page, page.getByRole('button', { name: 'Add an English term' }));
  await page.keyboard.press('Enter');
  await page.keyboard.type('boycott');
  await page.keyboard.press('Tab');
  await page.keyboard.press('End');
  await expect(page.getByRole('combobox', { name: /boycott.*is for/ })).toHaveValue('forbidden');
  await field(page, 'Note').press('Control+Enter');
  await expect(row(page, 'sanctions')).toContainText('+1');
  await page.keyboard.press('Control+KeyZ');
  await expect(row(page, 'sanctions')).not.toContainText('+1');

  await page.keyboard.press('Escape');
  await expect(list(page)).toBeFocused();
  await page.keyboard.press('Delete');
  await expect(list(page).getByRole('option')).toHaveCount(0);
  await expect(told(page, 'was removed')).toBeVisible();
  await page.keyboard.press('Control+KeyZ');
  await expect(row(page, 'sanctions')).toBeVisible();
});

test('terms of the segment are listed, inserted by a key, and told where they miss', async ({ page, radif }) => {
  const project = await newProject(page, radif.origin);
  await page.goto(`${radif.origin}/projects/${project}/terms`);
  await importTerms(page, `${file}تحریم,sanctions,boycott,,\r\n`);
  await page.goto(radif.origin);
  await openDocument(page, 'Rates');
  await goTo(page, 1);
  await expect(here(page)).toContainText([/بانک مرکزی.*Central Bank/, /تحریم.*sanctions/]);
  await expect(here(page)).toHaveCount(2);
  expect(
    await page.evaluate(() =>
      [...(CSS.highlights.get('radif-term') ?? [])].map((range) => range.endOffset - range.startOffset),
    ),
  ).toEqual([10, 9]);
  await page.keyboard.type('The boycott of the');
  await page.keyboard.press('Alt+Shift+Digit1');
  await expect(rendering(page, 1)).toHaveText('The boycott of the Central Bank');
  await page.keyboard.press('Control+KeyZ');
  await expect(rendering(page, 1)).toHaveText('The boycott of the');
  await page.keyboard.press('Alt+KeyV');
  await page.keyboard.type(' bank stayed.');
  await page.keyboard.press('Control+Shift+Enter');
  await expect(findings(page)).toContainText([/has .*Central Bank.* for/, /forbids .*boycott.* for/]);
  await page.keyboard.press('F8');
  await page.keyboard.press('F8');
  await page.keyboard.press('Alt+KeyY');
  await expect(rendering(page, 1)).toHaveText('The sanctions of the bank stayed.');
  await expectAccessible(page, 'findings about terms');
});

test('the key of a term, pressed before the glossary has come, writes the term once it is there', async ({
  page,
  radif,
}) => {
  const project = await newProject(page, radif.origin);
  const record = { fa: 'بانک مرکزی', en: [{ text: 'Central Bank', use: 'preferred' }], note: '', domain: '' };
  const terms = [{ id: crypto.randomUUID(), revision: null, record: { ...record, partOfSpeech: null } }];
  await ask(page, 'term.write', { project, terms });
  let come = () => {};
  const held = new Promise<void>((resolve) => {
    come = resolve;
  });
  await page.route('**/trpc/*term.list*', async (route) => {
    await held;
    await route.continue();
  });
  await openDocument(page, 'Rates');
  await expect(rendering(page, 1)).toBeVisible();
  await page.keyboard.press('Alt+Shift+Digit1');
  await expect(rendering(page, 1)).toHaveText('');
  come();
  await expect(rendering(page, 1)).toHaveText('Central Bank');
  await page.keyboard.press('Control+KeyZ');
  await expect(rendering(page, 1)).toHaveText('');
});

test('in Persian, a term is told under the pointer and written by a double click', async ({ page, radif }) => {
  const project = await newProject(page, radif.origin);
  await ask(page, 'term.import', { project, file: Buffer.from(file).toString('base64'), isTrial: false });
  await page.evaluate(() => localStorage.setItem('radif.preferences', JSON.stringify({ language: 'fa' })));
  await page.goto(radif.origin);
  await tabTo(page, page.getByRole('link', { name: 'Rates', exact: true }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'اصطلاح‌های این قطعه' })).toBeVisible();
  const english = page.locator('.rendering').first();
  await english.click();
  await page.keyboard.type('The');
  const word = await page.evaluate(() => {
    const [range] = CSS.highlights.get('radif-term') ?? [];
    if (!range) return null;
    const live = new Range();
    live.setStart(range.startContainer, range.startOffset);
    live.setEnd(range.endContainer, range.endOffset);
    const { x, y, width, height } = live.getBoundingClientRect();
    return { x: x + width / 4, y: y + height / 2 };
  });
  if (word === null) throw new Error('No term is underlined.');
  await page.mouse.move(word.x, word.y);
  await expect(page.getByRole('tooltip')).toContainText('of any country');
  await page.mouse.dblclick(word.x, word.y);
  await expect(english).toHaveText('The Central Bank');
});

test('terms that linked segments propose are changed and accepted, refused, and brought back, by keyboard', async ({
  page,
  radif,
}) => {
  const { id: project } = await ask<{ id: string }>(page, 'project.create', { name: 'Economy' });
  const text = 'نرخ ارز ماند.\nنرخ ارز افتاد.\nنرخ ارز برخاست.';
  const { value } = await ask<{ value: { id: string } }>(page, 'document.import', { project, title: 'Rates', text });
  await page.goto(`${radif.origin}/documents/${value.id}`);
  for (const [index, word] of ['stayed', 'fell', 'rose'].entries()) {
    await goTo(page, index + 1);
    await page.keyboard.type(`Exchange rate ${word}.`);
    await page.keyboard.press('Alt+KeyL');
    await expect(page.getByRole('toolbar', { name: 'Keys that link words' })).toBeVisible();
    for (const key of ['Space', 'ArrowLeft', 'Space', 'Tab', 'Space', 'ArrowRight', 'Space', 'Enter', 'Escape'])
      await page.keyboard.press(key);
    await page.keyboard.press('Control+Shift+Enter');
  }
  await expect(saving(page)).toContainText('Saved');

  await page.goto(`${radif.origin}/projects/${project}/terms`);
  await tabTo(page, page.getByRole('button', { name: 'Proposed terms' }));
  await page.keyboard.press('Enter');
  await expect(page.getByText('1 of 1')).toBeVisible();
  await expect(field(page, 'Persian term')).toBeFocused();
  await expect(field(page, 'Persian term')).toHaveValue('نرخ ارز');
  await expectAccessible(page, 'a proposed term');
  await tabTo(page, page.getByRole('button', { name: 'Refuse' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'No term is proposed' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('heading', { name: 'No term is proposed' })).toBeVisible();
  await ask(page, 'term.refuse', { project, fa: 'نرخ ارز', isRefused: false });
  await page.reload();
  await tabTo(page, page.getByRole('button', { name: 'Refuse' }));
  await page.keyboard.press('Enter');
  await told(page, 'will not be proposed').getByRole('button', { name: 'Undo' }).press('Enter');
  await expect(field(page, 'Persian term')).toHaveValue('نرخ ارز');
  await expect(field(page, 'English term 1')).toHaveValue('Exchange rate');
  await tabTo(page, field(page, 'English term 1'));
  await page.keyboard.type('rate of exchange');
  await page.keyboard.press('Enter');
  await expect(row(page, 'rate of exchange')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'No term is proposed' })).toBeVisible();
  await expect(told(page, 'is in the glossary')).toBeVisible();
  await page.keyboard.press('Control+KeyZ');
  await expect(list(page).getByRole('option')).toHaveCount(0);
  await expect(field(page, 'English term 1')).toHaveValue('Exchange rate');
  await page.keyboard.press('Escape');
  await expect(list(page)).toBeFocused();
});
