import { type Mark, type Node, Schema } from 'prosemirror-model';
import { type Alignment, alignmentStates } from '../../core/alignment.ts';
import type { Kind } from '../../core/outline.ts';
import { kinds } from '../../core/outline.ts';
import type { Span } from '../../core/span.ts';
import { type Origin, origins, type Status, statuses } from '../../core/status.ts';
import type { Taken } from '../../core/taken.ts';

/** One word link: a source range (offsets of the whole source) and a range of the segment's rendering. */
export interface Link {
  readonly source: Span;
  readonly rendering: Span;
  readonly sure: boolean;
}

/** Links that were made for one rendering, with that text: its words tell where they stand in another one (`links.ts`). */
export interface LinkLayer {
  readonly rendering: string;
  readonly pairs: readonly Link[];
}

/** The word alignment of a segment, the links of the latest rendering first. What fits no more stays until somebody decides. */
export type Links = readonly LinkLayer[];

/** `from` and `to` are offsets of the whole source; a row without Persian has a place of no width, `from` equal to `to`. Only
 *  commands of `edit/`, `restore.ts` and `mend.ts` change them and the id. */
export interface SegmentAttrs extends Span {
  readonly id: string;
  readonly kind: Kind;
  readonly status: Status;
  readonly origin: Origin | null;
  /** Stays while the rendering is edited; `null` for one that was taken from nowhere. */
  readonly taken: Taken | null;
  readonly links: Links | null;
  /** `null` in a document that was translated here, not aligned. */
  readonly alignment: Alignment | null;
  /** True for a row that has no English on purpose, which is not the same as one that is not translated yet. */
  readonly leftOut: boolean;
}

/** `from` and `to` are offsets of the whole source, or both `null` for a mention that stands only in the rendering. */
export interface MentionAttrs {
  readonly id: string;
  readonly from: number | null;
  readonly to: number | null;
  readonly label: string;
  readonly entity: string | null;
  readonly state: 'proposed' | 'accepted';
}

const text = (value: unknown) => {
  if (typeof value !== 'string' || value === '') throw new RangeError(`Expected a non-empty string, found ${value}`);
};
/** The longest id, in UTF-16 units. */
const LONGEST_ID = 64;
const id = (value: unknown) => {
  text(value);
  if ((value as string).length > LONGEST_ID || /[\p{Cc}\p{Cs}]/u.test(value as string))
    throw new RangeError(`Expected an id of at most ${LONGEST_ID} characters in one line`);
};
const offset = (value: unknown) => {
  if (!Number.isInteger(value) || (value as number) < 0) throw new RangeError(`Expected an offset, found ${value}`);
};
const optional = (check: (value: unknown) => void) => (value: unknown) => {
  if (value !== null) check(value);
};
const oneOf = (allowed: readonly unknown[]) => (value: unknown) => {
  if (!allowed.includes(value)) throw new RangeError(`Expected one of ${allowed.join(', ')}, found ${value}`);
};
const span = (value: unknown) => {
  const { from, to } = (value ?? {}) as Partial<Span>;
  offset(from);
  offset(to);
  if ((from as number) > (to as number)) throw new RangeError(`Expected from ≤ to, found ${from} > ${to}`);
};
/** The most links of one segment: every word of a long sentence with every other. */
const MOST_LINKS = 20_000;
const links = (value: unknown) => {
  if (!Array.isArray(value) || value.length === 0) throw new RangeError('Expected links as a list of layers');
  let count = 0;
  for (const { rendering, pairs } of value as Partial<LinkLayer>[]) {
    text(rendering);
    if (!Array.isArray(pairs) || pairs.length === 0) throw new RangeError('Expected links with a list of pairs');
    count += pairs.length;
    if (count > MOST_LINKS) throw new RangeError(`Expected at most ${MOST_LINKS} links`);
    for (const pair of pairs as Partial<Link>[]) {
      span(pair.source);
      span(pair.rendering);
      if ((pair.rendering?.to ?? 0) > (rendering?.length ?? 0))
        throw new RangeError('Expected links inside their text');
      oneOf([true, false])(pair.sure);
    }
  }
};

const alignment = (value: unknown) => {
  const { state, score } = (value ?? {}) as Partial<Alignment>;
  oneOf(alignmentStates)(state);
  if (score !== null && !(typeof score === 'number' && score >= 0 && score <= 1))
    throw new RangeError(`Expected a score from 0 to 1, found ${score}`);
};

/** The longest name of what a rendering was taken from, in UTF-16 units. */
export const LONGEST_NAME = 1_000;
const taken = (value: unknown) => {
  const { score, from, at, print } = (value ?? {}) as Partial<Taken>;
  if (score !== null && !(typeof score === 'number' && score >= 0 && score <= 102))
    throw new RangeError(`Expected a score from 0 to 102, found ${score}`);
  if (typeof from !== 'string' || from.length > LONGEST_NAME)
    throw new RangeError(`Expected a name of at most ${LONGEST_NAME} characters, found ${from}`);
  offset(at);
  id(print);
};

/**
 * Everything that people make in a document, on one timeline: pages of segments, then the standoff.
 * A page is a layout chunk without meaning; the standoff keeps the mentions, whose English side is the anchor mark.
 */
export const schema = new Schema({
  nodes: {
    doc: {
      content: 'page+ standoff',
      // The source as people have corrected it; `null` while it is as it was imported.
      attrs: { source: { default: null, validate: optional(text) } },
    },
    page: {
      content: 'segment+',
      parseDOM: [{ tag: 'div[data-page]' }],
      toDOM: () => ['div', { 'data-page': '' }, 0],
    },
    segment: {
      content: 'text*',
      marks: 'anchor',
      isolating: true,
      defining: true,
      attrs: {
        // ProseMirror wants to be able to fill a page; what it fills in keeps no law until it is given an id and a range.
        id: { default: '', validate: id },
        from: { default: 0, validate: offset },
        to: { default: 0, validate: offset },
        kind: { default: 'sentence', validate: oneOf(kinds) },
        status: { default: 'initial', validate: oneOf(statuses) },
        origin: { default: null, validate: optional(oneOf(origins)) },
        taken: { default: null, validate: optional(taken) },
        links: { default: null, validate: optional(links) },
        alignment: { default: null, validate: optional(alignment) },
        leftOut: { default: false, validate: oneOf([true, false]) },
      },
      toDOM: () => ['p', { lang: 'en', dir: 'ltr' }, 0],
    },
    standoff: { content: 'mention*', atom: true, selectable: false, toDOM: () => ['div', { hidden: '' }] },
    mention: {
      attrs: {
        id: { validate: id },
        from: { default: null, validate: optional(offset) },
        to: { default: null, validate: optional(offset) },
        label: { validate: id },
        entity: { default: null, validate: optional(id) },
        state: { default: 'accepted', validate: oneOf(['proposed', 'accepted']) },
      },
      toDOM: () => ['span'],
    },
    text: {},
  },
  marks: {
    anchor: {
      attrs: { id: { validate: id } },
      excludes: '',
      inclusive: false,
      toDOM: (mark) => ['span', { 'data-mention': mark.attrs.id }, 0],
    },
  },
});

/** The attributes of a segment node, typed. */
export function segmentAttrs(node: Node): SegmentAttrs {
  return node.attrs as SegmentAttrs;
}

/** The attributes of a mention node, typed. */
export function mentionAttrs(node: Node): MentionAttrs {
  return node.attrs as MentionAttrs;
}

/** The id of the mention that an anchor mark stands for. */
export function anchorId(mark: Mark): string {
  return mark.attrs.id as string;
}
