import { describe, expect, it } from 'vitest';
import { insertName } from '../../../../client/panels/entities/insert.ts';
import { namesOfSegment } from '../../../../client/panels/entities/names.ts';
import { segmentMentions } from '../../../../shared/doc/model/marked.ts';
import { mentions, segmentById } from '../../../../shared/doc/model/read.ts';
import { segmentProposals } from '../../../../shared/doc/proposals/proposal.ts';
import type { Entity } from '../../../../shared/names/entity/entity.ts';
import { gazetteerOf } from '../../../../shared/names/gazetteer/gazetteer.ts';
import { projector } from '../../../../shared/names/projection/projection.ts';
import { emptyRegistry, registryOf } from '../../../../shared/names/registry/registry.ts';
import { suggester } from '../../../../shared/names/suggestion/suggestion.ts';
import { doc, mention, page, segment, shown, source } from '../../../doc/document.ts';
import { caretAt, stateOf, typed } from '../../editor/state.ts';

const entity = (id: string, fa: string, en: string): Entity => ({
  ...{ id, label: 'ORG', fa, en },
  ...{ faOther: [], enOther: [], wikidata: null, note: '' },
});
const registry = registryOf([entity('e1', 'یک دو', 'One Two'), entity('e2', 'سه', 'Three'), entity('e3', 'چهار', '')]);

function state(rendering: string, ...given: ReturnType<typeof mention>[]) {
  return stateOf(doc(page(segment('s1', 'یک دو سه. چهار پنج.', rendering)), ...given), 's1');
}

function names({ doc: document }: ReturnType<typeof state>, known = registry) {
  const node = segmentById(document, 's1')?.node;
  if (!node) throw new Error('There is no such segment');
  const gazetteer = gazetteerOf([]);
  const proposals = segmentProposals(document, node, source.text, {
    registry: known,
    suggester: suggester({ registry: known, gazetteer, earlier: [] }),
    projector: projector({ registry: known, gazetteer }),
    labels: new Set(['ORG', 'PER']),
    rejected: new Set(),
  });
  return namesOfSegment(segmentMentions(document, node, source.text), proposals, known);
}

function inserted(before: ReturnType<typeof state>, persian: string) {
  const name = names(before).find((each) => each.persian === persian);
  const { tr } = before;
  const given = { id: 'new', entity: () => name?.entity?.id ?? null };
  if (!name || !insertName(tr, name, given, source.text)) throw new Error('The name was not inserted');
  return before.apply(tr);
}

describe('the names of a segment', () => {
  it('are its mentions and what is proposed besides, in the order of the source', () => {
    const from = source.text.indexOf('سه');
    const marked = names(state('', mention('m1', { from, to: from + 2, entity: 'e2', label: 'ORG' })));
    expect(marked).toMatchObject([
      { mention: null, persian: 'یک دو', english: 'One Two', proposal: { reason: 'registry' } },
      { mention: 'm1', persian: 'سه', english: 'Three', rendering: null, proposal: null },
      { mention: null, persian: 'چهار', english: '' },
    ]);
  });

  it('have no English when the registry does not know their entity', () => {
    const from = source.text.indexOf('سه');
    const marked = mention('m1', { from, to: from + 2, entity: 'e2' });
    expect(names(state('', marked), emptyRegistry)).toMatchObject([{ english: '', entity: null }]);
  });

  it('tell where the English of a mention is proposed', () => {
    const from = source.text.indexOf('سه');
    const [, waiting] = names(state('Then Three', mention('m1', { from, to: from + 2, entity: 'e2', label: 'ORG' })));
    expect(waiting).toMatchObject({ mention: 'm1', rendering: null, proposal: { rendering: { text: 'Three' } } });
  });
});

describe('inserting a name', () => {
  it('writes it at the caret, parted from the word before, and marks both sides at once', () => {
    const after = inserted(state('Then'), 'یک دو');
    expect(shown(after.doc)).toEqual(['s1 [یک دو سه. چهار پنج.] draft: Then <new>One Two</new>']);
    const from = source.text.indexOf('یک دو');
    expect(mentions(after.doc)).toMatchObject([{ id: 'new', from, to: from + 5, entity: 'e1', state: 'accepted' }]);
  });

  it('leaves the caret after it, and what is typed there does not belong to it', () => {
    const after = typed(inserted(state(''), 'یک دو'), ' met');
    expect(shown(after.doc)).toEqual(['s1 [یک دو سه. چهار پنج.] draft: <new>One Two</new> met']);
  });

  it('takes the place of what is selected', () => {
    const after = inserted(caretAt(state('They met'), 's1', 0, 4), 'یک دو');
    expect(shown(after.doc)).toEqual(['s1 [یک دو سه. چهار پنج.] draft: <new>One Two</new> met']);
  });

  it('gives a mention that waits for its English just that', () => {
    const from = source.text.indexOf('سه');
    const waiting = mention('m1', { from, to: from + 2, entity: 'e2', label: 'ORG' });
    const after = inserted(state('Of ', waiting), 'سه');
    expect(shown(after.doc)).toEqual(['s1 [یک دو سه. چهار پنج.] draft: Of <m1>Three</m1>']);
    expect(mentions(after.doc)).toHaveLength(1);
  });

  it('does not become part of the mention that it is written into', () => {
    const outer = mention('m1', { entity: 'e2', label: 'ORG' });
    const before = caretAt(state('<m1>The big one</m1>', outer), 's1', 4);
    expect(shown(inserted(before, 'یک دو').doc)).toEqual([
      's1 [یک دو سه. چهار پنج.] draft: <m1>The </m1><new>One Two</new><m1>big one</m1>',
    ]);
  });

  it('is refused where there is no English to write', () => {
    const from = source.text.indexOf('چهار');
    const before = state('', mention('m1', { from, to: from + 4, entity: 'e3' }));
    const { tr } = before;
    const name = names(before).find((each) => each.mention === 'm1');
    expect(name && insertName(tr, name, { id: 'new', entity: () => null }, source.text)).toBe(false);
    expect(tr.docChanged).toBe(false);
  });
});
