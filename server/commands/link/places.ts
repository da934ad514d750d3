import type { Context } from '../../context.ts';
import type { SentenceLink } from '../../timeline/stored-links.ts';
import { type LinkQuery, sentences } from './sentence.ts';
import { wordKey } from './word-key.ts';

/** A link in its sentence; `fa` and `en` of the link count in `source` and `rendering`. */
export interface LinkPlace extends SentenceLink {
  readonly document: string;
  readonly title: string;
  readonly segment: string;
  readonly source: string;
  readonly rendering: string;
}

export interface LinkPlaces {
  readonly places: readonly LinkPlace[];
  /** How many there are beyond those told. */
  readonly more: number;
}

/** So many places are told. */
const MOST = 2000;

/** Where a Persian word is linked, by its key, in the order in which the documents are read. */
export async function linkPlaces(
  ctx: Context,
  { word, ...scope }: LinkQuery & { readonly word: string },
): Promise<LinkPlaces> {
  const places: LinkPlace[] = [];
  let more = 0;
  for await (const { document, title, id, fa, en, links } of sentences(ctx, scope)) {
    for (const link of links) {
      if (wordKey(fa.slice(link.fa.from, link.fa.to)) !== word) continue;
      if (places.length < MOST) places.push({ ...link, document, title, segment: id, source: fa, rendering: en });
      else more += 1;
    }
  }
  return { places, more };
}
