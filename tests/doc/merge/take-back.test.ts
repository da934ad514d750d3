import fc from 'fast-check';
import type { Node } from 'prosemirror-model';
import { EditorState } from 'prosemirror-state';
import { type Step, Transform } from 'prosemirror-transform';
import { describe, expect, it } from 'vitest';
import { addMention, describeMention, removeMention } from '../../../shared/doc/edit/mention.ts';
import { renamePlaces, writeNames } from '../../../shared/doc/edit/rename.ts';
import { setRendering } from '../../../shared/doc/edit/rendering.ts';
import { mergeSegments, setStatus, splitSegment } from '../../../shared/doc/edit/structure.ts';
import { madeChange } from '../../../shared/doc/merge/change-part.ts';
import { type TakenBack, takeBack } from '../../../shared/doc/merge/take-back.ts';
import { segmentById, segments } from '../../../shared/doc/model/read.ts';
import { anchorId, schema } from '../../../shared/doc/model/schema.ts';
import { expectLawful } from '../change.ts';
import { content, doc, mention, ordered, page, segment, shown, source } from '../document.ts';
import { type Change, changed } from '../meeting.ts';
import { fewSegments } from '../simulation/beginning.ts';
import { chance } from '../simulation/chance.ts';
import { randomEdit } from '../simulation/edit.ts';

const start = doc(
  page(
    segment('s1', 'وزیر', 'The <m1>JCPOA</m1>’s end', { status: 'final' }),
    segment('s2', 'یک دو سه.', '<m2>Plan of Action (JCPOA)</m2> and <m3>Iran</m3>', { status: 'translated' }),
  ),
  page(
    segment('s3', 'چهار پنج.', 'the <m4>Plan of <m5>Action</m5></m4> of <m6>JCPOA</m6>'),
    segment('s4', 'شش هفت؟ هشت.'),
  ),
  page(segment('s5', 'نه ده.')),
  ...['m1', 'm2', 'm4', 'm6'].map((id) => mention(id, { entity: 'e1' })),
);
const renaming = { entity: 'e1', old: 'Plan of Action (JCPOA)', fresh: 'Nuclear Plan (NP)' };
const renamed = new Set(['m1', 'm2', 'm4', 'm6']);
const rename: Change = (tr) => writeNames(tr, renamePlaces(tr.doc, source.text, renaming));

/** Types `text` where `after` ends in the rendering of a segment, with no name. */
function type(id: string, after: string, text: string): Change {
  return (tr) => {
    const found = segmentById(tr.doc, id);
    if (!found?.text.includes(after)) throw new Error(`Segment ${id} does not read "${after}"`);
    const at = found.pos + 1 + found.text.indexOf(after) + after.length;
    tr.insert(at, schema.text(text, tr.doc.resolve(at).marks()));
  };
}

/** What is left of `change` once others have done `since` and it is taken back. */
function takenBack(change: Change, ...since: readonly Change[]): TakenBack & { readonly doc: Node } {
  const made = changed(start, change);
  const later = new Transform(made.doc);
  for (const each of since) each(later);
  let id = 0;
  let answer: TakenBack | null = null;
  const { doc: reached } = changed(later.doc, (tr) => {
    answer = takeBack(tr, madeChange(start, made.steps), later.steps, source, () => `new-${++id}`);
  });
  expectLawful(reached, source, later.doc);
  if (!answer) throw new Error('Nothing was answered');
  return { ...(answer as TakenBack), doc: reached };
}

describe('taking a change back', () => {
  it('gives the document as it was when nobody has done anything since', () => {
    const { doc: reached, taken, left } = takenBack(rename);
    expect(ordered(reached).eq(ordered(start))).toBe(true);
    expect({ taken, left }).toEqual({ taken: 4, left: 0 });
  });

  it('keeps what others typed beside the names, and the sentence is a draft where it reads otherwise', () => {
    const back = takenBack(rename, type('s1', 'NP', ' itself'), type('s2', 'Iran', '!'), type('s3', 'of ', 'the '));
    expect(back).toMatchObject({ taken: 4, left: 0 });
    expect(shown(back.doc).slice(0, 4)).toEqual([
      's1 [وزیر] draft: The <m1>JCPOA</m1> itself’s end',
      's2 [یک دو سه.] draft: <m2>Plan of Action (JCPOA)</m2> and <m3>Iran</m3>!',
      '—',
      's3 [چهار پنج.] draft: the <m4>Plan of </m4><m5><m4>Action</m4></m5> of the <m6>JCPOA</m6>',
    ]);
  });

  it('leaves a name that somebody has written in since, whole, and takes the others back', () => {
    const back = takenBack(rename, type('s2', 'Nuclear ', 'Common '));
    expect(back).toMatchObject({ taken: 3, left: 1 });
    expect(shown(back.doc).slice(0, 2)).toEqual([
      's1 [وزیر] final: The <m1>JCPOA</m1>’s end',
      's2 [یک دو سه.] draft: <m2>Nuclear Common Plan (NP)</m2> and <m3>Iran</m3>',
    ]);
  });

  it('has nothing left to take back where everything reads otherwise', () => {
    const back = takenBack(
      rename,
      (tr) => setRendering(tr, 's1', 'Other'),
      (tr) => setRendering(tr, 's2', 'Words'),
      (tr) => setRendering(tr, 's3', 'there'),
    );
    expect(back).toMatchObject({ taken: 0, left: 4 });
    expect(
      segments(back.doc)
        .map(({ text }) => text)
        .slice(0, 3),
    ).toEqual(['Other', 'Words', 'there']);
  });

  it('finds a name in a segment that was split or merged since', () => {
    const back = takenBack(
      rename,
      (tr) => mergeSegments(tr, 's1', source),
      (tr) => splitSegment(tr, 's3', { source: source.text.indexOf('پنج'), rendering: 19 }, 's9', source),
    );
    expect(back).toMatchObject({ taken: 4, left: 0 });
    expect(shown(back.doc)[0]).toBe(
      's1 [وزیر: یک دو سه.] draft: The <m1>JCPOA</m1>’s end <m2>Plan of Action (JCPOA)</m2> and <m3>Iran</m3>',
    );
  });

  it('brings no anchor of a mention back that somebody has deleted', () => {
    const back = takenBack(
      (tr) => setRendering(tr, 's2', 'Nothing'),
      (tr) => removeMention(tr, 'm3'),
    );
    expect(back).toMatchObject({ taken: 1, left: 0 });
    expect(shown(back.doc)[1]).toBe('s2 [یک دو سه.] translated: <m2>Plan of Action (JCPOA)</m2> and Iran');
  });

  it('leaves what a mention was made to mean by somebody else', () => {
    const move: Change = (tr) => ['m1', 'm2', 'm4'].map((id) => describeMention(tr, id, { entity: 'e2' }));
    const back = takenBack(
      move,
      (tr) => describeMention(tr, 'm2', { entity: 'e3' }),
      (tr) => removeMention(tr, 'm4'),
    );
    expect(back).toMatchObject({ taken: 1, left: 2 });
    expect(back.doc.lastChild?.children.map(({ attrs }) => [attrs.id, attrs.entity]).slice(0, 2)).toEqual([
      ['m1', 'e1'],
      ['m2', 'e3'],
    ]);
  });

  it('takes a new mention and its anchors away, one that somebody took over stays', () => {
    const mark = (id: string, name: string, from: number) => (tr: Transform) =>
      addMention(
        tr,
        {
          id,
          label: 'PER',
          entity: null,
          state: 'accepted',
          source: null,
          rendering: { segment: name, from, to: from + 3 },
        },
        source.text,
      );
    const both: Change = (tr) => [mark('m8', 's1', 0)(tr), mark('m9', 's3', 0)(tr)];
    const back = takenBack(both, (tr) => describeMention(tr, 'm9', { entity: 'e1' }), type('s1', 'Th', 'r'));
    expect(back).toMatchObject({ taken: 1, left: 1 });
    expect(shown(back.doc)[0]).toBe('s1 [وزیر] final: Thre <m1>JCPOA</m1>’s end');
    expect(shown(back.doc)[3]).toContain('<m9>the</m9> ');
  });

  it('gives segments their standing back, unless they read otherwise or somebody gave them another', () => {
    const confirm: Change = (tr) => ['s1', 's2', 's3'].map((id) => setStatus(tr, id, 'reviewed'));
    const back = takenBack(confirm, (tr) => setStatus(tr, 's2', 'rejected'), type('s3', 'the', 'n'));
    expect(back).toMatchObject({ taken: 1, left: 2 });
    expect(segments(back.doc).map(({ status }) => status)).toEqual([
      'final',
      'rejected',
      'reviewed',
      'initial',
      'initial',
    ]);
  });

  it('parts merged segments again, but not where somebody has written since', () => {
    const merge: Change = (tr) => mergeSegments(tr, 's1', source);
    expect(content(takenBack(merge).doc)).toEqual(content(start));
    const back = takenBack(merge, type('s1', 'Iran', ' now'));
    expect(back).toMatchObject({ taken: 0, left: 1 });
    expect(segments(back.doc)).toHaveLength(4);
  });

  it('gives the document as it was whatever the change did', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 1, max: 5 }), (seed, count) => {
        const beginning = fewSegments();
        let id = 0;
        const around = {
          chance: chance(seed),
          source: beginning.source,
          newId: () => `n${++id}`,
          newCharacter: () => 'λ',
          oldVersion: beginning.doc,
        };
        let state = EditorState.create({ doc: beginning.doc });
        const steps: Step[] = [];
        for (let made = 0; made < count; made++) {
          const tr = randomEdit(state, around);
          if (!tr) continue;
          steps.push(...tr.steps);
          state = state.apply(tr);
        }
        const back = changed(state.doc, (tr) =>
          expect(takeBack(tr, madeChange(beginning.doc, steps), [], beginning.source, around.newId).left).toBe(0),
        );
        expect(content(ordered(back.doc))).toEqual(content(ordered(beginning.doc)));
      }),
    );
  });

  it('keeps every letter that others typed, wherever, and is wholly done where they typed away from the names', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 1, max: 6 }), (seed, count) => {
        const dice = chance(seed);
        const letters = Array.from({ length: count }, (_, index) => String.fromCharCode(0x3b1 + index));
        let besideNames = false;
        const back = takenBack(rename, (tr) => {
          for (const letter of letters) {
            const all = segments(tr.doc);
            const { pos, text } = dice.of(all) ?? all[0] ?? { pos: 0, text: '' };
            const at = pos + 1 + dice.below(text.length + 1);
            const marks = tr.doc.resolve(at).marks();
            const { nodeBefore, nodeAfter } = tr.doc.resolve(at);
            const near = [...(nodeBefore?.marks ?? []), ...(nodeAfter?.marks ?? [])];
            if (near.some((mark) => renamed.has(anchorId(mark)))) besideNames = true;
            tr.insert(at, schema.text(letter, marks));
          }
        });
        const text = back.doc.textContent;
        for (const letter of letters) expect(text.split(letter)).toHaveLength(2);
        if (!besideNames) expect(back).toMatchObject({ taken: 4, left: 0 });
        const rest = [...text].filter((unit) => !letters.includes(unit)).join('');
        if (back.left === 0) expect(rest).toBe(start.textContent);
        expect(back.taken + back.left).toBe(4);
      }),
    );
  });
});
