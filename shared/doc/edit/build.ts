import { Fragment, Mark, type Node } from 'prosemirror-model';
import type { Alignment } from '../../core/alignment.ts';
import type { Unit } from '../../core/outline.ts';
import type { Span } from '../../core/span.ts';
import type { Origin, Status } from '../../core/status.ts';
import type { Taken } from '../../core/taken.ts';
import { type Links, type MentionAttrs, schema } from '../model/schema.ts';
import { isNameRange } from './mention.ts';

/** Segments a page holds when a document is built; see `paging.ts` for what keeps it near that. */
export const PAGE_SIZE = 40;

/** The English that a new document starts with for one unit. */
export interface Rendering {
  readonly text: string;
  readonly status: Status;
  readonly origin: Origin | null;
  readonly taken?: Taken | null;
}

/** A mention that a new document starts with, accepted: on one side or on both. */
export interface UnitMention extends Pick<MentionAttrs, 'label' | 'entity'> {
  /** Its id, where it has one that nothing else of the document has. */
  readonly id?: string | null | undefined;
  /** A range of the whole source. */
  readonly source: Span | null;
  /** A range of the rendering of the unit at that index. */
  readonly rendering: (Span & { readonly unit: number }) | null;
}

/** What people have made of a text already: its English, by index of the unit, and its mentions. */
export interface Beginning {
  readonly renderings?: readonly (Rendering | null)[] | undefined;
  readonly mentions?: readonly UnitMention[] | undefined;
  /** How each unit came to its English, by index of the unit, for a text that was aligned. */
  readonly alignments?: readonly (Alignment | null)[] | undefined;
  /** The links of words of each unit, made for its English, by index of the unit. */
  readonly links?: readonly (Links | null)[] | undefined;
  /** Which units are left out of the English on purpose, by index. */
  readonly leftOut?: readonly boolean[] | undefined;
  /** The ids of the segments, by index of the unit, where they have some that nothing else of the document has. */
  readonly ids?: readonly (string | null)[] | undefined;
}

/** A new document: one segment a unit, in order, untranslated but for the renderings given. What an aligner has paired makes
 *  one unit a bead: from the first of its Persian to the last, all in one paragraph; of no width at the end of the Persian
 *  before it (or at 0) where the bead has English alone; `null` for a rendering where it has Persian alone; and in
 *  `alignments` what the aligner said of it, with the state `automatic`. `newId` is called once for each segment
 *  and mention that has no id. Throws when there is no unit, for a document without text is refused at import, and on a mention that
 *  stands on neither side or whose English is no range of a name there; the ranges of the source are not looked at. */
export function buildDocument(
  units: readonly Pick<Unit, 'from' | 'to' | 'kind'>[],
  newId: () => string,
  { renderings = [], mentions = [], alignments = [], links = [], leftOut = [], ids = [] }: Beginning = {},
): Node {
  if (units.length === 0) throw new RangeError('A document needs at least one segment');
  const anchors = new Map<number, Anchor[]>();
  const standoff = mentions.map(({ id: given, label, entity, source, rendering }) => {
    const id = given ?? newId();
    if (!source && !rendering) throw new RangeError(`A mention with the label ${label} stands on neither side`);
    if (rendering) {
      const { unit, from, to } = rendering;
      const text = renderings[unit]?.text ?? '';
      if (!isNameRange(text, rendering)) throw new RangeError(`No name stands at ${from}–${to} of rendering ${unit}`);
      const others = anchors.get(unit);
      if (others) others.push({ id, from, to });
      else anchors.set(unit, [{ id, from, to }]);
    }
    return schema.node('mention', { id, from: source?.from ?? null, to: source?.to ?? null, label, entity });
  });
  const segments = units.map(({ from, to, kind }, index) => {
    const { text = '', status = 'initial', origin = null, taken = null } = renderings[index] ?? {};
    return schema.node(
      'segment',
      {
        ...{ id: ids[index] ?? newId(), from, to, kind, status, origin, taken },
        alignment: alignments[index] ?? null,
        links: links[index] ?? null,
        leftOut: leftOut[index] ?? false,
      },
      anchored(text, anchors.get(index) ?? []),
    );
  });
  const pages: Node[] = [];
  for (let start = 0; start < segments.length; start += PAGE_SIZE) {
    pages.push(schema.node('page', null, segments.slice(start, start + PAGE_SIZE)));
  }
  return schema.node('doc', null, [...pages, schema.node('standoff', null, standoff)]);
}

interface Anchor extends Span {
  readonly id: string;
}

/** `text` with anchors on it, which may nest and overlap. */
function anchored(text: string, anchors: readonly Anchor[]): Fragment {
  const borders = new Set([0, text.length, ...anchors.flatMap(({ from, to }) => [from, to])]);
  const [, ...ends] = [...borders].sort((a, b) => a - b);
  let from = 0;
  const pieces = ends.map((to) => {
    const here = anchors.filter((anchor) => anchor.from <= from && anchor.to >= to);
    const piece = text.slice(from, to);
    from = to;
    return schema.text(piece, Mark.setFrom(here.map(({ id }) => schema.mark('anchor', { id }))));
  });
  return Fragment.fromArray(pieces);
}
