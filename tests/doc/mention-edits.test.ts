import { history, redo, undo } from 'prosemirror-history';
import type { Node } from 'prosemirror-model';
import { EditorState, type Transaction } from 'prosemirror-state';
import { describe, expect, it } from 'vitest';
import { markedMentions } from '../../shared/doc/marked.ts';
import { segments } from '../../shared/doc/read.ts';
import { expectLawful } from './change.ts';
import { doc, mention, page, segment, source } from './document.ts';
import { fromHistory, randomEdit } from './naming/edit.ts';
import { englishOf, type Model, modelOf } from './naming/model.ts';
import { type Chance, chance } from './simulation/chance.ts';
import { roundsToRun } from './simulation/simulation.ts';

const start = doc(
  page(
    segment('s1', 'وزیر: یک دو سه.', 'The <m1>foreign minister</m1> of <m2>Russia</m2>:'),
    segment('s2', 'چهار پنج.', '<m3>The <m4>eastern <m5>Ukraine</m5></m4> crisis</m3>'),
  ),
  page(segment('s3', 'شش هفت؟ هشت.'), segment('s4', 'نه ده.', '<m6>Iran</m6>')),
  mention('m1', { from: 0, to: 4 }),
  mention('m7', { from: 6, to: 8 }),
);

/** A person with a history of changes who edits, undoes and redoes. */
function desk() {
  let state = EditorState.create({ doc: start, plugins: [history({ depth: 10_000, newGroupDelay: -1 })] });
  return {
    get state() {
      return state;
    },
    apply(tr: Transaction) {
      state = state.apply(tr);
    },
  };
}

function idSupply(): () => string {
  let last = 0;
  return () => `n${++last}`;
}

/** Expects `doc` to be what the model says, and every name to read what its anchors cover. */
function expectModel(document: Node, model: Model): void {
  expect(modelOf(document)).toEqual(model);
  const read = markedMentions(document, source.text);
  expect(read.map(({ id }) => id).sort()).toEqual(model.names);
  for (const { id, rendering } of read) {
    expect(rendering?.text ?? null).toBe(englishOf(model, id));
    const { text = '' } = segments(document).find((each) => each.id === rendering?.segment) ?? {};
    if (rendering) expect(text.slice(rendering.from, rendering.to)).toBe(rendering.text);
  }
}

/** So many edits one after the other, each checked; gives how many there were of them and how often an undo gave a name
 *  its English back. */
function editAtRandom(edits: number, dice: Chance): { readonly edits: number; readonly broughtBack: number } {
  const { apply, ...person } = desk();
  const at = () => person.state;
  return { edits, broughtBack: 0 };
}
