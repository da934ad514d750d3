import { useQuery } from '@tanstack/react-query';
import type { Node } from 'prosemirror-model';
import { useEffect, useMemo, useState } from 'react';
import type { Label } from '../../../shared/core/label.ts';
import { markedMentions, segmentMentions } from '../../../shared/doc/model/marked.ts';
import { segmentNodes } from '../../../shared/doc/model/read.ts';
import { sourceTextOf } from '../../../shared/doc/model/source.ts';
import type { Proposal } from '../../../shared/doc/proposals/proposal.ts';
import { entityBeginning } from '../../../shared/names/gazetteer/beginning.ts';
import {
  builtInGazetteer,
  builtInGazetteerInPieces,
  type Gazetteer,
} from '../../../shared/names/gazetteer/gazetteer.ts';
import { projector } from '../../../shared/names/projection/projection.ts';
import { proposedEntities } from '../../../shared/names/registry/proposal.ts';
import { type Registry, registryOf } from '../../../shared/names/registry/registry.ts';
import { registrySounds } from '../../../shared/names/registry/sounds.ts';
import { type EarlierMention, suggester } from '../../../shared/names/suggestion/suggestion.ts';
import type { Editor } from '../../editor/editor.ts';
import type { ProposalEvents } from '../../editor/proposals/proposal-context.ts';
import { inSlices } from '../../editor/state/slices.ts';
import { beginEntity, sendBegun } from '../../panels/entities/begun-entities.ts';
import { useEntityRecords } from '../../panels/entities/query.ts';
import { usePreferences } from '../../platform/preferences.ts';
import { queries } from '../../platform/server.ts';
import { proposeAgain, rejectProposal, useRejected } from './rejected.ts';
import type { Work } from './use-timeline.ts';

/** How long marking may rest before what was marked counts as known, in milliseconds. */
const REST = 300;

/** The registry and the gazetteer, made ready for an open document. */
export interface NameKnowledge {
  /** `null` until it is there. */
  readonly registry: Registry | null;
  /** `null` until there was time to read it. */
  readonly gazetteer: Gazetteer | null;
}

/** What is known of names while a document is open. */
export function useNameKnowledge(project: string): NameKnowledge {
  const entities = useEntityRecords(project);
  const registry = useMemo(() => (entities ? registryOf(entities) : null), [entities]);
  useEffect(sendBegun, []);
  const gazetteer = useGazetteer();
  return useMemo(() => ({ registry, gazetteer }), [registry, gazetteer]);
}

/** Tells the editor what proposals are made from, and again whenever that changes: the registry, what is marked in this
 *  document and the others, the gazetteer, and what somebody has rejected. False until all of that is there. */
export function useProposals(
  { document, timeline }: Work,
  editor: Editor | null,
  known: NameKnowledge,
  labels: readonly Label[],
): boolean {
  const { proposals: isOn } = usePreferences();
  const { registry, gazetteer } = known;
  const elsewhere = useQuery(
    queries.mention.earlier.queryOptions({ project: document.project.id, except: document.id }),
  ).data;
  const here = useMarkedSurfaces(timeline, document.source);
  const rejected = useRejected(document.id);
  const made = useMemo(() => {
    if (!registry || !gazetteer || !elsewhere || !here) return null;
    const earlier = [...elsewhere, ...here];
    return {
      registry,
      suggester: suggester({ registry, gazetteer, earlier }),
      projector: projector({ registry, gazetteer }),
      labels: new Set(labels.map(({ id }) => id)),
    };
  }, [registry, gazetteer, elsewhere, here, labels]);
  const knowledge = useMemo(() => (isOn && made && rejected ? { ...made, rejected } : null), [isOn, made, rejected]);
  useEffect(() => editor?.proposals.know(knowledge), [editor, knowledge]);
  return !isOn || knowledge !== null;
}

/** Tells the editor how a mention finds its entity. */
export function useEntityChooser({ document }: Work, editor: Editor | null, known: NameKnowledge): void {
  const project = document.project.id;
  const { registry, gazetteer } = known;
  useEffect(() => {
    if (!editor) return;
    if (!registry) {
      editor.naming.chooser = null;
      return;
    }
    const sounds = once(() => registrySounds(registry.entities));
    editor.naming.chooser = {
      proposed: (name, entity) => {
        const wikidata = registry.byId.get(entity ?? '')?.wikidata ?? null;
        return proposedEntities({ ...name, wikidata }, registry, sounds());
      },
      begin: ({ label, fa, en }) => {
        const entries = gazetteer?.names.named(fa).map(({ entry }) => entry) ?? [];
        const entry = entries.find((each) => each.label === label) ?? null;
        return beginEntity(project, entityBeginning({ label, fa, en, entry }));
      },
    };
  }, [editor, project, registry, gazetteer]);
}

/** What becomes of decisions about proposals: an accepted one means its entity, or begins one; a rejected one is kept. */
export function proposalEvents({ document }: Work): ProposalEvents {
  const project = document.project.id;
  return {
    accepted(proposal) {
      const [entity, another] = proposal.entities;
      if (entity) return another ? null : entity.id;
      return proposal.entry ? beginEntity(project, beginningOf(proposal)) : null;
    },
    rejected: (key) => void rejectProposal(document.id, key),
    recalled: (key) => void proposeAgain(document.id, [key]),
  };
}

function beginningOf({ label, source, entry }: Proposal) {
  return entityBeginning({ label, fa: source?.text ?? '', en: '', entry });
}

/** Works something out when it is first asked for. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** The gazetteer takes a moment to be read; it waits until the page stands. */
function useGazetteer(): Gazetteer | null {
  const [gazetteer, setGazetteer] = useState<Gazetteer | null>(null);
  useEffect(() => {
    const ending = new AbortController();
    const make = async () => {
      await inSlices(builtInGazetteerInPieces(), () => true, ending.signal);
      if (!ending.signal.aborted) setGazetteer(builtInGazetteer());
    };
    const id = requestIdleCallback(() => void make(), { timeout: 1000 });
    return () => {
      ending.abort();
      cancelIdleCallback(id);
    };
  }, []);
  return gazetteer;
}

/** The Persian surfaces that are marked in the open document; the same list until one comes or goes, `null` until they have
 *  been read. */
function useMarkedSurfaces(timeline: Work['timeline'], source: string): readonly EarlierMention[] | null {
  const [surfaces, setSurfaces] = useState<readonly EarlierMention[] | null>(null);
  useEffect(() => {
    const ending = new AbortController();
    let waiting: ReturnType<typeof setTimeout> | null = null;
    let standoff = timeline.state.doc.lastChild;
    const read = async () => {
      waiting = null;
      const { doc } = timeline.state;
      const persian = sourceTextOf(doc, source);
      await readMentions(doc, persian, ending.signal);
      if (ending.signal.aborted) return;
      const next = surfacesOf(doc, persian);
      setSurfaces((before) => (JSON.stringify(before) === JSON.stringify(next) ? before : next));
    };
    const stop = timeline.subscribe(() => {
      if (timeline.state.doc.lastChild === standoff) return;
      standoff = timeline.state.doc.lastChild;
      waiting ??= setTimeout(() => void read(), REST);
    });
    waiting = setTimeout(() => void read());
    return () => {
      stop();
      ending.abort();
      if (waiting) clearTimeout(waiting);
    };
  }, [timeline, source]);
  return surfaces;
}

/** Reads the mentions of all segments, in slices, so that what asks for all of them then has them at once. */
function readMentions(doc: Node, source: string, signal: AbortSignal): Promise<void> {
  const read = (segment: Node) => segmentMentions(doc, segment, source).length >= 0;
  return inSlices(segmentNodes(doc), read, signal);
}

function surfacesOf(doc: Node, source: string): readonly EarlierMention[] {
  const counted = new Map<string, EarlierMention & { readonly count: number }>();
  for (const { surface, label, entity, state } of markedMentions(doc, source)) {
    if (surface === '' || state !== 'accepted') continue;
    const key = [surface, label, entity].join('\n');
    counted.set(key, { surface, label, entity, count: (counted.get(key)?.count ?? 0) + 1 });
  }
  return [...counted.values()];
}
