import { describe, expect, it } from 'vitest';
import { setMatch } from '../../../shared/doc/edit/match.ts';
import { segmentById } from '../../../shared/doc/model/read.ts';
import { expectChange, expectRefusal } from '../change.ts';
import { doc, mention, page, segment } from '../document.ts';

const start = doc(
  page(segment('s1', 'وزیر', ''), segment('s2', 'یک دو سه.', 'Old.')),
  mention('m1', { from: 0, to: 4, label: 'TITLE', entity: 'e1' }),
);
const standing = { status: 'draft', origin: 'memory' } as const;

describe('taking a match', () => {
  it('gives the mentions of the segment their English', () => {
    const names = [{ mention: 'm1', from: 4, to: 12 }];
    const made = expectChange(start, (tr) => setMatch(tr, 's1', { target: 'The minister', names }, standing), [
      's1 [وزیر] draft: The <m1>minister</m1>',
      's2 [یک دو سه.] draft: Old.',
    ]);
    expect(segmentById(made, 's1')).toMatchObject(standing);
  });

  it('passes over a mention that is gone meanwhile', () => {
    const names = [{ mention: 'gone', from: 4, to: 12 }];
    expectChange(start, (tr) => setMatch(tr, 's1', { target: 'The minister', names }, standing), [
      's1 [وزیر] draft: The minister',
      's2 [یک دو سه.] draft: Old.',
    ]);
  });

  it('is refused where there is no such segment', () => {
    expectRefusal(start, (tr) => setMatch(tr, 'none', { target: 'The minister', names: [] }, standing));
  });
});
