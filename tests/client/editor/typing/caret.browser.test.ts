import { expect, it } from 'vitest';
import { readSelection } from '../../../../client/editor/page/dom-selection.ts';
import { setStatus } from '../../../../shared/doc/edit/structure.ts';
import { doc, page, segment } from '../../../doc/document.ts';
import { openStage, type Stage } from '../stage.ts';

const start = doc(
  page(segment('s1', 'یک دو سه.', 'One two three.'), segment('s2', 'چهار پنج.', 'Four five.')),
  page(segment('s3', 'شش هفت؟')),
);

/** Where the caret stands in the English of a segment, as the page has it and as the editor knows it. */
function carets({ editor: { view } }: Stage) {
  const { focusNode, focusOffset } = getSelection() ?? {};
  const seen = focusNode ? view.posAtDOM(focusNode, focusOffset ?? 0) : null;
  return { seen, known: view.state.selection.head };
}

it.each([
  [
    'a change by somebody else',
    ({ editor: { view } }: Stage) => {
      const { tr } = view.state;
      setStatus(tr, 's2', 'reviewed');
      view.dispatch(tr);
    },
  ],
  [
    'words in another row',
    (stage: Stage) => {
      const { view } = stage.editor;
      const at = view.posAtDOM(stage.rendering('s2'), 0);
      view.dispatch(view.state.tr.insertText('x', at));
      expect(stage.text('s2')).toBe('xFour five.');
    },
  ],
  ['a drawing anew', ({ editor: { view } }: Stage) => view.setProps({})],
])('a caret that the browser has just moved stays there under %s', async (_, change) => {
  const stage = await openStage(start);
  stage.select('s1', 10);
  const before = carets(stage);
  expect(before.seen).toBe(before.known);
  // The browser moves it at once, and says so a little later.
  getSelection()?.modify('move', 'backward', 'character');
  readSelection(stage.editor.view);
  change(stage);
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  expect(carets(stage)).toEqual({ seen: before.known - 1, known: before.known - 1 });
});
