import fc from 'fast-check';
import type { Transform } from 'prosemirror-transform';
import { describe, expect, it } from 'vitest';
import { type RenamePlace, renamePlaces, writeNames } from '../../../shared/doc/edit/rename.ts';
import { setRendering } from '../../../shared/doc/edit/rendering.ts';
import { mergeSegments } from '../../../shared/doc/edit/structure.ts';
import { markedMentions } from '../../../shared/doc/model/marked.ts';
import { expectChange, expectRefusal } from '../change.ts';
import { doc, mention, page, segment, source } from '../document.ts';
import { changed } from '../meeting.ts';

const start = doc(
  page(
    segment('s1', 'وزیر', 'The <m1>JCPOA</m1>’s end', { status: 'final' }),
    segment('s2', 'یک دو سه.', '<m2>Plan of Action (JCPOA)</m2> and <m3>nuclear deal</m3>', { status: 'translated' }),
  ),
  page(segment('s3', 'چهار پنج.', 'the <m4>Plan of <m5>Action</m5></m4> of <m6>JCPOA</m6>'), segment('s4', 'شش هفت؟')),
  ...['m1', 'm2', 'm3', 'm4'].map((id) => mention(id, { entity: 'e1' })),
  mention('m5', { entity: 'e2' }),
  mention('m6', { entity: 'e1', state: 'proposed' }),
  mention('m7', { entity: 'e1', from: source.text.indexOf('شش'), to: source.text.indexOf('شش') + 2 }),
);
const renaming = { entity: 'e1', old: 'Plan of Action (JCPOA)', fresh: 'Plan for Common Action (JPCA)' };
const places = renamePlaces(start, source.text, renaming);
const write = (chosen: readonly RenamePlace[]) => (tr: Transform) => writeNames(tr, chosen).length < chosen.length;

describe('the places of a renaming', () => {
  it('are the mentions that have the old name, each with what it would read', () => {
    expect(places).toEqual([
      { mention: 'm1', segment: 's1', from: 4, to: 9, before: 'JCPOA', after: 'JPCA' },
      {
        mention: 'm2',
        segment: 's2',
        from: 0,
        to: 22,
        before: 'Plan of Action (JCPOA)',
        after: 'Plan for Common Action (JPCA)',
      },
      { mention: 'm4', segment: 's3', from: 4, to: 18, before: 'Plan of Action', after: 'Plan for Common Action' },
    ]);
  });

  it('are none for another entity, and none where nothing would change', () => {
    expect(renamePlaces(start, source.text, { ...renaming, entity: 'e9' })).toEqual([]);
    expect(renamePlaces(start, source.text, { ...renaming, fresh: renaming.old })).toEqual([]);
  });
});

describe('renaming in a document', () => {
  it('writes the new name under the anchors, names inside stay, and what was confirmed is a draft', () => {
    expectChange(start, write(places), [
      's1 [وزیر] draft: The <m1>JPCA</m1>’s end',
      's2 [یک دو سه.] draft: <m2>Plan for Common Action (JPCA)</m2> and <m3>nuclear deal</m3>',
      '—',
      's3 [چهار پنج.] draft: the <m4>Plan for Common </m4><m5><m4>Action</m4></m5> of <m6>JCPOA</m6>',
      's4 [شش هفت؟] initial:',
    ]);
  });

  it('writes only the places that were chosen', () => {
    expectChange(start, write(places.slice(0, 1)), [
      's1 [وزیر] draft: The <m1>JPCA</m1>’s end',
      's2 [یک دو سه.] translated: <m2>Plan of Action (JCPOA)</m2> and <m3>nuclear deal</m3>',
      '—',
      's3 [چهار پنج.] draft: the <m4>Plan of </m4><m5><m4>Action</m4></m5> of <m6>JCPOA</m6>',
      's4 [شش هفت؟] initial:',
    ]);
  });

  it('writes a name that has nothing in common with the old one', () => {
    const chosen = renamePlaces(start, source.text, { ...renaming, fresh: 'deal' });
    const { doc: after } = changed(start, (tr) => writeNames(tr, chosen));
    expect(markedMentions(after, source.text).map(({ id, rendering }) => [id, rendering?.text])).toEqual([
      ['m1', 'deal'],
      ['m2', 'deal'],
      ['m3', 'nuclear deal'],
      ['m4', 'deal'],
      ['m6', 'JCPOA'],
      ['m7', undefined],
      ['m5', undefined],
    ]);
  });

  it('finds a place that moved, and leaves one that reads otherwise by now', () => {
    const moved = changed(start, (tr) => {
      setRendering(tr, 's1', 'At last the JCPOA’s end');
      mergeSegments(tr, 's1', source);
      setRendering(tr, 's3', 'the Plan of Inaction of JCPOA');
    }).doc;
    const { doc: after } = changed(moved, (tr) => expect(writeNames(tr, places)).toEqual(['m4']));
    const read = markedMentions(after, source.text).map(({ id, rendering }) => [id, rendering?.text]);
    expect(read.slice(0, 2)).toEqual([
      ['m1', 'JPCA'],
      ['m2', 'Plan for Common Action (JPCA)'],
    ]);
  });

  it('is refused for a mention that is gone, and for a name that no rendering may hold', () => {
    const place = places[0];
    if (!place) throw new Error('There is a place');
    expectRefusal(start, write([{ ...place, mention: 'm9' }]));
    expectRefusal(start, write([{ ...place, mention: 'm7' }]));
    for (const after of ['', ' ', 'a\nb', '\ud83d']) expectRefusal(start, write([{ ...place, after }]));
  });

  it('makes any name of any other, and every anchor around it holds the new one', () => {
    const word = fc.constantFrom('the', 'Plan', 'of', 'Action', '(JCPOA)', 'é', '😀', 'Iran’s');
    const name = fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(name, name, fc.nat(30), fc.nat(30), (before, after, a, b) => {
        const inner = [a % (before.length + 1), b % (before.length + 1)].sort((x, y) => x - y) as [number, number];
        const inside = `${before.slice(0, inner[0])}<m2>${before.slice(...inner)}</m2>${before.slice(inner[1])}`;
        const document = doc(page(segment('s1', 'وزیر', `In <m3><m1>${inside}</m1> and</m3> on`)));
        const tr = changed(document, (change) => writeNames(change, [{ mention: 'm1', before, after }]));
        const read = new Map(markedMentions(tr.doc, source.text).map(({ id, rendering }) => [id, rendering?.text]));
        expect(read.get('m1')).toBe(after);
        expect(read.get('m3')).toBe(`${after} and`);
        expect(tr.doc.textContent).toBe(`In ${after} and on`);
      }),
    );
  });
});
