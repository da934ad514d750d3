import type { Span } from '../../../shared/core/span.ts';
import type { Reading } from '../../../shared/doc/model/anchored.ts';
import type { MentionPart } from '../../../shared/doc/model/marked.ts';
import type { Proposal } from '../../../shared/doc/proposals/proposal.ts';
import type { Entity } from '../../../shared/names/entity/entity.ts';
import type { Registry } from '../../../shared/names/registry/registry.ts';

/** A name that stands in a segment: marked by somebody, or proposed. */
export interface SegmentName {
  /** The same for the same name as long as it stands there. */
  readonly key: string;
  /** Id of its mention; `null` for one that nobody has marked yet. */
  readonly mention: string | null;
  readonly label: string;
  /** How it is written in the source; of a mention that stands only in the rendering, `''`. */
  readonly persian: string;
  /** Offsets of the whole source. */
  readonly source: Span | null;
  readonly entity: Entity | null;
  /** Its agreed English; `''` where there is none. */
  readonly english: string;
  /** Where its English stands in the rendering, marked, and how it reads. */
  readonly rendering: Reading | null;
  /** What is proposed for it: itself, or its English. */
  readonly proposal: Proposal | null;
}

/** The names of a segment in the order of its source, and then those that stand only in its rendering. */
export function namesOfSegment(
  parts: readonly MentionPart[],
  proposals: readonly Proposal[],
  registry: Registry,
): readonly SegmentName[] {
  const marked = parts.map((part): SegmentName => {
    const { id, label, entity: entityId } = part.mention;
    const entity = registry.byId.get(entityId ?? '') ?? null;
    return {
      key: id,
      mention: id,
      label,
      persian: part.source?.text ?? '',
      source: part.source,
      entity,
      english: entity?.en ?? '',
      rendering: part.rendering,
      proposal: proposals.find(({ mention }) => mention === id) ?? null,
    };
  });
  const proposed = proposals.filter(({ mention }) => mention === null).map(proposedName);
  const place = ({ source }: SegmentName) => source?.from ?? Number.MAX_SAFE_INTEGER;
  return [...marked, ...proposed].sort((a, b) => place(a) - place(b));
}

/** `now`, or `before` where both look alike: what is typed beside names moves them, and shows nothing new of them. */
export function namesAsShown(before: readonly SegmentName[], now: readonly SegmentName[]): readonly SegmentName[] {
  const shown = now.map((name, at) => {
    const known = before[at];
    return known && looksAlike(known, name) ? known : name;
  });
  return before.length === now.length && shown.every((name, at) => name === before[at]) ? before : shown;
}

/** True when two proposals differ in nothing but where they stand. */
export function isSameProposal(a: Proposal | null, b: Proposal | null): boolean {
  if (a === null || b === null) return a === b;
  return (
    a.key === b.key &&
    a.label === b.label &&
    a.reason === b.reason &&
    a.score === b.score &&
    a.source?.text === b.source?.text &&
    a.rendering?.text === b.rendering?.text
  );
}

function looksAlike(a: SegmentName, b: SegmentName): boolean {
  return (
    a.key === b.key &&
    a.mention === b.mention &&
    a.label === b.label &&
    a.persian === b.persian &&
    a.entity === b.entity &&
    a.english === b.english &&
    a.rendering?.text === b.rendering?.text &&
    isSameProposal(a.proposal, b.proposal)
  );
}

function proposedName(proposal: Proposal): SegmentName {
  const { key, label, source, entities, entry } = proposal;
  const [entity = null, another] = entities;
  const only = another ? null : entity;
  const english = only?.en ?? entry?.en[0] ?? '';
  const persian = source?.text ?? '';
  return { key, mention: null, label, persian, source, entity: only, english, rendering: null, proposal };
}
