import { expect, type Page } from '@playwright/test';
import { expectAccessible } from './accessibility.ts';
import { ask } from './ask.ts';
import { test } from './fixtures.ts';
import { pressTimes, tabTo } from './keyboard.ts';
import { goTo, openDocument, rendering, saving, segment } from './workbench.ts';

const russia = { label: 'GPE', fa: 'روسیه', en: 'Russia', faOther: [], enOther: [], wikidata: 'Q159', note: '' };
const text = 'وزیر روسیه رفت. نماینده روسیه برگشت.';

const tab = (page: Page) => page.getByRole('tab', { name: /^Checks/ });
const findings = (page: Page) => page.getByRole('list', { name: 'Checks' }).getByRole('listitem');
const reason = (page: Page) => page.getByRole('textbox', { name: 'Why it may stay so' });
const said = (page: Page) => page.locator('.announcer');

/** A project that knows Russia, with one document of two sentences; gives the id of the project. */
async function newProject(page: Page, origin: string): Promise<string> {
  const { id: project } = await ask<{ id: string }>(page, 'project.create', { name: 'Checked' });
  await ask(page, 'entity.create', { project, record: russia });
  await ask(page, 'document.import', { project, title: 'Visits', text });
  await page.goto(origin);
  return project;
}

/** Marks «روسیه», the second word of a sentence, in the Persian, and lets it mean the entity of that name. */
async function markRussia(page: Page, number: number): Promise<void> {
  await goTo(page, number);
  await page.keyboard.press('Alt+KeyE');
  await page.keyboard.press('ArrowLeft');
  await expect(said(page).locator('[lang=fa]')).toHaveText('روسیه');
  await page.keyboard.press('KeyG');
  await expect(said(page)).toContainText('Marked as Country or city');
  await page.keyboard.press('Digit1');
  await page.keyboard.press('Escape');
}

async function translate(page: Page, number: number, english: string): Promise<void> {
  await goTo(page, number);
  await page.keyboard.type(english);
  await page.keyboard.press('Control+Shift+Enter');
  await expect(segment(page, number)).toHaveAccessibleName(`Segment ${number}, Confirmed`);
}

test('a name without its English is found, gone to, mended by a key, or ignored with a reason that lasts', async ({
  page,
  radif,
}) => {
  await newProject(page, radif.origin);
  await openDocument(page, 'Visits');
  await page.keyboard.press('Alt+KeyB');
  await markRussia(page, 1);
  await markRussia(page, 2);
  await page.keyboard.press('Alt+KeyV');
  await expect(page.getByRole('heading', { name: 'Nothing to look at' })).toBeVisible();
  await expectAccessible(page, 'the checks without a finding');

  await translate(page, 1, 'The minister of Russia left.');
  await translate(page, 2, 'The envoy returned.');
  await expect(tab(page)).toHaveAccessibleName('Checks 2');
  await expect(segment(page, 1).getByRole('img', { name: '1 finding' })).toBeVisible();
  await expect(findings(page)).toContainText(['has no English in this confirmed segment', 'Segment 2']);
  await expectAccessible(page, 'the checks');

  await goTo(page, 2);
  await page.keyboard.press('F8');
  await expect(findings(page).nth(1)).toHaveAttribute('aria-current', 'true');
  await page.keyboard.press('F8');
  await expect(segment(page, 1)).toHaveAttribute('aria-current', 'true');
  await expect(findings(page).first()).toHaveAttribute('aria-current', 'true');
  await page.keyboard.press('Alt+KeyY');
  await expect(tab(page)).toHaveAccessibleName('Checks 1');
  await expect(segment(page, 1).getByRole('img')).toHaveCount(0);
  await page.keyboard.press('Control+KeyZ');
  await expect(tab(page)).toHaveAccessibleName('Checks 2');
  await page.keyboard.press('Control+Shift+KeyZ');
  await expect(tab(page)).toHaveAccessibleName('Checks 1');

  await page.keyboard.press('F8');
  await expect(segment(page, 2)).toHaveAttribute('aria-current', 'true');
  await page.keyboard.press('Alt+KeyY');
  await expect(page.getByText('No one key mends this.')).toBeVisible();
  await page.keyboard.press('Alt+Shift+KeyY');
  await expect(reason(page)).toBeFocused();
  await expectAccessible(page, 'the reason to ignore a finding');
  await page.keyboard.press('Escape');
  await expect(page.locator('.ProseMirror')).toBeFocused();
  await page.keyboard.press('Alt+Shift+KeyY');
  await page.keyboard.type('The envoy is known');
  await page.keyboard.press('Enter');
  await expect(tab(page)).toHaveAccessibleName('Checks');
  await expect(segment(page, 2).getByRole('img')).toHaveCount(0);
  await expect(saving(page)).toContainText('Saved');

  await page.reload();
  await expect(segment(page, 2)).toBeVisible();
  await page.keyboard.press('Alt+KeyV');
  const folded = page.locator('summary', { hasText: '1 ignored' });
  await expect(folded).toBeVisible();
  await expect(findings(page)).toHaveCount(0);
  await page.keyboard.press('Escape');
  await tabTo(page, folded);
  await page.keyboard.press('Enter');
  await expect(page.getByText('The envoy is known')).toBeVisible();
  await expectAccessible(page, 'what is ignored');
  await tabTo(page, page.getByRole('button', { name: 'Tell me again' }));
  await page.keyboard.press('Enter');
  await expect(tab(page)).toHaveAccessibleName('Checks 1');
  await expect(segment(page, 2).getByRole('img', { name: '1 finding' })).toBeVisible();
});

test('what a key goes to is told where no panel shows it, and what mends it', async ({ page, radif }) => {
  await newProject(page, radif.origin);
  await openDocument(page, 'Visits');
  await goTo(page, 1);
  await page.keyboard.type('The minister  left.');
  await goTo(page, 2);
  await page.keyboard.type('The the envoy returned.');
  await page.keyboard.press('Alt+KeyP');
  await expect(tab(page)).toBeHidden();
  const notice = page.getByRole('alert');
  await page.keyboard.press('F8');
  await expect(notice).toContainText('The same word twice');
  await page.keyboard.press('F8');
  await expect(notice).toContainText('A space too much');
  await page.keyboard.press('Shift+F8');
  await expect(notice).toContainText('Alt Y\u2069: Take it out.');
  await expect(notice).toHaveCount(1);
  await page.keyboard.press('Alt+KeyY');
  await expect(rendering(page, 2)).toHaveText('The envoy returned.');
});

test('what is asked of the checks while they still read is done once they have', async ({ page, radif }) => {
  await newProject(page, radif.origin);
  await openDocument(page, 'Visits');
  await goTo(page, 2);
  await page.keyboard.type('The the envoy returned.');
  await expect(saving(page)).toContainText('Saved');
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  await page.route(/spelling\.words/, async (route) => {
    await opened;
    await route.continue();
  });
  await page.reload();
  await expect(rendering(page, 1)).toBeVisible();
  await goTo(page, 1);
  await page.keyboard.press('F8');
  await page.keyboard.press('Alt+KeyY');
  await expect(page.getByText('The texts are still being read.')).toBeVisible();
  await expect(rendering(page, 2)).toHaveText('The the envoy returned.');
  open();
  await expect(rendering(page, 2)).toHaveText('The envoy returned.');
});

test('a finding that typing brings is there when typing rests, and gone with its undo', async ({ page, radif }) => {
  await newProject(page, radif.origin);
  await openDocument(page, 'Visits');
  await page.keyboard.press('Alt+KeyB');
  await markRussia(page, 1);
  await translate(page, 1, 'The minister of Russia left.');
  await page.keyboard.press('F8');
  await page.keyboard.press('Alt+KeyY');
  await page.keyboard.press('Alt+KeyV');
  await expect(page.getByRole('heading', { name: 'Nothing to look at' })).toBeVisible();

  await page.keyboard.press('Home');
  await pressTimes(page, 'ArrowRight', 18);
  await page.keyboard.press('Delete');
  await expect(rendering(page, 1)).toHaveText('The minister of Rusia left.');
  await expect(findings(page)).toContainText(['Rusia is none of the names of Russia']);
  await page.keyboard.press('Alt+KeyY');
  await expect(rendering(page, 1)).toHaveText('The minister of Russia left.');
  await expect(tab(page)).toHaveAccessibleName('Checks');
});

const english = {
  whole: 'checks of the whole',
  count: '2 findings',
  mark: 'Mark it in the English',
  undo: 'Undo',
  ignore: 'Ignore…',
  ignored: 'Ignored',
};
const persian = {
  whole: 'وارسی همه پروژه',
  count: '۲ یافته',
  mark: 'نشانه‌گذاری در انگلیسی',
  undo: 'پس گرفتن',
  ignore: 'چشم‌پوشی…',
  ignored: 'چشم‌پوشی‌شده',
};

async function inBothColours(page: Page, name: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', colorScheme);
    await expectAccessible(page, `${name} and ${colorScheme}`);
  }
}

for (const language of ['English', 'Persian'] as const) {
  test(`the page of a project lists, mends, takes back and ignores its findings, in ${language}`, async ({
    page,
    radif,
  }) => {
    await newProject(page, radif.origin);
    await openDocument(page, 'Visits');
    await page.keyboard.press('Alt+KeyB');
    await markRussia(page, 1);
    await markRussia(page, 2);
    await translate(page, 1, 'The minister of Russia left.');
    await translate(page, 2, 'The envoy returned.');
    await expect(tab(page)).toHaveAccessibleName('Checks 2');
    await expect(saving(page)).toContainText('Saved');
    if (language === 'Persian') await page.getByRole('button', { name: 'فارسی' }).click();
    const words = language === 'English' ? english : persian;
    await page.keyboard.press('Alt+KeyV');
    await expect(page.getByRole('tabpanel')).toContainText(words.count);
    await inBothColours(page, `the checks in ${language}`);

    await page.keyboard.press('Control+KeyK');
    await expect(page.getByRole('combobox')).toBeFocused();
    await page.keyboard.type(words.whole);
    await page.keyboard.press('Enter');
    const rows = page.getByRole('main').getByRole('listitem');
    await expect(page.getByRole('heading', { name: 'Visits' })).toContainText(words.count);
    await expect(rows.first().locator('mark')).toHaveText(['روسیه']);
    await inBothColours(page, `the checks of a project in ${language}`);

    await tabTo(page, page.getByRole('button', { name: words.mark }));
    await page.keyboard.press('Enter');
    await expect(rows).toHaveCount(1);
    await tabTo(page, page.getByRole('button', { name: words.undo }));
    await page.keyboard.press('Enter');
    await expect(rows).toHaveCount(2);

    await tabTo(page, page.getByRole('button', { name: words.ignore }).nth(1));
    await page.keyboard.press('Enter');
    await page.keyboard.type('Known by now');
    await page.keyboard.press('Enter');
    await expect(rows).toHaveCount(1);
    await expect(rows.getByRole('link')).toBeFocused();
    await page.getByText(words.ignored, { exact: true }).click();
    await expect(page.getByText('Known by now')).toBeVisible();
    await rows.getByRole('link').click();
    await expect(page.locator('[aria-current="true"] [lang=en]')).toHaveText('The envoy returned.');
  });
}

test('findings that a filter hides say so, and are not gone to', async ({ page, radif }) => {
  await newProject(page, radif.origin);
  await openDocument(page, 'Visits');
  await page.keyboard.press('Alt+KeyB');
  await markRussia(page, 1);
  await markRussia(page, 2);
  await translate(page, 1, 'The minister left.');
  await translate(page, 2, 'The envoy returned.');
  await page.keyboard.press('Alt+KeyV');
  await expect(tab(page)).toHaveAccessibleName('Checks 2');

  await page.keyboard.press('Alt+KeyF');
  await page.keyboard.type('envoy');
  await expect(segment(page, 1)).toBeHidden();
  await expect(page.getByText('1 of them stands in a segment that the filter of the document hides.')).toBeVisible();
  await expect(findings(page).first()).toContainText('hidden by the filter');
  await goTo(page, 2);
  await page.keyboard.press('F8');
  await page.keyboard.press('F8');
  await expect(segment(page, 2)).toHaveAttribute('aria-current', 'true');
  await findings(page).first().getByRole('button').first().click();
  await expect(page.getByText('1 finding is left, in a segment that the filter')).toBeVisible();
  await expect(segment(page, 2)).toHaveAttribute('aria-current', 'true');
});
