import { expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { setStatus, splitSegment } from '../../../../shared/doc/edit/structure.ts';
import { covered, doc, page, segment } from '../../../doc/document.ts';
import { openStage } from '../stage.ts';

const start = doc(
  page(segment('s1', 'وزیر', 'Minister', { kind: 'lead' }), segment('s2', 'یک دو سه.', 'One two three.')),
  page(segment('s3', 'چهار پنج.')),
);

it('a row shows its Persian and its English, and says its number and state across pages', async () => {
  const { editor, row, source, rendering } = await openStage(start);
  expect(source('s2').textContent).toBe('یک دو سه.');
  expect(rendering('s2').textContent).toBe('One two three.');
  expect(row('s1').classList.contains('lead')).toBe(true);
  expect(row('s3').classList.contains('empty')).toBe(true);
  await expect.poll(() => row('s3').getAttribute('aria-label')).toBe('Segment 3, Not translated');
  editor.view.dispatch(change((tr) => setStatus(tr, 's2', 'reviewed')));
  await expect.poll(() => row('s2').getAttribute('aria-label')).toBe('Segment 2, Reviewed');

  function change(write: (tr: typeof editor.view.state.tr) => unknown) {
    const { tr } = editor.view.state;
    write(tr);
    return tr;
  }
});

it('typing touches the text of its own row only', async () => {
  const { editor, row, rendering, source, select, text } = await openStage(start);
  const rows = ['s1', 's2', 's3'].map(row);
  const persian = source('s2').firstChild;
  const letters = rendering('s2').firstChild;
  select('s2', 3);
  await expect.poll(() => row('s2').querySelector('.size')?.textContent).toBe('3 words');
  const changed: Node[] = [];
  const watch = new MutationObserver((records) => changed.push(...records.map(({ target }) => target)));
  watch.observe(editor.view.dom, { characterData: true, subtree: true, childList: true });
  await userEvent.keyboard('!');
  expect(text('s2')).toBe('One! two three.');
  expect(['s1', 's2', 's3'].map(row)).toEqual(rows);
  expect(rendering('s2').firstChild).toBe(letters);
  expect(source('s2').firstChild).toBe(persian);
  expect(changed.some((node) => row('s2').contains(node))).toBe(true);
  for (const id of ['s1', 's3']) expect(changed.filter((node) => row(id).contains(node))).toEqual([]);
  watch.disconnect();
});

it('the letter stands in the row before its size is counted', async () => {
  const { row, select, editor, text } = await openStage(start);
  const size = () => row('s2').querySelector('.size')?.textContent;
  select('s2', 3);
  await expect.poll(size).toBe('3 words');
  editor.view.dispatch(editor.view.state.tr.insertText(' and'));
  expect([text('s2'), size()]).toEqual(['One and two three.', '3 words']);
  await expect.poll(size).toBe('4 words');
});

it('a split makes a row of its own and numbers what follows anew', async () => {
  const { editor, row, source } = await openStage(start);
  const { tr } = editor.view.state;
  const text = covered(start);
  splitSegment(tr, 's2', { source: text.text.indexOf('دو'), rendering: 4 }, 'new', text);
  editor.view.dispatch(tr);
  expect(source('s2').textContent).toBe('یک');
  expect(source('new').textContent).toBe('دو سه.');
  await expect.poll(() => row('s3').getAttribute('aria-label')).toBe('Segment 4, Not translated');
});

it('a key comes to where the browser has put the caret, though it has not told of it yet', async () => {
  const { editor, rendering } = await openStage(start);
  expect(editor.activeSegment()?.id).toBe('s1');
  const letters = rendering('s2').firstChild;
  if (!letters) throw new Error('The rendering is empty');
  getSelection()?.collapse(letters, 3);
  editor.view.dom.dispatchEvent(new KeyboardEvent('keydown', { key: 'Shift', code: 'ShiftLeft', bubbles: true }));
  expect(editor.activeSegment()?.id).toBe('s2');
});

it('the Persian takes no letter: what is typed at it goes into its English', async () => {
  const { source, text } = await openStage(start);
  await userEvent.click(source('s3'));
  await userEvent.keyboard('Four');
  await expect.poll(() => text('s3')).toBe('Four');
  expect(source('s3').textContent).toBe('چهار پنج.');
});

it('the length of a rendering reads in the direction of its words, also where they are Persian', async () => {
  const { row, select } = await openStage(start);
  select('s2', 3);
  await expect.poll(() => row('s2').querySelector('.size')?.textContent).toBe('3 words');
  const size = row('s2').querySelector('.size');
  const placeOf = (offset: number) => {
    const range = new Range();
    range.setStart(size?.firstChild as Text, offset);
    range.setEnd(size?.firstChild as Text, offset + 1);
    return range.getBoundingClientRect().left;
  };
  expect(placeOf(0)).toBeLessThan(placeOf(2));
  if (size) size.textContent = '۴ واژه';
  expect(placeOf(0)).toBeGreaterThan(placeOf(2));
});
