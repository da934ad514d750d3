import { expect, type Page } from '@playwright/test';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { expectAccessible } from './accessibility.ts';
import { drop } from './drop.ts';
import { test } from './fixtures.ts';
import { tabTo } from './keyboard.ts';
import { rendering } from './workbench.ts';

const documentLink = (page: Page, name: string) => page.getByRole('link', { name, exact: true });
const dialog = (page: Page) => page.getByRole('dialog', { name: /Bring files into/ });

/** A memory of so many units, from English to Persian as its makers have it. */
function memory(units: number): string {
  const unit = (n: number) =>
    `<tu tuid="${n}"><tuv xml:lang="en"><seg>Sentence ${n} is here.</seg></tuv><tuv xml:lang="fa"><seg>جملهٔ ${n} اینجاست.</seg></tuv></tu>`;
  return `<?xml version="1.0" encoding="utf-8"?>\n<tmx version="1.4"><header creationtool="t" creationtoolversion="1" segtype="sentence" o-tmf="t" adminlang="en" srclang="en" datatype="plaintext"/><body>\n${Array.from({ length: units }, (_, n) => unit(n + 1)).join('\n')}\n</body></tmx>`;
}

const marked = `${JSON.stringify({
  fa: 'تهران شهر است.',
  en: 'Tehran is a city.',
  mentions: [{ id: 'm', label: 'City', fa: { from: 0, to: 5 }, en: { from: 0, to: 6 } }],
})}\n`;

test('a translation memory that is dropped is shown, comes in as a document, and is told the second time', async ({
  page,
  radif,
}) => {
  await page.goto(radif.origin);
  await expect(documentLink(page, 'Statements')).toBeVisible();
  await drop(page, { 'memory.tmx': memory(300) });
  await expect(dialog(page)).toContainText('TMX, a translation memory');
  await expect(dialog(page)).toContainText('1 document · 300 rows · Persian in 300 · English in 300');
  await expect(dialog(page).getByRole('list', { name: 'The first rows' }).getByRole('listitem')).toHaveCount(4);
  await expectAccessible(page, 'files of corpora, seen before they come in');
  await tabTo(page, page.getByRole('button', { name: 'Bring in 1 document' }));
  await page.keyboard.press('Enter');
  await expect(dialog(page)).toHaveCount(0);
  await expect(documentLink(page, 'memory')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(rendering(page, 300)).toHaveText('Sentence 300 is here.');

  await page.goBack();
  await drop(page, { 'again.tmx': memory(300) });
  await expect(dialog(page)).toContainText('“\u2068again\u2069” has the same Persian as “\u2068memory\u2069”.');
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toHaveCount(0);
  await expect(documentLink(page, 'again')).toHaveCount(0);
});

test('two clicks, or a key that is pressed again at once, bring in what is asked for once', async ({ page, radif }) => {
  await page.goto(radif.origin);
  await expect(documentLink(page, 'Statements')).toBeVisible();
  const submit = page.getByRole('button', { name: 'Bring in 1 document' });
  const sent: string[] = [];
  page.on('request', (request) => request.method() === 'POST' && sent.push(new URL(request.url()).pathname));
  const imports = () => sent.filter((path) => path === '/corpus').length;

  await drop(page, { 'clicked.tmx': memory(3) });
  await submit.evaluate((button: HTMLButtonElement) => {
    for (let click = 0; click < 3; click++) button.click();
  });
  await expect(documentLink(page, 'clicked')).toBeVisible();
  expect(imports()).toBe(1);

  await drop(page, { 'pressed.tmx': memory(4) });
  await submit.focus();
  await Promise.all([1, 2, 3].map(() => page.keyboard.press('Enter')));
  await expect(documentLink(page, 'pressed')).toBeVisible();
  expect(imports()).toBe(2);
});

test('of very many files the first are shown, and each that is broken; too many are told before they are sent', async ({
  page,
  radif,
}) => {
  await page.goto(radif.origin);
  await expect(documentLink(page, 'Statements')).toBeVisible();
  await drop(page, { 'one.tmx': memory(1) });
  await page.getByRole('button', { name: 'Bring in 1 document' }).click();
  await expect(documentLink(page, 'one')).toBeVisible();
  const many = Object.fromEntries(Array.from({ length: 90 }, (_, n) => [`${n}.tmx`, strToU8(memory(1))]));
  await drop(page, { 'many.zip': zipSync({ ...many, 'last.jsonl': strToU8('{"fa":"سلام"\n') }) });
  await expect(dialog(page).getByRole('heading', { level: 3 })).toHaveCount(61);
  await expect(dialog(page)).toContainText('many.zip/last.jsonl');
  await expect(dialog(page)).toContainText('and 30 more files');
  await page.getByRole('button', { name: 'Bring in 90 documents' }).click();
  const notes = page.locator('[data-notes]').filter({ hasText: 'The same text is in the project already' });
  await expect(notes.getByRole('listitem')).toHaveCount(20, { timeout: 60_000 });
  await expect(page.getByText('and 70 more', { exact: true })).toBeVisible();

  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await drop(page, Object.fromEntries(Array.from({ length: 501 }, (_, n) => [`${n}.tmx`, memory(1)])));
  await expect(dialog(page).getByRole('alert')).toContainText('There are 501 files; at most 500 are taken at once.');
  expect(asked).not.toContain('/corpus/preview');
});

test('an archive and other files come in together; what is broken stays out with its place, and labels are mapped', async ({
  page,
  radif,
}) => {
  await page.goto(radif.origin);
  await expect(documentLink(page, 'Statements')).toBeVisible();
  await drop(page, {
    'two.zip': zipSync({ 'in/a.tmx': strToU8(memory(2)), 'names.jsonl': strToU8(marked) }),
    'broken.jsonl': '{"fa":"سلام","en":"Hello"}\n{"fa":"سلام"\n',
  });
  const broken = dialog(page).getByRole('region', { name: 'broken.jsonl' });
  await expect(broken).toContainText('line 2, column 1');
  await expect(broken).toContainText('This line is no JSON');
  await expect(broken.getByRole('checkbox')).toBeDisabled();
  await expect(dialog(page).getByRole('region', { name: 'two.zip/in/a.tmx' })).toContainText('2 rows');
  await dialog(page).getByRole('combobox', { name: /City/ }).selectOption('LOC');
  await expectAccessible(page, 'files of corpora with labels and a broken one');
  await dialog(page).getByRole('button', { name: 'Bring in 2 documents' }).click();
  await expect(documentLink(page, 'names')).toBeVisible();
  await expect(documentLink(page, 'a')).toBeVisible();
  await expect(page.getByText('2 documents are here: 3 segments. 3 with both sides')).toBeVisible();
  await documentLink(page, 'names').click();
  await expect(rendering(page, 1)).toHaveText('Tehran is a city.');

  await page.goBack();
  await drop(page, { 'evil.zip': zipSync({ '../a.tmx': strToU8('x') }) });
  await expect(dialog(page).getByRole('alert')).toContainText('leads out of it');
});

test('a Word table goes out, is edited in a word processor, and comes back as changes that are seen first and undone at once', async ({
  page,
  radif,
}) => {
  await page.goto(radif.origin);
  await expect(documentLink(page, 'Statements')).toBeVisible();
  await drop(page, { 'memory.tmx': memory(5) });
  await page.getByRole('button', { name: 'Bring in 1 document' }).click();
  await expect(documentLink(page, 'memory')).toBeFocused();
  const id = /[0-9a-f-]{36}/.exec((await documentLink(page, 'memory').getAttribute('href')) ?? '')?.[0] ?? '';
  const sent = await page.request.get(`${radif.origin}/export?document=${id}&format=docx-table&states=all`);
  const parts = unzipSync(await sent.body());
  const xml = strFromU8(parts['word/document.xml'] ?? new Uint8Array())
    .replace('Sentence 1 is here.', 'The first sentence is here.')
    .replace('Sentence 2 is here.', 'The second sentence is here.')
    .replace('جملهٔ 4 اینجاست.', 'جملهٔ دیگری اینجاست.');
  const back = zipSync({ ...parts, 'word/document.xml': strToU8(xml) });

  await drop(page, { 'memory.docx': back });
  const changes = page.getByRole('dialog', { name: /Changes in/ });
  await expect(changes).toContainText('2 segments were changed · 2 segments are as they were');
  await expect(changes.getByRole('alert')).toContainText('Row 4 was not taken: its Persian was changed.');
  await expect(changes.getByRole('list', { name: 'Segments that were changed' }).getByRole('listitem')).toHaveCount(2);
  await expectAccessible(page, 'what a reviewed file changes');
  await tabTo(page, changes.getByRole('button', { name: 'Take 2 changes over' }));
  await page.keyboard.press('Enter');
  await expect(page.getByText('2 segments were changed by the review.')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('The review was taken back.')).toBeVisible();

  await drop(page, { 'memory.docx': back });
  await changes.getByRole('button', { name: 'Take 2 changes over' }).click();
  await expect(changes).toHaveCount(0);
  await documentLink(page, 'memory').click();
  await expect(rendering(page, 1)).toHaveText('The first sentence is here.');
  await expect(rendering(page, 2)).toHaveText('The second sentence is here.');
  await expect(rendering(page, 4)).toHaveText('Sentence 4 is here.');
});
