import { expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { doc, page, segment } from '../../../doc/document.ts';
import { openStage, paintedTexts, type Stage } from '../stage.ts';

const start = doc(
  page(
    segment('s1', 'یک دو سه.', 'One two three.', { status: 'final' }),
    segment('s2', 'چهار پنج.', 'Four five.'),
    segment('s3', 'شش هفت؟', 'Six seven?'),
  ),
);

function handle({ row }: Stage, id: string): HTMLElement {
  const found = row(id).querySelector<HTMLElement>('.handle');
  if (!found) throw new Error(`${id} has no handle`);
  return found;
}

/** Where a word of the Persian begins, counted from the top left of its cell. */
function placeOf({ source }: Stage, id: string, word: string): { x: number; y: number } {
  const letters = source(id).firstChild;
  const at = letters?.textContent?.indexOf(word) ?? -1;
  if (!letters || at < 0) throw new Error(`${id} has no ${word}`);
  const range = new Range();
  range.setStart(letters, at);
  range.setEnd(letters, at + 1);
  const [box, cell] = [range.getBoundingClientRect(), source(id).getBoundingClientRect()];
  return { x: box.right - 2 - cell.left, y: box.top + box.height / 2 - cell.top };
}

it('a node says the state, and pressing it makes its segment the active one and asks for the menu', async () => {
  const stage = await openStage(start);
  await expect.poll(() => handle(stage, 's1').getAttribute('aria-label')).toBe('Final');
  await userEvent.click(handle(stage, 's2'));
  expect(stage.menus).toEqual(['s2']);
  expect(stage.editor.activeSegment()?.id).toBe('s2');
});

it('a node dragged to a word moves the border there, and opens no menu', async () => {
  const stage = await openStage(start);
  const targetPosition = placeOf(stage, 's1', 'سه');
  await userEvent.dragAndDrop(handle(stage, 's2'), stage.source('s1'), { targetPosition, steps: 8 });
  expect(stage.source('s1').textContent).toBe('یک دو');
  expect(stage.source('s2').textContent).toBe('سه. چهار پنج.');
  expect(stage.text('s1')).toBe('One two three.');
  expect(stage.menus).toEqual([]);
  expect(paintedTexts('radif-moving')).toEqual({});
});

it('a node dragged back to where it was, or the first of a paragraph, moves nothing', async () => {
  const stage = await openStage(start);
  const { doc: before } = stage.editor.view.state;
  for (const [id, word] of [
    ['s2', 'چهار'],
    ['s1', 'دو'],
  ] as const) {
    const to = id === 's1' ? 's1' : 's2';
    await userEvent.dragAndDrop(handle(stage, id), stage.source(to), {
      targetPosition: placeOf(stage, to, word),
      steps: 8,
    });
  }
  expect(stage.editor.view.state.doc).toBe(before);
  expect(stage.menus).toEqual([]);
});

it('a click at a word and the caret say where a segment is split', async () => {
  const stage = await openStage(start);
  stage.select('s1', 'One '.length);
  await userEvent.click(stage.source('s1'), { position: placeOf(stage, 's1', 'دو') });
  await expect.poll(() => stage.editor.activeSegment()?.id).toBe('s1');
  await expect.poll(() => document.activeElement).toBe(stage.editor.view.dom);
  stage.select('s1', 'One '.length);
  stage.editor.commands['segment.split']();
  expect([...stage.editor.view.dom.querySelectorAll('.source')].map((cell) => cell.textContent)).toEqual([
    'یک',
    'دو سه.',
    'چهار پنج.',
    'شش هفت؟',
  ]);
});
