import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import { defaultLabels } from '../../shared/core/label.ts';
import { test } from './fixtures.ts';
import { tabTo } from './keyboard.ts';
import { type NamedPlace, namedUnits, wordsAt } from './reference.ts';
import { importStatements } from './sample.ts';
import { goTo, openDocument, rendering, saving, segment } from './workbench.ts';

const panel = (page: Page) => page.getByRole('tabpanel', { name: 'Entities' });
const entities = (page: Page) => page.getByRole('listbox', { name: 'Entities' });
const footer = (page: Page) => page.getByRole('contentinfo');
const all = namedUnits.flatMap(({ names }) => names);

/** Presses keys and counts them. */
class Fingers {
  presses = 0;
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async press(key: string, times = 1): Promise<void> {
    for (let press = 0; press < times; press++) await this.page.keyboard.press(key);
    this.presses += times;
  }
}

/** A name of the active segment as the panel shows it. */
interface Shown {
  readonly persian: string;
  readonly english: string;
  readonly label: string;
  readonly isProposed: boolean;
}

/** The panel follows the caret a frame later: what it shows before is of the segment that was left. */
async function panelAt(page: Page, number: number): Promise<void> {
  await expect(panel(page).getByRole('heading', { name: `In segment ${number}`, exact: true })).toBeVisible();
}

async function shownNames(page: Page): Promise<readonly Shown[]> {
  return panel(page)
    .getByRole('listitem')
    .evaluateAll((items) =>
      items.map((item) => ({
        persian: item.querySelector('[lang=fa]')?.textContent ?? '',
        english: item.querySelector('[lang=en]')?.textContent ?? '',
        label: item.querySelector('abbr')?.textContent ?? '',
        isProposed: item.querySelector('[data-proposed]') !== null,
      })),
    );
}

interface Line {
  readonly fa: string;
  readonly en: string;
  readonly mentions: readonly {
    label: string;
    entity: string | null;
    fa: NamedPlace['fa'] | null;
    en: NamedPlace['en'] | null;
  }[];
}

/** Downloads the document as JSON Lines by keyboard. */
async function jsonLines(page: Page): Promise<readonly Line[]> {
  await expect(saving(page)).toContainText('Saved');
  await page.keyboard.press('Alt+KeyX');
  const format = page.getByRole('dialog').getByLabel('Format', { exact: true });
  await expect(format).toBeVisible();
  await tabTo(page, format);
  await page.keyboard.press('Control+KeyA');
  await page.keyboard.type('JSON Lines, for training');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(format).toHaveValue(/^JSON Lines/);
  const untranslated = page.getByRole('checkbox', { name: 'Not translated' });
  if (!(await untranslated.isChecked())) {
    await tabTo(page, untranslated);
    await page.keyboard.press('Space');
  }
  const download = page.getByRole('link', { name: 'Download' });
  await expect(download).toHaveAttribute('href', /format=jsonl/);
  await tabTo(page, download);
  const [file] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
  const lines = readFileSync(await file.path(), 'utf8')
    .trim()
    .split('\n');
  await page.keyboard.press('Escape');
  return lines.map((line) => JSON.parse(line) as Line);
}

test('the sample is named, translated with its names, checked against them and renamed by keyboard', async ({
  page,
}) => {
  test.setTimeout(600_000);
  const fingers = new Fingers(page);

  await test.step('mark the 49 mentions of the untranslated statements', async () => {
    await openDocument(page, 'Statements');
    await expect(panel(page).getByRole('listitem')).toHaveCount(5);
    await fingers.press('Alt+Shift+KeyG');
    await expect(page.getByRole('button', { name: 'Accept 49' })).toBeFocused();
    await fingers.press('Enter');
    await expect(page.getByText('49 proposals accepted')).toBeVisible();
    await page.keyboard.press('Control+KeyZ');
    await expect.poll(async () => (await shownNames(page)).filter(({ isProposed }) => isProposed).length).toBe(5);
    await page.keyboard.press('Control+Shift+KeyZ');
    await expect.poll(async () => (await shownNames(page)).filter(({ isProposed }) => isProposed).length).toBe(0);
    test.info().annotations.push({ type: 'keys', description: `49 mentions by ${fingers.presses} keys, 49 proposals` });
  });

  await test.step('translate two paragraphs, the agreed names by Alt and a digit', async () => {
    let inserted = 0;
    await goTo(page, 1);
    for (const [index, unit] of namedUnits.slice(0, 7).entries()) {
      await panelAt(page, index + 1);
      await expect(panel(page).getByRole('listitem')).toHaveCount(unit.names.length);
      const shown = await shownNames(page);
      let at = 0;
      for (const { en } of outermost(unit.names)) {
        await page.keyboard.type(unit.en.slice(at, en.from));
        const place = unit.names.findIndex((name) => name.en === en);
        if (shown[place]?.english === en.text) {
          await page.keyboard.press(`Alt+Digit${place + 1}`);
          inserted += 1;
        } else await page.keyboard.type(en.text);
        at = en.to;
      }
      await page.keyboard.type(unit.en.slice(at));
      await expect(rendering(page, index + 1)).toHaveText(unit.en);
      await page.keyboard.press('Control+Enter');
    }
    expect(inserted).toBeGreaterThanOrEqual(10);
    test.info().annotations.push({ type: 'names', description: `${inserted} of them inserted by Alt and a digit` });
  });

  await test.step('accept the projections of what was typed by hand', async () => {
    await goTo(page, 1);
    await page.keyboard.press('Alt+KeyG');
    const accept = footer(page).getByRole('listitem').filter({ hasText: 'accept' });
    for (let presses = 0; presses < 30; presses++) {
      await expect(accept.or(page.getByText('Nothing more is proposed.')).first()).toBeVisible();
      if (!(await accept.isVisible())) break;
      await page.keyboard.press('Tab');
    }
    await expect(page.getByText('Nothing more is proposed.')).toBeVisible();
  });

  await test.step('the JSON Lines have them with right offsets on both sides', async () => {
    const lines = await jsonLines(page);
    for (const [index, { names, fa, en }] of namedUnits.entries()) {
      const line = lines[index];
      const isTranslated = index < 7;
      expect(line?.fa).toBe(fa);
      expect(
        line?.mentions.map(({ label, fa: persian, en: english }) => ({ label, fa: persian, en: english })),
      ).toEqual(names.map((name) => ({ ...name, en: isTranslated ? name.en : null })));
      expect(line?.mentions.every(({ entity }) => entity !== null)).toBe(true);
      for (const mention of line?.mentions ?? []) {
        if (mention.fa) expect(fa.slice(mention.fa.from, mention.fa.to)).toBe(mention.fa.text);
        if (mention.en) expect(en.slice(mention.en.from, mention.en.to)).toBe(mention.en.text);
      }
    }
  });

  await test.step('the two spellings of the OIC stand under one entity', async () => {
    await page.keyboard.press('Escape');
    await tabTo(page, page.getByRole('link', { name: 'All entities of the project' }));
    await page.keyboard.press('Enter');
    await expect(entities(page)).toBeVisible();
    await page.keyboard.press('Control+KeyF');
    await page.keyboard.type('سازمان همكاريهاي اسلامي');
    await expect(entities(page).getByRole('option')).toHaveCount(1);
    await page.keyboard.press('ArrowDown');
    await expect(entities(page)).toBeFocused();
    await tabTo(page, page.getByRole('tab', { name: 'Record' }));
    await page.keyboard.press('ArrowRight');
    const marks = page.getByRole('tabpanel').locator('[lang=fa] mark');
    await expect
      .poll(async () => [...new Set(await marks.allTextContents())].sort())
      .toEqual(['سازمان همکاریهای اسلامی', 'سازمان همکاری اسلامی'].sort());
  });

  await test.step('rename the JCPOA after a look at every place, and take it back', async () => {
    await page.keyboard.press('Control+KeyF');
    await page.keyboard.press('Control+KeyA');
    await page.keyboard.type('برجام');
    await expect(entities(page).getByRole('option')).toHaveCount(1);
    await page.keyboard.press('ArrowDown');
    await expect(entities(page)).toBeFocused();
    await tabTo(page, page.getByRole('tab', { selected: true }));
    await page.keyboard.press('ArrowLeft');
    const name = page.getByRole('textbox', { name: 'English name', exact: true });
    await tabTo(page, name);
    const before = await name.inputValue();
    await page.keyboard.press('Control+KeyA');
    await page.keyboard.type('Iran nuclear deal');
    await page.keyboard.press('Enter');
    await expect(page.locator('ins').first()).toContainText('Iran nuclear deal');
    const places = await page.locator('ins').count();
    expect(places).toBeGreaterThanOrEqual(1);
    await page.keyboard.press('Control+Enter');
    const result = page.getByRole('region', { name: 'What the renaming did' });
    await expect(result).toContainText(`Renamed in ${places} place`);
    await tabTo(page, page.getByRole('button', { name: 'Undo everywhere and in the record' }));
    await page.keyboard.press('Enter');
    await expect(result).toContainText('The record says again what it said before.');
    await expect(name).toHaveValue(before);
  });
});

test('the 49 mentions are marked by keyboard in a project that knows no name yet', async ({ page, radif }) => {
  test.setTimeout(600_000);
  const { document } = await importStatements(page, 'Unnamed');
  await page.goto(`${radif.origin}/documents/${document}`);
  const fingers = new Fingers(page);
  let byHand = 0;
  await expect(segment(page, 1)).toHaveAttribute('aria-current', 'true');
  await expect(panel(page).getByRole('listitem').first()).toBeVisible();
  for (const [index, { fa, names }] of namedUnits.entries()) {
    await panelAt(page, index + 1);
    const known = await knownNames(page, names);
    const missing = names.filter((_, at) => !known[at]);
    let reached = 0;
    for (const [at, name] of missing.entries()) {
      const { before, covered } = wordsAt(fa, name.fa);
      if (at === 0) await fingers.press('Alt+KeyE');
      await fingers.press(before >= reached ? 'ArrowLeft' : 'ArrowRight', Math.abs(before - reached));
      await fingers.press('Shift+ArrowLeft', covered - 1);
      await fingers.press(defaultLabels.find(({ id }) => id === name.label)?.key ?? '');
      await fingers.press('Digit0');
      reached = before + covered - 1;
      byHand += 1;
    }
    if (missing.length > 0) {
      await fingers.press('Escape');
      await expect.poll(() => knownNames(page, names).then((now) => now.every(Boolean))).toBe(true);
    }
    if (index < namedUnits.length - 1) await fingers.press('Alt+ArrowDown');
  }
  await fingers.press('Alt+Shift+KeyG');
  const accept = page.getByRole('button', { name: /^Accept \d+$/ });
  await expect(accept).toBeFocused();
  await fingers.press('Enter');
  await expect(page.getByText(`${all.length - byHand} proposals accepted`)).toBeVisible();

  const lines = await jsonLines(page);
  expect(lines.map(({ mentions }) => mentions.map(({ label, fa }) => ({ label, fa })))).toEqual(
    namedUnits.map(({ names }) => names.map(({ label, fa }) => ({ label, fa }))),
  );
  expect(lines.flatMap(({ mentions }) => mentions).every(({ entity }) => entity !== null)).toBe(true);
  const description = `49 mentions by ${fingers.presses} keys, ${all.length - byHand} of them proposals`;
  test.info().annotations.push({ type: 'keys', description });
  expect(byHand).toBeLessThanOrEqual(25);
});

/** Which of `names` the panel has for the active segment, marked or proposed. */
async function knownNames(page: Page, names: readonly NamedPlace[]): Promise<readonly boolean[]> {
  const left = [...(await shownNames(page))];
  return names.map(({ fa, label }) => {
    const at = left.findIndex((shown) => shown.persian === fa.text && shown.label === label);
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  });
}

/** Those that stand in no other, in the order of the English. */
function outermost(names: readonly NamedPlace[]): readonly NamedPlace[] {
  return names
    .filter(({ en }) => names.every((other) => other.en === en || en.from < other.en.from || en.to > other.en.to))
    .toSorted((a, b) => a.en.from - b.en.from);
}
