import { renderingHash } from '../../core/rendering-hash.ts';
import { isConfirmed } from '../../core/status.ts';
import { titleOf } from '../../names/entity/entity.ts';
import { replacedBy } from '../../names/entity/rendered-name.ts';
import { segmentMentions } from '../model/marked.ts';
import { segmentAttrs } from '../model/schema.ts';
import type { CheckedMention, CheckedText } from './checked.ts';
import { type EntityFinding, findingAt } from './entity-finding.ts';
import { linkDisagreements } from './link-disagreement.ts';
import { missingEnglish, missingPersian } from './missing-side.ts';

/** What is wrong with one mention, as far as it shows by itself. */
export function mentionFindings(mention: CheckedMention, text: CheckedText): readonly EntityFinding[] {
  const unlabelled = removedLabel(mention, text);
  const described = describedWrongly(mention).filter(({ rule }) => !unlabelled || rule !== 'entity.label');
  return [
    ...missingSides(mention, text),
    ...described,
    ...(unlabelled ? [unlabelled] : []),
    ...crossedBorders(mention, text),
    ...otherLinks(mention, text),
  ];
}

/** What is wrong with how a mention is called and labelled: found once, for it depends on nothing else. */
function describedWrongly(mention: CheckedMention): readonly EntityFinding[] {
  const known = described.get(mention);
  if (known) return known;
  const found = [...wrongNames(mention), ...otherLabels(mention)];
  described.set(mention, found);
  return found;
}

const described = new WeakMap<CheckedMention, readonly EntityFinding[]>();

function missingSides(mention: CheckedMention, text: CheckedText): readonly EntityFinding[] {
  const { id, segments, isWaiting, surface } = mention;
  if (surface !== '' && !isWaiting) return [];
  const told = { subject: id, values: valuesOf(mention) };
  if (segments.length === 0)
    return [findingAt(mention, 'entity.nowhere', { ...told, remedy: { kind: 'remove', mention: id } })];
  if (surface === '') return [findingAt(mention, 'entity.added', { ...told, remedy: missingPersian(mention, text) })];
  const segment = segments.find((each) => isConfirmedIn(text, each));
  if (segment === undefined) return [];
  return [
    findingAt(mention, 'entity.untranslated', { ...told, remedy: missingEnglish(mention, segment, text), segment }),
  ];
}

function wrongNames(mention: CheckedMention): readonly EntityFinding[] {
  const { id, record, called, rendering } = mention;
  if (!record || !called || !rendering || (called.use !== 'unknown' && called.use !== 'forbidden')) return [];
  const after = replacedBy(rendering.text, record.en);
  return [
    findingAt(mention, called.use === 'forbidden' ? 'entity.forbidden' : 'entity.name', {
      subject: `${id}:${renderingHash(called.key)}`,
      values: { ...valuesOf(mention), name: record.en },
      remedy: record.en === '' ? null : { kind: 'write', places: [{ mention: id, before: rendering.text, after }] },
    }),
  ];
}

function otherLabels(mention: CheckedMention): readonly EntityFinding[] {
  const { id, label, record } = mention;
  if (!record || record.label === label) return [];
  return [
    findingAt(mention, 'entity.label', {
      subject: `${id}:${label}:${record.label}`,
      values: { ...valuesOf(mention), label, own: record.label },
      remedy: { kind: 'describe', mentions: [id], as: { label: record.label } },
    }),
  ];
}

/** A label that the project has not: exports would carry it, and no menu offers it. That of the entity takes its place. */
function removedLabel(mention: CheckedMention, { labels }: CheckedText): EntityFinding | null {
  const { id, label, record } = mention;
  if (!labels || labels.has(label)) return null;
  const remedy =
    record && labels.has(record.label)
      ? ({ kind: 'describe', mentions: [id], as: { label: record.label } } as const)
      : null;
  return findingAt(mention, 'entity.unlabelled', {
    subject: `${id}:${label}`,
    values: { ...valuesOf(mention), label },
    remedy,
  });
}

function crossedBorders(mention: CheckedMention, text: CheckedText): readonly EntityFinding[] {
  const { id, segments, surface, crossesBorder } = mention;
  if (!crossesBorder) return [];
  const places = segments.map((segment) => text.segments.get(segment)?.index ?? 0);
  const isUnbroken = places.every((place, nth) => place === (places[0] ?? 0) + nth);
  const unlink = surface === '' ? null : ({ kind: 'unlink', mention: id } as const);
  return [
    findingAt(mention, 'entity.border', {
      subject: `${id}:${segments.length}`,
      values: { ...valuesOf(mention), segments: segments.length },
      remedy: isUnbroken ? { kind: 'merge', segments } : unlink,
    }),
  ];
}

/** Links that lead past the other side, told once a mention. */
function otherLinks(mention: CheckedMention, text: CheckedText): readonly EntityFinding[] {
  const { id, rendering } = mention;
  const node = rendering && text.segments.get(rendering.segment)?.node;
  if (!node || !segmentAttrs(node).links) return [];
  const parts = segmentMentions(text.doc, node, text.source).filter((part) => part.mention.id === id);
  const [first] = linkDisagreements(node, parts, text.source);
  if (!first) return [];
  const { word, partner } = first;
  return [
    findingAt(mention, 'entity.links', {
      subject: `${id}:${renderingHash(`${word}|${partner}`)}`,
      values: { ...valuesOf(mention), word, partner },
      remedy: null,
      segment: rendering.segment,
    }),
  ];
}

function valuesOf({ record, surface, rendering }: CheckedMention): EntityFinding['values'] {
  return { entity: record ? titleOf(record) : '', surface, rendering: rendering?.text ?? '' };
}

function isConfirmedIn({ segments }: CheckedText, id: string): boolean {
  const segment = segments.get(id);
  return segment !== undefined && isConfirmed(segmentAttrs(segment.node).status);
}
