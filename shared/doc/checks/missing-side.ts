import { compareSpans } from '../../core/nesting.ts';
import type { Span } from '../../core/span.ts';
import { type Entity, namesOf, type Side } from '../../names/entity/entity.ts';
import { hasCapitalsOf } from '../../names/entity/name.ts';
import { namedText, nameIndex } from '../../names/entity/name-index.ts';
import { renderedName, writtenForms } from '../../names/entity/rendered-name.ts';
import { type MentionPart, segmentMentions } from '../model/marked.ts';
import { segmentAttrs } from '../model/schema.ts';
import type { CheckedMention, CheckedText } from './checked.ts';
import type { Remedy } from './remedy.ts';

/** What gives a mention its English in the segment `id`: another mention of its entity that has only that, or a name of the
 *  entity that nobody has marked there. */
export function missingEnglish({ id: mention, record }: CheckedMention, id: string, text: CheckedText): Remedy | null {
  const node = text.segments.get(id)?.node;
  if (!record || !node) return null;
  const parts = segmentMentions(text.doc, node, text.source);
  const other = mentionsIn(parts, text).find(({ entity, surface }) => entity === record.id && surface === '');
  if (other?.rendering?.segment === id) return { kind: 'join', mention, other: other.id, place: other.rendering };
  const place = unmarkedName(record, 'en', parts, node.textContent, 0);
  return place && { kind: 'mark-rendering', mention, place: { segment: id, ...place } };
}

/** The same for the Persian of a mention that has only its English. */
export function missingPersian({ id, record, rendering }: CheckedMention, text: CheckedText): Remedy | null {
  const node = text.segments.get(rendering?.segment ?? '')?.node;
  if (!record || !rendering || !node) return null;
  const { from, to } = segmentAttrs(node);
  const parts = segmentMentions(text.doc, node, text.source);
  const waiting = mentionsIn(parts, text).find(({ entity, isWaiting }) => entity === record.id && isWaiting);
  if (waiting) return { kind: 'join', mention: waiting.id, other: id, place: rendering };
  const range = unmarkedName(record, 'fa', parts, text.source.slice(from, to), from);
  return range && { kind: 'mark-source', mention: id, range };
}

function mentionsIn(parts: readonly MentionPart[], { mentions }: CheckedText): readonly CheckedMention[] {
  return parts.flatMap(({ mention }) => mentions.get(mention.id) ?? []);
}

/** Where a name of `entity` stands on one side of a segment that no mention of it has yet: the first such place. `start` is
 *  where `text` begins in the offsets of that side. */
function unmarkedName(
  entity: Entity,
  side: Side,
  parts: readonly MentionPart[],
  text: string,
  start: number,
): Span | null {
  const names = namesOf(entity, side).flatMap(({ name, use }) => (use === 'forbidden' ? [] : formsOf(name, side)));
  const taken = parts.flatMap(({ mention, source, rendering }) => {
    const own = side === 'fa' ? source : rendering;
    return own && mention.entity === entity.id ? [own] : [];
  });
  const places = nameIndex(names, (name) => name)
    .in(namedText(text))
    .filter(({ from, to, found }) => side === 'fa' || found.some((name) => hasCapitalsOf(text.slice(from, to), name)))
    .map(({ from, to }) => ({ from: start + from, to: start + to }))
    .filter((place) => taken.every(({ from, to }) => to <= place.from || place.to <= from));
  return places.sort(compareSpans)[0] ?? null;
}

function formsOf(name: string, side: Side): readonly string[] {
  return side === 'fa' ? [name] : writtenForms(name).map((form) => renderedName(form).name);
}
