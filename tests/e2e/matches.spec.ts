import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import { expectAccessible } from './accessibility.ts';
import { test } from './fixtures.ts';
import { importStatements, importText } from './sample.ts';
import { goTo, rendering, segment } from './workbench.ts';

const panel = (page: Page) => page.getByRole('tabpanel', { name: /^Matches/ });
const unit = (fa: string, en: string) =>
  `<tu><tuv xml:lang="fa"><seg>${fa}</seg></tuv><tuv xml:lang="en"><seg>${en}</seg></tuv></tu>`;
const broken = '<tu><tuv xml:lang="fa"><seg>شکسته</tuv></tu>';

/** The Persian of a row. */
async function persian(page: Page, number: number): Promise<string> {
  return (await segment(page, number).locator('[lang=fa]').first().innerText()).trim();
}

/** The same text once more, in the same project. */
function importAgain(page: Page, project: string): Promise<string> {
  return page.evaluate(
    async ([text, project]) => {
      const form = new FormData();
      form.set('project', project);
      form.set('title', 'Again');
      form.set('file', new File([text], 'statements.txt', { type: 'text/plain' }));
      const imported = await fetch('/import', { method: 'POST', body: form });
      return (await imported.json()).value.id as string;
    },
    [readFileSync('tests/fixtures/statements.fa.txt', 'utf8'), project] as const,
  );
}

test('a memory is brought in, its matches follow the caret, and keys insert them', async ({ page, radif }) => {
  const { project, document } = await importStatements(page, 'Remembered');
  const address = `${radif.origin}/documents/${document}`;
  await page.goto(address);
  await expect(segment(page, 1)).toHaveAttribute('aria-current', 'true');
  const [second, fifth] = [await persian(page, 2), await persian(page, 5)];

  await page.goto(`${radif.origin}/projects/${project}/memories`);
  await expect(page.getByRole('heading', { name: 'Bring a memory in' })).toBeVisible();
  const words = fifth.split(' ');
  const near = [...words.slice(0, -1), 'دیروز'].join(' ');
  const text = `<tmx version="1.4"><header/><body>\n${[unit(second, 'The second.'), broken, unit(near, 'Nearly the fifth.')].join('\n')}</body></tmx>`;
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'news.tmx', mimeType: 'text/xml', buffer: Buffer.from(text) });
  await page.getByRole('button', { name: 'Bring in' }).click();
  await expect(page.getByText('news: 2 units brought in')).toBeVisible();
  await expect(page.getByText(/well-formed/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Look into news' })).toBeVisible();
  await expectAccessible(page, 'the page of memories');
  await page.getByRole('button', { name: 'Look into news' }).click();
  await page.getByRole('searchbox', { name: 'Find in the units' }).fill('NEARLY');
  await expect(page.getByRole('listitem').filter({ hasText: 'Nearly the fifth.' })).toHaveCount(1);
  await expect(page.getByRole('listitem').filter({ hasText: 'The second.' })).toHaveCount(0);

  await page.goto(address);
  await goTo(page, 2);
  await page.keyboard.press('Alt+KeyU');
  await expect(panel(page).getByText('The second.')).toBeVisible();
  await expect(panel(page).getByText('100', { exact: true })).toBeVisible();
  await expectAccessible(page, 'the panel of matches');
  await page.keyboard.press('Control+Digit1');
  await expect(rendering(page, 2)).toHaveText('The second.');
  await page.keyboard.press('Control+KeyZ');
  await expect(rendering(page, 2)).toHaveText('');
  await page.keyboard.press('Control+KeyY');

  // Pressed at once, before anything was asked for the row: it waits for the answer.
  await goTo(page, 5);
  await page.keyboard.press('Control+Digit1');
  await expect(rendering(page, 5)).toHaveText('Nearly the fifth.');
  await expect(panel(page).locator('del')).toHaveText(['دیروز']);
  await page.keyboard.type(' Or not.');
  await page.keyboard.press('Control+Alt+Digit1');
  await expect(rendering(page, 5)).toHaveText('Nearly the fifth. Or not. Nearly the fifth.');
  await page.keyboard.press('Control+Digit9');
  await expect(page.getByText('There is no match number 9 here.')).toBeVisible();
  await expect(rendering(page, 5)).toHaveText('Nearly the fifth. Or not. Nearly the fifth.');
  await page.reload();
  await expect(rendering(page, 5)).toHaveText('Nearly the fifth. Or not. Nearly the fifth.');
});

test('what is confirmed in one document is a match in the next', async ({ page, radif }) => {
  const first = await importStatements(page, 'First');
  await page.goto(`${radif.origin}/documents/${first.document}`);
  await goTo(page, 3);
  await page.keyboard.insertText('As it was said.');
  await page.keyboard.press('Control+Shift+Enter');
  await expect(segment(page, 3)).toHaveAttribute('aria-label', /confirmed/i);
  const second = await importAgain(page, first.project);
  await page.goto(`${radif.origin}/documents/${second}`);
  await goTo(page, 3);
  await page.keyboard.press('Control+Digit1');
  await expect(rendering(page, 3)).toHaveText('As it was said.');
  // Put in by itself where the person wants that, and only once.
  await page.keyboard.press('Control+KeyZ');
  await expect(rendering(page, 3)).toHaveText('');
  await page.keyboard.press('Control+KeyK');
  await page.keyboard.type('best match');
  await page.keyboard.press('Enter');
  await expect(rendering(page, 3)).toHaveText('As it was said.');
  await expect(segment(page, 3)).toHaveAttribute('aria-label', /suggested/i);
  await page.keyboard.press('Control+KeyZ');
  await expect(rendering(page, 3)).toHaveText('');
  await goTo(page, 4);
  await goTo(page, 3);
  await page.keyboard.press('Alt+KeyU');
  await expect(panel(page).getByText('102', { exact: true })).toBeVisible();
  await expect(rendering(page, 3)).toHaveText('');
  await expect(panel(page).getByText('the same, between the same neighbours')).toBeVisible();
});

test('the same is said again by keys and taken back, and a project is counted and filled', async ({ page, radif }) => {
  const text = ['باران آمد.', 'دولت گفت.', 'باران آمد.', 'باران آمد.', 'دولت نگفت.'].join('\n');
  const { project, document } = await importText(page, 'Rain', text);
  const address = `${radif.origin}/documents/${document}`;
  await page.goto(address);
  await expect(segment(page, 1)).toHaveAttribute('aria-current', 'true');
  await page.keyboard.insertText('Rain came.');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('2 other segments read the same.')).toBeVisible();
  await page.keyboard.press('Alt+Shift+KeyU');
  await expect(page.getByRole('dialog', { name: 'The same said again' })).toBeVisible();
  await expectAccessible(page, 'the same said again');
  await expect(page.getByRole('button', { name: 'Write it into 2 segments' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(rendering(page, 3)).toHaveText('Rain came.');
  await expect(rendering(page, 4)).toHaveText('Rain came.');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(rendering(page, 3)).toHaveText('');
  await expect(rendering(page, 4)).toHaveText('');

  await page.goto(`${radif.origin}/projects/${project}/memories`);
  await page.getByRole('button', { name: 'Count', exact: true }).click();
  const table = page.getByRole('table', { name: 'In one document' });
  await expect(table.getByRole('row', { name: /^confirmed/ })).toHaveText('confirmed12');
  await expect(table.getByRole('row', { name: /^the same \(100\)/ })).toHaveText('the same (100)24');
  await expectAccessible(page, 'what was counted');
  const coming = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Export as CSV' }).click();
  expect((await coming).suggestedFilename()).toBe('analysis.csv');
  await page.getByRole('button', { name: 'Fill', exact: true }).click();
  await expect(page.getByText('Filled. The segments stand as not yet looked at.')).toBeVisible();
  const filling = await page.context().newPage();
  await filling.goto(address);
  await expect(rendering(filling, 4)).toHaveText('Rain came.');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('Taken back.')).toBeVisible();
  await expect(rendering(filling, 4)).toHaveText('');
});
