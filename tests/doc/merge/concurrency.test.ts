import fc from 'fast-check';
import type { Transform } from 'prosemirror-transform';
import { describe, expect, it } from 'vitest';
import { setRendering } from '../../../shared/doc/edit/rendering.ts';
import { mergeSegments, moveBoundary, setStatus, splitSegment } from '../../../shared/doc/edit/structure.ts';
import { restoreDocument } from '../../../shared/doc/merge/restore.ts';
import { segmentByIndex, segmentCount } from '../../../shared/doc/model/read.ts';
import { schema } from '../../../shared/doc/model/schema.ts';
import { graphemes } from '../../../shared/language/characters/grapheme.ts';
import { expectLawful } from '../change.ts';
import { type Change, changed, meet } from '../meeting.ts';
import { fewSegments } from '../simulation/beginning.ts';

const { source, doc: start } = fewSegments();

const verbs = ['type', 'erase', 'rewrite', 'confirm', 'split', 'merge', 'move', 'restore', 'restoreWhole'] as const;
const command = fc.record({
  verb: fc.constantFrom(...verbs),
  segment: fc.nat(20),
  source: fc.nat(40),
  rendering: fc.nat(30),
});
type Command = typeof command extends fc.Arbitrary<infer T> ? T : never;
const writing = fc.array(command, { minLength: 1, maxLength: 5 });

/** What the person `name` does: types its name, and changes the structure. */
function change(name: string, commands: readonly Command[]): Change {
  return (tr) => {
    for (const [number, each] of commands.entries()) {
      const segment = segmentByIndex(tr.doc, each.segment % segmentCount(tr.doc));
      if (!segment) continue;
      const { id, text, pos } = segment;
      const from = graphemes(text).floor(each.rendering % (text.length + 1));
      const to = graphemes(text).floor(Math.min(text.length, from + (each.source % 4)));
      const at = segment.from + (each.source % (segment.to - segment.from));
      const verb: Readonly<Record<typeof each.verb, () => unknown>> = {
        type: () => tr.insert(pos + 1 + from, schema.text(name)),
        erase: () => tr.delete(pos + 1 + from, pos + 1 + to),
        rewrite: () => setRendering(tr, id, text.slice(0, from) + name + text.slice(to)),
        confirm: () => setStatus(tr, id, 'translated'),
        split: () => splitSegment(tr, id, { source: at, rendering: from }, `${name}${number}`, source),
        merge: () => mergeSegments(tr, id, source),
        move: () => moveBoundary(tr, id, segment.from + each.source, source),
        restore: () => restoreDocument(tr, start, source),
        restoreWhole: () => restoreDocument(tr, start, source, 2),
      };
      verb[each.verb]();
    }
  };
}

const count = (text: string, letter: string) => text.split(letter).length - 1;

describe('any changes of two people', () => {
  it('come to one lawful document in which all they typed stands, but for what is told', () => {
    fc.assert(
      fc.property(writing, writing, (first, second) => {
        const one = change('λ', first);
        const other = change('π', second);
        const { doc: after, lost, received } = meet(start, one, other, source);
        expectLawful(after, source);
        const told = lost.map(({ text }) => text).join('');
        for (const [letter, alone] of [
          ['λ', changed(start, one).doc],
          ['π', received.before],
        ] as const) {
          expect(count(after.textContent + told, letter)).toBeGreaterThanOrEqual(count(alone.textContent, letter));
        }
      }),
      { numRuns: 1000 },
    );
  });
});

describe('any changes of three people', () => {
  it('come to one lawful document', () => {
    fc.assert(
      fc.property(writing, writing, writing, (first, second, third) => {
        const one = change('λ', first);
        const { steps } = meet(start, one, change('π', second), source);
        const both = (tr: Transform) => {
          one(tr);
          for (const step of steps) tr.step(step);
        };
        expectLawful(meet(start, both, change('σ', third), source).doc, source);
      }),
      { numRuns: 500 },
    );
  });
});
