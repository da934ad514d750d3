import type { Node } from 'prosemirror-model';
import type { Transform } from 'prosemirror-transform';
import { renderingHash } from '../../core/rendering-hash.ts';
import type { Span } from '../../core/span.ts';
import type { Entity } from '../../names/entity/entity.ts';
import { hasCapitalsOf } from '../../names/entity/name.ts';
import { namedText } from '../../names/entity/name-index.ts';
import type { GazetteerEntry } from '../../names/gazetteer/gazetteer.ts';
import type { ProjectionReason } from '../../names/projection/place.ts';
import type { Projection, Projector } from '../../names/projection/projection.ts';
import type { Registry } from '../../names/registry/registry.ts';
import { canStandTogether } from '../../names/suggestion/nesting.ts';
import type { Suggester, Suggestion, SuggestionReason } from '../../names/suggestion/suggestion.ts';
import { addMention, describeMention, setMentionRendering } from '../edit/mention.ts';
import type { Reading } from '../model/anchored.ts';
import { segmentLinks } from '../model/links.ts';
import { type MentionPart, segmentMentions } from '../model/marked.ts';
import { segmentById } from '../model/read.ts';
import { segmentAttrs } from '../model/schema.ts';
import { type FreePlaces, freePlaces } from './free-places.ts';

/**
 * Something that the machine proposes in one segment, and a person accepts or rejects: a new mention; the English of one
 * that has only its Persian; or a mention that was stored as proposed. It is never stored itself.
 */
export interface Proposal {
  /** The same as long as the same is proposed; a rejected one is known by it. */
  readonly key: string;
  readonly segment: string;
  /** Id of the mention that it is about; `null` for a new one. */
  readonly mention: string | null;
  readonly label: string;
  /** Where the mention stands in the Persian, in offsets of the whole source, and how it reads there. */
  readonly source: Reading | null;
  /** The English that it would have; offsets of the segment's rendering. */
  readonly rendering: Reading | null;
  /** The entities that it may mean: one where that is certain. */
  readonly entities: readonly Entity[];
  /** What the gazetteer knows of it, where no entity is known. */
  readonly entry: GazetteerEntry | null;
  /** 0…1: how sure it is. */
  readonly score: number;
  readonly reason: SuggestionReason | ProjectionReason | 'stored';
}

/** What proposals are made from. */
export interface ProposalKnowledge {
  readonly registry: Registry;
  readonly suggester: Suggester;
  readonly projector: Projector;
  /** The ids of the labels that the project has; no other is proposed. */
  readonly labels: ReadonlySet<string>;
  /** Keys of what somebody has rejected in this document. */
  readonly rejected: ReadonlySet<string>;
}

/** From this on, the English of a new mention is proposed together with its Persian. */
const SURE = 0.9;

/** How sure a suggestion is, by where it comes from. */
const suggested: Readonly<Record<SuggestionReason, number>> = { registry: 1, earlier: 0.95, gazetteer: 0.92 };

/** One that may mean several entities, and a name in the English alone. */
const AMBIGUOUS = 0.8;

/** What is proposed in one segment of `doc`, in the order of its source; last what stands only in its rendering. */
export function segmentProposals(
  doc: Node,
  segment: Node,
  source: string,
  knowledge: ProposalKnowledge,
): readonly Proposal[] {
  const { id, from, to } = segmentAttrs(segment);
  const parts = segmentMentions(doc, segment, source);
  const context = { segment, id, parts, span: { from, to }, persian: source.slice(from, to), knowledge };
  const fresh = freshMentions(context);
  const english = new Map(projections(context, fresh).map((projection) => [projection.mention, projection]));
  const found = [
    ...parts.flatMap((part) => ofPart(part, segment, english.get(part.mention.id))),
    ...fresh.map((proposal) => withEnglish(proposal, english.get(proposal.key))),
  ].sort((a, b) => (a.source?.from ?? Infinity) - (b.source?.from ?? Infinity));
  const all = [...found, ...englishNames(context, found)];
  return all.filter(({ key }) => !knowledge.rejected.has(key));
}

/** What a new mention is given: its id and, once it is certain that it can be made, the entity that it means. */
export interface GivenMention {
  readonly id: string;
  entity(): string | null;
}

/** Accepts a proposal; `given` is for one that makes a new mention. `false` when the document has changed so that it cannot
 *  be done any more: its English reads otherwise, or something else is marked in its place. Who accepts many hands on the
 *  `places` that are still free. */
export function acceptProposal(
  tr: Transform,
  { mention, segment, label, source, rendering }: Proposal,
  given: GivenMention,
  text: string,
  places: FreePlaces = freePlaces(tr.doc),
): boolean {
  if (rendering && readingAt(tr.doc, segment, rendering) !== rendering.text) return false;
  const place = rendering && { segment, from: rendering.from, to: rendering.to };
  const range = source && { from: source.from, to: source.to };
  if (mention === null) {
    if (range && !places.isFree({ ...range, label })) return false;
    const sides = { source: range, rendering: place };
    const mention = { id: given.id, label, entity: given.entity(), state: 'accepted', ...sides } as const;
    const isAdded = addMention(tr, mention, text);
    if (isAdded && range) places.take({ ...range, label });
    return isAdded;
  }
  const isPlaced = place !== null && setMentionRendering(tr, mention, place);
  return describeMention(tr, mention, { state: 'accepted' }) || isPlaced;
}

function readingAt(doc: Node, segment: string, { from, to }: Span): string | undefined {
  return segmentById(doc, segment)?.text.slice(from, to);
}

/** The key of a new mention proposed at a range of the source. */
export function nameKeyAt({ from, to }: Span): string {
  return `name:${from}-${to}`;
}

/** A segment that is looked at. */
interface Context {
  readonly segment: Node;
  readonly id: string;
  readonly parts: readonly MentionPart[];
  readonly span: Span;
  readonly persian: string;
  readonly knowledge: ProposalKnowledge;
}

/** Names in the Persian that nobody has marked, where they can stand together with what is marked. */
function freshMentions({ id, parts, span, persian, knowledge }: Context): readonly Proposal[] {
  const marked = parts.flatMap(({ mention, source }) => (source ? [{ ...source, label: mention.label }] : []));
  return knowledge.suggester.suggest(persian).flatMap((suggestion) => {
    const proposal = freshMention(suggestion, id, span.from, persian);
    const place = { ...suggestion, from: suggestion.from + span.from, to: suggestion.to + span.from };
    const isWanted = knowledge.labels.has(proposal.label) && !knowledge.rejected.has(proposal.key);
    return isWanted && marked.every((other) => canStandTogether(place, other)) ? [proposal] : [];
  });
}

function freshMention(suggestion: Suggestion, segment: string, start: number, persian: string): Proposal {
  const { from, to, label, entities, entry, reason } = suggestion;
  const source = { from: start + from, to: start + to, text: persian.slice(from, to) };
  return {
    ...{ key: nameKeyAt(source), segment, mention: null, label, source, rendering: null },
    ...{ entities, entry, score: entities.length > 1 ? AMBIGUOUS : suggested[reason], reason },
  };
}

/** Where the English stands of those that have none; the places of those that have some are taken. */
function projections(
  { segment, parts, span, persian, knowledge }: Context,
  fresh: readonly Proposal[],
): readonly Projection[] {
  const target = segment.textContent;
  const isComplete = fresh.length === 0 && parts.every(({ rendering }) => rendering !== null);
  if (isComplete || target.trim() === '') return [];
  const { from: start } = span;
  const mentions = [
    ...parts.flatMap(({ mention, source, rendering }) => {
      const isWhole = source !== null && source.from === mention.from && source.to === mention.to;
      return isWhole ? [{ ...mention, from: source.from - start, to: source.to - start, rendering }] : [];
    }),
    ...fresh.flatMap(({ key, label, source, entities: [entity, another] }) => {
      if (!source) return [];
      const only = another ? null : (entity?.id ?? null);
      return [{ id: key, label, entity: only, from: source.from - start, to: source.to - start }];
    }),
  ];
  if (mentions.length === 0) return [];
  const pairs = segmentLinks(segment).current.map(({ source, ...pair }) => {
    return { ...pair, source: { from: source.from - start, to: source.to - start } };
  });
  const alone = parts.flatMap(({ source, rendering }) => (source === null && rendering ? [rendering] : []));
  return knowledge.projector
    .project({ source: persian, target, mentions, links: pairs })
    .filter(({ from, to }) => alone.every((other) => from >= other.to || to <= other.from));
}

/** What is proposed for a mention that is there: its English, or itself where nobody has accepted it. */
function ofPart(part: MentionPart, node: Node, english: Projection | undefined): readonly Proposal[] {
  const { mention, source, segment } = part;
  const isStored = mention.state === 'proposed';
  if (!isStored && !english) return [];
  const rendering = part.rendering ? reading(part.rendering) : english ? reading(english) : null;
  const key = isStored || !english ? `stored:${mention.id}` : englishKey(mention.id, english, node.textContent);
  const { score, reason } = english ?? { score: SURE, reason: 'stored' as const };
  return [
    {
      ...{ key, segment, mention: mention.id, label: mention.label, source: source && reading(source), rendering },
      ...{ entities: [], entry: null, score, reason: isStored ? 'stored' : reason },
    },
  ];
}

function withEnglish(proposal: Proposal, english: Projection | undefined): Proposal {
  if (!english || english.score < SURE) return proposal;
  return { ...proposal, rendering: reading(english), score: Math.min(proposal.score, english.score) };
}

/** Names of the registry in the English of a segment in which their entity has none yet: somebody wrote them by hand. */
function englishNames({ segment, id, parts, knowledge }: Context, found: readonly Proposal[]): readonly Proposal[] {
  const text = segment.textContent;
  const taken = [...parts, ...found].flatMap(({ rendering }) => (rendering ? [rendering] : []));
  const meant = new Set([
    ...parts.map(({ mention }) => mention.entity),
    ...found.flatMap(({ entities }) => entities.map((entity) => entity.id)),
  ]);
  return knowledge.registry.en.in(namedText(text)).flatMap(({ from, to, found: names }) => {
    const own = names.filter(({ name, use }) => use !== 'forbidden' && hasCapitalsOf(text.slice(from, to), name));
    const [entity, another] = [...new Set(own.map((name) => name.entity))];
    const isApart = taken.every((other) => to <= other.from || from >= other.to);
    if (!entity || another || !isApart || meant.has(entity.id) || !knowledge.labels.has(entity.label)) return [];
    const rendering = { from, to, text: text.slice(from, to) };
    meant.add(entity.id);
    return [
      {
        ...{
          key: englishKey(`${id}:${entity.id}`, rendering, text),
          segment: id,
          mention: null,
          label: entity.label,
          source: null,
        },
        ...{ rendering, entities: [entity], entry: null, score: AMBIGUOUS, reason: 'registry' as const },
      },
    ];
  });
}

/** Tells English that stands for something by what it reads, and the how-manieth of those that read so it is: what is
 *  written around it does not bring it back. */
function englishKey(about: string, { text, from }: Reading, rendering: string): string {
  const before = rendering.slice(0, from).split(text).length - 1;
  return `english:${about}:${renderingHash(text)}:${before}`;
}

function reading({ from, to, text }: Reading): Reading {
  return { from, to, text };
}
