import { expect, type Page } from '@playwright/test';
import { expectAccessible } from './accessibility.ts';
import { test } from './fixtures.ts';

const sentence = 'وزیر امور خارجه گفت که گفت‌وگوها ادامه دارد و دو طرف بر سر بیشتر بندها توافق کرده‌اند.';
const paragraphs = [Array(6).fill(sentence).join(' '), Array(5).fill(sentence).join(' ')];

/** As a program breaks lines at 60 characters. */
function wrapped(paragraph: string): string {
  const lines: string[] = [];
  for (const word of paragraph.split(' ')) {
    const last = lines.at(-1) ?? '';
    if (last !== '' && `${last} ${word}`.length <= 60) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.join('\n');
}
const raw = paragraphs.map(wrapped).join('\n\n');

async function choose(page: Page, name: string): Promise<void> {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: /^(Choose files|انتخاب)/ }).click(),
  ]);
  await chooser.setFiles([{ name, mimeType: 'text/plain', buffer: Buffer.from(raw) }]);
}

test('a pasted text whose lines were broken is joined by one key, after a look at what comes of it', async ({
  page,
  radif,
}) => {
  await page.goto(radif.origin);
  await page.getByRole('button', { name: 'Import', exact: true }).first().click();
  await page.getByRole('textbox', { name: 'Persian text' }).fill(raw);
  await page.getByRole('textbox', { name: 'Title' }).fill('Joined');
  await page.keyboard.press('Enter');
  await expect(page.getByText('as if a program had broken them')).toBeVisible();
  await expect(page.getByRole('definition')).toHaveText([
    '2 paragraphs · 11 segments',
    new RegExp(`^${raw.split('\n').filter(Boolean).length} paragraphs · \\d+ segments$`),
  ]);
  await expect(page.getByRole('listitem').filter({ hasText: sentence }).first()).toBeVisible();
  await expectAccessible(page, 'the question about lines');
  await expect(page.getByRole('button', { name: 'Join the lines' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByText('“\u2068Joined\u2069” was imported.')).toBeVisible();
  await expect(page.getByText(/Lines were joined: \d+ lines make 2 paragraphs\./)).toBeVisible();
  await page.getByRole('link', { name: 'Joined', exact: true }).click();
  await expect(page.getByRole('contentinfo')).toContainText('of 11');
});

test('a file with broken lines waits for the answer, and the same text twice is told in the form too', async ({
  page,
  radif,
}) => {
  await page.goto(radif.origin);
  await page.getByRole('button', { name: 'Import', exact: true }).first().click();
  await choose(page, 'wrapped.txt');
  await page.getByRole('button', { name: 'Keep the lines' }).click();
  await expect(page.getByRole('link', { name: 'wrapped', exact: true })).toBeFocused();
  await expect(page.getByRole('button', { name: 'Keep the lines' })).toHaveCount(0);

  for (const title of ['Once', 'Twice']) {
    await page.getByRole('button', { name: 'Import', exact: true }).first().click();
    await page.getByRole('textbox', { name: 'Persian text' }).fill('سلام دنیا. امروز هوا خوب است.');
    await page.getByRole('textbox', { name: 'Title' }).fill(title);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('link', { name: title, exact: true })).toBeVisible();
  }
  const note = page.getByRole('status').filter({ hasText: '“\u2068Twice\u2069” was imported.' });
  await expect(note).toContainText('The same text is in the project already, as “Once”.');
  await expectAccessible(page, 'a note about a pasted text');
  await note.getByRole('button', { name: 'Dismiss' }).click();
  await expect(note).toHaveCount(0);
});
