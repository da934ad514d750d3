import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { correctSource } from '../../../../shared/doc/edit/correct.ts';
import { withSource } from '../../../../shared/doc/model/correction-step.ts';
import { covered, doc, page, segment } from '../../../doc/document.ts';
import { openStage, type Stage } from '../stage.ts';

const bare = doc(
  page(segment('s1', 'وزیر', 'Minister', { kind: 'lead' }), segment('s2', 'یک دو سه.', 'One two three.')),
  page(segment('s3', 'چهار پنج.')),
);
const start = withSource(bare, covered(bare).text);

async function correcting(id: string): Promise<Stage & { readonly field: HTMLElement }> {
  const stage = await openStage(start);
  stage.select(id, 0);
  stage.editor.commands['source.correct']();
  const field = stage.source(id).querySelector<HTMLElement>('[role=textbox]');
  if (!field) throw new Error('The Persian is not open');
  expect(document.activeElement).toBe(field);
  return { ...stage, field };
}

describe('the Persian of a row that is corrected', () => {
  it('takes on Enter what was written, and leaves the texts of other rows the same nodes', async () => {
    const { source, field, rendering } = await correcting('s2');
    const others = [source('s1').firstChild, rendering('s2').firstChild];
    await userEvent.keyboard('{Home}{End}{Backspace} دیگر.{Enter}');
    expect(field.isConnected).toBe(false);
    expect(source('s2').textContent).toBe('یک دو سه دیگر.');
    expect(source('s3').textContent).toBe('چهار پنج.');
    expect([source('s1').firstChild, rendering('s2').firstChild]).toEqual(others);
    expect(document.activeElement?.className).toContain('ProseMirror');
  });

  it('stays as it was after Escape, and when nothing else was written', async () => {
    const { source, editor } = await correcting('s2');
    await userEvent.keyboard('چیز{Escape}');
    expect(source('s2').textContent).toBe('یک دو سه.');
    editor.commands['source.correct']();
    await userEvent.keyboard('{Enter}');
    expect(source('s2').textContent).toBe('یک دو سه.');
    expect(editor.commands['edit.undo']()).toBe(true);
    expect(source('s2').textContent).toBe('یک دو سه.');
  });

  it('counts what is written when the focus goes elsewhere, and is one undo', async () => {
    const { source, editor, rendering } = await correcting('s2');
    await userEvent.keyboard('{End} ده');
    await userEvent.click(rendering('s3'));
    await expect.poll(() => source('s2').textContent).toBe('یک دو سه. ده');
    editor.commands['edit.undo']();
    expect(source('s2').textContent).toBe('یک دو سه.');
  });

  it('keeps what somebody else corrects in it meanwhile', async () => {
    const { source, editor, field } = await correcting('s2');
    await userEvent.keyboard('{End}{Backspace}!');
    const { tr } = editor.view.state;
    correctSource(tr, 's2', 'یکم دو سه.', covered(bare));
    editor.view.dispatch(tr.setMeta('addToHistory', false));
    expect(document.activeElement).toBe(field);
    await userEvent.keyboard('{Enter}');
    expect(source('s2').textContent).toBe('یکم دو سه!');
  });

  it('joins its paragraph with the next at its end, and refuses what cannot be', async () => {
    const { source, notices, field, editor } = await correcting('s3');
    await userEvent.keyboard('{End}{Delete}');
    expect(field.isConnected).toBe(false);
    expect(editor.view.state.doc.attrs.source).not.toContain('\n');
    expect(notices).toEqual([]);
    editor.commands['source.join']();
    expect(notices).toEqual(['cannotJoin']);
    expect(source('s3').textContent).toBe('چهار پنج.');
  });
});
