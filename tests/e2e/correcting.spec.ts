import { expect, type Page } from '@playwright/test';
import { expectAccessible } from './accessibility.ts';
import { test } from './fixtures.ts';
import { pressTimes } from './keyboard.ts';
import { importText } from './sample.ts';
import { goTo, saving, segment } from './workbench.ts';

/** A typo before a name, and a sentence that a hard wrap has cut. */
const text = ['وزیر خارجه در تهرن با نخست‌وزیر عراق دیدار کرد.', 'در این دیدار درباره همکاری', 'دو کشور گفتگو شد.'].join(
  '\n',
);

const source = (page: Page, number: number) => segment(page, number).locator('.source');
const field = (page: Page) => page.getByRole('textbox', { name: 'The Persian of this segment, to be corrected' });

test('the Persian is corrected by keys alone: a typo, and a line that a hard wrap cut', async ({
  page,
  context,
  radif,
}) => {
  const { document } = await importText(page, 'Wrapped', text);
  const address = `${radif.origin}/documents/${document}`;
  await page.goto(address);
  await expect(segment(page, 1)).toHaveAttribute('aria-current', 'true');
  const other = await context.newPage();
  await other.goto(address);
  await expect(segment(other, 3)).toBeVisible();

  await test.step('a name is marked behind the typo', async () => {
    await page.keyboard.press('Alt+KeyE');
    await pressTimes(page, 'ArrowLeft', 6);
    await expect(page.locator('.announcer [lang=fa]')).toHaveText('عراق');
    await page.keyboard.press('KeyG');
    await page.keyboard.press('Escape');
  });

  await test.step('F2 opens the Persian where it stands, and Enter takes it', async () => {
    const before = await source(page, 1).boundingBox();
    await page.keyboard.press('F2');
    await expect(field(page)).toBeFocused();
    expect(await source(page, 1).boundingBox()).toEqual(before);
    await expectAccessible(page, 'a row whose Persian is corrected');
    await expect(field(page)).toBeFocused();
    await page.keyboard.press('Home');
    await pressTimes(page, 'ArrowLeft', 'وزیر خارجه در تهر'.length);
    await page.keyboard.insertText('ا');
    await expect(field(page)).toHaveText('وزیر خارجه در تهران با نخست‌وزیر عراق دیدار کرد.');
    await page.keyboard.press('Enter');
    await expect(field(page)).toHaveCount(0);
    await expect(source(page, 1)).toHaveText('وزیر خارجه در تهران با نخست‌وزیر عراق دیدار کرد.');
    await expect.poll(() => marked(page, 1)).toEqual(['عراق']);
  });

  await test.step('the second tab sees it, and undo and redo', async () => {
    await expect(source(other, 1)).toContainText('تهران');
    await expect.poll(() => marked(other, 1)).toEqual(['عراق']);
    await page.keyboard.press('Control+KeyZ');
    await expect(source(page, 1)).toContainText('تهرن');
    await expect(source(other, 1)).toContainText('تهرن');
    await expect.poll(() => marked(page, 1)).toEqual(['عراق']);
    await page.keyboard.press('Control+Shift+KeyZ');
    await expect(source(page, 1)).toContainText('تهران');
  });

  await test.step('Delete at the end of a paragraph joins it with the next; the cut sentence is one row', async () => {
    await goTo(page, 2);
    await page.keyboard.press('F2');
    await expect(field(page)).toBeFocused();
    await page.keyboard.press('End');
    await page.keyboard.press('Delete');
    await expect(source(page, 2)).toHaveText('در این دیدار درباره همکاری دو کشور گفتگو شد.');
    await expect(segment(page, 3)).toHaveCount(0);
    await expect(source(other, 2)).toHaveText('در این دیدار درباره همکاری دو کشور گفتگو شد.');
    await page.keyboard.press('Control+KeyZ');
    await expect(source(page, 3)).toHaveText('دو کشور گفتگو شد.');
    await page.keyboard.press('Control+Shift+KeyZ');
    await expect(segment(page, 3)).toHaveCount(0);
  });

  await test.step('Escape leaves it as it was', async () => {
    await page.keyboard.press('F2');
    await page.keyboard.insertText('نادرست');
    await page.keyboard.press('Escape');
    await expect(source(page, 2)).toHaveText('در این دیدار درباره همکاری دو کشور گفتگو شد.');
  });

  await test.step('a reload, the comparison and the export tell the corrected Persian', async () => {
    await expect(saving(page)).toContainText('Saved');
    await page.reload();
    await expect(source(page, 1)).toContainText('تهران');
    await expect.poll(() => marked(page, 1)).toEqual(['عراق']);

    await page.goto(`${address}/compare?before=0`);
    await expect(page.locator('del[lang], [lang=fa] del').filter({ hasText: 'تهرن' })).toHaveCount(1);
    await expect(page.locator('[lang=fa] ins').filter({ hasText: 'تهران' })).toHaveCount(1);

    const lines = await exported(page, document);
    expect(lines.map(({ fa }) => fa)).toEqual([
      'وزیر خارجه در تهران با نخست‌وزیر عراق دیدار کرد.',
      'در این دیدار درباره همکاری دو کشور گفتگو شد.',
    ]);
    const [mention] = lines[0]?.mentions ?? [];
    expect(lines[0]?.fa.slice(mention?.fa?.from, mention?.fa?.to)).toBe('عراق');

    await page.goto(`${address}/versions/0`);
    await expect(page.locator('.source').first()).toContainText('تهرن');
  });
});

/** What the highlights of mentions cover in the Persian of a row. */
function marked(page: Page, number: number): Promise<string[]> {
  return source(page, number).evaluate((cell) =>
    [...CSS.highlights.entries()]
      .filter(([name]) => name.includes('accepted'))
      .flatMap(([, highlight]) =>
        [...highlight]
          .filter((range) => cell.contains(range.startContainer))
          .map(
            ({ startContainer, startOffset, endOffset }) =>
              startContainer.textContent?.slice(startOffset, endOffset) ?? '',
          ),
      ),
  );
}

interface Line {
  readonly fa: string;
  readonly mentions: readonly { readonly fa: { readonly from: number; readonly to: number } | null }[];
}

async function exported(page: Page, document: string): Promise<readonly Line[]> {
  const body = await page.evaluate(
    async (document) => (await fetch(`/export?document=${document}&format=jsonl&states=all`)).text(),
    document,
  );
  return body
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Line);
}
