import { Transform } from 'prosemirror-transform';
import { describe, expect, it } from 'vitest';
import { type ConfirmedBecome, type Replacement, writeReplacements } from '../../../shared/doc/edit/replace.ts';
import { markedMentions } from '../../../shared/doc/model/marked.ts';
import { segments } from '../../../shared/doc/model/read.ts';
import { doc, mention, page, segment, source } from '../document.ts';

const start = doc(
  page(
    segment('s1', 'وزیر', 'The <m1>Foreign <m2>Ministry</m2></m1> and the <m3>Ministry</m3>', { status: 'final' }),
    segment('s2', 'یک دو سه.', 'a Ministry', { status: 'draft' }),
  ),
  page(segment('s3', 'چهار پنج.', 'Ministry')),
  ...['m1', 'm2', 'm3'].map((id) => mention(id)),
);

function replaced(places: readonly Replacement[], confirmed: ConfirmedBecome = 'draft') {
  const tr = new Transform(start);
  const written = writeReplacements(tr, places, confirmed);
  const rows = segments(tr.doc).map(({ text, status }) => `${status}: ${text}`);
  const names = markedMentions(tr.doc, source.text).map(({ id, rendering }) => `${id} ${rendering?.text}`);
  return { written, rows, names };
}

const at = (id: string, from: number, before: string, after: string): Replacement => {
  return { segment: id, from, to: from + before.length, before, after };
};

describe('replacing in many renderings', () => {
  it('keeps names where they stand, those replaced whole and those in part, and makes drafts of what was confirmed', () => {
    const { written, rows, names } = replaced([
      at('s3', 0, 'Ministry', 'Department'),
      at('s1', 4, 'Foreign Ministry', 'Foreign Department'),
      at('s1', 29, 'Ministry', 'Department of State'),
    ]);
    expect(written).toBe(3);
    expect(rows).toEqual([
      'draft: The Foreign Department and the Department of State',
      'draft: a Ministry',
      'draft: Department',
    ]);
    expect(names).toEqual(['m1 Foreign Department', 'm2 Department', 'm3 Department of State']);
  });

  it('lets what was confirmed stay so where that was asked', () => {
    expect(replaced([at('s1', 0, 'The', 'A')], 'stay').rows[0]).toBe('final: A Foreign Ministry and the Ministry');
  });

  it('leaves a place that reads otherwise by now, one that overlaps another, and what may not stand in a rendering', () => {
    const { written, rows } = replaced([
      at('s1', 0, 'That', 'This'),
      at('s2', 0, 'a Ministry', 'an Office'),
      at('s2', 2, 'Ministry', 'Office'),
      at('s3', 0, 'Ministry', 'two\nlines'),
      at('s9', 0, 'x', 'y'),
    ]);
    expect(written).toBe(1);
    expect(rows).toEqual(['final: The Foreign Ministry and the Ministry', 'draft: an Office', 'draft: Ministry']);
  });

  it('leaves a row without text untranslated', () => {
    expect(replaced([at('s2', 0, 'a Ministry', '')], 'stay').rows[1]).toBe('initial: ');
  });
});
