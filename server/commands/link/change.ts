import type { Transform } from 'prosemirror-transform';
import type { Span } from '../../../shared/core/span.ts';
import { addLinks, nearestWord, pairKey, removeLinks, setSure } from '../../../shared/doc/edit/link.ts';
import { segmentLinks } from '../../../shared/doc/model/links.ts';
import { type Segment, segments } from '../../../shared/doc/model/read.ts';
import type { Link } from '../../../shared/doc/model/schema.ts';
import type { DocumentChange } from '../../../shared/wire/change.ts';
import type { Context } from '../../context.ts';
import { documentHead } from '../../db/document.ts';
import { changeDocument } from '../timeline/change.ts';

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

/** Changes links in many places, each document by one change. A place that reads otherwise by now stays as it is. */
export async function changeLinks(ctx: Context, { action, documents }: LinkChange): Promise<readonly ChangedLinks[]> {
  const done: ChangedLinks[] = [];
  for (const { document, links } of documents) {
    let written = 0;
    const isThere = (await documentHead(ctx.store.db, document)) !== undefined;
    const change = isThere
      ? await changeDocument(ctx, document, (tr, { source }) => {
          written = 0;
          const bySegment = groups(links);
          for (const segment of segments(tr.doc)) {
            const seen = bySegment.get(segment.id);
            if (seen) written += changeIn(tr, segment, seen, action, source.text);
          }
          return written > 0;
        })
      : null;
    done.push({ document, change, written, left: links.length - written });
  }
  return done;
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
