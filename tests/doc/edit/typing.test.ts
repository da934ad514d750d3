import { EditorState, TextSelection, type Transaction } from 'prosemirror-state';
import { describe, expect, it } from 'vitest';
import { setRendering } from '../../../shared/doc/edit/rendering.ts';
import { anchorsOver, anchorsToGoOn } from '../../../shared/doc/edit/typing.ts';
import { segmentById } from '../../../shared/doc/model/read.ts';
import { schema } from '../../../shared/doc/model/schema.ts';
import { doc, page, segment, shown } from '../document.ts';
import { changed } from '../meeting.ts';

const start = doc(page(segment('s1', 'یک دو سه.', 'The <m1>foreign <m2>minister</m2></m1> met')));
const pos = segmentById(start, 's1')?.pos ?? 0;
/** A position before the first `words` of the rendering, or behind them. */
const startOf = (words: string) => pos + 1 + 'The foreign minister met'.indexOf(words);
const endOf = (words: string) => startOf(words) + words.length;
const line = (document: typeof start) => shown(document)[0]?.replace(/^.*?: /, '');

/** What somebody makes of the start who selects from `from` to `to` and types `text`. */
function overwritten(from: number, to: number, text: string): string | undefined {
  return line(changed(start, (tr) => tr.replaceWith(from, to, schema.text(text, anchorsOver(tr.doc, from, to)))).doc);
}

describe('text written at a name', () => {
  it('belongs to it inside, and not at either edge', () => {
    expect(overwritten(endOf('for'), endOf('for'), 'XX')).toBe('The <m1>forXXeign </m1><m2><m1>minister</m1></m2> met');
    expect(overwritten(startOf('foreign'), startOf('foreign'), 'XX')).toBe(
      'The XX<m1>foreign </m1><m2><m1>minister</m1></m2> met',
    );
    expect(overwritten(endOf('minister'), endOf('minister'), 'XX')).toBe(
      'The <m1>foreign </m1><m2><m1>minister</m1></m2>XX met',
    );
    expect(overwritten(startOf('minister'), startOf('minister'), 'XX')).toBe(
      'The <m1>foreign XX</m1><m2><m1>minister</m1></m2> met',
    );
  });

  it('takes the place of a part of it and belongs to it, at its beginning, in its middle and at its end', () => {
    expect(overwritten(startOf('foreign'), endOf('fore'), 'XX')).toBe(
      'The <m1>XXign </m1><m2><m1>minister</m1></m2> met',
    );
    expect(overwritten(startOf('nist'), endOf('nist'), 'XX')).toBe('The <m1>foreign </m1><m2><m1>miXXer</m1></m2> met');
    expect(overwritten(startOf('ster'), endOf('ster'), 'XX')).toBe('The <m1>foreign </m1><m2><m1>miniXX</m1></m2> met');
  });

  it('takes the place of all of it: it is gone, but for the name around it', () => {
    expect(overwritten(startOf('minister'), endOf('minister'), 'XX')).toBe('The <m1>foreign XX</m1> met');
    expect(overwritten(startOf('foreign'), endOf('minister'), 'XX')).toBe('The XX met');
    expect(overwritten(startOf('The'), endOf('met'), 'XX')).toBe('XX');
  });

  it('takes the place of its end or its beginning and of what stands beside it: it shrinks', () => {
    expect(overwritten(startOf('ster'), endOf('met'), 'XX')).toBe('The <m1>foreign </m1><m2><m1>mini</m1></m2>XX');
    expect(overwritten(startOf('The'), endOf('fore'), 'XX')).toBe('XX<m1>ign </m1><m2><m1>minister</m1></m2> met');
    expect(overwritten(startOf('eign'), endOf('min'), 'XX')).toBe('The <m1>forXX</m1><m2><m1>ister</m1></m2> met');
  });

  it('is no other when a command makes it', () => {
    const write = (text: string) => line(changed(start, (tr) => setRendering(tr, 's1', text)).doc);
    expect(write('The foreign ministry met')).toBe('The <m1>foreign </m1><m2><m1>ministry</m1></m2> met');
    expect(write('The foreign minister and met')).toBe('The <m1>foreign </m1><m2><m1>minister</m1></m2> and met');
  });
});

describe('typing that goes on', () => {
  /** What is typed, `⌫` for a letter taken away, from behind `words`; a transaction a character. */
  function typed(words: string, text: string): string | undefined {
    let state = EditorState.create({ doc: start, selection: TextSelection.create(start, endOf(words)) });
    const apply = (tr: Transaction) => {
      state = state.apply(tr);
      const anchors = anchorsToGoOn(tr);
      if (anchors) state = state.apply(state.tr.setStoredMarks(anchors));
    };
    for (const character of text) {
      const { tr, selection } = state;
      apply(character === '⌫' ? tr.delete(selection.head - 1, selection.head) : tr.insertText(character));
    }
    return line(state.doc);
  }

  it('writes the end of a name anew after its last letters were taken away', () => {
    expect(typed('minister', '⌫⌫ry')).toBe('The <m1>foreign </m1><m2><m1>ministry</m1></m2> met');
    expect(typed('minister', '⌫⌫er')).toBe('The <m1>foreign </m1><m2><m1>minister</m1></m2> met');
  });

  it('leaves the name at white space', () => {
    expect(typed('minister', '⌫⌫ry of it')).toBe('The <m1>foreign </m1><m2><m1>ministry </m1></m2>of it met');
  });

  it('does not begin at the edge of a name, nor behind one that is gone', () => {
    expect(typed('minister', 'XX')).toBe('The <m1>foreign </m1><m2><m1>minister</m1></m2>XX met');
    expect(typed('minister', `X⌫Y`)).toBe('The <m1>foreign </m1><m2><m1>minister</m1></m2>Y met');
    expect(typed('minister', `${'⌫'.repeat(8)}XX`)).toBe('The <m1>foreign XX</m1> met');
    expect(typed('minister', `${'⌫'.repeat(16)}XX`)).toBe('The XX met');
  });

  it('does not begin where a linked name was put in, or the caret moved', () => {
    const mark = schema.mark('anchor', { id: 'm3' });
    const state = EditorState.create({ doc: start });
    expect(anchorsToGoOn(state.tr.insert(endOf('The'), schema.text('Iran', [mark])))).toBeNull();
    expect(anchorsToGoOn(state.tr.setSelection(TextSelection.create(start, endOf('minister'))))).toBeNull();
  });
});
