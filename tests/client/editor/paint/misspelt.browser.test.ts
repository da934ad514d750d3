import { expect, it, onTestFinished } from 'vitest';
import { userEvent } from 'vitest/browser';
import { underlineMisspelt } from '../../../../client/panels/checks/misspelt.ts';
import { type Spelling, WordBook } from '../../../../shared/checks/spelling.ts';
import { usualPolicy } from '../../../../shared/doc/checks/policy.ts';
import { doc, mention, page, segment, source } from '../../../doc/document.ts';
import { openStage, paintedTexts } from '../stage.ts';

const dow = source.text.indexOf('دو');
const start = doc(
  page(
    segment('s1', 'وزیر', 'The goverment'),
    segment('s2', 'یک دو سه.', 'One <m1>ghazalak</m1> loves teh ghazalak of nowruzi.'),
  ),
  mention('m1', { label: 'GPE', from: dow, to: dow + 2 }),
);

/** What a dictionary says of the words here. */
const wrong: Readonly<Record<string, readonly string[]>> = {
  goverment: ['government'],
  ghazalak: [],
  teh: ['the'],
  nowruzi: [],
  recieve: ['receive'],
  reciev: ['receive'],
};

const misspelt = () => [...(paintedTexts('radif-misspelt')['radif-misspelt'] ?? [])].sort();

/** An editor whose words are looked up as often as `looks` counts. */
async function open({ own = ['nowruzi'], ignored = [] as readonly string[] } = {}) {
  const stage = await openStage(start);
  const spelling: Spelling = { book: new WordBook(), own: new Set(own) };
  const asked: string[] = [];
  const stop = underlineMisspelt(stage.editor, {
    source: source.text,
    policy: usualPolicy,
    spelling,
    isIgnored: (id) => ignored.some((word) => id.startsWith(word)),
    learn: async () => {
      const words = spelling.book.takeWanted(100);
      spelling.book.put(words, wrong);
      asked.push(...words);
      return words.length > 0;
    },
  });
  onTestFinished(stop);
  return { ...stage, stop, asked };
}

it('underlines what no dictionary has, once that is known, and no names and words of the project', async () => {
  const { source, rendering, stop, asked } = await open();
  expect(misspelt()).toEqual([]);
  await expect.poll(misspelt).toEqual(['ghazalak', 'goverment', 'teh']);
  expect(asked).not.toContain('nowruzi');
  expect(rendering('s1').childNodes).toHaveLength(1);
  expect(source('s1').childNodes).toHaveLength(1);
  stop();
  expect(misspelt()).toEqual([]);
});

it('says it to those who do not see it, and keeps the browser from judging names', async () => {
  const { editor, stop } = await open();
  await expect.poll(misspelt).toContain('teh');
  expect(CSS.highlights.get('radif-misspelt')?.type).toBe('spelling-error');
  // The browser would judge names and terms as well.
  expect(editor.view.dom.spellcheck).toBe(false);
  stop();
  expect(editor.view.dom.spellcheck).toBe(true);
});

it('judges no word while it is being written, and does once the caret goes on or away', async () => {
  const { select, text, asked } = await open();
  await expect.poll(misspelt).toEqual(['ghazalak', 'goverment', 'teh']);
  // Where it stands already, a caret at its end hides nothing.
  select('s1', 'The goverment'.length);
  await expect.poll(misspelt).toContain('goverment');
  await userEvent.keyboard(' recieve');
  expect(text('s1')).toBe('The goverment recieve');
  await expect.poll(() => asked).toContain('recieve');
  expect(misspelt()).toEqual(['ghazalak', 'goverment', 'teh']);
  await userEvent.keyboard(' ');
  await expect.poll(misspelt).toEqual(['ghazalak', 'goverment', 'recieve', 'teh']);
  await userEvent.keyboard('{Backspace}{Backspace}');
  await expect.poll(() => asked).toContain('reciev');
  expect(misspelt()).not.toContain('reciev');
  await userEvent.keyboard('{ArrowLeft}');
  await expect.poll(misspelt).toContain('reciev');
});

it('follows the words as the text before them grows', async () => {
  const { select } = await open();
  await expect.poll(misspelt).toContain('teh');
  select('s2', 0);
  await userEvent.keyboard('No ');
  expect(misspelt()).toEqual(['ghazalak', 'goverment', 'teh']);
});

it('leaves alone what somebody wants to hear no more of', async () => {
  await open({ ignored: ['text.spelling:s1:'] });
  await expect.poll(misspelt).toEqual(['ghazalak', 'teh']);
});
