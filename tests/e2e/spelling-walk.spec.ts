import { expect, type Page } from '@playwright/test';
import { ask } from './ask.ts';
import { test } from './fixtures.ts';
import { pressTimes } from './keyboard.ts';
import { goTo, openDocument, rendering, saving } from './workbench.ts';

/** The words that are underlined in the text. */
const underlined = (page: Page) =>
  page.evaluate(() => {
    const words = Array.from(CSS.highlights.get('radif-misspelt') ?? [], (range) => {
      const live = new Range();
      live.setStart(range.startContainer, range.startOffset);
      live.setEnd(range.endContainer, range.endOffset);
      return live.toString();
    });
    return words.sort();
  });
const line = (page: Page) =>
  rendering(page, 1).evaluate((cell) => {
    const { textDecorationLine, textDecorationStyle } = getComputedStyle(cell, '::highlight(radif-misspelt)');
    return `${textDecorationLine} ${textDecorationStyle}`;
  });
const findings = (page: Page) => page.getByRole('list', { name: 'Checks' }).getByRole('listitem');

test('a misspelt word is gone to and mended by keys, and one of the project is known in every tab until that is undone', async ({
  page,
  radif,
}) => {
  const { id: project } = await ask<{ id: string }>(page, 'project.create', { name: 'Spelt' });
  await ask(page, 'document.import', { project, title: 'Verse', text: 'دولت غزل خواند.\nاو غزل دوست دارد.' });
  await page.goto(radif.origin);
  await openDocument(page, 'Verse');
  await page.keyboard.press('Alt+KeyV');
  await goTo(page, 1);
  await page.keyboard.type('The goverment read a ghazalak.');
  await goTo(page, 2);
  await page.keyboard.type('He loves every ghazalak.');
  await expect(findings(page)).toContainText(['goverment', 'ghazalak', 'ghazalak']);
  await expect(saving(page)).toContainText('Saved');
  await expect.poll(() => underlined(page)).toEqual(['ghazalak', 'ghazalak', 'goverment']);
  expect(await line(page)).toBe('underline wavy');
  await page.emulateMedia({ forcedColors: 'active' });
  expect(await line(page)).toBe('underline wavy');
  await page.emulateMedia({ forcedColors: 'none' });
  await page.keyboard.type(' Allways');
  await page.keyboard.press('Space');
  await page.keyboard.type('teh');
  await expect(findings(page)).toHaveCount(5);
  // Nobody is told of a word that is being written.
  expect(await underlined(page)).toEqual(['Allways', 'ghazalak', 'ghazalak', 'goverment']);
  await page.keyboard.press('ArrowLeft');
  await expect.poll(() => underlined(page)).toContain('teh');
  // The key means the word that the caret touches.
  await page.keyboard.press('Alt+KeyY');
  await expect(rendering(page, 2)).toHaveText('He loves every ghazalak. Allways the');
  await expect.poll(() => underlined(page)).not.toContain('teh');
  await page.keyboard.press('Control+KeyZ');
  await expect(rendering(page, 2)).toHaveText('He loves every ghazalak. Allways teh');
  await page.keyboard.press('End');
  await pressTimes(page, 'Backspace', ' Allways teh'.length);
  await expect(rendering(page, 2)).toHaveText('He loves every ghazalak.');

  await goTo(page, 1);
  const selected = () => page.evaluate(() => getSelection()?.toString());
  await page.keyboard.press('F8');
  expect(await selected()).toBe('goverment');
  await page.keyboard.press('Alt+KeyY');
  await expect(rendering(page, 1)).toHaveText('The government read a ghazalak.');
  await expect(findings(page)).toHaveCount(2);

  const second = await page.context().newPage();
  await second.goto(page.url());
  await expect(rendering(second, 2)).toHaveText('He loves every ghazalak.');
  await second.keyboard.press('Alt+KeyV');
  await expect(findings(second)).toContainText(['ghazalak', 'ghazalak']);

  await page.bringToFront();
  await page.keyboard.press('F8');
  expect(await selected()).toBe('ghazalak');
  await page.keyboard.press('Alt+Shift+KeyD');
  await expect(page.getByText('is a word of the project now')).toBeVisible();
  await expect(findings(page)).toHaveCount(0);
  await expect(findings(second)).toHaveCount(0);
  expect(await underlined(page)).toEqual([]);

  await page.keyboard.press('Alt+Shift+KeyZ');
  await expect(findings(page)).toContainText(['ghazalak', 'ghazalak']);
  await expect(findings(second)).toContainText(['ghazalak', 'ghazalak']);
});
