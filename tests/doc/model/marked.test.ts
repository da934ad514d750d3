import type { Transform } from 'prosemirror-transform';
import { describe, expect, it } from 'vitest';
import { addMention, describeMention } from '../../../shared/doc/edit/mention.ts';
import { setRendering } from '../../../shared/doc/edit/rendering.ts';
import { moveBoundary, splitSegment } from '../../../shared/doc/edit/structure.ts';
import { anchoredText } from '../../../shared/doc/model/anchored.ts';
import { type MarkedMention, markedMentions, segmentMentions } from '../../../shared/doc/model/marked.ts';
import { segmentById } from '../../../shared/doc/model/read.ts';
import { doc, mention, page, segment, source } from '../document.ts';
import { changed } from '../meeting.ts';

const { text } = source;
const persian = (words: string) => ({ from: text.indexOf(words), to: text.indexOf(words) + words.length });

const start = doc(
  page(
    segment('s1', 'وزیر', 'The <m1>minister</m1>'),
    segment('s2', 'یک دو سه.', 'The <m2><m3>foreign <m4>minister</m4></m3> of</m2> it'),
  ),
  page(segment('s3', 'چهار پنج.', 'Here <m6>Iran</m6>')),
  mention('m5', persian('چهار')),
  mention('m4', persian('دو')),
  mention('m3', persian('یک دو')),
  mention('m2', { ...persian('یک دو سه'), label: 'EVENT', entity: 'e1' }),
  mention('m1', persian('وزیر')),
);

const read = (document = start): ReadonlyMap<string, MarkedMention> =>
  new Map(markedMentions(document, text).map((marked) => [marked.id, marked]));
const parts = (id: string, document = start) => {
  const node = segmentById(document, id)?.node;
  return node ? segmentMentions(document, node, text) : [];
};

describe('the mentions of a document', () => {
  it('are read in the order of the source, from around to inside, English alone behind', () => {
    expect([...read().keys()]).toEqual(['m1', 'm2', 'm3', 'm4', 'm5', 'm6']);
  });

  it('say what they mark on either side', () => {
    expect(read().get('m2')).toEqual({
      id: 'm2',
      ...persian('یک دو سه'),
      label: 'EVENT',
      entity: 'e1',
      state: 'accepted',
      surface: 'یک دو سه',
      rendering: { segment: 's2', from: 4, to: 23, text: 'foreign minister of' },
      segments: ['s2'],
      depth: 0,
      isWaiting: false,
      crossesBorder: false,
    });
    expect(read().get('m6')).toMatchObject({ from: null, surface: '', isWaiting: false, rendering: { text: 'Iran' } });
  });

  it('tell how deep they lie', () => {
    expect(['m2', 'm3', 'm4'].map((id) => read().get(id)?.depth)).toEqual([0, 1, 2]);
  });

  it('wait for their English while there is none', () => {
    expect(read().get('m5')).toMatchObject({ surface: 'چهار', rendering: null, isWaiting: true, segments: ['s3'] });
  });

  it('stand nowhere once an English name is deleted that has no Persian', () => {
    const { doc: after } = changed(start, (tr) => setRendering(tr, 's3', 'Here'));
    expect(markedMentions(after, text).at(-1)).toMatchObject({
      id: 'm6',
      segments: [],
      rendering: null,
      isWaiting: false,
      crossesBorder: false,
    });
  });

  it('cross a border when a split cuts their Persian, their English, or tears one from the other', () => {
    const split = (words: string, rendering: number) => (tr: Transform) =>
      splitSegment(tr, 's2', { source: text.indexOf(words), rendering }, 'new', source);
    const both = read(changed(start, split('دو', 12)).doc);
    expect(both.get('m2')).toMatchObject({
      segments: ['s2', 'new'],
      crossesBorder: true,
      surface: 'یک دو سه',
      rendering: { segment: 's2', from: 4, to: 11, text: 'foreign' },
    });
    expect(both.get('m4')).toMatchObject({ segments: ['new'], crossesBorder: false });
    expect(read(changed(start, split('دو', 0)).doc).get('m4')?.crossesBorder).toBe(false);
    expect(read(changed(start, split('دو', 26)).doc).get('m4')).toMatchObject({
      segments: ['s2', 'new'],
      rendering: { segment: 's2', text: 'minister' },
    });
    const moved = changed(start, (tr) => moveBoundary(tr, 's1', text.indexOf('سه'), source)).doc;
    expect(read(moved).get('m4')).toMatchObject({ segments: ['s1', 's2'], crossesBorder: true });
  });
});

describe('the mentions of a segment', () => {
  it('are the parts that stand in it, with the depth on each side', () => {
    expect(
      parts('s2').map(({ mention: { id }, source: fa, rendering: en }) => [
        id,
        fa?.text,
        fa?.depth,
        en?.text,
        en?.depth,
      ]),
    ).toEqual([
      ['m2', 'یک دو سه', 0, 'foreign minister of', 0],
      ['m3', 'یک دو', 1, 'foreign minister', 1],
      ['m4', 'دو', 2, 'minister', 2],
    ]);
    expect(parts('s3').map(({ mention: { id }, source: fa, rendering: en }) => [id, fa?.text, en?.text])).toEqual([
      ['m5', 'چهار', undefined],
      ['m6', undefined, 'Iran'],
    ]);
  });

  it('are cut off where the segment ends', () => {
    const across = changed(start, (tr) =>
      addMention(
        tr,
        { id: 'm9', label: 'PER', entity: null, state: 'accepted', source: { from: 0, to: 19 }, rendering: null },
        text,
      ),
    ).doc;
    const own = (id: string) => parts(id, across).find(({ mention: { id } }) => id === 'm9')?.source;
    expect([own('s1'), own('s2'), own('s3')].map((reading) => reading?.text)).toEqual([
      'وزیر',
      'یک دو سه.',
      'چهار'.slice(0, 3),
    ]);
    expect(own('s2')).toMatchObject({ ...persian('یک دو سه.'), depth: 0 });
  });

  it('are read again only where the segment or the standoff changed', () => {
    expect(parts('s2')).toBe(parts('s2'));
    const typed = changed(start, (tr) => setRendering(tr, 's1', 'A minister')).doc;
    expect(parts('s2', typed)).toBe(parts('s2'));
    expect(parts('s1', typed)).not.toBe(parts('s1'));
    expect(read(typed).get('m2')).toBe(read().get('m2'));
    expect(read(typed).get('m1')).not.toBe(read().get('m1'));
    const told = changed(start, (tr) => describeMention(tr, 'm5', { label: 'ORG' })).doc;
    expect(parts('s3', told)[0]?.mention.label).toBe('ORG');
    expect(parts('s3')[0]?.mention.label).toBe('PER');
  });
});

describe('the English of a name', () => {
  const english = (rendering: string) => anchoredText(segment('s1', 'وزیر', rendering)).get('m1');

  it('is what its anchor covers, without white space at the edges', () => {
    expect(english('The <m1>Majles</m1> met')).toEqual({ from: 4, to: 10, text: 'Majles' });
    expect(english('The<m1> Majles </m1>met')).toEqual({ from: 4, to: 10, text: 'Majles' });
  });

  it('reaches from the first piece to the last', () => {
    expect(english('<m1>Maj</m1>XX<m1>les</m1> met')).toEqual({ from: 0, to: 8, text: 'MajXXles' });
  });

  it('is none when only white space is left', () => {
    expect(english('The<m1> </m1>met')).toBeUndefined();
    expect(english('The Majles met')).toBeUndefined();
  });
});
