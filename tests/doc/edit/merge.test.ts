import type { Transform } from 'prosemirror-transform';
import { describe, expect, it } from 'vitest';
import type { Status } from '../../../shared/core/status.ts';
import { mergeSegments, splitSegment } from '../../../shared/doc/edit/structure.ts';
import { linksFor } from '../../../shared/doc/model/links.ts';
import { segmentById } from '../../../shared/doc/model/read.ts';
import { expectChange, expectRefusal } from '../change.ts';
import { doc, page, segment, shown, source } from '../document.ts';
import { changed } from '../meeting.ts';

const start = doc(
  page(
    segment('s1', 'وزیر', 'Minister', { kind: 'lead' }),
    segment('s2', 'یک دو سه.', 'One <m1>two</m1> three.'),
    segment('s3', 'چهار پنج.'),
  ),
  page(segment('s4', 'شش هفت؟ هشت.', 'Six seven? Eight.'), segment('s5', 'نه ده.')),
);
const merge = (id: string) => (tr: Transform) => mergeSegments(tr, id, source);

describe('merging a segment with the next', () => {
  it('joins their ranges and renderings, which one space keeps apart', () => {
    expectChange(start, merge('s1'), [
      's1 [وزیر: یک دو سه.] draft: Minister One <m1>two</m1> three.',
      's3 [چهار پنج.] initial:',
      '—',
      's4 [شش هفت؟ هشت.] draft: Six seven? Eight.',
      's5 [نه ده.] initial:',
    ]);
  });

  it('joins their pages too', () => {
    expectChange(start, merge('s3'), [
      's1 [وزیر] lead, draft: Minister',
      's2 [یک دو سه.] draft: One <m1>two</m1> three.',
      's3 [چهار پنج. / شش هفت؟ هشت.] draft: Six seven? Eight.',
      's5 [نه ده.] initial:',
    ]);
  });

  it('puts no space beside an empty rendering or one that has it already', () => {
    const spaced = doc(
      page(segment('s1', 'وزیر', 'Minister: '), segment('s2', 'یک دو سه.', 'One.'), segment('s3', 'چهار پنج.')),
    );
    expect(segmentById(changed(spaced, merge('s1')).doc, 's1')?.text).toBe('Minister: One.');
    expect(segmentById(changed(spaced, merge('s2')).doc, 's2')?.text).toBe('One.');
  });

  it('goes on with an anchor that stands on both sides', () => {
    const parted = doc(page(segment('s1', 'یک', '<m1>The Islamic</m1>'), segment('s2', 'دو سه.', '<m1>Republic</m1>')));
    expectChange(parted, merge('s1'), ['s1 [یک دو سه.] draft: <m1>The Islamic Republic</m1>']);
  });

  it('is the way back from a split', () => {
    const at = { source: source.text.indexOf('هشت'), rendering: 'Six seven? '.length };
    const parted = changed(start, (tr) => splitSegment(tr, 's4', at, 'new', source)).doc;
    expectChange(parted, merge('s4'), shown(start));
  });

  it('is refused at the end of a paragraph or of the document, and for an unknown id', () => {
    expectRefusal(start, merge('s4'));
    expectRefusal(start, merge('s5'));
    expectRefusal(start, merge('s9'));
  });

  it('keeps what somebody else typed on either side meanwhile, and both borders when two people merge in a row', () => {
    expectChange(changed(start, merge('s1')).doc, merge('s1'), [
      's1 [وزیر: یک دو سه. چهار پنج.] draft: Minister One <m1>two</m1> three.',
      '—',
      's4 [شش هفت؟ هشت.] draft: Six seven? Eight.',
      's5 [نه ده.] initial:',
    ]);
  });

  it('joins links, moved to their place in the joined text', () => {
    const link = (from: number, to: number, source: number) => ({
      source: { from: source, to: source + 2 },
      rendering: { from, to },
      sure: true,
    });
    const linked = doc(
      page(
        segment('s1', 'یک', 'One', { links: linksFor('One', [link(0, 3, 6)]) }),
        segment('s2', 'دو سه.', 'two', { links: linksFor('two', [link(0, 3, 9)]) }),
      ),
    );
    const joined = segmentById(changed(linked, merge('s1')).doc, 's1');
    expect(joined?.links).toEqual(linksFor('One two', [link(0, 3, 6), link(4, 7, 9)]));
  });
});

describe('the status of a merger', () => {
  const merged = (left: Status, right: Status, texts: readonly [string, string] = ['One', 'two']) =>
    segmentById(
      changed(
        doc(
          page(segment('s1', 'یک', texts[0], { status: left }), segment('s2', 'دو سه.', texts[1], { status: right })),
        ),
        merge('s1'),
      ).doc,
      's1',
    )?.status;

  it('is that of both when they agree', () => {
    for (const status of ['initial', 'suggested', 'draft', 'translated', 'rejected', 'reviewed', 'final'] as const)
      expect(merged(status, status)).toBe(status);
  });

  it('is the less advanced of two confirmed ones', () => {
    expect(merged('final', 'reviewed')).toBe('reviewed');
    expect(merged('translated', 'final')).toBe('translated');
  });

  it('is a draft when only one was confirmed, for nobody vouched for the whole', () => {
    expect(merged('final', 'draft')).toBe('draft');
    expect(merged('initial', 'reviewed', ['', 'two'])).toBe('draft');
    expect(merged('suggested', 'draft')).toBe('draft');
  });

  it('stays rejected where a part was, and untranslated where there is no text', () => {
    expect(merged('rejected', 'final')).toBe('rejected');
    expect(merged('draft', 'initial', ['', ''])).toBe('initial');
  });

  it('comes with the origin they share, or typed: a person put them together', () => {
    const origin = (left: 'memory' | 'machine' | null, right: 'memory' | 'machine' | null) =>
      segmentById(
        changed(
          doc(page(segment('s1', 'یک', 'One', { origin: left }), segment('s2', 'دو سه.', 'two', { origin: right }))),
          merge('s1'),
        ).doc,
        's1',
      )?.origin;
    expect(origin('memory', 'memory')).toBe('memory');
    expect(origin('memory', null)).toBe('memory');
    expect(origin('memory', 'machine')).toBe('typed');
  });
});
