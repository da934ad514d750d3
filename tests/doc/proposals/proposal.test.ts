import type { Node } from 'prosemirror-model';
import { Transform } from 'prosemirror-transform';
import { describe, expect, it } from 'vitest';
import { buildDocument } from '../../../shared/doc/edit/build.ts';
import { markedMentions } from '../../../shared/doc/model/marked.ts';
import { segments } from '../../../shared/doc/model/read.ts';
import {
  acceptProposal,
  type Proposal,
  type ProposalKnowledge,
  segmentProposals,
} from '../../../shared/doc/proposals/proposal.ts';
import { persianRules } from '../../../shared/language/sentences/rules.ts';
import { segmentSource } from '../../../shared/language/sentences/segmentation.ts';
import type { Entity } from '../../../shared/names/entity/entity.ts';
import { builtInGazetteer, type Gazetteer, gazetteerOf } from '../../../shared/names/gazetteer/gazetteer.ts';
import { projector } from '../../../shared/names/projection/projection.ts';
import { emptyRegistry, type Registry, registryOf } from '../../../shared/names/registry/registry.ts';
import { type EarlierMention, suggester } from '../../../shared/names/suggestion/suggestion.ts';
import { goldTranslations, paragraphs } from '../../language/sample.ts';
import { mentions, registryOfMentions } from '../../names/reference.ts';
import { expectChange } from '../change.ts';
import { doc, mention, page, segment, shown, sourceOf } from '../document.ts';
import { changed } from '../meeting.ts';

const nothing = gazetteerOf([]);

function knowing(
  registry: Registry,
  {
    gazetteer = nothing,
    earlier = [],
    rejected = [],
  }: {
    readonly gazetteer?: Gazetteer;
    readonly earlier?: readonly EarlierMention[];
    readonly rejected?: readonly string[];
  } = {},
): ProposalKnowledge {
  return {
    registry,
    suggester: suggester({ registry, gazetteer, earlier }),
    projector: projector({ registry, gazetteer }),
    labels: new Set(['PER', 'ORG', 'GPE', 'LOC', 'FAC', 'EVENT', 'AGREEMENT', 'NORP', 'TITLE']),
    rejected: new Set(rejected),
  };
}

function allProposals(document: Node, source: string, knowledge: ProposalKnowledge): readonly Proposal[] {
  return segments(document).flatMap(({ node }) => segmentProposals(document, node, source, knowledge));
}

/** `document` with all that is proposed accepted, again and again until nothing is. */
function acceptedAll(document: Node, source: string, knowledge: ProposalKnowledge): Node {
  let current = document;
  for (let round = 0, id = 0; round < 5; round++) {
    for (const proposal of allProposals(current, source, knowledge)) {
      const tr = new Transform(current);
      const entity = proposal.entities[0]?.id ?? null;
      expect(acceptProposal(tr, proposal, { id: `n${id++}`, entity: () => entity }, source)).toBe(true);
      current = tr.doc;
    }
  }
  expect(allProposals(current, source, knowledge)).toEqual([]);
  return current;
}

describe('proposals on the sample', () => {
  const source = paragraphs.join('\n');
  const translated = buildDocument(
    segmentSource(source, persianRules).units,
    (
      (id) => () =>
        `s${id++}`
    )(0),
    { renderings: goldTranslations.map(({ target: text }) => ({ text, status: 'translated', origin: 'imported' })) },
  );
  const starts = paragraphs.map((_, at) => paragraphs.slice(0, at).join('\n').length + (at === 0 ? 0 : 1));
  const expected = mentions.map(({ paragraph, persian, label, surface, rendering }) => {
    const from = (starts[paragraph] ?? 0) + persian.from;
    return `${from} ${label} ${surface} = ${rendering}`;
  });
  const marked = (document: Node) =>
    markedMentions(document, source).map(
      ({ from, label, surface, rendering }) => `${from} ${label} ${surface} = ${rendering?.text ?? ''}`,
    );

  it('are all 49 mentions on both sides where the registry knows them, and nothing else', () => {
    const knowledge = knowing(registryOfMentions(mentions), { gazetteer: builtInGazetteer() });
    expect(marked(acceptedAll(translated, source, knowledge)).toSorted()).toEqual(expected.toSorted());
  });

  it('are never wrong without a registry', () => {
    const found = marked(acceptedAll(translated, source, knowing(emptyRegistry, { gazetteer: builtInGazetteer() })));
    const wrong = found.filter((said) => !expected.includes(said));
    expect(wrong.filter((said) => !expected.some((other) => other.startsWith(said)))).toEqual([]);
    expect(found.length - wrong.length).toBeGreaterThanOrEqual(20);
  });

  it('are the Persian names alone where nothing is translated yet', () => {
    const untranslated = buildDocument(
      segmentSource(source, persianRules).units,
      (
        (id) => () =>
          `s${id++}`
      )(0),
    );
    const proposals = allProposals(untranslated, source, knowing(registryOfMentions(mentions)));
    expect(proposals.map(({ source, rendering }) => [source?.from, rendering])).toEqual(
      expected.map((said) => [Number(said.split(' ')[0]), null]),
    );
  });
});

describe('proposals in a segment', () => {
  const source = sourceOf('روسیه و ایران، سپس روسیه.');
  const { text } = source;
  const entity = (id: string, fa: string, en: string, parts: Partial<Entity> = {}): Entity => {
    return { id, label: 'GPE', fa, en, faOther: [], enOther: [], wikidata: null, note: '', ...parts };
  };
  const [russia, iran] = [entity('ru', 'روسیه', 'Russia'), entity('ir', 'ایران', 'Iran')];
  const known = knowing(registryOf([russia, iran]));
  const rendered = (rendering: string, ...rest: readonly Node[]) =>
    doc(page(segment('a', '', rendering, { from: 0, to: text.length })), ...rest);
  const told = (document: Node, knowledge = known) => allProposals(document, text, knowledge).map(line);

  it('have the English with the Persian where it is sure, each place for one', () => {
    expect(told(rendered('Russia and Iran, then Russia.'))).toEqual([
      'روسیه 0 = Russia 0 (registry)',
      'ایران 8 = Iran 11 (registry)',
      'روسیه 19 = Russia 22 (registry)',
    ]);
  });

  it('give the English of a mention that waits for it, and not a place that another one has', () => {
    const m1 = mention('m1', { label: 'GPE', entity: 'ru', from: 19, to: 24 });
    const m2 = mention('m2', { label: 'GPE', entity: 'ru', from: 0, to: 5 });
    expect(told(rendered('Russia and Iran, then Russia.', m1))).toContain('m1 روسیه 19 = Russia 22 (registry)');
    const taken = rendered('<m2>Russia</m2> and Iran, then Russia.', m1, m2);
    expect(told(taken)).toEqual(['ایران 8 = Iran 11 (registry)', 'm1 روسیه 19 = Russia 22 (registry)']);
  });

  it('are accepted in one change that keeps all laws, and are then no more', () => {
    const document = rendered('Russia and Iran, then they.', mention('m1', { label: 'GPE', from: 0, to: 5 }));
    for (const proposal of allProposals(document, text, known)) {
      const accept = (tr: Transform) => acceptProposal(tr, proposal, { id: 'n1', entity: () => 'x' }, text);
      const after = expectChange(document, accept, shown(changed(document, accept).doc, source), source);
      expect(allProposals(after, text, known).map(({ key }) => key)).not.toContain(proposal.key);
    }
  });

  it('are not made again once they are rejected, whatever is written around them', () => {
    const m1 = mention('m1', { label: 'GPE', entity: 'ir', from: 8, to: 13 });
    const document = rendered('Iran and they.', m1);
    const keys = allProposals(document, text, known).map(({ key }) => key);
    expect(told(document).length).toBe(3);
    const rejecting = knowing(registryOf([russia, iran]), { rejected: keys });
    expect(told(document, rejecting)).toEqual([]);
    expect(told(rendered('For Iran, they.', m1), rejecting)).toEqual([]);
  });

  it('are refused once their English reads otherwise or something is marked there, and then begin no entity', () => {
    const document = rendered('Russia and they.');
    const [proposal] = allProposals(document, text, known);
    if (!proposal) throw new Error('Nothing is proposed');
    const begun: string[] = [];
    const given = {
      id: 'n',
      entity: () => {
        begun.push('x');
        return 'x';
      },
    };
    const marked = rendered('Russia and they.', mention('m1', { label: 'GPE', from: 0, to: 5 }));
    for (const later of [rendered('In May, Russia left.'), marked]) {
      const tr = new Transform(later);
      expect(acceptProposal(tr, proposal, given, text)).toBe(false);
      expect(tr.docChanged).toBe(false);
    }
    expect(begun).toEqual([]);
  });

  it('in one segment are not rejected with those of another', () => {
    const tehran = entity('th', 'تهران', 'Tehran');
    const cut = text.indexOf('سپس');
    const document = doc(
      page(
        segment('a', '', 'Tehran', { from: 0, to: cut - 1 }),
        segment('b', '', 'Tehran', { from: cut, to: text.length }),
      ),
    );
    const all = allProposals(document, text, knowing(registryOf([tehran])));
    expect(all.map(({ segment: id }) => id)).toEqual(['a', 'b']);
    const rejecting = knowing(registryOf([tehran]), { rejected: [all[0]?.key ?? ''] });
    expect(allProposals(document, text, rejecting).map(({ segment: id }) => id)).toEqual(['b']);
  });

  it('have no label that the project has not', () => {
    const ship = entity('s', 'ایران', 'Iran', { label: 'SHIP' });
    expect(told(rendered('Iran'), knowing(registryOf([ship])))).toEqual([]);
  });

  it('are the mentions that were stored as proposed, to be accepted as they are', () => {
    const from = text.indexOf('سپس');
    const stored = mention('m1', { label: 'LOC', from, to: from + 3, state: 'proposed' });
    const document = rendered('', stored);
    const [, , proposal] = allProposals(document, text, known);
    expect(proposal && line(proposal)).toBe(`m1 سپس ${from} =  (stored)`);
    const tr = new Transform(document);
    expect(proposal && acceptProposal(tr, proposal, { id: 'n', entity: () => null }, text)).toBe(true);
    expect(markedMentions(tr.doc, text).map(({ id, state }) => [id, state])).toEqual([['m1', 'accepted']]);
  });

  it('tell a name that somebody wrote by hand where its Persian is not to be told', () => {
    const tehran = entity('th', 'تهران', 'Tehran');
    const found = told(rendered('Tehran and tehran'), knowing(registryOf([tehran])));
    expect(found).toEqual([' = Tehran 0 (registry)']);
  });

  it('do not choose between entities that share a name', () => {
    const other = entity('other', 'ایران', 'Iran', { label: 'ORG' });
    const [proposal] = allProposals(rendered('Iran'), text, knowing(registryOf([iran, other])));
    expect(proposal?.entities.map(({ id }) => id)).toEqual(['ir', 'other']);
    expect(proposal?.score).toBeLessThan(0.9);
  });

  it('come from earlier mentions by how often they were made', () => {
    const earlier = [
      { surface: 'ايران', label: 'LOC', entity: null },
      { surface: 'ایران', label: 'GPE', entity: 'ir', count: 3 },
    ];
    const [proposal] = allProposals(rendered(''), text, knowing(emptyRegistry, { earlier }));
    expect(proposal).toMatchObject({ label: 'GPE', reason: 'earlier', entities: [] });
  });
});

function line({ mention, source, rendering, reason }: Proposal): string {
  const persian = source ? `${source.text} ${source.from}` : '';
  const english = rendering ? `${rendering.text} ${rendering.from}` : '';
  return `${mention === null ? '' : `${mention} `}${persian} = ${english} (${reason})`;
}
