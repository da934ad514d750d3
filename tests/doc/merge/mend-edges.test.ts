import type { Node } from 'prosemirror-model';
import { Transform } from 'prosemirror-transform';
import { describe, expect, it } from 'vitest';
import { mend } from '../../../shared/doc/merge/mend.ts';
import { mentions, segmentById, segments } from '../../../shared/doc/model/read.ts';
import { schema } from '../../../shared/doc/model/schema.ts';
import type { SourceText } from '../../../shared/doc/model/source.ts';
import { expectLawful } from '../change.ts';
import { doc, mention, page, segment, shown, source, sourceOf } from '../document.ts';

/** Mends `broken`, expects to be told so and the result to be lawful. */
function mended(broken: Node, text: SourceText = source): Node {
  const tr = new Transform(broken);
  let ids = 0;
  expect(mend(tr, text, () => `new${++ids}`)).toBe(true);
  expectLawful(tr.doc, text);
  expect(mend(tr, text, () => 'more')).toBe(false);
  return tr.doc;
}

const whole = segment('s1', 'وزیر: یک دو سه. چهار پنج. / شش هفت؟ هشت.', 'All of it.', { status: 'final' });
const last = segment('s2', 'نه ده.', 'Nine ten.', { status: 'reviewed' });

describe('what a mend leaves alone', () => {
  it('is every segment whose range was right: it stays confirmed', () => {
    const after = mended(doc(page(whole, last, segment('s2', 'نه ده.', 'And more.'))));
    expect(segmentById(after, 's1')?.status).toBe('final');
    expect(segments(after).map(({ text }) => text)).toEqual(['All of it.', 'Nine ten. And more.']);
  });

  it('is what a mend has no rule about', () => {
    const ids = mended(doc(page(whole, segment('s1', 'نه ده.', 'Nine ten.', { status: 'reviewed' }))));
    expect(shown(ids)).toEqual([
      `s1 [${source.text.split('\n')[0]}] final: All of it.`,
      'new1 [نه ده.] reviewed: Nine ten.',
    ]);
  });
});

describe('a row that is left out', () => {
  it('is not where it has English or no Persian, and is where it has neither fault', () => {
    const lines = sourceOf('یک\nدو\nسه');
    const row = (id: string, text: string, range: { from: number; to: number }) =>
      segment(id, 'یک', text, { ...range, leftOut: true });
    const [one, two, three] = lines.paragraphs as [
      { from: number; to: number },
      { from: number; to: number },
      { from: number; to: number },
    ];
    const broken = doc(
      page(row('a', 'One', one), row('b', '', { from: 2, to: 2 }), row('c', '', two), row('d', '', three)),
    );
    expect(segments(mended(broken, lines)).map(({ id, leftOut }) => [id, leftOut])).toEqual([
      ['a', false],
      ['b', false],
      ['c', true],
      ['d', true],
    ]);
  });
});

describe('tiles that nobody covers', () => {
  it('are filled in front of, between and behind what is there', () => {
    const lines = sourceOf('یک\nدو\nسه');
    const line = (id: string, index: number) => segment(id, 'یک', id, lines.paragraphs[index] ?? {});
    const read = (document: Node) => segments(document).map(({ id, from }) => [id, from]);
    expect(read(mended(doc(page(line('a', 1), line('b', 2))), lines))).toEqual([
      ['new1', 0],
      ['a', 3],
      ['b', 6],
    ]);
    expect(read(mended(doc(page(line('a', 0)), page(line('b', 2))), lines))).toEqual([
      ['a', 0],
      ['new1', 3],
      ['b', 6],
    ]);
    expect(read(mended(doc(page(line('a', 0))), lines)).map(([, from]) => from)).toEqual([0, 3, 6]);
  });
});

describe('several segments of one tile', () => {
  it('become one, in their order and with one space between two texts', () => {
    const line = sourceOf('یک');
    const range = { from: 0, to: 2 };
    const parts = ['One', 'two', '', 'three'].map((text, index) => segment(`s${index}`, 'یک', text, range));
    const [a, b, c, d] = parts as [Node, Node, Node, Node];
    for (const broken of [doc(page(a, b, c, d)), doc(page(a, b), page(c, d)), doc(page(a), page(b, c), page(d))]) {
      expect(segments(mended(broken, line)).map(({ id, text }) => [id, text])).toEqual([['s0', 'One two three']]);
    }
  });
});

describe('the ranges of mentions', () => {
  const text = sourceOf('یک 👩‍👩‍👧 دو');
  const all = { from: 0, to: text.text.length };
  const emoji = { from: 3, to: text.text.indexOf(' دو') };
  const range = (from: number | null, to: number | null) => {
    const broken = doc(
      page(segment('s1', 'یک', 'One', all)),
      mention('m0'),
      mention('m1', { from, to }),
      mention('m2', { from: 0, to: 2 }),
    );
    const [first, found, other] = mentions(mended(broken, text));
    expect([first?.from, first?.to, other?.from, other?.to]).toEqual([null, null, 0, 2]);
    return [found?.from, found?.to];
  };

  it('are put in order and end at whole letters', () => {
    expect(range(2, 0)).toEqual([0, 2]);
    expect(range(4, 6)).toEqual([emoji.from, emoji.to]);
    expect(range(6, 4)).toEqual([emoji.from, emoji.to]);
    expect(range(0, 4)).toEqual([0, emoji.to]);
    expect(range(1, 1)).toEqual([1, 2]);
    expect(range(4, 4)).toEqual([emoji.from, emoji.to]);
    expect(range(999, 0)).toEqual([0, text.text.length]);
    expect(range(text.text.length, text.text.length)).toEqual([text.text.length - 1, text.text.length]);
  });

  it('are none where one of the ends is none', () => {
    expect(range(null, 2)).toEqual([null, null]);
    expect(range(0, null)).toEqual([null, null]);
  });
});

describe('mentions with one id, and anchors without any', () => {
  it('leave the first and its anchor, wherever the second stands', () => {
    const given = [
      mention('m1', { label: 'PER' }),
      mention('m2'),
      mention('m1', { label: 'ORG' }),
      mention('m3'),
      mention('m2'),
    ];
    const tr = new Transform(doc(page(segment('s1', source.text.split('\n')[0] ?? '', 'All of it.'), last), ...given));
    tr.addMark(2, 5, schema.marks.anchor.create({ id: 'm1' }));
    tr.addMark(6, 8, schema.marks.anchor.create({ id: 'gone' }));
    tr.addMark(9, 11, schema.marks.anchor.create({ id: 'gone' }));
    const after = mended(tr.doc);
    expect(mentions(after).map(({ id, label }) => [id, label])).toEqual([
      ['m1', 'PER'],
      ['m2', 'PER'],
      ['m3', 'PER'],
    ]);
    expect(shown(after)[0]).toContain('<m1>All</m1> of it.');
  });
});
