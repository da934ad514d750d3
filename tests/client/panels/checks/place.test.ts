import { undo } from 'prosemirror-history';
import type { EditorState } from 'prosemirror-state';
import { describe, expect, it } from 'vitest';
import { doRemedy, goToFinding } from '../../../../client/panels/checks/place.ts';
import { entityFindings } from '../../../../shared/doc/checks/entity-checks.ts';
import type { EntityFinding } from '../../../../shared/doc/checks/entity-finding.ts';
import { segmentById } from '../../../../shared/doc/model/read.ts';
import type { Entity } from '../../../../shared/names/entity/entity.ts';
import { gazetteerOf } from '../../../../shared/names/gazetteer/gazetteer.ts';
import { covered, doc, mention, page, segment, source } from '../../../doc/document.ts';
import { done, stateOf, typed } from '../../editor/state.ts';

const { text } = source;
const two: Entity = {
  id: 'two',
  label: 'PER',
  fa: 'دو',
  en: 'Two',
  faOther: [],
  enOther: [],
  wikidata: null,
  note: '',
};
const names = { entities: new Map([[two.id, two]]), gazetteer: gazetteerOf([]) };
const from = text.indexOf('دو');
const persian = { from, to: from + 2, label: 'PER', entity: 'two' };

/** A final segment, in which the mention `m1` of `دو` has this English. */
function stateWith(english: string): EditorState {
  const row = segment('a', 'یک دو سه.', english, { status: 'final', origin: 'typed' });
  return stateOf(doc(page(row), mention('m1', persian)), 'a');
}

function findingOf(state: EditorState): EntityFinding {
  const [finding] = entityFindings(state.doc, text, names);
  if (!finding) throw new Error('Nothing was found');
  return finding;
}

function mended(state: EditorState): EditorState {
  const { remedy } = findingOf(state);
  if (!remedy) throw new Error('Nothing mends it');
  return done(state, doRemedy(remedy, covered(state.doc)));
}

const reads = (state: EditorState) => segmentById(state.doc, 'a')?.text;

describe('going to a finding', () => {
  const selected = ({ doc, selection: { from, to } }: EditorState) => doc.textBetween(from, to);

  it('selects the English of its mention', () => {
    const state = stateWith('One <m1>Deux</m1> three.');
    expect(selected(done(state, goToFinding(findingOf(state), text)))).toBe('Deux');
  });

  it('leads to the end of the rendering where there is no English', () => {
    const state = stateWith('One three.');
    const there = done(state, goToFinding(findingOf(state), text));
    expect(selected(there)).toBe('');
    expect(reads(typed(there, '!'))).toBe('One three.!');
  });

  it('leads nowhere where it stands in no segment', () => {
    const state = stateWith('One <m1>Deux</m1> three.');
    expect(goToFinding({ ...findingOf(state), segment: null }, text)(state)).toBe(false);
    expect(goToFinding({ ...findingOf(state), segment: 'gone' }, text)(state)).toBe(false);
  });
});

describe('a remedy', () => {
  it('is one undo, also after typing', () => {
    const state = typed(stateWith('One <m1>Deux</m1> three.'), '!');
    const after = mended(state);
    expect(reads(after)).toBe('One Two three.!');
    expect(reads(done(after, undo))).toBe('One Deux three.!');
  });

  it('that writes a name makes a confirmed segment a draft, one that marks a name does not', () => {
    const status = (state: EditorState) => segmentById(state.doc, 'a')?.status;
    expect(status(mended(stateWith('One <m1>Deux</m1> three.')))).toBe('draft');
    expect(status(mended(stateWith('One Two three.')))).toBe('final');
  });

  it('is refused when its mention has gone', () => {
    const state = stateWith('One <m1>Deux</m1> three.');
    const { remedy } = findingOf(state);
    const plain = stateOf(doc(page(segment('a', 'یک دو سه.', 'One Deux three.'))), 'a');
    expect(remedy && doRemedy(remedy, covered(plain.doc))(plain)).toBe(false);
  });
});
