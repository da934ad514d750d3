import type { Node } from 'prosemirror-model';
import { Transform } from 'prosemirror-transform';
import { describe, expect, it } from 'vitest';
import { addLinks, forgetStale, joinWords, removeLinks, setSure, takeApart } from '../../../shared/doc/edit/link.ts';
import { setRendering } from '../../../shared/doc/edit/rendering.ts';
import { readLinks } from '../../../shared/doc/model/links.ts';
import { type Segment, segmentById } from '../../../shared/doc/model/read.ts';
import { type Link, schema } from '../../../shared/doc/model/schema.ts';
import { expectChange, expectRefusal } from '../change.ts';
import { doc, page, segment, source } from '../document.ts';
import { changed } from '../meeting.ts';

const text = 'One or two and three.';
const start = doc(page(segment('s1', 'یک دو سه.', text)), page(segment('s2', 'چهار پنج.', 'Four five.')));

const fa = (word: string) => {
  const from = source.text.indexOf(word);
  return { from, to: from + word.length };
};
const en = (word: string, within = text) => {
  const from = within.indexOf(word);
  return { from, to: from + word.length };
};

/** What is linked, as `یک–One`, with a question mark where it is only possible; stale ones in brackets. */
function linked(document: Node, id = 's1'): readonly string[] {
  const one = segmentById(document, id) as Segment;
  const { current, stale } = readLinks(one);
  const persian = ({ source: { from, to } }: Link) => source.text.slice(from, to);
  return [
    ...current.map((link) => {
      const { from, to } = link.rendering;
      return `${persian(link)}–${one.text.slice(from, to)}${link.sure ? '' : '?'}`;
    }),
    ...stale.map(({ link, was }) => `(${persian(link)}–${was})`),
  ];
}

const joined = changed(start, (tr) =>
  joinWords(tr, 's1', { source: [fa('یک'), fa('سه')], rendering: [en('One'), en('three')] }, true),
).doc;

describe('linking words', () => {
  it('joins all words that are picked on one side with all on the other, however they lie', () => {
    const after = expectChange(
      start,
      (tr) => joinWords(tr, 's1', { source: [fa('یک'), fa('سه')], rendering: [en('One'), en('three')] }, true),
      ['s1 [یک دو سه.] draft: One or two and three.', '—', 's2 [چهار پنج.] draft: Four five.'],
    );
    expect(linked(after)).toEqual(['یک–One', 'یک–three', 'سه–One', 'سه–three']);
  });

  it('adds to what is linked already, and says of it what is said now', () => {
    const after = changed(joined, (tr) =>
      joinWords(tr, 's1', { source: [fa('سه')], rendering: [en('three'), en('and')] }, false),
    ).doc;
    expect(linked(after)).toEqual(['یک–One', 'یک–three', 'سه–One', 'سه–and?', 'سه–three?']);
  });

  it('leaves what a person said as it is when suggestions are accepted', () => {
    const pairs = [
      { source: fa('یک'), rendering: en('One'), sure: false },
      { source: fa('دو'), rendering: en('two'), sure: false },
    ];
    const after = changed(joined, (tr) => addLinks(tr, 's1', pairs)).doc;
    expect(linked(after)).toEqual(['یک–One', 'یک–three', 'دو–two?', 'سه–One', 'سه–three']);
  });

  it('is refused with an empty side, outside the segment, and where nothing changes', () => {
    expectRefusal(start, (tr) => joinWords(tr, 's1', { source: [fa('یک')], rendering: [] }, true));
    expectRefusal(start, (tr) => joinWords(tr, 's1', { source: [fa('پنج')], rendering: [en('One')] }, true));
    expectRefusal(start, (tr) => joinWords(tr, 's1', { source: [fa('یک')], rendering: [{ from: 19, to: 22 }] }, true));
    expectRefusal(start, (tr) => joinWords(tr, 'none', { source: [fa('یک')], rendering: [en('One')] }, true));
    expectRefusal(joined, (tr) => joinWords(tr, 's1', { source: [fa('یک')], rendering: [en('One')] }, true));
  });

  it('says of links whether they are sure', () => {
    const pair = { source: fa('یک'), rendering: en('One'), sure: true };
    const after = changed(joined, (tr) => setSure(tr, 's1', [pair], false)).doc;
    expect(linked(after)).toEqual(['یک–One?', 'یک–three', 'سه–One', 'سه–three']);
    expectRefusal(joined, (tr) => setSure(tr, 's1', [pair], true));
  });

  it('takes apart what is picked on both sides, or all of a word', () => {
    const between = { source: [fa('یک')], rendering: [en('three')] };
    expect(linked(changed(joined, (tr) => takeApart(tr, 's1', between)).doc)).toEqual(['یک–One', 'سه–One', 'سه–three']);
    const word = { source: [], rendering: [en('three')] };
    expect(linked(changed(joined, (tr) => takeApart(tr, 's1', word)).doc)).toEqual(['یک–One', 'سه–One']);
    const all = { source: [fa('یک'), fa('سه')], rendering: [] };
    const none = changed(joined, (tr) => takeApart(tr, 's1', all)).doc;
    expect(segmentById(none, 's1')?.links).toBeNull();
    expectRefusal(joined, (tr) => takeApart(tr, 's1', { source: [fa('دو')], rendering: [] }));
    expectRefusal(start, (tr) => removeLinks(tr, 's1', [{ source: fa('یک'), rendering: en('One'), sure: true }]));
  });
});

describe('links of a text that changes', () => {
  const rewritten = changed(joined, (tr) => setRendering(tr, 's1', 'There were one, two and 3.')).doc;

  it('keeps those of words that stay, whatever comes before them, and shows the rest as stale', () => {
    expect(linked(rewritten)).toEqual(['یک–one', 'سه–one', '(یک–three)', '(سه–three)']);
  });

  it('brings them back with their words', () => {
    const back = changed(rewritten, (tr) => setRendering(tr, 's1', text)).doc;
    expect(linked(back)).toEqual(linked(joined));
  });

  it('keeps stale ones beside what is linked anew, until somebody links or takes apart their Persian', () => {
    const now = 'There were one, two and 3.';
    const other = changed(rewritten, (tr) =>
      joinWords(tr, 's1', { source: [fa('دو')], rendering: [en('two', now)] }, true),
    ).doc;
    expect(linked(other)).toEqual(['یک–one', 'دو–two', 'سه–one', '(یک–three)', '(سه–three)']);
    const anew = changed(other, (tr) =>
      joinWords(tr, 's1', { source: [fa('سه')], rendering: [en('3', now)] }, true),
    ).doc;
    expect(linked(anew)).toEqual(['یک–one', 'دو–two', 'سه–one', 'سه–3', '(یک–three)']);
    const apart = changed(anew, (tr) => takeApart(tr, 's1', { source: [fa('یک')], rendering: [] })).doc;
    expect(linked(apart)).toEqual(['دو–two', 'سه–one', 'سه–3']);
  });

  it('forgets them on demand', () => {
    expect(linked(changed(rewritten, (tr) => forgetStale(tr, 's1')).doc)).toEqual(['یک–one', 'سه–one']);
    expectRefusal(joined, (tr) => forgetStale(tr, 's1'));
  });

  it('takes steps of its own only when somebody decides: typing writes none', () => {
    const tr = new Transform(joined);
    tr.insert((segmentById(joined, 's1')?.pos ?? 0) + 1, schema.text('!'));
    expect(linked(tr.doc)).toEqual(linked(joined));
    expect(tr.steps).toHaveLength(1);
  });
});
