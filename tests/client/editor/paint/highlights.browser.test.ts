import { expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { segmentAttrs } from '../../../../shared/doc/model/schema.ts';
import { doc, mention, page, segment, source } from '../../../doc/document.ts';
import { openStage, paintedTexts } from '../stage.ts';

const dow = source.text.indexOf('دو');
const start = doc(
  page(segment('s1', 'وزیر', 'Minister'), segment('s2', 'یک دو سه.', 'One <m1>two</m1> three.')),
  mention('m1', { label: 'GPE', from: dow, to: dow + 2 }),
);

it('a name is painted on both texts, and neither is cut into pieces for it', async () => {
  const { source, rendering, select } = await openStage(start);
  await expect
    .poll(() => paintedTexts('radif-mention-teal-accepted'))
    .toEqual({
      'radif-mention-teal-accepted-0': ['دو', 'two'],
    });
  expect(source('s2').childNodes).toHaveLength(1);
  select('s2', 0);
  await userEvent.keyboard('At ');
  expect(rendering('s2').textContent).toBe('At One two three.');
  expect(paintedTexts('radif-mention-teal-accepted')).toEqual({ 'radif-mention-teal-accepted-0': ['دو', 'two'] });
});

it('nothing stays painted on the page when its editor is gone', async () => {
  const { editor } = await openStage(start);
  await expect.poll(() => Object.keys(paintedTexts('radif-mention')).length).toBeGreaterThan(0);
  editor.highlights.show({ name: 'radif-own', rendering: () => [{ from: 0, to: 3 }] });
  expect(paintedTexts('radif-own')).toEqual({ 'radif-own': ['Min', 'One'] });
  editor.highlights.destroy();
  expect(paintedTexts('radif-')).toEqual({});
});

it('a layer follows the text of a row, and shows what it says now in the place of what it said', async () => {
  const { editor, select } = await openStage(start);
  const last = (row: { node: { textContent: string } }) => {
    const { length } = row.node.textContent;
    return [{ from: length - 1, to: length }];
  };
  editor.highlights.show({ name: 'radif-last', rendering: last, source: (row) => firstLetter(segmentAttrs(row.node)) });
  expect(paintedTexts('radif-last')['radif-last']).toEqual(['و', 'r', 'ی', '.']);
  select('s1', 'Minister'.length);
  await userEvent.keyboard('s');
  expect(new Set(paintedTexts('radif-last')['radif-last'])).toEqual(new Set(['و', 's', 'ی', '.']));
  editor.highlights.show({ name: 'radif-last' });
  expect(paintedTexts('radif-last')).toEqual({});

  function firstLetter({ from }: { readonly from: number }) {
    return [{ from, to: from + 1 }];
  }
});
