import { Fragment, Slice } from 'prosemirror-model';
import {
  AddMarkStep,
  AttrStep,
  DocAttrStep,
  RemoveMarkStep,
  ReplaceAroundStep,
  ReplaceStep,
  Step,
  Transform,
} from 'prosemirror-transform';
import { describe, expect, it } from 'vitest';
import { mergeSegments, splitSegment } from '../../../shared/doc/edit/structure.ts';
import { segmentById } from '../../../shared/doc/model/read.ts';
import { schema } from '../../../shared/doc/model/schema.ts';
import { classify } from '../../../shared/doc/model/step-kind.ts';
import { doc, mention, page, segment, source } from '../document.ts';

const start = doc(
  page(segment('s1', 'وزیر', 'Minister'), segment('s2', 'یک دو سه.', 'One <m1>two</m1> three.')),
  page(segment('s3', 'چهار پنج.', 'Four.')),
);
const place = (id: string, offset = 0) => (segmentById(start, id)?.pos ?? 0) + 1 + offset;
const replace = (from: number, to: number, ...content: Parameters<typeof Fragment.from>[0][]) =>
  new ReplaceStep(
    from,
    to,
    new Slice(
      content.reduce<Fragment>((all, node) => all.append(Fragment.from(node)), Fragment.empty),
      0,
      0,
    ),
  );
const end = start.content.size - 1;

describe('a step', () => {
  it('is text where it stays in one rendering', () => {
    expect(classify(replace(place('s1'), place('s1', 3)), start)).toBe('text');
    expect(classify(replace(place('s1'), place('s1'), schema.text('x')), start)).toBe('text');
  });

  it('is an attribute where it says what a segment is', () => {
    expect(classify(new AttrStep(place('s1') - 1, 'status', 'final'), start)).toBe('attribute');
    expect(classify(new AttrStep(place('s1') - 1, 'links', null), start)).toBe('attribute');
  });

  it('is a mention where it is about mentions or anchors', () => {
    const anchor = schema.marks.anchor.create({ id: 'm1' });
    expect(classify(new AddMarkStep(place('s1'), place('s1', 2), anchor), start)).toBe('mention');
    expect(classify(new RemoveMarkStep(place('s2'), place('s2', 9), anchor), start)).toBe('mention');
    expect(classify(replace(end, end, mention('m2')), start)).toBe('mention');
    expect(classify(replace(end - 1, end), start)).toBe('mention');
    expect(classify(new AttrStep(end - 1, 'label', 'ORG'), start)).toBe('mention');
  });

  it('is a mention still when it takes several marks back at once', () => {
    const anchor = schema.marks.anchor.create({ id: 'm2' });
    const step = new AddMarkStep(place('s2'), place('s2', 12), anchor);
    const after = step.apply(start).doc ?? start;
    expect(classify(step.invert(start), after)).toBe('mention');
    const mixed = {
      stepType: 'markSet',
      steps: [{ stepType: 'removeMark', from: 0, to: 9999, mark: anchor.toJSON() }],
    };
    expect(classify(Step.fromJSON(schema, mixed), start)).toBe('forbidden');
  });

  it('is structure where borders, ranges or ids change', () => {
    const tr = new Transform(start);
    splitSegment(tr, 's2', { source: source.text.indexOf('سه'), rendering: 3 }, 'new', source);
    mergeSegments(tr, 's1', source);
    mergeSegments(tr, 'new', source);
    const kinds = tr.steps.map((step, index) => classify(step, tr.docs[index] ?? tr.doc));
    expect(new Set(kinds)).toEqual(new Set(['structure', 'text']));
    expect(classify(new AttrStep(place('s1') - 1, 'to', 3), start)).toBe('structure');
    expect(classify(new AttrStep(place('s1') - 1, 'id', 's9'), start)).toBe('structure');
  });

  it('goes across where text and a border go at once', () => {
    expect(classify(replace(place('s1', 4), place('s2', 2)), start)).toBe('across');
    expect(classify(replace(place('s1', 4), place('s3', 2)), start)).toBe('across');
    expect(classify(replace(1, place('s3') - 1), start)).toBe('across');
  });

  it('is forbidden where the schema knows no such thing', () => {
    const page0 = start.child(0);
    for (const step of [
      new AttrStep(place('s1') - 1, 'status', 'done'),
      new AttrStep(place('s1') - 1, 'links', { hash: 'x', pairs: [null] }),
      new AttrStep(place('s1') - 1, 'colour', 'red'),
      new AttrStep(place('s1') - 1, 'from', -1),
      new AttrStep(0, 'id', 'x'),
      new AttrStep(place('s1'), 'id', 'x'),
      new AttrStep(-5, 'id', 'x'),
      new AttrStep(9999, 'id', 'x'),
      new DocAttrStep('x', 1),
      new ReplaceAroundStep(0, page0.nodeSize, 1, page0.nodeSize - 1, new Slice(Fragment.from(page0.copy()), 0, 0), 1),
      new AddMarkStep(place('s1'), end, schema.marks.anchor.create({ id: 'm1' })),
      replace(place('s1'), end),
      replace(end, end, schema.text('x')),
      replace(place('s1'), place('s1'), mention('m2')),
      replace(place('s1'), 9999),
      replace(5, 2),
      replace(0.5, 2),
      new ReplaceStep(place('s1'), place('s1'), new Slice(Fragment.from(schema.text('x')), 1, 1)),
      new ReplaceStep(place('s1'), place('s1'), new Slice(Fragment.from(page0), 2, 0)),
      new ReplaceStep(place('s1'), place('s1'), new Slice(Fragment.from(page0), 5, 5)),
      new ReplaceStep(1, 1, new Slice(Fragment.from(schema.nodes.page.create()), 0, 0)),
      replace(0, start.content.size),
    ])
      expect([step.toJSON(), classify(step, start)]).toEqual([step.toJSON(), 'forbidden']);
  });
});
