import { expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { LONGEST_RENDERING } from '../../../../shared/doc/model/rendering-text.ts';
import { doc, page, segment } from '../../../doc/document.ts';
import { openStage, type Stage } from '../stage.ts';

const start = doc(
  page(
    segment('s1', 'یک دو سه.', 'One two three.'),
    segment('s2', 'چهار پنج.', 'Four five.'),
    segment('s3', 'شش هفت؟'),
  ),
);

/** Sends a clipboard event as the browser would; gives what stands on the clipboard after it, or `null` where nobody
 *  took the event. */
function clip(
  { editor }: Stage,
  kind: 'copy' | 'cut' | 'paste',
  texts: Readonly<Record<string, string>> = {},
): string | null {
  const clipboardData = new DataTransfer();
  for (const [type, text] of Object.entries(texts)) clipboardData.setData(type, text);
  const event = new ClipboardEvent(kind, { clipboardData, bubbles: true, cancelable: true });
  editor.view.dom.dispatchEvent(event);
  return event.defaultPrevented ? clipboardData.getData('text/plain') : null;
}

it('keys that would write, delete or break over several segments change nothing and say why', async () => {
  const stage = await openStage(start);
  const { doc: before } = stage.editor.view.state;
  for (const keys of ['x', '{Delete}', '{Backspace}', '{Control>}{Backspace}{/Control}']) {
    stage.select('s1', 4, 4, 's2');
    const told = stage.notices.length;
    await userEvent.keyboard(keys);
    expect(stage.editor.view.state.doc.eq(before), keys).toBe(true);
    expect(stage.notices.slice(told), keys).toContain('acrossSegments');
  }
});

it('deleting stops at the ends of a rendering', async () => {
  const { editor, select, text } = await openStage(start);
  const { doc: before } = editor.view.state;
  select('s2', 0);
  await userEvent.keyboard('{Backspace}{Control>}{Backspace}{/Control}');
  select('s2', 'Four five.'.length);
  await userEvent.keyboard('{Delete}{Control>}{Delete}{/Control}');
  expect(editor.view.state.doc.eq(before)).toBe(true);
  select('s2', 'Four'.length);
  await userEvent.keyboard('{Control>}{Delete}{/Control}');
  expect(text('s2')).toBe('Four.');
});

it('a line break goes on to the next segment, and no key styles a text', async () => {
  const { editor, select, rendering, text } = await openStage(start);
  select('s1', 3);
  await userEvent.keyboard('{Enter}');
  expect(editor.activeSegment()?.id).toBe('s2');
  select('s2', 0, 4);
  await userEvent.keyboard('{Control>}b{/Control}{Control>}i{/Control}{Control>}u{/Control}');
  for (const inputType of ['formatBold', 'insertLineBreak']) {
    const event = new InputEvent('beforeinput', { inputType, bubbles: true, cancelable: true });
    expect(editor.view.dom.dispatchEvent(event), inputType).toBe(false);
  }
  expect(rendering('s2').innerHTML).not.toMatch(/<(b|i|u|strong|em|br)\b/);
  expect([text('s1'), text('s2')]).toEqual(['One two three.', 'Four five.']);
});

it('a selection over several segments is copied as a line for each, and neither cut nor pasted over', async () => {
  const stage = await openStage(start);
  stage.select('s1', 4, 4, 's2');
  expect(clip(stage, 'copy')).toBe('two three.\nFour');
  clip(stage, 'cut');
  clip(stage, 'paste', { 'text/plain': 'new' });
  expect(stage.notices).toEqual(['acrossSegments', 'acrossSegments']);
  expect([stage.text('s1'), stage.text('s2')]).toEqual(['One two three.', 'Four five.']);
});

it('what is pasted comes in as one line of plain text, and what is too long not at all', async () => {
  const stage = await openStage(start);
  stage.select('s2', 5, 9);
  clip(stage, 'paste', { 'text/plain': '\nsix\r\n\r\nseven\n', 'text/html': '<p><b>six</b></p>' });
  expect(stage.text('s2')).toBe('Four six seven.');
  expect(stage.rendering('s2').textContent).toBe('Four six seven.');
  clip(stage, 'paste', { 'text/plain': 'x'.repeat(LONGEST_RENDERING + 1) });
  expect(stage.notices).toEqual(['tooLong']);
  expect(stage.text('s2')).toBe('Four six seven.');
});

it('an input method gets a caret and never a selection over several segments', async () => {
  const stage = await openStage(start);
  stage.select('s1', 4, 4, 's2');
  stage.editor.view.dom.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }));
  expect(stage.editor.view.state.selection.empty).toBe(true);
  expect(stage.editor.activeSegment()?.id).toBe('s2');
});
