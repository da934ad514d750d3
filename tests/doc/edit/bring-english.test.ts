import fc from 'fast-check';
import { Transform } from 'prosemirror-transform';
import { describe, expect, it } from 'vitest';
import { type BroughtEnglish, bringEnglish } from '../../../shared/doc/edit/bring-english.ts';
import { buildDocument } from '../../../shared/doc/edit/build.ts';
import { leaveOut } from '../../../shared/doc/edit/row.ts';
import { segments } from '../../../shared/doc/model/read.ts';
import { persianRules } from '../../../shared/language/sentences/rules.ts';
import { segmentSource } from '../../../shared/language/sentences/segmentation.ts';
import { persian } from '../../server/writer.ts';
import { expectChange, expectLawful, expectRefusal } from '../change.ts';
import { covered, doc, mention, page, segment } from '../document.ts';

const start = doc(
  page(segment('s1', 'وزیر', '', { kind: 'lead' }), segment('s2', 'یک دو سه.'), segment('s3', 'چهار پنج.')),
  page(segment('s4', 'شش هفت؟'), segment('s5', 'هشت.')),
  mention('m1', { from: 0, to: 4 }),
);
const ids = () => {
  let count = 0;
  return () => `n${++count}`;
};

describe('English for a document that has none', () => {
  it('stands with its rows: those that it renders together are one, and what it adds has a row of its own', () => {
    const brought = [
      { rows: [], english: 'A heading.', score: 0.1 },
      { rows: ['s1'], english: 'The minister:', score: 0.9 },
      { rows: ['s2', 's3'], english: 'One to five.', score: 0.8 },
      { rows: [], english: 'An aside.', score: 0.2 },
      { rows: [], english: 'Another.', score: 0.2 },
      { rows: ['s4'], english: '', score: 0.3 },
      { rows: ['s5'], english: 'Eight.', score: 0.7 },
    ];
    expectChange(start, (tr) => bringEnglish(tr, brought, ids()), [
      'n3 [] (automatic 0.1) draft: A heading.',
      's1 [وزیر] (automatic 0.9) lead, draft: The minister:',
      's2 [یک دو سه. چهار پنج.] (automatic 0.8) draft: One to five.',
      'n2 [] (automatic 0.2) draft: An aside.',
      'n1 [] (automatic 0.2) draft: Another.',
      '—',
      's4 [شش هفت؟] (automatic 0.3) initial:',
      's5 [هشت.] (automatic 0.7) draft: Eight.',
    ]);
  });

  it('takes a row that was left out in again', () => {
    const tr = new Transform(start);
    leaveOut(tr, 's5', true);
    leaveOut(tr, 's4', true);
    bringEnglish(tr, [{ rows: ['s5'], english: 'Eight.', score: 1 }], ids());
    expectLawful(tr.doc, covered(tr.doc));
    expect(segments(tr.doc).map(({ leftOut }) => leftOut)).toEqual([false, false, false, true, false]);
  });

  it.each([
    ['a row has English', doc(page(segment('s1', 'وزیر', 'Minister'), segment('s2', 'یک دو سه.'))), [['s2']]],
    ['a row is not there', start, [['s1'], ['s9']]],
    ['the rows stand in another order', start, [['s2'], ['s1']]],
    ['a row comes twice', start, [['s1'], ['s1']]],
  ] as const)('is refused where %s', (_name, before, rows) => {
    const brought = rows.map((group) => ({ rows: group, english: 'English.', score: 0.5 }));
    expectRefusal(before, (tr) => bringEnglish(tr, brought, ids()));
  });

  it('is refused where it is no rendering', () => {
    expectRefusal(start, (tr) => bringEnglish(tr, [{ rows: ['s1'], english: 'a\nb', score: 1 }], ids()));
  });

  it('keeps every word and every law, however it is dealt out', () => {
    const text = persian(150);
    const source = segmentSource(text, persianRules);
    const made = ids();
    const before = buildDocument(source.units, () => `p${made()}`);
    const rows = segments(before).map(({ id }, index) => ({ id, paragraph: source.units[index]?.paragraph }));
    const sizes = fc.array(fc.nat({ max: 3 }), { minLength: 60, maxLength: 400 });
    fc.assert(
      fc.property(sizes, (counts) => {
        const brought: BroughtEnglish[] = [];
        let at = 0;
        for (const [index, count] of counts.entries()) {
          const group = rows.slice(at, at + count).filter(({ paragraph }) => paragraph === rows[at]?.paragraph);
          at += group.length;
          const english = index % 5 === 4 && group.length > 0 ? '' : `English ${index}.`;
          brought.push({ rows: group.map(({ id }) => id), english, score: 0.5 });
        }
        const tr = new Transform(before);
        expect(bringEnglish(tr, brought, ids())).toBe(true);
        expectLawful(tr.doc, { text, paragraphs: source.paragraphs }, before);
        const after = segments(tr.doc);
        const said = brought.map(({ english }) => english).filter((english) => english !== '');
        expect(after.map((row) => row.text).filter((english) => english !== '')).toEqual(said);
        expect(after.at(-1)?.to).toBe(source.units.at(-1)?.to);
      }),
      { numRuns: 60 },
    );
  });
});
