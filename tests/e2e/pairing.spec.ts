import { expect, type Page } from '@playwright/test';
import { expectAccessible } from './accessibility.ts';
import { test } from './fixtures.ts';
import { tabTo } from './keyboard.ts';
import { rendering } from './workbench.ts';

const persian = 'وزیر گفت که نشست امروز برگزار شد. او به تهران رفت. این پایان است.';
const english = 'The minister said that the meeting was held today. He went to Tehran. This is the end.';

const documentLink = (page: Page, name: string) => page.getByRole('link', { name, exact: true });
const previewed = (page: Page) => page.getByRole('dialog').getByRole('list', { name: 'The first rows' });
const field = (page: Page, name: string) => page.getByRole('dialog').getByRole('textbox', { name, exact: true });

/** Drops files on the element that `selector` finds. */
async function drop(page: Page, selector: string, files: Readonly<Record<string, string>>): Promise<void> {
  const transfer = await page.evaluateHandle((given) => {
    const dropped = new DataTransfer();
    for (const [name, text] of Object.entries(given)) dropped.items.add(new File([text], name));
    return dropped;
  }, files);
  const place = page.locator(selector).first();
  await place.dispatchEvent('dragover', { dataTransfer: transfer });
  await place.dispatchEvent('drop', { dataTransfer: transfer });
}

test('a text and its English are brought in by keyboard, seen first, and stand side by side', async ({
  page,
  radif,
}) => {
  await page.goto(radif.origin);
  await page.keyboard.press('Alt+Shift+KeyA');
  await expect(page.getByRole('dialog', { name: /A Persian text and its English/ })).toBeVisible();
  await tabTo(page, field(page, 'Persian'));
  await page.keyboard.insertText(english);
  await tabTo(page, field(page, 'English').or(field(page, 'Persian').nth(1)));
  await page.keyboard.insertText(persian);

  await expect(previewed(page).getByRole('listitem')).toHaveCount(3);
  await expect(previewed(page).getByRole('listitem').nth(1)).toHaveText(/او به تهران رفت\..*He went to Tehran\./);
  await expect(page.getByRole('dialog')).toContainText('3 Persian sentences · 3 English sentences');
  await expect(page.getByRole('dialog')).toContainText('reads as Persian');
  await expectAccessible(page, 'two texts side by side');

  await page.keyboard.press('Alt+Shift+KeyS');
  await expect(page.getByRole('dialog')).toContainText('The sides seem exchanged');
  await page.keyboard.press('Alt+Shift+KeyS');
  await expect(page.getByRole('dialog')).not.toContainText('The sides seem exchanged');
  await tabTo(page, page.getByRole('radio', { name: 'sentences seldom cross it' }));
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('radio', { name: 'no sentence crosses it' })).toBeChecked();

  await tabTo(page, page.getByRole('textbox', { name: 'Title' }));
  await page.keyboard.insertText('Both');
  await page.keyboard.press('Enter');
  await expect(documentLink(page, 'Both')).toBeFocused();
  await expect(page.getByText('3 with both sides')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(rendering(page, 2)).toHaveText('He went to Tehran.');
});

test('two files that belong together are put side by side when they are dropped; others come in one by one', async ({
  page,
  radif,
}) => {
  await page.goto(radif.origin);
  await expect(documentLink(page, 'Statements')).toBeVisible();
  await drop(page, '[data-project]', { 'en.txt': english, 'fa.txt': persian });
  await expect(previewed(page).getByRole('listitem')).toHaveCount(3);
  await page.getByRole('button', { name: 'Bring both in' }).click();
  await expect(documentLink(page, 'fa')).toBeFocused();

  await drop(page, '[data-project]', { 'one.txt': persian, 'two.txt': 'متن دیگری است که با آن نیست.' });
  await expect(documentLink(page, 'one')).toBeVisible();
  await expect(documentLink(page, 'two')).toBeVisible();

  await drop(page, '[data-project]', { 'table.tsv': 'سلام دنیا.\tHello world.\nبی‌همتا.\t\n' });
  await expect(previewed(page)).toContainText('no English');
  await expect(page.getByRole('dialog')).toContainText('Rows with an empty cell: 1');
  await page.getByRole('button', { name: 'Bring both in' }).click();
  const told = page.getByRole('status').filter({ hasText: 'Rows with an empty cell: 1' });
  await told.getByRole('button', { name: 'Dismiss' }).click();
  await expect(told).toHaveCount(0);
  await page.reload();
  await expect(documentLink(page, 'table')).toBeVisible();
  await expect(page.getByText('Rows with an empty cell')).toHaveCount(0);
});

test('English comes to a document that has none, by drop, menu or command, and is taken back', async ({
  page,
  radif,
}) => {
  await page.goto(radif.origin);
  await drop(page, '[data-project]', { 'speech.txt': persian });
  await expect(documentLink(page, 'speech')).toBeFocused();
  const row = '[data-document]:has-text("speech")';
  await drop(page, row, { 'speech.en.txt': english });
  await expect(page.getByRole('dialog', { name: /The English of/ })).toBeVisible();
  await expect(previewed(page).getByRole('listitem')).toHaveCount(3);
  await expectAccessible(page, 'the English of a document');
  await page.getByRole('button', { name: 'Bring the English in' }).click();
  await expect(page.getByText('3 with both sides')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('was taken back.')).toBeVisible();

  await documentLink(page, 'speech').click();
  await expect(rendering(page, 1)).toHaveText('');
  await page.keyboard.press('Control+KeyK');
  await page.keyboard.insertText('Bring English');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: /The English of/ })).toBeVisible();
  await tabTo(page, field(page, 'English'));
  await page.keyboard.insertText(english);
  await expect(previewed(page).getByRole('listitem')).toHaveCount(3);
  await page.getByRole('button', { name: 'Bring the English in' }).click();
  await expect(rendering(page, 3)).toHaveText('This is the end.');

  await page.goto(radif.origin);
  await page.getByRole('button', { name: 'Actions for “\u2068speech\u2069”' }).click();
  await page.getByRole('menuitem', { name: 'Add its English…' }).click();
  await field(page, 'English').fill('Once more.');
  await expect(page.getByRole('dialog')).toContainText('has English already, in 3 of its segments');
  await expect(page.getByRole('button', { name: 'Bring the English in' })).toBeDisabled();
});

test('a long alignment goes on while the page is loaded anew, and nothing of it stays once it is cancelled', async ({
  page,
  radif,
}) => {
  test.setTimeout(180_000);
  const words = ['امروز', 'کشور', 'همکاری', 'نشست', 'دیدار', 'دولت', 'مردم', 'سیاست'];
  const others = ['today', 'country', 'cooperation', 'meeting', 'visit', 'government', 'people', 'policy'];
  const many = (say: (n: number) => string) => Array.from({ length: 9_000 }, (_, n) => say(n)).join(' ');
  await page.goto(radif.origin);
  await expect(documentLink(page, 'Statements')).toBeVisible();
  await drop(page, '[data-project]', {
    'long.fa.txt': many((n) => `در این روز ${n * 7} بار ${words[n % 8]} درباره ${words[(n * 3) % 7]} گفته شد.`),
    'long.en.txt': many((n) => `On this day ${others[n % 8]} was said ${n * 7} times of ${others[(n * 3) % 7]}.`),
  });
  await page.getByRole('button', { name: 'Bring both in' }).click();
  const progress = page.getByRole('progressbar');
  await expect(progress).toBeVisible();
  await page.reload();
  await expect(progress).toBeVisible();
  await expectAccessible(page, 'a job under way');
  await page.getByRole('button', { name: /^Stop: / }).click();
  await expect(progress).toHaveCount(0);
  await expect(page.getByText('was cancelled; nothing of it is kept')).toBeVisible();
  await expect(page.getByRole('link', { name: /long/ })).toHaveCount(0);
});
