import type { Transform } from 'prosemirror-transform';
import type { Span } from '../../../shared/core/span.ts';
import { addLinks, nearestWord, pairKey, removeLinks, setSure } from '../../../shared/doc/edit/link.ts';
import { segmentLinks } from '../../../shared/doc/model/links.ts';
import { type Segment, segments } from '../../../shared/doc/model/read.ts';
import type { Link } from '../../../shared/doc/model/schema.ts';
import type { DocumentChange } from '../../../shared/wire/change.ts';
import type { Context } from '../../context.ts';
import { selectDocuments } from '../../db/document.ts';
import type { Act, ActInput, Piece } from '../act/act.ts';
import { beginAct } from '../act/begin.ts';
import { changeWithin } from '../act/change-within.ts';
import { revertWithin } from '../act/revert-within.ts';

/** What is to become of links: `relink` gives each to the nearest English word that reads `to` in its sentence. */
export type LinkAction =
  | { readonly kind: 'sure' | 'possible' | 'apart' | 'accept' }
  | { readonly kind: 'relink'; readonly to: string };

/** A link that was seen; ranges count from the beginning of the sentence, and the words are what stood there. */
export interface SeenLink {
  readonly segment: string;
  readonly fa: Span;
  readonly en: Span;
  readonly words: readonly [fa: string, en: string];
  /** What an accepted suggestion becomes; of a link that is there, what it was. */
  readonly sure: boolean;
}

/** Links to change, by document. */
export interface LinkChange {
  readonly project: string;
  readonly action: LinkAction;
  readonly documents: readonly { readonly document: string; readonly links: readonly SeenLink[] }[];
}

/** What was done in a document. */
export interface ChangedLinks {
  readonly document: string;
  readonly change: DocumentChange | null;
  /** Places that were changed, and those that were not since they read otherwise by now. */
  readonly written: number;
  readonly left: number;
}

interface LinkPiece extends Piece {
  readonly links: readonly SeenLink[];
}

interface LinkInput extends ActInput {
  readonly action: LinkAction;
}

/** Changes the links of each document by one change. A place that reads otherwise by now stays as it is. */
export const linkAct: Act<LinkInput, LinkPiece, Omit<ChangedLinks, 'document'>> = {
  kind: 'link',
  async make(place, { action }, { document, links }) {
    let written = 0;
    if (document === null) return { change: null, written, left: 0 };
    const change = await changeWithin(place, document, (tr, { source }) => {
      const bySegment = groups(links);
      for (const segment of segments(tr.doc)) {
        const seen = bySegment.get(segment.id);
        if (seen) written += changeIn(tr, segment, seen, action, source.text);
      }
      return written > 0;
    });
    return { change, written, left: links.length - written };
  },
  takeBack: async (place, _input, _piece, { change }) => (change ? revertWithin(place, change) : null),
};

/** What changing links in many places came to. */
export interface ChangedPlaces {
  readonly documents: readonly ChangedLinks[];
  /** The job, which takes it back; `null` where there was nothing to do. */
  readonly job: string | null;
  /** False while it is still under way: it goes on by itself. */
  readonly isDone: boolean;
}

/** Changes links in many places of a project. Documents that it has not stay as they are, and so do all where it was
 *  stopped under way. */
export async function changeLinks(ctx: Context, { project, action, documents }: LinkChange): Promise<ChangedPlaces> {
  const known = new Set((await selectDocuments(ctx.store.db, { project })).map(({ id }) => id));
  const [first, ...rest] = documents.filter(({ document }) => known.has(document));
  const left = documents.map(({ document, links }) => ({ document, change: null, written: 0, left: links.length }));
  const nothing = { documents: left, job: null, isDone: true };
  if (!first) return nothing;
  const input = { subjects: [], names: [], action };
  const done = await beginAct(ctx, linkAct, project, async () => {
    return { ok: true, value: { input, pieces: [first, ...rest] } };
  });
  if (!done.ok) return nothing;
  const { job, isDone, done: pieces } = done.value;
  const made = new Map(pieces.map(({ piece, outcome }) => [piece.document, outcome]));
  return { documents: left.map((one) => ({ ...one, ...made.get(one.document) })), job, isDone };
}

/** How many of the links of a segment were changed. */
function changeIn(
  tr: Transform,
  segment: Segment,
  seen: readonly SeenLink[],
  action: LinkAction,
  source: string,
): number {
  const known = new Map(segmentLinks(segment.node).current.map((link) => [pairKey(link), link]));
  const wanted = seen.flatMap(({ fa, en, words, sure }): readonly Link[] => {
    const link = {
      source: { from: segment.from + fa.from, to: segment.from + fa.to },
      rendering: { from: en.from, to: en.to },
      sure,
    };
    const reads = [source.slice(link.source.from, link.source.to), segment.text.slice(en.from, en.to)];
    if (reads[0] !== words[0] || reads[1] !== words[1]) return [];
    const made = known.get(pairKey(link));
    if (action.kind === 'accept') return made ? [] : [link];
    return made ? [made] : [];
  });
  switch (action.kind) {
    case 'accept':
      return addLinks(tr, segment.id, wanted) ? wanted.length : 0;
    case 'apart':
      return removeLinks(tr, segment.id, wanted) ? wanted.length : 0;
    case 'relink': {
      const moved = wanted.flatMap((link) => {
        const rendering = nearestWord(segment.text, link.rendering, action.to);
        return rendering ? [{ before: link, after: { ...link, rendering } }] : [];
      });
      const before = moved.map((one) => one.before);
      if (!removeLinks(tr, segment.id, before)) return 0;
      addLinks(
        tr,
        segment.id,
        moved.map((one) => one.after),
      );
      return moved.length;
    }
    default: {
      const sure = action.kind === 'sure';
      const other = wanted.filter((link) => link.sure !== sure);
      setSure(tr, segment.id, other, sure);
      return wanted.length;
    }
  }
}

function groups(links: readonly SeenLink[]): ReadonlyMap<string, readonly SeenLink[]> {
  const found = new Map<string, SeenLink[]>();
  for (const link of links) {
    const known = found.get(link.segment);
    if (known) known.push(link);
    else found.set(link.segment, [link]);
  }
  return found;
}
