import { Transform } from 'prosemirror-transform';
import { describe, expect, it } from 'vitest';
import { setStatus } from '../../../shared/doc/edit/structure.ts';
import { placedBehind } from '../../../shared/doc/merge/behind.ts';
import { meetsJudged } from '../../../shared/doc/merge/vouched.ts';
import { segmentById } from '../../../shared/doc/model/read.ts';
import { schema } from '../../../shared/doc/model/schema.ts';
import { doc, page, segment } from '../document.ts';

const document = doc(
  page(segment('s1', 'یک دو سه.', 'One'), segment('s2', 'چهار پنج.', 'Two'), segment('s3', 'شش هفت؟', 'Three')),
);

type Change = (tr: Transform) => void;

const typed =
  (id: string, text: string): Change =>
  (tr) => {
    const found = segmentById(tr.doc, id);
    if (found) tr.insert(found.pos + 1 + found.text.length, schema.text(text));
  };
const stands =
  (id: string, status: 'draft' | 'translated'): Change =>
  (tr) =>
    void setStatus(tr, id, status);

/** Whether the change of one, put behind that of the other, leaves to its author what was vouched for. */
function meets(theirs: Change, ours: Change): boolean {
  const [others, own] = [new Transform(document), new Transform(document)];
  theirs(others);
  ours(own);
  const placed = placedBehind(own.steps, others.steps);
  if (!placed) throw new Error('The steps have no place');
  const head = others.doc;
  for (const step of placed) others.step(step);
  return meetsJudged(head, others.doc, placed, others.steps.slice(0, -placed.length));
}

describe('a confirmation that is put behind the steps of others', () => {
  it('meets words that its author had not seen, at either end of a rendering', () => {
    expect(meets(typed('s2', '!'), stands('s2', 'translated'))).toBe(true);
    expect(
      meets(
        (tr) => void tr.insert((segmentById(tr.doc, 's2')?.pos ?? 0) + 1, schema.text('Not ')),
        stands('s2', 'translated'),
      ),
    ).toBe(true);
  });

  it('meets a state that others gave the same segment', () => {
    expect(meets(stands('s2', 'translated'), stands('s2', 'translated'))).toBe(true);
  });

  it('does not meet what others did in the segments beside it', () => {
    for (const id of ['s1', 's3']) expect(meets(typed(id, '!'), stands('s2', 'translated'))).toBe(false);
  });

  it('is what counts: words, or a state that nobody confirmed, meet nothing', () => {
    expect(meets(typed('s2', '!'), typed('s2', '?'))).toBe(false);
    expect(meets(typed('s2', '!'), stands('s2', 'draft'))).toBe(false);
  });
});
