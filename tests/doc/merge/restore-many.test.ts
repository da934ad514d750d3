import { history, redo, undo } from 'prosemirror-history';
import { Node } from 'prosemirror-model';
import { EditorState, type Transaction } from 'prosemirror-state';
import { Step, Transform } from 'prosemirror-transform';
import { describe, expect, it } from 'vitest';
import { correctSource } from '../../../shared/doc/edit/correct.ts';
import { setRendering } from '../../../shared/doc/edit/rendering.ts';
import { mergeSegments, setStatus, splitSegment } from '../../../shared/doc/edit/structure.ts';
import { restoreDocument } from '../../../shared/doc/merge/restore.ts';
import { type Segment, segmentById, segments } from '../../../shared/doc/model/read.ts';
import { schema } from '../../../shared/doc/model/schema.ts';
import { keepOffsets } from '../../../shared/doc/model/sourced-step.ts';
import { StretchStep } from '../../../shared/doc/model/stretch-step.ts';
import { expectLawful } from '../change.ts';
import { content, doc, page, segment, sourceOf } from '../document.ts';
import { type Change, changed, meet } from '../meeting.ts';
import { fewSegments } from '../simulation/beginning.ts';

const { doc: start, source } = fewSegments();

/** Every second segment reads otherwise, one was parted and two were joined. */
const worked = changed(start, (tr) => {
  const all = segments(tr.doc);
  all.filter((_, index) => index % 2 === 0).map(({ id }) => setRendering(tr, id, `Other ${id}`));
  const { id = '', from = 0 } = all[1] ?? {};
  expect(splitSegment(tr, all[0]?.id ?? '', { source: source.text.indexOf('دو'), rendering: 2 }, 'new', source)).toBe(
    true,
  );
  expect(mergeSegments(tr, id, source)).toBe(true);
  expect(from).toBeGreaterThan(0);
}).doc;

const restore =
  (many: number): Change =>
  (tr) =>
    restoreDocument(tr, start, source, many);

const idAt = (index: number) => segments(start)[index]?.id ?? '';
const at = (doc: Node, id: string) => segmentById(doc, id) as Segment;

describe('a restoration of very many segments', () => {
  it.each([1, 2, 3, 5])('brings all back, in whole segments, where more than %i differ', (many) => {
    expectLawful(worked, source);
    const tr = changed(worked, restore(many));
    expect(content(tr.doc)).toEqual(content(start));
    expect(tr.steps.some((step) => step instanceof StretchStep)).toBe(true);
    expectLawful(tr.doc, source);
  });

  it('cuts anew what reaches over the end of a page', () => {
    const [line] = sourceOf('یک دو').paragraphs;
    const halves = doc(
      page(segment('a', 'یک', 'One', { from: 0, to: 2 })),
      page(segment('b', 'یک', 'two', { from: 3, to: 5 })),
    );
    const whole = doc(page(segment('a', 'یک', 'One two', { ...line })));
    const lines = sourceOf('یک دو');
    const tr = changed(halves, (tr) => restoreDocument(tr, whole, lines, 0));
    expect(content(tr.doc)).toEqual(content(whole));
    expectLawful(tr.doc, lines);
  });

  it('takes fewer steps the fewer are wanted', () => {
    const steps = [1, 3, 100].map((many) => changed(worked, restore(many)).steps.length);
    expect([...steps].sort((a, b) => a - b)).toEqual(steps);
    expect(new Set(steps).size).toBeGreaterThan(1);
  });

  it('travels as JSON and is taken back step by step', () => {
    const tr = changed(worked, restore(2));
    const arrived = new Transform(Node.fromJSON(schema, worked.toJSON()));
    for (const step of tr.steps) arrived.step(Step.fromJSON(schema, JSON.parse(JSON.stringify(step.toJSON()))));
    expect(arrived.doc.eq(tr.doc)).toBe(true);
    const back = new Transform(tr.doc);
    for (const [index, step] of [...tr.steps.entries()].reverse()) back.step(step.invert(tr.docs[index] ?? tr.doc));
    expect(back.doc.eq(worked)).toBe(true);
  });

  it('writes nothing of a segment that does not differ, so that typing there stays', () => {
    const later = changed(start, (tr) => setRendering(tr, idAt(0), 'One') && setRendering(tr, idAt(2), 'Two')).doc;
    const type: Change = (tr) => tr.insert(at(tr.doc, idAt(1)).pos + 1, schema.text('λ'));
    for (const [first, second] of [
      [type, restore(1)],
      [restore(1), type],
    ] as const) {
      const { doc, lost } = meet(later, first, second, source);
      expect(at(doc, idAt(1)).text).toContain('λ');
      expect(at(doc, idAt(0)).text).toBe(at(start, idAt(0)).text);
      expect(lost).toEqual([]);
    }
  });

  it('tells what was typed meanwhile in what it replaces', () => {
    const type: Change = (tr) => tr.insert(at(tr.doc, idAt(6)).pos + 2, schema.text('λ'));
    for (const [first, second] of [
      [type, restore(1)],
      [restore(1), type],
    ] as const)
      expect(meet(worked, first, second, source).lost.some(({ text }) => text.includes('λ'))).toBe(true);
  });
});

describe('a restoration of very many segments that is taken back', () => {
  function restored() {
    let state = EditorState.create({ doc: worked, plugins: [history()] });
    const dispatch = (tr: Transaction) => {
      state = state.apply(keepOffsets(tr));
    };
    const { tr } = state;
    restore(3)(tr);
    dispatch(tr);
    return {
      doc: () => state.doc,
      undo: () => undo(state, dispatch),
      redo: () => redo(state, dispatch),
      /** What somebody else does. */
      remote(change: Change) {
        const other = state.tr.setMeta('addToHistory', false);
        change(other);
        dispatch(other);
      },
    };
  }

  it('is gone whole, and there again when that is taken back', () => {
    const person = restored();
    expect(person.undo()).toBe(true);
    expect(content(person.doc())).toEqual(content(worked));
    expect(person.redo()).toBe(true);
    expect(content(person.doc())).toEqual(content(start));
    expect(person.undo()).toBe(true);
    expect(content(person.doc())).toEqual(content(worked));
  });

  it.each<readonly [string, Change]>([
    ['has written', (tr) => setRendering(tr, idAt(4), 'Written since')],
    ['has written a word of the same length', (tr) => setRendering(tr, idAt(4), 'Thy minister 4 met them.')],
    ['has confirmed', (tr) => setStatus(tr, idAt(4), 'final')],
  ])('leaves what somebody %s since, and takes back the rest', (_, change) => {
    const person = restored();
    person.remote(change);
    const kept = at(person.doc(), idAt(4)).node;
    person.undo();
    expect(at(person.doc(), idAt(4)).node.eq(kept)).toBe(true);
    expect(at(person.doc(), idAt(8)).text).toBe(at(worked, idAt(8)).text);
    expectLawful(person.doc(), source);
  });

  it('goes along with a correction of the Persian in front of it', () => {
    const person = restored();
    person.remote((tr) => correctSource(tr, idAt(1), 'چهار و پنج.', source));
    person.undo();
    expect(at(person.doc(), idAt(8)).text).toBe(at(worked, idAt(8)).text);
  });
});
