import { Node } from 'prosemirror-model';
import { Step, Transform } from 'prosemirror-transform';
import { expect } from 'vitest';
import { brokenLaws } from '../../shared/doc/model/law.ts';
import { segments } from '../../shared/doc/model/read.ts';
import { schema } from '../../shared/doc/model/schema.ts';
import type { SourceText } from '../../shared/doc/model/source.ts';
import { classify } from '../../shared/doc/model/step-kind.ts';
import { covered, ordered, shown, source } from './document.ts';
import { type Change, changed, meet } from './meeting.ts';

/**
 * Makes `change` on `start`, expects the document to read `lines`, and checks on the way what holds for every change:
 * what it makes is lawful and keeps the schema, each step is of a known kind, taking the steps back gives `start` again,
 * they mean the same after a journey as JSON, and typing of somebody else at any segment meanwhile survives it, whoever
 * comes first, or is told to be lost.
 */
export function expectChange(
  start: Node,
  change: Change,
  lines: readonly string[],
  text: SourceText = covered(start),
): Node {
  const tr = changed(start, change);
  expect(shown(tr.doc, text)).toEqual(lines);
  expect(tr.docChanged).toBe(true);
  expectLawful(tr.doc, text, start);
  tr.steps.forEach((step, index) => {
    expect(classify(step, tr.docs[index] ?? tr.doc)).not.toMatch(/forbidden|across/);
  });
  expectReversible(tr);
  expectPortable(tr);
  expectPeaceful(start, change, text);
  return tr.doc;
}

/** Expects `change` to be refused: it says so and leaves no trace. */
export function expectRefusal(start: Node, change: Change): void {
  const tr = new Transform(start);
  expect(change(tr)).toBe(false);
  expect(tr.steps).toEqual([]);
}

/** Expects no law to be broken, also when the laws may trust what `doc` shares with the lawful `before`. */
export function expectLawful(doc: Node, text: SourceText = source, before?: Node): void {
  doc.check();
  expect(brokenLaws(doc, text)).toEqual([]);
  if (before) expect(brokenLaws(doc, text, before)).toEqual([]);
}

function expectReversible(tr: Transform): void {
  const back = new Transform(tr.doc);
  for (let index = tr.steps.length - 1; index >= 0; index--) {
    const [step, doc] = [tr.steps[index], tr.docs[index]];
    if (step && doc) back.step(step.invert(doc));
  }
  expect(ordered(back.doc).eq(ordered(tr.before))).toBe(true);
}

function expectPortable(tr: Transform): void {
  const journey = <T>(value: T): T => JSON.parse(JSON.stringify(value));
  const arrived = new Transform(Node.fromJSON(schema, journey(tr.before.toJSON())));
  for (const step of tr.steps) arrived.step(Step.fromJSON(schema, journey(step.toJSON())));
  expect(arrived.doc.eq(tr.doc)).toBe(true);
}

function expectPeaceful(start: Node, change: Change, text: SourceText): void {
  for (const { pos, text: rendering } of segments(start)) {
    for (const offset of new Set([0, rendering.length >> 1, rendering.length])) {
      const type = (tr: Transform) => tr.insert(pos + 1 + offset, schema.text('λ'));
      for (const meeting of [meet(start, type, change, text), meet(start, change, type, text)]) {
        expectLawful(meeting.doc, text);
        const kept = meeting.doc.textContent.split('λ').length - 1;
        const told = meeting.lost.filter((lost) => lost.text.includes('λ')).length;
        expect(kept + told).toBe(1);
      }
    }
  }
}
