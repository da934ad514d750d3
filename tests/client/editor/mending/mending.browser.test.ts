import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { doc, page, segment } from '../../../doc/document.ts';
import { openStage } from '../stage.ts';

const automatic = (score: number) => ({ alignment: { state: 'automatic', score } }) as const;
const rows = () =>
  doc(
    page(
      segment('s1', 'یک دو سه.', 'One.', automatic(0.9)),
      segment('s2', 'چهار پنج.', 'Two. Three.', automatic(0.4)),
      segment('s3', 'شش هفت؟', '', automatic(0.3)),
      segment('s4', 'هشت.', 'Four.', automatic(0.8)),
    ),
  );

describe('mending', () => {
  it('lets no key write, and Escape ends it', async () => {
    const { editor, select, text } = await openStage(rows());
    select('s1', 4);
    editor.mending.enter();
    await userEvent.keyboard('q1');
    expect(text('s1')).toBe('One.');
    await userEvent.keyboard('{Escape}q');
    expect(editor.mending.mode).toBe('off');
    expect(text('s1')).toBe('One.q');
  });

  it('is left to write in the row, and comes back', async () => {
    const { editor, select, text } = await openStage(rows());
    select('s1', 4);
    editor.mending.enter();
    editor.mending.commands['mend.write']();
    await userEvent.keyboard('!{Escape}');
    expect(text('s1')).toBe('One.!');
    expect(editor.mending.mode).toBe('on');
  });

  it('moves a sentence down in one undo, and stays in its row', async () => {
    const { editor, select, text } = await openStage(rows());
    select('s2', 0);
    editor.mending.enter();
    editor.mending.commands['mend.english.push']();
    expect([text('s2'), text('s3')]).toEqual(['Two.', 'Three.']);
    expect(editor.activeSegment()?.id).toBe('s2');
    editor.commands['edit.undo']();
    expect([text('s2'), text('s3')]).toEqual(['Two. Three.', '']);
  });

  it('confirms and goes on, and tells when every row is confirmed', async () => {
    const { editor, select, notices } = await openStage(rows());
    select('s3', 0);
    editor.mending.enter();
    const { commands } = editor.mending;
    for (const next of ['s4', 's1', 's2', 's2']) {
      commands['mend.confirm']();
      expect(editor.activeSegment()?.id).toBe(next);
    }
    expect(notices).toEqual(['allPaired']);
    commands['mend.nextOpen']();
    expect(notices).toEqual(['allPaired', 'allPaired']);
  });

  it('splits the English at the caret; at an edge, the caret first shows where', async () => {
    const { editor, select, text, notices } = await openStage(rows());
    select('s2', 11);
    editor.mending.enter();
    editor.mending.commands['mend.english.split']();
    expect(notices).toEqual(['splitAgain']);
    expect(text('s2')).toBe('Two. Three.');
    editor.mending.commands['mend.english.split']();
    expect(text('s2')).toBe('Two.');
    expect(editor.view.state.doc.textContent).toBe('One.Two.Three.Four.');
  });

  it('shows the rows beside the active one, whatever a filter hides', async () => {
    const { editor, select, row } = await openStage(rows());
    const hidden = () => ['s1', 's2', 's3', 's4'].filter((id) => row(id).hidden);
    editor.setFilter({ alignment: { below: 0.5 } });
    expect(hidden()).toEqual(['s1', 's4']);
    editor.mending.enter();
    select('s3', 0);
    expect(hidden()).toEqual(['s1']);
    expect(row('s4').classList.contains('beside')).toBe(true);
    select('s2', 0);
    expect(hidden()).toEqual(['s4']);
    editor.mending.leave();
    expect(hidden()).toEqual(['s1', 's4']);
    expect(editor.view.dom.querySelectorAll('.beside')).toHaveLength(0);
  });

  it('tells at the end of each row how it was aligned', async () => {
    const { editor, select, row } = await openStage(rows());
    const sign = (id: string) => row(id).querySelector('.pairing')?.textContent;
    expect([sign('s1'), sign('s2'), sign('s3')]).toEqual(['90%', '40% 1:2', '30% 1:0']);
    select('s1', 0);
    editor.mending.commands['mend.confirm']();
    await expect.poll(() => sign('s1')).toBe('✓');
    editor.mending.commands['mend.review']();
    await expect.poll(() => sign('s2')).toBe('? 1:2');
  });

  it('shows what has no Persian, and what is left out', async () => {
    const { editor, select, row } = await openStage(rows());
    select('s3', 0);
    editor.mending.commands['mend.leaveOut']();
    expect(row('s3').classList.contains('left-out')).toBe(true);
    editor.mending.commands['mend.insertBelow']();
    const inserted = editor.activeSegment()?.id ?? '';
    expect(row(inserted).classList.contains('no-persian')).toBe(true);
    editor.mending.commands['mend.remove']();
    expect(editor.activeSegment()?.id).toBe('s4');
  });
});
