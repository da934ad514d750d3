import type { ReleasedDocument } from './recipe.ts';
import type { ReleaseStatistics } from './statistics.ts';

/** What a comparison needs to know of a release. */
export interface Comparable {
  readonly documents: readonly ReleasedDocument[];
  readonly statistics: ReleaseStatistics;
}

/** A figure of both releases. */
export interface Compared {
  readonly before: number;
  readonly after: number;
}

/** The figures that are compared, in the order in which they are told. */
export const comparedFigures = [
  'documents',
  'segments',
  'faWords',
  'faTypes',
  'enWords',
  'enTypes',
  'ratio',
  'mentions',
  'entities',
  'links',
] as const;
export type ComparedFigure = (typeof comparedFigures)[number];

/** How a release differs from an earlier one. */
export interface ReleaseDifference {
  readonly added: readonly ReleasedDocument[];
  readonly removed: readonly ReleasedDocument[];
  /** Documents of which another version is in it, or under another title. */
  readonly changed: readonly { readonly before: ReleasedDocument; readonly after: ReleasedDocument }[];
  /** Documents that are in another split; none, where the seed and the shares are kept. */
  readonly moved: readonly { readonly before: ReleasedDocument; readonly after: ReleasedDocument }[];
  readonly figures: Readonly<Record<ComparedFigure, Compared>>;
  /** Mentions on either side, by label, in order. */
  readonly labels: readonly ({ readonly label: string } & Compared)[];
}

/** What became of `before` in `after`. */
export function releaseDifference(before: Comparable, after: Comparable): ReleaseDifference {
  const [old, now] = [byId(before.documents), byId(after.documents)];
  const kept = after.documents.flatMap((document) => {
    const was = old.get(document.id);
    return was ? [{ before: was, after: document }] : [];
  });
  const [figuresBefore, figuresAfter] = [releaseFigures(before.statistics), releaseFigures(after.statistics)];
  const [labelsBefore, labelsAfter] = [mentionsByLabel(before.statistics), mentionsByLabel(after.statistics)];
  const labels = [...new Set([...labelsBefore.keys(), ...labelsAfter.keys()])].sort();
  return {
    added: after.documents.filter(({ id }) => !old.has(id)),
    removed: before.documents.filter(({ id }) => !now.has(id)),
    changed: kept.filter(
      (pair) => pair.before.version !== pair.after.version || pair.before.title !== pair.after.title,
    ),
    moved: kept.filter((pair) => pair.before.split !== pair.after.split),
    figures: Object.fromEntries(
      comparedFigures.map((name) => [name, { before: figuresBefore[name], after: figuresAfter[name] }]),
    ) as Record<ComparedFigure, Compared>,
    labels: labels.map((label) => ({
      label,
      before: labelsBefore.get(label) ?? 0,
      after: labelsAfter.get(label) ?? 0,
    })),
  };
}

/** The figures of a release in the order in which they are told. A mention counts where its Persian is, or its English alone. */
export function releaseFigures(statistics: ReleaseStatistics): Readonly<Record<ComparedFigure, number>> {
  const { documents, segments, fa, en, ratio, labels, entities, links } = statistics;
  return {
    documents,
    segments,
    faWords: fa.words,
    faTypes: fa.types,
    enWords: en.words,
    enTypes: en.types,
    ratio: ratio ?? 0,
    mentions: labels.reduce((sum, label) => sum + mentionsOf(label), 0),
    entities,
    links: links.sure + links.possible,
  };
}

function mentionsByLabel({ labels }: ReleaseStatistics): ReadonlyMap<string, number> {
  return new Map(labels.map((label) => [label.label, mentionsOf(label)]));
}

function mentionsOf({ fa, en, both }: ReleaseStatistics['labels'][number]): number {
  return fa + en - both;
}

function byId(documents: readonly ReleasedDocument[]): ReadonlyMap<string, ReleasedDocument> {
  return new Map(documents.map((document) => [document.id, document]));
}
