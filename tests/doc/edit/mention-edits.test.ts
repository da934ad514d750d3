import { history, redo, undo } from 'prosemirror-history';
import type { Node } from 'prosemirror-model';
import { EditorState } from 'prosemirror-state';
import { describe, expect, it } from 'vitest';
import { markedMentions } from '../../../shared/doc/model/marked.ts';
import { segmentById, segmentByIndex, segmentCount } from '../../../shared/doc/model/read.ts';
import { graphemes } from '../../../shared/language/characters/grapheme.ts';
import { expectLawful } from '../change.ts';
import { doc, mention, page, segment, source } from '../document.ts';
import { fromHistory, randomEdit } from '../naming/edit.ts';
import { englishOf, type Model, modelOf } from '../naming/model.ts';
import { type Chance, chance } from '../simulation/chance.ts';
import { roundsToRun } from '../simulation/simulation.ts';

const start = doc(
  page(
    segment('s1', 'وزیر: یک دو سه.', 'The <m1>foreign minister</m1> of <m2>Russia</m2>:'),
    segment('s2', 'چهار پنج.', '<m3>The <m4>eastern <m5>Ukraine</m5></m4> crisis</m3>'),
  ),
  page(segment('s3', 'شش هفت؟ هشت.'), segment('s4', 'نه ده.', '<m6>Iran</m6>')),
  mention('m1', { from: 0, to: 4 }),
  mention('m7', { from: 6, to: 8 }),
);

const byName = ([a]: readonly unknown[], [b]: readonly unknown[]) => (`${a}` < `${b}` ? -1 : 1);

function idSupply(): () => string {
  let last = 0;
  return () => `n${++last}`;
}

/** Expects `document` to be what the model says, and every name to read what its anchors cover. */
function expectModel(document: Node, model: Model): void {
  expect(JSON.stringify(modelOf(document))).toBe(JSON.stringify(model));
  const read = markedMentions(document, source.text).map(({ id, rendering }) => {
    const covered = rendering && segmentById(document, rendering.segment)?.text.slice(rendering.from, rendering.to);
    return [id, rendering?.text ?? null, covered];
  });
  const told = model.names.map((name) => [name, englishOf(model, name), englishOf(model, name)]);
  expect(JSON.stringify(read.sort(byName))).toBe(JSON.stringify(told));
}

/** Makes so many edits one after the other and looks at what each made; gives how often an undo gave a name its English
 *  back. */
function editAtRandom(edits: number, dice: Chance): number {
  let state = EditorState.create({ doc: start, plugins: [history({ depth: edits, newGroupDelay: -1 })] });
  let model = modelOf(start);
  const past: Model[] = [];
  const future: Model[] = [];
  const newId = idSupply();
  let broughtBack = 0;
  for (let made = 0; made < edits; ) {
    const turn = dice.weighted({ edit: 10, undo: 3, redo: 2 });
    const before = model;
    if (turn === 'edit') {
      const edit = randomEdit(state, model, source, dice, newId);
      if (!edit) continue;
      past.push(model);
      future.length = 0;
      model = edit.model;
      state = state.apply(edit.tr);
    } else {
      const [from, to, command] = turn === 'undo' ? [past, future, undo] : [future, past, redo];
      const [tr, other] = [fromHistory(state, command), from.pop()];
      expect(tr === null).toBe(other === undefined);
      if (!tr || !other) continue;
      to.push(model);
      model = other;
      state = state.apply(tr);
    }
    made += 1;
    expectModel(state.doc, model);
    if (turn === 'undo')
      broughtBack += model.names.filter((name) => englishOf(model, name) && !englishOf(before, name)).length;
  }
  expectLawful(state.doc);
  return broughtBack;
}

/** Makes so many edits while somebody else types λ here and there, then takes all of them back. */
function undoAll(edits: number, dice: Chance): Model {
  let state = EditorState.create({ doc: start, plugins: [history({ depth: edits, newGroupDelay: -1 })] });
  const newId = idSupply();
  for (let made = 0; made < edits; made++) {
    const edit = randomEdit(state, modelOf(state.doc), source, dice, newId);
    if (edit) state = state.apply(edit.tr);
    const { pos = 0, text = '' } = segmentByIndex(state.doc, dice.below(segmentCount(state.doc))) ?? {};
    const place = pos + 1 + graphemes(text).floor(dice.below(text.length + 1));
    state = state.apply(state.tr.insertText('λ', place).setMeta('addToHistory', false));
  }
  for (let tr = fromHistory(state, undo); tr; tr = fromHistory(state, undo)) state = state.apply(tr);
  return modelOf(state.doc);
}

function withoutLambda({ segments, names }: Model): Model {
  return {
    segments: segments.map(({ id, units }) => ({ id, units: units.filter(({ unit }) => unit !== 'λ') })),
    names,
  };
}

describe('names under random edits', () => {
  const { rounds, seed: first } = roundsToRun(100);
  it(`read what their anchors cover, none goes unless it is removed, and an undo brings each back: ${rounds} rounds of 120 edits from seed ${first}`, () => {
    let broughtBack = 0;
    for (let seed = first; seed < first + rounds; seed++) {
      try {
        broughtBack += editAtRandom(120, chance(seed));
      } catch (cause) {
        throw new Error(`Round ${seed} failed; SEED=${seed} ROUNDS=1 runs it again`, { cause });
      }
    }
    expect(broughtBack).toBeGreaterThan(rounds);
  });

  it('are all as they were once their author has undone everything, whatever others typed meanwhile', () => {
    for (let seed = first; seed < first + rounds; seed++) {
      const undone = withoutLambda(undoAll(20, chance(seed)));
      expect(JSON.stringify(undone), `seed ${seed}`).toBe(JSON.stringify(modelOf(start)));
    }
  });
});
