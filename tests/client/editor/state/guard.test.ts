import { Fragment, type Node, Slice } from 'prosemirror-model';
import { AllSelection, NodeSelection } from 'prosemirror-state';
import { describe, expect, it } from 'vitest';
import { splitActive } from '../../../../client/editor/commands/structure.ts';
import { LONGEST_RENDERING } from '../../../../shared/doc/model/rendering-text.ts';
import { StretchStep } from '../../../../shared/doc/model/stretch-step.ts';
import { covered, doc, page, segment, shown } from '../../../doc/document.ts';
import { caretAt, done, isLetThrough, startOf, stateOf, typed } from '../state.ts';

const document = doc(
  page(segment('a', 'وزیر', 'The minister'), segment('b', 'یک دو سه.', 'One two three.')),
  page(segment('c', 'چهار پنج.', 'Four five.')),
);
const state = stateOf(document, 'b');
const [a, b, c] = ['a', 'b', 'c'].map((id) => startOf(state, id)) as [number, number, number];

describe('the guard', () => {
  it('lets text change inside one rendering', () => {
    expect(isLetThrough(state, state.tr.insertText('Then ', b))).toBe(true);
    expect(isLetThrough(state, state.tr.delete(b, b + 4))).toBe(true);
    expect(isLetThrough(state, state.tr.delete(b, b + 'One two three.'.length))).toBe(true);
  });

  it('refuses a deletion over two renderings, in one page and over the edge of two', () => {
    expect(isLetThrough(state, state.tr.delete(a + 4, b + 3))).toBe(false);
    expect(isLetThrough(state, state.tr.delete(b + 4, c + 2))).toBe(false);
    expect(isLetThrough(state, state.tr.delete(0, state.doc.content.size - 2))).toBe(false);
  });

  it('lets whole segments be restored, as long as the document stays lawful', () => {
    const stretch = (nodes: readonly Node[]) => new StretchStep(b - 1, b + 15, new Slice(Fragment.from(nodes), 0, 0));
    expect(isLetThrough(state, state.tr.step(stretch([segment('b', 'یک دو سه.', 'Another.')])))).toBe(true);
    expect(isLetThrough(state, state.tr.step(stretch([segment('b', 'یک دو', 'Another.')])))).toBe(false);
  });

  it('refuses to join two segments without their ranges', () => {
    expect(isLetThrough(state, state.tr.join(b - 1))).toBe(false);
  });

  it('refuses to take a segment away, or its page', () => {
    expect(isLetThrough(state, state.tr.delete(b - 1, b + 15))).toBe(false);
    expect(isLetThrough(state, state.tr.delete(c - 2, c + 12))).toBe(false);
  });

  it('refuses a line break, and what no rendering may hold', () => {
    expect(isLetThrough(state, state.tr.insertText('x\ny', b))).toBe(false);
    expect(isLetThrough(state, state.tr.insertText('\u0007', b))).toBe(false);
    expect(isLetThrough(state, state.tr.split(b + 3))).toBe(false);
  });

  it('refuses what would make a rendering longer than one may be', () => {
    const room = LONGEST_RENDERING - state.doc.resolve(b).parent.content.size;
    expect(isLetThrough(state, state.tr.insertText('x'.repeat(room), b))).toBe(true);
    expect(isLetThrough(state, state.tr.insertText('x'.repeat(room + 1), b))).toBe(false);
  });

  it('keeps ZWNJ and direction marks that are typed', () => {
    const text = 'می\u200cروم\u200f';
    expect(typed(state, text).doc.textContent).toContain(text);
  });

  it('refuses another range for a segment unless the document stays lawful', () => {
    const source = covered(document);
    expect(isLetThrough(state, state.tr.setNodeAttribute(b - 1, 'to', source.text.length))).toBe(false);
    const split = done(caretAt(state, 'b', 4), splitActive(source.text.indexOf('دو'), 'new', source));
    expect(shown(split.doc).slice(1, 3)).toEqual(['b [یک] draft: One', 'new [دو سه.] draft: two three.']);
  });

  it('selects text only', () => {
    expect(isLetThrough(state, state.tr.setSelection(new AllSelection(state.doc)))).toBe(false);
    expect(isLetThrough(state, state.tr.setSelection(NodeSelection.create(state.doc, b - 1)))).toBe(false);
  });

  it('lets through what others sent', () => {
    expect(isLetThrough(state, state.tr.join(b - 1).setMeta('addToHistory', false))).toBe(true);
  });
});
