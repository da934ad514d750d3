import fc from 'fast-check';
import { Transform } from 'prosemirror-transform';
import { describe, expect, it } from 'vitest';
import { buildDocument } from '../../../shared/doc/edit/build.ts';
import { segmentById, segmentByIndex, segmentCount, segments } from '../../../shared/doc/model/read.ts';
import { schema } from '../../../shared/doc/model/schema.ts';
import { doc, page, segment } from '../document.ts';

const long = () => {
  let ids = 0;
  const units = Array.from({ length: 130 }, (_, at) => ({ from: at * 2, to: at * 2 + 1, kind: 'sentence' as const }));
  return buildDocument(units, () => `s${ids++}`);
};

describe('a segment by its id', () => {
  it('is the one that a look at all of them finds, whatever was typed before', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ at: fc.nat(129), text: fc.string({ minLength: 1 }) }), { maxLength: 8 }),
        (typed) => {
          const tr = new Transform(long());
          for (const { at, text } of typed) {
            const found = segmentByIndex(tr.doc, at);
            if (found) tr.insert(found.pos + 1, schema.text(text));
            for (const each of segments(tr.doc)) expect(segmentById(tr.doc, each.id)).toEqual(each);
          }
          expect(segmentCount(tr.doc)).toBe(130);
        },
      ),
      { numRuns: 20 },
    );
  });

  it('is the first of several with the id, and none where nothing has it', () => {
    const twice = doc(page(segment('s1', 'یک', 'one')), page(segment('s1', 'دو', 'two')));
    expect(segmentById(twice, 's1')?.text).toBe('one');
    expect(segmentById(twice, 's2')).toBeNull();
  });
});
