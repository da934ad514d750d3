import { readFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { testAlone as test } from './fixtures.ts';
import { pressTimes, tabTo, typeText } from './keyboard.ts';
import { units } from './sample.ts';
import { goTo, openDocument, rendering, saving, segment } from './workbench.ts';

test('a new user translates the sample by keyboard, through a crash, and takes the corpus away', async ({
  page,
  radif,
}) => {
  test.setTimeout(600_000);
  const english = units.map((unit) => unit.english);
  const footer = page.getByRole('contentinfo');

  await test.step('translate all 23 units', async () => {
    await openDocument(page, 'Statements');
    await goTo(page, 1);
    for (const [index, text] of english.entries()) {
      await expect(segment(page, index + 1)).toHaveAttribute('aria-current', 'true');
      await typeText(page, text);
      await page.keyboard.press('Control+Enter');
    }
    await expect(footer).toContainText('23 of 23 confirmed');
    for (const [index, text] of english.entries()) await expect(rendering(page, index + 1)).toHaveText(text);
    await expect(saving(page)).toContainText('Saved');
  });

  await test.step('split one and merge it back', async () => {
    const whole = english[1] ?? '';
    const first = whole.slice(0, whole.indexOf(',') + 1);
    await goTo(page, 2);
    await pressTimes(page, 'ArrowLeft', whole.length - first.length);
    await page.keyboard.press('Alt+KeyS');
    await pressTimes(page, 'ArrowLeft', 2);
    await page.keyboard.press('Enter');
    await expect(footer).toContainText('of 24 confirmed');
    await expect(rendering(page, 2)).toHaveText(first);
    await expect(rendering(page, 3)).toHaveText(whole.slice(first.length).trim());
    await goTo(page, 2);
    await page.keyboard.press('Alt+KeyM');
    await expect(footer).toContainText('of 23 confirmed');
    await expect(rendering(page, 2)).toHaveText(whole);
  });

  await test.step('undo', async () => {
    await goTo(page, 5);
    await typeText(page, '!');
    await expect(segment(page, 5)).toHaveAccessibleName('Segment 5, Draft');
    await page.keyboard.press('Control+KeyZ');
    await expect(rendering(page, 5)).toHaveText(english[4] ?? '');
    await expect(segment(page, 5)).toHaveAccessibleName('Segment 5, Confirmed');
  });

  await test.step('confirm', async () => {
    await goTo(page, 2);
    await page.keyboard.press('Control+Shift+Enter');
    await expect(segment(page, 2)).toHaveAccessibleName('Segment 2, Confirmed');
    await expect(footer).toContainText('23 of 23 confirmed');
  });

  await test.step('save the version “first draft”', async () => {
    await page.keyboard.press('Control+KeyS');
    await expect(page.getByRole('textbox', { name: 'Name of the version' })).toBeFocused();
    await page.keyboard.type('first draft');
    await page.keyboard.press('Enter');
    await expect(page.getByText('Version “first draft” saved')).toBeVisible();
  });

  await test.step('change three segments', async () => {
    for (const number of [3, 9, 20]) {
      await goTo(page, number);
      await typeText(page, ' Changed later.');
      await expect(rendering(page, number)).toHaveText(`${english[number - 1]} Changed later.`);
    }
    await expect(footer).toContainText('20 of 23 confirmed');
    await expect(saving(page)).toContainText('Saved');
  });

  await test.step('compare', async () => {
    await openVersionMenu();
    await chooseItem('Compare with now');
    await expect(page.getByText('3 segments differ')).toBeVisible();
    await expect(page.getByRole('insertion')).toHaveText([/Changed later\./, /Changed later\./, /Changed later\./]);
    const crumbs = page.getByRole('navigation', { name: 'Where you are' });
    await tabTo(page, crumbs.getByRole('link').last());
    await page.keyboard.press('Enter');
  });

  await test.step('restore', async () => {
    await expect(rendering(page, 3)).toContainText('Changed later.');
    await openVersionMenu();
    await chooseItem('Restore');
    for (const number of [3, 9, 20]) await expect(rendering(page, number)).toHaveText(english[number - 1] ?? '');
    await expect(footer).toContainText('23 of 23 confirmed');
    await expect(saving(page)).toContainText('Saved');
  });

  const added = ' We will also speak of energy and of trade.';
  english[22] += added;

  await test.step('kill the server in the middle of typing and start it again', async () => {
    await goTo(page, 23);
    const middle = added.length / 2;
    const begun = rendering(page, 23).filter({ hasText: added.slice(1, 6) });
    await Promise.all([
      page.keyboard.type(added.slice(0, middle), { delay: 30 }),
      begun.waitFor().then(() => radif.kill()),
    ]);
    await typeText(page, added.slice(middle));
    await expect(saving(page)).toContainText('waiting on this device');
    await expect(rendering(page, 23)).toHaveText(english[22] ?? '');
    await radif.start();
    await expect(saving(page)).toContainText('Saved', { timeout: 60_000 });
    await page.reload();
    await expect(segment(page, 1)).toBeVisible();
    await goTo(page, 23);
    await expect(rendering(page, 23)).toHaveText(english[22] ?? '');
  });

  await test.step('continue', async () => {
    await page.keyboard.press('Control+Shift+Enter');
    await expect(footer).toContainText('23 of 23 confirmed');
    await expect(saving(page)).toContainText('Saved');
  });

  await test.step('export TMX and find in it the 23 pairs exactly as typed', async () => {
    await page.keyboard.press('Alt+KeyX');
    await expect(page.getByText('23 segments are exported.')).toBeVisible();
    await tabTo(page, page.getByRole('link', { name: 'Download' }));
    const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
    const pairs = await page.evaluate(
      (xml) => {
        const units = new DOMParser().parseFromString(xml, 'text/xml').querySelectorAll('tu');
        const side = (unit: Element, language: string) =>
          unit.querySelector(`tuv[*|lang="${language}"] > seg`)?.textContent;
        return [...units].map((unit) => ({ persian: side(unit, 'fa'), english: side(unit, 'en') }));
      },
      readFileSync(await download.path(), 'utf8'),
    );
    expect(pairs).toEqual(units.map(({ persian }, index) => ({ persian, english: english[index] })));
    expect(pairs.filter((pair) => pair.english?.includes('\u200c'))).toHaveLength(3);
  });

  async function openVersionMenu() {
    await page.keyboard.press('Alt+KeyH');
    await page.keyboard.press('Escape');
    const entry = page.getByRole('listitem').filter({ hasText: 'first draft' });
    await tabTo(page, entry.getByRole('button'));
    await page.keyboard.press('Enter');
    await expect(page.getByRole('menu')).toBeVisible();
  }

  async function chooseItem(name: string) {
    const item = page.getByRole('menuitem', { name, exact: true });
    await expect(item).toBeVisible();
    for (let presses = 0; presses < 10; presses++) {
      if (await item.evaluate((element) => element === document.activeElement)) break;
      await page.keyboard.press('ArrowDown');
    }
    await page.keyboard.press('Enter');
  }
});
