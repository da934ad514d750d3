import { expect, type Locator, type Page } from '@playwright/test';
import type { TFunction } from 'i18next';
import { type Language, languages } from '../../client/locales/index.ts';
import { type MachineServer, machineServer, says } from '../server/machine/machine-server.ts';
import { test } from './fixtures.ts';
import { tabTo } from './keyboard.ts';
import { units } from './sample.ts';
import { wordsOf } from './words.ts';

const name = 'Remembered';
const title = 'گزارش نخست';
const otherTitle = 'گزارش دیگر';

/** The place of the sentence that says a number. */
const numbered = 4;

/** Ten sentences of the sample with their English, and each as the text has it: with another word in its middle. */
const known = units.filter(({ persian }) => /[^ ] [^:]*\.$/u.test(persian)).slice(0, 10);
const texts = known.map(({ persian }, at) => {
  const words = persian.split(' ');
  return words.with(Math.floor(words.length / 2), at === numbered ? '۲۵' : 'امروز').join(' ');
});
const [said = ''] = texts;
/** Nothing of these is in the memory. */
const strange = [
  'پرنده‌ای در باغ آواز می‌خواند.',
  'دانه‌های برف شهر را سپید کرد.',
  'کودک سیب سرخی چید.',
  'قطار شبانه دیر رسید.',
  'مادربزرگ قصه‌ای گفت.',
];

/** The rows that a machine was asked for, in the order of the text; one that a slow page seemed to want no more is asked for again. */
const askedOf = ({ seen }: MachineServer) => {
  const texts = seen.map(({ body }) => {
    const { messages } = body as { readonly messages: readonly { readonly content: string }[] };
    return (JSON.parse(messages.at(-1)?.content ?? '') as { readonly text: string }).text;
  });
  return [...new Set(texts)].sort((a, b) => strange.indexOf(a) - strange.indexOf(b));
};

const unitOf = ({ persian, english }: (typeof units)[number]) =>
  `<tu><tuv xml:lang="fa"><seg>${persian}</seg></tuv><tuv xml:lang="en"><seg>${english}</seg></tuv></tu>`;
const memory = `<tmx version="1.4"><header/><body>\n${known.map(unitOf).join('\n')}</body></tmx>`;

/** The workbench by keyboard alone, in the words of a language. */
class Hands {
  private readonly page: Page;
  private readonly language: Language;
  readonly t: TFunction;

  constructor(page: Page, language: Language, t: TFunction) {
    this.page = page;
    this.language = language;
    this.t = t;
  }

  row(number: number): Locator {
    const told = this.t('editor.segment', { number: number.toLocaleString(this.language), state: '' }).trim();
    return this.page.getByRole('group', { name: new RegExp(`^${told}`) });
  }

  english(number: number): Locator {
    return this.row(number).locator('[lang=en]');
  }

  /** Presses a button that Tab leads to. */
  async press(button: string): Promise<void> {
    await tabTo(this.page, this.page.getByRole('button', { name: button, exact: true }));
    await this.page.keyboard.press('Enter');
  }

  /** Chooses what the palette has for some words. */
  async call(words: string): Promise<void> {
    const palette = this.page.getByRole('combobox', { name: this.t('keys.palette.placeholder') });
    await this.page.keyboard.press('Control+KeyK');
    await expect(palette).toBeFocused();
    await this.page.keyboard.type(words);
    await expect(this.page.locator('button[role=option][aria-selected=true]')).toContainText(words);
    await this.page.keyboard.press('Enter');
    await expect(palette).toHaveCount(0);
  }

  async goTo(number: number): Promise<void> {
    await expect(this.page.locator('[aria-current="true"]').first()).toBeVisible();
    await this.page.keyboard.press('Alt+KeyJ');
    await expect(this.page.getByRole('dialog').getByRole('textbox')).toBeFocused();
    await this.page.keyboard.type(String(number));
    await this.page.keyboard.press('Enter');
    await expect(this.page.getByRole('dialog')).toHaveCount(0);
    await expect(this.row(number)).toHaveAttribute('aria-current', 'true');
  }

  async open(document: string): Promise<void> {
    await this.call(document);
    await expect(this.row(1)).toBeVisible();
    await expect(this.page.locator('.ProseMirror')).toBeFocused();
  }

  async isSaved(): Promise<void> {
    const status = this.page.getByRole('status', { name: this.t('workbench.saving.label') });
    await expect(status).toContainText(this.t('workbench.saving.saved'));
  }
}

async function importByKeyboard(page: Page, { t }: Hands, text: string, called: string): Promise<void> {
  await expect(page.getByRole('textbox', { name: t('library.import.text') })).toBeFocused();
  await page.keyboard.insertText(text);
  await page.keyboard.press('Tab');
  await page.keyboard.insertText(called);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('link', { name: called, exact: true })).toBeVisible();
}

for (const language of languages) {
  test.describe(`in ${language}`, () => {
    test.use({ locale: language === 'fa' ? 'fa-IR' : 'en-GB' });

    test('a translator has the machine help from a memory to a dead machine, by keyboard alone', async ({
      page,
      radif,
    }) => {
      test.setTimeout(300_000);
      const t = await wordsOf(language);
      const hands = new Hands(page, language, t);
      expect(known).toHaveLength(10);

      const file = { name: 'news.tmx', mimeType: 'text/xml', buffer: Buffer.from(memory) };
      page.on('filechooser', (chooser) => void chooser.setFiles(file));

      await test.step('two texts of a project', async () => {
        await page.goto(radif.origin);
        await hands.press(t('library.project.create'));
        await expect(page.getByRole('textbox', { name: t('library.project.name') })).toBeFocused();
        await page.keyboard.type(name);
        await page.keyboard.press('Enter');
        await importByKeyboard(page, hands, [...texts, said, ...strange].join('\n'), title);
        await hands.press(t('library.project.import', { name }));
        await importByKeyboard(page, hands, said, otherTitle);
        await tabTo(page, page.getByRole('link', { name: title, exact: true }));
        await page.keyboard.press('Enter');
        await expect(hands.row(1)).toHaveAttribute('aria-current', 'true');
        await expect(hands.row(16)).toBeAttached();
      });

      await test.step('a memory is brought in', async () => {
        await hands.call(t('keys.command.memories.project'));
        await tabTo(page, page.getByRole('button', { name: t('matches.page.file') }));
        await page.keyboard.press('Enter');
        await expect(page.getByText('news.tmx')).toBeVisible();
        await hands.press(t('matches.page.begin'));
        const done = t('matches.page.done', { name: 'news', units: 10, same: 0, incomplete: 0, broken: 0 });
        await expect(page.getByText(done)).toBeVisible();
        await hands.open(title);
      });

      await test.step('ten segments by Ctrl+1, a number wrong in one', async () => {
        await page.keyboard.press('Alt+KeyU');
        for (const [at, { english }] of known.entries()) {
          await expect(hands.row(at + 1)).toHaveAttribute('aria-current', 'true');
          await page.keyboard.press('Control+Digit1');
          await expect(hands.english(at + 1)).toHaveText(english);
          if (at === numbered) {
            await page.keyboard.type(' It has 52.');
            await expect(hands.english(at + 1)).toHaveText(`${english} It has 52.`);
          }
          await page.keyboard.press('Control+Enter');
          await expect(hands.row(at + 1)).toHaveAccessibleName(new RegExp(t('workbench.status.translated')));
        }
      });

      await test.step('the wrong number is gone to by F8 and mended by Alt+Y', async () => {
        const selected = () => page.evaluate(() => getSelection()?.toString());
        await expect(async () => {
          await page.keyboard.press('F8');
          expect(await selected()).toBe('52');
        }).toPass({ intervals: [100] });
        await expect(hands.row(numbered + 1)).toHaveAttribute('aria-current', 'true');
        await page.keyboard.press('Alt+KeyY');
        await expect(hands.english(numbered + 1)).toHaveText(`${known[numbered]?.english} It has 25.`);
      });

      await test.step('what reads the same is said again in both texts', async () => {
        await page.keyboard.press('Alt+Shift+KeyU');
        await expect(page.getByRole('dialog', { name: t('matches.again.title') })).toBeVisible();
        await expect(page.getByRole('button', { name: t('matches.again.submit', { count: 2 }) })).toBeFocused();
        await page.keyboard.press('Enter');
        await expect(hands.english(11)).toHaveText(known[0]?.english ?? '');
        await expect(page.getByText(t('matches.again.done', { count: 2 }))).toBeVisible();
      });

      await test.step('a word is replaced over the project, looked at before, and taken back', async () => {
        await hands.isSaved();
        await page.keyboard.press('Control+KeyH');
        const replace = page.getByRole('dialog', { name: t('search.replace.title') });
        await expect(replace.getByLabel(t('search.replace.find'))).toBeFocused();
        await page.keyboard.type('partnership');
        await page.keyboard.press('Tab');
        await page.keyboard.type('alliance');
        await tabTo(page, replace.getByRole('radio', { name: t('search.scope.document') }));
        await page.keyboard.press('ArrowDown');
        await expect(replace.getByRole('radio', { name: t('search.scope.project') })).toBeChecked();
        await tabTo(page, replace.getByRole('button', { name: t('search.replace.show') }));
        await page.keyboard.press('Enter');
        await expect(replace.getByText(`partnership ${t('search.replace.becomes')} alliance`)).toHaveCount(3);
        await expect(replace.getByRole('button', { name: t('search.replace.submit', { count: 3 }) })).toBeFocused();
        await page.keyboard.press('Enter');
        await expect(hands.english(11)).toContainText('The alliance between');
        await expect(page.getByText(t('search.replace.done', { count: 3 }))).toBeVisible();
        // The newest of two notices is meant.
        await page.keyboard.press('Alt+Shift+KeyZ');
        await expect(hands.english(11)).toContainText('The partnership between');
        await expect(hands.english(1)).toHaveText(known[0]?.english ?? '');
      });

      await test.step('words are found by Alt+K in both texts and the memory', async () => {
        await hands.goTo(3);
        await page.keyboard.press('Alt+KeyK');
        const concordance = page.getByRole('dialog', { name: t('search.concordance.title') });
        await expect(concordance.getByLabel(t('search.concordance.either'))).toBeFocused();
        await page.keyboard.type('partnership');
        await page.keyboard.press('Enter');
        await expect(concordance.getByText(t('search.concordance.found', { count: 3 }))).toBeVisible();
        const units = concordance.getByRole('list', { name: t('search.concordance.memories') });
        await expect(units.getByRole('listitem')).toHaveCount(1);
        const going = concordance.getByRole('button', { name: t('search.concordance.go', { row: 11, title }) });
        await tabTo(page, going);
        await page.keyboard.press('Enter');
        await expect(hands.row(11)).toHaveAttribute('aria-current', 'true');
      });

      const machine = await machineServer(says('A bird sings in the garden.'));
      let asked: readonly string[] = [];
      try {
        await test.step('a machine is asked, and what it suggests is taken', async () => {
          await hands.call(t('keys.command.memories.project'));
          const section = page.getByRole('region', { name: t('machine.title') });
          await tabTo(page, section.getByRole('textbox', { name: t('machine.address') }));
          await page.keyboard.type(machine.address);
          await tabTo(page, section.getByRole('checkbox', { name: t('machine.agree') }));
          await page.keyboard.press('Space');
          await tabTo(page, section.getByRole('checkbox', { name: t('machine.on') }));
          await page.keyboard.press('Space');
          await page.keyboard.press('Enter');
          await expect(section.getByText(t('machine.agreed'))).toBeVisible();
          await hands.open(title);
          // Where the text opens the caret may rest long enough to be asked for too.
          const opened = await page.locator('[aria-current=true] [lang=fa]').textContent();
          await hands.goTo(12);
          await page.keyboard.press('Alt+KeyU');
          await expect(page.getByText('A bird sings in the garden.')).toBeVisible();
          await page.keyboard.press('Control+Digit1');
          await expect(hands.english(12)).toHaveText('A bird sings in the garden.');
          // Those of the next three rows were asked for ahead, and of no row that has its English.
          await expect.poll(() => askedOf(machine).filter((row) => row !== opened)).toEqual(strange.slice(0, 4));
          asked = askedOf(machine);
        });

        await test.step('the machine is killed, and one types on', async () => {
          await machine.close();
          await hands.goTo(16);
          await expect(page.getByText(t('machine.trouble.unreachable'))).toBeVisible();
          expect(askedOf(machine)).toEqual(asked);
          await page.keyboard.type('Grandmother told a story.');
          await expect(hands.english(16)).toHaveText('Grandmother told a story.');
          await page.keyboard.press('Control+Enter');
          await hands.isSaved();
          await page.reload();
          await expect(hands.english(16)).toHaveText('Grandmother told a story.');
          await expect(hands.row(16)).toHaveAccessibleName(new RegExp(t('workbench.status.translated')));
        });
      } finally {
        await machine.close();
      }
    });
  });
}
