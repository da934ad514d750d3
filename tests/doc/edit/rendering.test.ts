import { ReplaceStep, type Transform } from 'prosemirror-transform';
import { describe, expect, it } from 'vitest';
import { clearRendering, copySource, setRendering } from '../../../shared/doc/edit/rendering.ts';
import { segmentById } from '../../../shared/doc/model/read.ts';
import { asRendering, isRendering } from '../../../shared/doc/model/rendering-text.ts';
import { editedStanding } from '../../../shared/doc/model/standing.ts';
import { expectChange, expectRefusal } from '../change.ts';
import { doc, page, segment, source, sourceOf } from '../document.ts';
import { changed } from '../meeting.ts';

const start = doc(
  page(segment('s1', 'وزیر'), segment('s2', 'یک دو سه.', 'The <m1>Majles</m1> met today.', { status: 'final' })),
);
const write = (id: string, text: string, standing?: Parameters<typeof setRendering>[3]) => (tr: Transform) =>
  setRendering(tr, id, text, standing);

describe('setting a rendering', () => {
  it('replaces only what differs, anchors around it kept, and the segment is a draft', () => {
    const { steps } = changed(start, write('s2', 'The Majles met yesterday.'));
    expect(steps.filter((step) => step instanceof ReplaceStep).map(({ from, to }) => [from, to])).toEqual([[19, 21]]);
    expectChange(start, write('s2', 'The Majles met yesterday.'), [
      's1 [وزیر] initial:',
      's2 [یک دو سه.] draft: The <m1>Majles</m1> met yesterday.',
    ]);
  });

  it('stays inside an anchor when what it replaces is inside', () => {
    expectChange(start, write('s2', 'The Majlis met today.'), [
      's1 [وزیر] initial:',
      's2 [یک دو سه.] draft: The <m1>Majlis</m1> met today.',
    ]);
  });

  it('takes the status and origin it is told', () => {
    const { doc: after } = changed(start, write('s1', 'Minister', { status: 'suggested', origin: 'memory' }));
    expect(segmentById(after, 's1')).toMatchObject({ text: 'Minister', status: 'suggested', origin: 'memory' });
    expectRefusal(after, write('s1', 'Minister', { status: 'suggested', origin: 'memory' }));
    expectRefusal(after, write('s1', 'Minister'));
  });

  it('refuses line breaks, control characters and half characters, and an unknown id', () => {
    for (const text of ['a\nb', 'a\tb', 'a\u0000', 'a\u0085b', 'a\u2028b', '\ud83d', 'a\ufffe'])
      expectRefusal(start, write('s1', text));
    expectRefusal(start, write('s9', 'text'));
  });
});

describe('clearing and copying', () => {
  it('clears: the segment is untranslated again', () => {
    expectChange(start, (tr) => clearRendering(tr, 's2'), ['s1 [وزیر] initial:', 's2 [یک دو سه.] initial:']);
    expectRefusal(start, (tr) => clearRendering(tr, 's1'));
  });

  it('copies the source over, as a draft on one line', () => {
    expectChange(start, (tr) => copySource(tr, 's1', source), [
      's1 [وزیر] draft: وزیر',
      's2 [یک دو سه.] final: The <m1>Majles</m1> met today.',
    ]);
    const tabbed = sourceOf('یک\tدو‌سه');
    const one = doc(page(segment('s1', 'یک', '', { from: 0, to: tabbed.text.length })));
    expect(segmentById(changed(one, (tr) => copySource(tr, 's1', tabbed)).doc, 's1')?.text).toBe('یک دو‌سه');
    expectRefusal(start, (tr) => copySource(tr, 's9', source));
  });
});

describe('the text of a rendering', () => {
  it('is one line: what breaks lines becomes a space, what breaks XML goes, ZWNJ and bidi marks stay', () => {
    expect(asRendering('a\r\n\tb\u2029c\u0000d\ud83de\uffff')).toBe('a b cde');
    expect(asRendering('می‌کنیم \u200f«😀»')).toBe('می‌کنیم \u200f«😀»');
    expect(isRendering(asRendering('\u009f\udc00\u0007'))).toBe(true);
  });
});

describe('typing', () => {
  it('takes back what somebody vouched for and makes a start a draft; a rejection stays', () => {
    expect(editedStanding('x', { status: 'final', origin: 'memory' })).toEqual({ status: 'draft', origin: 'memory' });
    expect(editedStanding('x', { status: 'initial', origin: null })).toEqual({ status: 'draft', origin: 'typed' });
    expect(editedStanding('x', { status: 'suggested', origin: 'machine' })).toEqual({
      status: 'draft',
      origin: 'machine',
    });
    expect(editedStanding('x', { status: 'rejected', origin: 'typed' })).toEqual({
      status: 'rejected',
      origin: 'typed',
    });
    expect(editedStanding('', { status: 'final', origin: 'typed' })).toEqual({
      status: 'initial',
      origin: null,
      taken: null,
    });
  });
});
