import { expect, type Page } from '@playwright/test';
import { changeDocument } from '../../server/commands/timeline/change.ts';
import { type Context, closeContext, openContext } from '../../server/context.ts';
import { setRendering } from '../../shared/doc/edit/rendering.ts';
import { segmentByIndex, segments } from '../../shared/doc/model/read.ts';
import { test as shared } from './fixtures.ts';
import { choose, openHistory } from './history.ts';
import { importText } from './sample.ts';
import { goTo, rendering, saving } from './workbench.ts';

/** More than are restored one by one: two go into a step. */
const COUNT = 2100;

const text = Array.from({ length: COUNT }, (_, index) => `جملهٔ شماره ${index + 1} این است.`).join('\n');
/** Two thousand steps go to the server in slices. */
const slowly = { timeout: 60_000 };
const english = (number: number) => `Sentence ${number}.`;

/** A document with English in every segment. */
async function importTranslated(page: Page, others: Context): Promise<string> {
  const { document } = await importText(page, 'Many', text);
  await changeDocument(others, document, (tr) => {
    for (const [index, { id }] of segments(tr.doc).entries()) setRendering(tr, id, english(index + 1));
    return true;
  });
  return document;
}

/** Restores what a line of the history names, from the text. */
async function restore(page: Page, line: RegExp): Promise<void> {
  await goTo(page, 1);
  await openHistory(page);
  await choose(page, line, 'Restore');
}

/** `others` work on the data folder beside the server, as another process does. */
const test = shared.extend<{ readonly others: Context }>({
  others: async ({ radif }, use) => {
    const context = await openContext({ data: radif.data });
    await use(context);
    await closeContext(context);
  },
});

test('Ctrl+Z after very large restorations says of each what others have changed of it since, and leaves that', async ({
  page,
  radif,
  others,
}) => {
  test.setTimeout(400_000);
  const document = await importTranslated(page, others);
  await page.goto(`${radif.origin}/documents/${document}`);
  await expect(rendering(page, 1)).toHaveText(english(1));
  const othersWrite = async (number: number, words: string) => {
    await changeDocument(others, document, (tr) => {
      const segment = segmentByIndex(tr.doc, number - 1);
      return segment !== null && setRendering(tr, segment.id, segment.text + words);
    });
    await expect(rendering(page, number)).toContainText(words);
  };
  const told = (count: number) =>
    page.getByText(`Others have changed restored segments since. ${count} of them, with those beside them, stay`);
  const undo = async () => {
    await goTo(page, 1);
    await page.keyboard.press('Control+KeyZ');
  };

  await restore(page, /^Imported/);
  await expect(page.getByText('The text as imported is restored as a new version.')).toBeVisible(slowly);
  await othersWrite(5, 'Five');
  await restore(page, /^Before restoring/);
  await expect(page.getByText(/Before restoring.* is restored as a new version\./)).toBeVisible(slowly);
  await expect(rendering(page, 5)).toHaveText(english(5));
  await othersWrite(19, ' Nineteen');

  await undo();
  await expect(told(2)).toBeVisible();
  await expect(rendering(page, 1)).toHaveText('');
  await expect(rendering(page, 5)).toHaveText('Five');
  await expect(rendering(page, 19)).toHaveText(`${english(19)} Nineteen`);

  await undo();
  await expect(told(4)).toBeVisible();
  await expect(rendering(page, 1)).toHaveText(english(1));
  await expect(saving(page)).toHaveText('Saved', slowly);
  await page.reload();
  for (const [number, words] of [
    [1, english(1)],
    [5, 'Five'],
    [19, `${english(19)} Nineteen`],
    [21, english(21)],
  ] as const)
    await expect(rendering(page, number)).toHaveText(words);
});
