import { expect, type Page } from '@playwright/test';
import { test } from './fixtures.ts';
import { choose, lines, openHistory } from './history.ts';
import { tabTo, typeText } from './keyboard.ts';
import { goTo, openDocument, rendering, saving } from './workbench.ts';

/** A name as it stands in a sentence, apart from the direction of that. */
const draft = '“\u2068first draft\u2069”';

/** Writes a rendering and waits until the server has it. */
async function write(page: Page, number: number, text: string): Promise<void> {
  await goTo(page, number);
  await typeText(page, text);
  await expect(rendering(page, number)).toHaveText(text);
  await expect(saving(page)).toHaveText('Saved');
}

async function save(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+KeyS');
  await expect(page.getByRole('textbox', { name: 'Name of the version' })).toBeFocused();
  await page.keyboard.type(name);
  await page.keyboard.press('Enter');
  await expect(page.getByText(`Version “${name}” saved`)).toBeVisible();
}

test.beforeEach(async ({ page }) => {
  await openDocument(page, 'Statements');
  await write(page, 1, 'The first.');
  await write(page, 2, 'The second.');
  await save(page, 'first draft');
  await write(page, 3, 'The third.');
  await openHistory(page);
});

test('the history tells stretches of work with their segments, opens and compares them', async ({ page }) => {
  await expect(lines(page)).toHaveText([
    /^Work on 1 segment.*Version \d+.*Now$/,
    /^first draft.*Work on 2 segments.*Version \d+$/,
    /^Imported: 23 segments/,
  ]);
  await choose(page, 'first draft', 'Compare with before');
  await expect(page.getByText('2 segments differ')).toBeVisible();
  await expect(page.getByRole('insertion')).toHaveText(['The first.', 'The second.']);
  await expect(page.getByRole('combobox', { name: 'Before' })).toHaveValue(/Imported: 23 segments/);
  await page.goBack();
  await expect(rendering(page, 3)).toHaveText('The third.');

  await openHistory(page);
  const opened = lines(page).filter({ hasText: 'first draft' }).getByRole('link');
  await tabTo(page, opened);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: draft })).toBeVisible();
  await expect(page.getByRole('main')).toContainText('Work on 2 segments');
  await expect(rendering(page, 2)).toHaveText('The second.');
  await expect(rendering(page, 3)).not.toHaveText('The third.');
});

test('a version has the number that its files carry', async ({ page }) => {
  const document = page.url().split('/').at(-1) ?? '';
  const numbers = async () =>
    (await lines(page).allTextContents()).map((line) => Number(/Version (\d+)/.exec(line)?.[1] ?? 0));
  const [head = 0, named = 0] = await numbers();
  expect(head).toBeGreaterThan(named);
  const versionIn = async (query: string) => {
    const address = new URL(`/export?document=${document}&format=jsonl&states=draft${query}`, page.url());
    const answer = await page.request.get(address.href);
    return (JSON.parse((await answer.text()).split('\n')[0] ?? '') as { version: number }).version;
  };
  expect(await versionIn('')).toBe(head);
  expect(await versionIn(`&version=${named}`)).toBe(named);
});

test('a comparison counts in Persian digits, and its words run as Persian does', async ({ page }) => {
  await choose(page, 'first draft', 'Compare with before');
  await page.getByRole('button', { name: 'فارسی' }).click();
  const changes = page.getByRole('main').getByRole('listitem');
  await expect(changes.first()).toContainText('۱');
  await expect(changes.getByText('۲۱ قطعهٔ بی‌تغییر')).toHaveCSS('direction', 'rtl');
  await expect(changes.getByText('ترجمه‌نشده، اکنون').first()).toHaveCSS('direction', 'rtl');
});

test('a version with two names is one to export', async ({ page }) => {
  await goTo(page, 3);
  await save(page, 'second draft');
  await save(page, 'sent');
  await page.keyboard.press('Alt+KeyX');
  await page.getByRole('dialog').getByRole('combobox', { name: 'Version' }).click();
  await expect(page.getByRole('option')).toHaveText([/second draft.*, .*sent|sent.*, .*second draft/, /first draft/]);
});

test('a version that was restored stands in the history beside what was before, and Ctrl+Z takes it back', async ({
  page,
}) => {
  await choose(page, 'first draft', 'Restore');
  await expect(page.getByText(`${draft} is restored as a new version.`)).toBeVisible();
  await expect(rendering(page, 3)).not.toHaveText('The third.');
  await expect(rendering(page, 2)).toHaveText('The second.');
  await expect(lines(page)).toHaveText([
    new RegExp(`^Restored: ${draft}.*Version \\d+.*Now$`),
    /^Before restoring: “first draft”.*Work on 1 segment.*Version \d+$/,
    /^first draft/,
    /^Imported/,
  ]);

  await goTo(page, 3);
  await page.keyboard.press('Control+KeyZ');
  await expect(rendering(page, 3)).toHaveText('The third.');
  await expect(saving(page)).toHaveText('Saved');
  await expect(lines(page).first()).toHaveText(/^Work on 1 segment.*Version \d+.*Now$/);
  await page.reload();
  await expect(rendering(page, 3)).toHaveText('The third.');

  await openHistory(page);
  await choose(page, 'Imported', 'Restore');
  await expect(page.getByText('The text as imported is restored as a new version.')).toBeVisible();
  for (const number of [1, 2, 3]) await expect(rendering(page, number)).not.toHaveText(/The/);
  await goTo(page, 1);
  await openHistory(page);
  await choose(page, 'Before restoring: The text as imported', 'Restore');
  for (const [number, text] of [
    [1, 'The first.'],
    [2, 'The second.'],
    [3, 'The third.'],
  ] as const) {
    await expect(rendering(page, number)).toHaveText(text);
  }
});

test('a restoring that the server refuses is told as refused, and leaves the text as it was', async ({ page }) => {
  await page.route('**/trpc/timeline.push*', async (route) => {
    const push = route.request().postDataJSON() as { steps: unknown[] };
    push.steps.push({ stepType: 'no such step' });
    await route.continue({ postData: JSON.stringify(push) });
  });
  await choose(page, 'first draft', 'Restore');
  await expect(page.getByText(`The server would not take all of this: ${draft}.`)).toBeVisible();
  await page.unroute('**/trpc/timeline.push*');
  await expect(rendering(page, 3)).toHaveText('The third.');
  await expect(lines(page).first()).toHaveText(/^Work on 1 segment/);
  await expect(lines(page)).toHaveCount(3);
  await page.reload();
  await expect(rendering(page, 3)).toHaveText('The third.');
});
