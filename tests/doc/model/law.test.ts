import { Fragment, type Node, Slice } from 'prosemirror-model';
import { AttrStep, ReplaceStep, type Transform } from 'prosemirror-transform';
import { describe, expect, it } from 'vitest';
import { brokenLaws, isPlace, paragraphAt } from '../../../shared/doc/model/law.ts';
import { segmentById } from '../../../shared/doc/model/read.ts';
import { schema } from '../../../shared/doc/model/schema.ts';
import type { SourceText } from '../../../shared/doc/model/source.ts';
import { doc, mention, page, segment, source, sourceOf } from '../document.ts';
import { type Change, changed } from '../meeting.ts';

const lawful = doc(
  page(segment('s1', 'وزیر', 'Minister', { kind: 'lead' }), segment('s2', 'یک دو سه.', 'One <m1>two</m1>.')),
  page(segment('s3', 'چهار پنج.'), segment('s4', 'شش هفت؟ هشت.')),
  page(segment('s5', 'نه ده.')),
  mention('m1', { from: 6, to: 8 }),
  mention('m2'),
);

/** The rules that `change` breaks; the same whether or not the laws may trust the document before it. */
function rulesBroken(change: Change, text: SourceText = source): readonly string[] {
  const { doc: after } = changed(lawful, change);
  const rules = brokenLaws(after, text).map(({ rule }) => rule);
  expect(brokenLaws(after, text, lawful).map(({ rule }) => rule)).toEqual(rules);
  return rules;
}
const set = (id: string, attr: string, value: unknown) => (tr: Transform) =>
  tr.step(new AttrStep(segmentById(tr.doc, id)?.pos ?? -1, attr, value));
const setMention = (index: number, attr: string, value: unknown) => (tr: Transform) =>
  tr.step(new AttrStep(tr.doc.content.size - 1 - 2 + index, attr, value));
const insert = (id: string, node: Node) => (tr: Transform) => {
  const pos = segmentById(tr.doc, id)?.pos ?? -1;
  return tr.step(new ReplaceStep(pos, pos, new Slice(Fragment.from(node), 0, 0)));
};

describe('the laws', () => {
  it('hold for a document whose segments tile the source', () => {
    expect(brokenLaws(lawful, source)).toEqual([]);
    expect(brokenLaws(lawful, source, lawful)).toEqual([]);
  });

  it('want segment ids to be unique, within a page and over pages', () => {
    expect(rulesBroken(set('s3', 'id', 's4'))).toEqual(['law.segment-id']);
    expect(rulesBroken(set('s1', 'id', 's5'))).toEqual(['law.segment-id']);
    expect(rulesBroken(insert('s3', segment('s1', 'چهار', '', { from: 25, to: 27 })))).toContain('law.segment-id');
  });

  it('want ranges in order, in the source, and inside one paragraph', () => {
    expect(rulesBroken(set('s1', 'to', 7))).toEqual(['law.segment-order']);
    expect(rulesBroken(set('s2', 'to', 5))).toEqual(['law.segment-range', 'law.segment-gap']);
    expect(rulesBroken(set('s2', 'to', 6))).toEqual(['law.segment-gap']);
    expect(rulesBroken(set('s5', 'to', 99))).toEqual(['law.segment-range']);
    expect(rulesBroken(set('s4', 'to', 44))).toEqual(['law.segment-paragraph', 'law.segment-order']);
    expect(rulesBroken(set('s3', 'from', 0))).toEqual(['law.segment-order']);
  });

  it('want a row that is left out to have Persian and no English', () => {
    expect(rulesBroken(set('s1', 'leftOut', true))).toEqual(['law.segment-left-out']);
  });

  it('want every letter and number of the source covered', () => {
    expect(rulesBroken(set('s1', 'from', 1))).toEqual(['law.segment-gap']);
    expect(rulesBroken(set('s2', 'to', 12))).toEqual(['law.segment-gap']);
    expect(rulesBroken(set('s5', 'to', 44))).toEqual(['law.segment-gap']);
    expect(rulesBroken(set('s5', 'from', 43))).toEqual(['law.segment-gap']);
    const removed = (tr: Transform) => {
      const segmentAfter = segmentById(tr.doc, 's4');
      return tr.delete(segmentAfter?.pos ?? 0, (segmentAfter?.pos ?? 0) + (segmentAfter?.node.nodeSize ?? 0));
    };
    expect(rulesBroken(removed)).toEqual(['law.segment-gap']);
  });

  it('leave punctuation and spaces to be covered or not', () => {
    expect(rulesBroken(set('s1', 'to', 5))).toEqual([]);
    expect(rulesBroken(set('s2', 'to', 14))).toEqual([]);
  });

  it('want no range to cut a character in two', () => {
    const text = sourceOf('یک 😀😀 دو');
    const halved = doc(page(segment('s1', 'یک', '', { from: 0, to: 4 }), segment('s2', 'دو', '', { from: 4, to: 10 })));
    expect(brokenLaws(halved, text).map(({ rule }) => rule)).toEqual(['law.segment-pair', 'law.segment-pair']);
    expect([3, 4, 5, 0, 10, 11, -1].map((offset) => isPlace(text.text, offset))).toEqual([
      true,
      false,
      true,
      true,
      true,
      false,
      false,
    ]);
  });

  it('want a mention for every anchor', () => {
    const end = lawful.content.size - 1;
    expect(rulesBroken((tr) => tr.step(new ReplaceStep(end - 2, end - 1, Slice.empty)))).toEqual([
      'law.anchor-mention',
    ]);
    const anchor = schema.marks.anchor.create({ id: 'm9' });
    expect(rulesBroken((tr) => tr.addMark(2, 5, anchor))).toEqual(['law.anchor-mention']);
    expect(
      rulesBroken((tr) => tr.removeMark(0, lawful.content.size).step(new ReplaceStep(end - 2, end - 1, Slice.empty))),
    ).toEqual([]);
  });

  it('want mentions with ids of their own and both ends in the source, or neither', () => {
    expect(rulesBroken(setMention(1, 'id', 'm1'))).toEqual(['law.mention-id']);
    expect(rulesBroken(setMention(0, 'from', null))).toEqual(['law.mention-range']);
    expect(rulesBroken(setMention(0, 'from', 8))).toEqual(['law.mention-range']);
    expect(rulesBroken(setMention(0, 'to', 99))).toEqual(['law.mention-range']);
    const end = lawful.content.size - 1;
    expect(rulesBroken((tr) => tr.insert(end, mention('m2')))).toEqual(['law.mention-id']);
    expect(rulesBroken((tr) => tr.insert(end, [mention('m3'), mention('m4', { from: 0, to: 47 })]))).toEqual([]);
  });

  it('want a rendering to be one line of well-formed text', () => {
    for (const text of ['\n', '\t', '\u0000', '\u0085', '\u2029', '\ud800'])
      expect(rulesBroken((tr) => tr.insert(2, schema.text(text)))).toEqual(['law.rendering-text']);
    expect(rulesBroken((tr) => tr.insert(2, schema.text('می‌کنیم 😀')))).toEqual([]);
  });

  it('are told with the segment that breaks them', () => {
    const [problem] = brokenLaws(changed(lawful, set('s1', 'to', 7)).doc, source);
    expect(problem).toMatchObject({ element: 'segment s2', values: { id: 's2', from: 6, end: 7 } });
    expect(problem?.message).toContain('Segment s2 begins at 6, before 7');
  });
});

describe('the paragraph of an offset', () => {
  it('is the last that begins at or before it', () => {
    const { paragraphs } = sourceOf('ab\n\ncd');
    expect([0, 2, 3, 4, 6, 99].map((offset) => paragraphAt(paragraphs, offset))).toEqual([0, 0, 1, 2, 2, 2]);
    expect(paragraphAt(paragraphs, -1)).toBe(-1);
  });
});
