import type { EditorState } from 'prosemirror-state';
import { expect, it } from 'vitest';
import { DocumentReading } from '../../../../client/panels/checks/document-reading.ts';
import { defaultLabels } from '../../../../shared/core/label.ts';
import { usualPolicy } from '../../../../shared/doc/checks/policy.ts';
import { glossaryOf } from '../../../../shared/terms/glossary.ts';
import { doc, page, segment, source } from '../../../doc/document.ts';
import { stateOf, typed } from '../../editor/state.ts';

/** So small that it does one step. */
const STEP = -1;

function begun() {
  const row = segment('a', 'یک دو سه.', 'One', { status: 'draft', origin: 'typed' });
  const work: { state: EditorState } = { state: stateOf(doc(page(row)), 'a') };
  const reading = new DocumentReading(work, source.text, [], defaultLabels, usualPolicy, [], glossaryOf([]), null);
  const type = (text: string) => {
    work.state = typed(work.state, text);
  };
  return { reading, type };
}

/** Slices until something is found. */
function slices(reading: DocumentReading, meanwhile: () => void = () => undefined) {
  for (let count = 1; count < 10_000; count++) {
    const found = reading.goOn(STEP);
    if (found) return found;
    meanwhile();
  }
  return null;
}

it('comes to the end of the first check however steadily somebody types, and then to what they have typed', () => {
  const { reading, type } = begun();
  expect(slices(reading, () => type('x'))).not.toBeNull();
  expect(reading.isFresh).toBe(false);
  expect(slices(reading)).not.toBeNull();
  expect(reading.isFresh).toBe(true);
});

it('comes to the end of later ones too, and looks at the document as it is where that is asked', () => {
  const { reading, type } = begun();
  slices(reading);
  type(' ab ab ');
  expect(slices(reading, () => type('x'))).not.toBeNull();
  type(' دو');
  reading.goOn(STEP);
  const now = reading.now();
  expect(reading.isFresh).toBe(true);
  expect(now?.findings.map(({ rule }) => rule)).toContain('text.foreign');
});
