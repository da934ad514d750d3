import fc from 'fast-check';
import type { Node } from 'prosemirror-model';
import { Transform } from 'prosemirror-transform';
import { describe, expect, it } from 'vitest';
import { addLinks, joinWords, removeLinks, setSure } from '../../../shared/doc/edit/link.ts';
import { setRendering } from '../../../shared/doc/edit/rendering.ts';
import { mergeSegments, splitSegment } from '../../../shared/doc/edit/structure.ts';
import { LinkStep, stepFrom } from '../../../shared/doc/model/link-step.ts';
import { readLinks } from '../../../shared/doc/model/links.ts';
import { type Segment, segmentById, segments } from '../../../shared/doc/model/read.ts';
import { type Link, schema } from '../../../shared/doc/model/schema.ts';
import { classify } from '../../../shared/doc/model/step-kind.ts';
import { expectLawful } from '../change.ts';
import { covered, doc, page, segment, source } from '../document.ts';
import { type Change, changed, meet } from '../meeting.ts';

const text = 'One or two and three.';
const start = doc(page(segment('s1', 'یک دو سه.', text)), page(segment('s2', 'چهار پنج.', 'Four five.')));

const spanIn = (whole: string, word: string) => {
  const from = whole.indexOf(word);
  return { from, to: from + word.length };
};
const persian = ['یک', 'دو', 'سه'].map((word) => spanIn(source.text, word));
const english = ['One', 'or', 'two', 'and', 'three'].map((word) => spanIn(text, word));
const pair = (fa: number, en: number, sure = true): Link => ({
  source: persian[fa] ?? { from: 0, to: 0 },
  rendering: english[en] ?? { from: 0, to: 0 },
  sure,
});

/** The pairs of the first segment, as `0-2` and, where it is only possible, `0-2?`. */
function linked(document: Node): readonly string[] {
  return readLinks(segmentById(document, 's1') as Segment)
    .current.map(({ source: { from }, rendering, sure }) => {
      const en = english.findIndex((span) => span.from === rendering.from);
      return `${persian.findIndex((span) => span.from === from)}-${en}${sure ? '' : '?'}`;
    })
    .sort();
}

type Said = 'on' | 'possible' | 'off';
/** What somebody does with some pairs, each of which is named once. */
const acts = fc
  .uniqueArray(fc.tuple(fc.nat({ max: 2 }), fc.nat({ max: 4 }), fc.constantFrom<Said>('on', 'possible', 'off')), {
    selector: ([fa, en]) => `${fa}-${en}`,
    maxLength: 8,
  })
  .map((all) => all.map(([fa, en, said]) => ({ fa, en, said })));
type Acts = typeof acts extends fc.Arbitrary<infer T> ? T : never;

const doing =
  (some: Acts): Change =>
  (tr) => {
    for (const { fa, en, said } of some) {
      if (said === 'off') removeLinks(tr, 's1', [pair(fa, en)]);
      else addLinks(tr, 's1', [pair(fa, en, said === 'on')], true);
    }
  };

describe('two people who link words of one segment at once', () => {
  it('keep what both made, whoever comes first', () => {
    const [one, other]: readonly Change[] = [
      (tr) =>
        joinWords(
          tr,
          's1',
          { source: [persian[0] as Link['source']], rendering: [english[0] as Link['source']] },
          true,
        ),
      (tr) =>
        joinWords(
          tr,
          's1',
          { source: [persian[2] as Link['source']], rendering: [english[4] as Link['source']] },
          false,
        ),
    ];
    if (!one || !other) throw new Error('Two are needed');
    for (const { doc: met } of [meet(start, one, other), meet(start, other, one)]) {
      expect(linked(met)).toEqual(['0-0', '2-4?']);
    }
  });

  it('keep what both made also where one of them changes the English', () => {
    const linking = doing([{ fa: 0, en: 0, said: 'on' }]);
    const writing: Change = (tr) => {
      doing([{ fa: 2, en: 4, said: 'on' }])(tr);
      setRendering(tr, 's1', `Well, ${text}`);
    };
    const words = (document: Node) => {
      const { text: now, ...rest } = segmentById(document, 's1') as Segment;
      return readLinks({ text: now, ...rest })
        .current.map(({ rendering: { from, to } }) => now.slice(from, to))
        .sort();
    };
    expect(words(meet(start, linking, writing).doc)).toEqual(['One', 'three']);
    expect(words(meet(start, writing, linking).doc)).toEqual(['One', 'three']);
  });

  it.each<[string, Change, readonly string[]]>([
    ['joins it to the one before', (tr) => mergeSegments(tr, 's1', covered(start)), ['s1: Four', 's1: One']],
    [
      'splits it',
      (tr) => splitSegment(tr, 's2', { source: source.text.indexOf('پنج'), rendering: 5 }, 'new', covered(start)),
      ['s1: One', 's2: Four'],
    ],
  ])('keep their links where the other one %s', (_name, structure, expected) => {
    const linking: Change = (tr) => {
      addLinks(tr, 's1', [pair(0, 0)]);
      addLinks(tr, 's2', [{ source: spanIn(source.text, 'چهار'), rendering: { from: 0, to: 4 }, sure: true }]);
    };
    const words = (document: Node) =>
      segments(document).flatMap(({ id, text: now, ...rest }) =>
        readLinks({ text: now, ...rest })
          .current.map(({ rendering: { from, to } }) => `${id}: ${now.slice(from, to)}`)
          .sort(),
      );
    expect(words(meet(start, structure, linking).doc)).toEqual(expected);
    expect(words(meet(start, linking, structure).doc)).toEqual(expected);
  });

  it('come to the same by pairs that only one of them touched, whatever they did, and each undo takes back its own', () => {
    fc.assert(
      fc.property(acts, acts, acts, (before, first, second) => {
        const known = changed(start, doing(before)).doc;
        const [mine, other] = [changed(known, doing(first)), changed(known, doing(second))];
        const met = meet(known, doing(first), doing(second), covered(known));
        const turned = meet(known, doing(second), doing(first), covered(known));
        expectLawful(met.doc, covered(known));
        const [a, b, was] = [linked(mine.doc), linked(other.doc), linked(known)];
        const nameOf = (entry: string) => entry.replace('?', '');
        const entryOf = (entries: readonly string[], name: string) => entries.find((entry) => nameOf(entry) === name);
        const both = [...new Set([...a, ...b, ...was].map(nameOf))];
        for (const name of both) {
          const [left, right, old] = [entryOf(a, name), entryOf(b, name), entryOf(was, name)];
          const expected = left === old ? right : right === old ? left : undefined;
          if (left !== old && right !== old && left !== right) continue;
          const wanted = left === right ? left : expected;
          expect(entryOf(linked(met.doc), name)).toBe(wanted);
          expect(entryOf(linked(turned.doc), name)).toBe(wanted);
        }

        // What the first one did is taken back on top of what the second one did.
        const back = new Transform(other.doc);
        for (const step of mine.steps) back.step(step);
        for (const [index, step] of [...mine.steps.entries()].reverse()) {
          back.step(step.invert(mine.docs[index] ?? known));
        }
        for (const name of both) {
          if (entryOf(a, name) === entryOf(was, name)) expect(entryOf(linked(back.doc), name)).toBe(entryOf(b, name));
        }
      }),
      { numRuns: 400 },
    );
  });
});

describe('a step of links', () => {
  it('can be taken back exactly, and means the same after a journey as JSON', () => {
    fc.assert(
      fc.property(acts, acts, fc.constantFrom(text, `Well, ${text}`, 'Three.'), (before, then, rendering) => {
        const known = changed(start, (tr) => {
          doing(before)(tr);
          setRendering(tr, 's1', rendering);
        }).doc;
        const tr = changed(known, doing(then.filter(({ en }) => rendering === text || en < 0)));
        const again = new Transform(known);
        for (const step of tr.steps) again.step(stepFrom(schema, JSON.parse(JSON.stringify(step.toJSON()))));
        expect(again.doc.eq(tr.doc)).toBe(true);
        const back = new Transform(tr.doc);
        for (const [index, step] of [...tr.steps.entries()].reverse()) back.step(step.invert(tr.docs[index] ?? known));
        expect(back.doc.eq(known)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('is an attribute of its segment, and nothing else', () => {
    const { steps } = changed(start, (tr) => setSure(tr, 's1', [], true) || addLinks(tr, 's1', [pair(0, 0)]));
    const [step] = steps;
    if (!(step instanceof LinkStep)) throw new Error('It is another step');
    expect(classify(step, start)).toBe('attribute');
    expect(classify(new LinkStep(0, step.removed, step.added), start)).toBe('forbidden');
    expect(classify(new LinkStep(9_999, step.removed, step.added), start)).toBe('forbidden');
    expect(classify(new LinkStep(-1, step.removed, step.added), start)).toBe('forbidden');
  });

  it.each([
    ['no place', { removed: [], added: [] }],
    ['no lists', { pos: 1 }],
    ['an empty layer', { pos: 1, removed: [{ rendering: 'a', pairs: [] }], added: [] }],
    ['a layer without a place', { pos: 1, removed: [], added: [{ rendering: text, pairs: [pair(0, 0)] }] }],
    ['a pair outside its text', { pos: 1, removed: [], added: [{ at: 0, rendering: 'a', pairs: [pair(0, 4)] }] }],
    ['a pair without a range', { pos: 1, removed: [], added: [{ at: 0, rendering: 'a', pairs: [{ sure: true }] }] }],
  ])('with %s is refused', (_name, json) => {
    expect(() => stepFrom(schema, { stepType: 'links', ...json })).toThrow(RangeError);
  });
});
