import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, type Locator, type Page } from '@playwright/test';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { XmlDocument, XmlElement } from 'libxml2-wasm';
import mammoth from 'mammoth';
import { drop } from './drop.ts';
import { test } from './fixtures.ts';
import { tabTo } from './keyboard.ts';
import { units } from './sample.ts';
import { goTo, rendering, segment } from './workbench.ts';

interface Pair {
  readonly fa: string;
  readonly en: string;
}

/** As many units as the English and Persian memory of TICO-19 has, about as long as its own, no two alike: sentences of the sample
 *  and what stands with the tests of alignment, two and two, with their number. */
const COUNT = 3071;
const sentences: readonly Pair[] = [
  ...units.map(({ persian, english }) => ({ fa: persian.replaceAll('\n', ' '), en: english.replaceAll('\n', ' ') })),
  ...readFileSync('tests/fixtures/alignment/stories.tsv', 'utf8')
    .split('\n')
    .map((line) => line.split('\t'))
    .flatMap(([fa, en]) => (fa && en ? [{ fa, en }] : [])),
];
const pairs: readonly Pair[] = Array.from({ length: COUNT }, (_, at) => {
  const [one, other] = [at % sentences.length, Math.floor(at / sentences.length) % sentences.length];
  const [first, second] = [sentences[one], sentences[other]];
  const number = new Intl.NumberFormat('fa', { useGrouping: false }).format(at + 1);
  return { fa: `${number}. ${first?.fa} ${second?.fa}`, en: `${at + 1}. ${first?.en} ${second?.en}` };
});

/** A memory as Okapi writes that of TICO-19: from English, a region with neither language, no properties. */
function memory(): string {
  const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  const variant = (language: string, text: string) => `<tuv xml:lang="${language}"><seg>${escaped(text)}</seg></tuv>\n`;
  const body = pairs.map(({ fa, en }, at) => `<tu tuid="${at + 1}">\n${variant('en', en)}${variant('fa', fa)}</tu>\n`);
  return `<?xml version="1.0" encoding="UTF-8"?>
<tmx version="1.4"><header creationtool="oku.tikal" creationtoolversion="1" segtype="sentence" o-tmf="okp" adminlang="en" srclang="en" datatype="plaintext"></header><body>
${body.join('')}</body>
</tmx>
`;
}

const documentLink = (page: Page, name: string) => page.getByRole('link', { name, exact: true });

/** Asks for an export of a document in the library, with all its rows, by its menu; gives the bytes of the download. */
async function exported(page: Page, title: string, format: string): Promise<Uint8Array> {
  await page
    .getByRole('button', { name: `Actions for “\u2068${title}\u2069”` })
    .first()
    .click();
  await page.getByRole('menuitem', { name: 'Export' }).click();
  const dialog = page.getByRole('dialog', { name: 'Export' });
  await tabTo(page, dialog.getByLabel('Format', { exact: true }));
  await page.keyboard.press('Control+KeyA');
  await page.keyboard.type(format);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(dialog).toContainText('3,071 segments are exported.');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('link', { name: 'Download' }).click(),
  ]);
  const bytes = readFileSync(await download.path());
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  return bytes;
}

/** The Word table with other English in cells of its, put there by a parser and writer of XML that is not Radif's. */
function revised(bytes: Uint8Array, changes: Readonly<Record<string, string>>): Uint8Array {
  const parts = unzipSync(bytes);
  const document = XmlDocument.fromString(strFromU8(parts['word/document.xml'] ?? new Uint8Array()));
  const w = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
  let done = 0;
  for (const text of document.find('//w:tc//w:t', { w })) {
    const to = changes[text.content];
    if (to === undefined || !(text instanceof XmlElement)) continue;
    while (text.firstChild) text.firstChild.remove();
    text.addText(to);
    done += 1;
  }
  expect(done).toBe(Object.keys(changes).length);
  const xml = document.toString({ format: false });
  document.dispose();
  return zipSync({ ...parts, 'word/document.xml': strToU8(xml) });
}

test('a memory of 3,071 units comes in by drop, goes out as XLIFF and comes back, is reviewed in a Word table and released', async ({
  page,
  radif,
}, info) => {
  const rowsOf = async (link: Locator): Promise<readonly unknown[]> => {
    const id = /[0-9a-f-]{36}/.exec((await link.getAttribute('href')) ?? '')?.[0];
    const sent = await page.request.get(`${radif.origin}/export?document=${id}&format=jsonl&states=all`);
    const lines = (await sent.text()).trimEnd().split('\n');
    return lines.map((line) => JSON.parse(line)).map(({ fa, en, state }) => ({ fa, en, state }));
  };
  const brought = page.getByRole('dialog', { name: /Bring files into/ });
  const [last, third] = [pairs[COUNT - 1] as Pair, pairs[2] as Pair];

  await test.step('bring the memory in by drop, and look at it', async () => {
    await drop(page, { 'all.en-fa.tmx': memory() });
    await expect(brought).toContainText('TMX, a translation memory');
    await expect(brought).toContainText('1 document · 3,071 rows · Persian in 3,071 · English in 3,071');
    await page.getByRole('button', { name: 'Bring in 1 document' }).click();
    await expect(documentLink(page, 'all.en-fa')).toBeFocused({ timeout: 60_000 });
    await page.keyboard.press('Enter');
    await expect(rendering(page, 3)).toHaveText(third.en);
    await goTo(page, COUNT);
    await expect(rendering(page, COUNT)).toHaveText(last.en);
    await expect(segment(page, COUNT).locator('[lang=fa]').first()).toContainText(last.fa);
    await page.goto(radif.origin);
  });

  const documents = documentLink(page, 'all.en-fa');
  const rows = await rowsOf(documents);
  expect(rows).toEqual(pairs.map((pair) => ({ ...pair, state: expect.anything() })));

  await test.step('export XLIFF 2.2, and bring it back', async () => {
    const xliff = strFromU8(await exported(page, 'all.en-fa', 'XLIFF 2.2'));
    expect(xliff).toContain('urn:oasis:names:tc:xliff:document:2.2');
    await drop(page, { 'back.xlf': xliff });
    await expect(brought).toContainText('1 document · 3,071 rows · Persian in 3,071 · English in 3,071');
    await expect(brought).toContainText('has the same Persian as “\u2068all.en-fa\u2069”.');
    await page.getByRole('button', { name: 'Bring in 1 document' }).click();
    await expect(brought).toHaveCount(0);
    // It has the name that the file tells, and all rows of the first.
    await expect(documents).toHaveCount(2);
    for (const each of await documents.all()) expect(await rowsOf(each)).toEqual(rows);
  });

  await test.step('export a Word table, change two renderings in it, and bring them back', async () => {
    const table = await exported(page, 'all.en-fa', 'Word table');
    const { value: read } = await mammoth.extractRawText({ buffer: Buffer.from(table) });
    expect(read).toContain(last.fa);
    const changed = revised(table, { [third.en]: 'The third, reviewed.', [last.en]: 'The last, reviewed.' });
    await drop(page, { 'all.en-fa.docx': changed });
    const changes = page.getByRole('dialog', { name: /Changes in/ });
    await expect(changes).toContainText('2 segments were changed · 3,069 segments are as they were');
    await expect(changes.getByRole('list', { name: 'Segments that were changed' })).toContainText(
      'The last, reviewed.',
    );
    await changes.getByRole('button', { name: 'Take 2 changes over' }).click();
    await expect(page.getByText('2 segments were changed by the review.')).toBeVisible();
    const reviewed = pairs.map((pair) => ({
      ...pair,
      en: pair === third ? 'The third, reviewed.' : pair === last ? 'The last, reviewed.' : pair.en,
      state: expect.anything(),
    }));
    const found = await Promise.all((await documents.all()).map(rowsOf));
    expect(found).toContainEqual(reviewed);
    expect(found).toContainEqual(rows);
  });

  await test.step('release all with splits, verify it, make it again and compare the bytes', async () => {
    await page.getByRole('link', { name: 'Releases', exact: true }).click();
    await page.getByRole('button', { name: 'Make a release' }).first().click();
    await page.getByRole('checkbox', { name: 'Divide by documents into train, dev and test' }).check();
    await page.getByRole('button', { name: 'Make it' }).click();
    await expect(page.getByRole('heading', { name: '1.0', exact: true })).toBeVisible({ timeout: 60_000 });
    await page.getByRole('button', { name: 'Verify' }).click();
    await expect(page.getByText('Every file is as the manifest says.')).toBeVisible();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Download' }).click(),
    ]);
    const [path, again] = [info.outputPath('release.zip'), info.outputPath('again.zip')];
    await download.saveAs(path);
    const env = { ...process.env, RADIF_DATA: radif.data, DATABASE_URL: '' };
    const act = (...words: readonly string[]) =>
      spawnSync(process.execPath, ['server/radif.mjs', 'release', ...words], { env, encoding: 'utf8' });
    expect(act('verify', path)).toMatchObject({ status: 0, stdout: '' });
    expect(act('again', path, '--out', again).status).toBe(0);
    expect(readFileSync(again).equals(readFileSync(path))).toBe(true);
  });
});
