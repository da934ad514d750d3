import { setImmediate as turn } from 'node:timers/promises';
import type { Span } from '../../../shared/core/span.ts';
import { nameKey } from '../../../shared/names/entity/name.ts';
import { nameStart } from '../../../shared/names/entity/name-starts.ts';
import { type Repeats, repeatsOf } from '../../../shared/names/suggestion/repeats.ts';
import type { Context } from '../../context.ts';
import { selectDocuments } from '../../db/document.ts';
import { type MarkedSpan, mentionsOver, type NamedSegment, segmentsHolding } from '../../db/named-segment.ts';

/** A name to be looked for in the documents of a project. */
export interface RepeatQuery {
  readonly project: string;
  /** The document in which it was marked, which is looked through by who has it open. */
  readonly except: string;
  readonly surface: string;
  readonly label: string;
}

/** A place where a marked name stands again; `source` are offsets of the whole source, `at` those of `fa`, the sentence. */
export interface Repeat {
  readonly segment: string;
  readonly source: Span;
  readonly at: Span;
  readonly fa: string;
  readonly en: string;
}

/** The further places of a name, by document. */
export interface RepeatListing {
  readonly documents: readonly {
    readonly document: string;
    readonly title: string;
    readonly places: readonly Repeat[];
  }[];
  /** How many more were found than are listed. */
  readonly more: number;
  /** False where so many were found that the rest was not looked through. */
  readonly isAll: boolean;
}

/** How many documents are looked through at a time, how many segments of them at the most, and how many places are told. */
const CHUNK = 25;
const LOOKED = 1000;
const MOST = 500;

/** Where a name that somebody has marked in one document stands in the others of its project, in any spelling. */
export async function findRepeats(ctx: Context, query: RepeatQuery): Promise<RepeatListing> {
  const { db, engine } = ctx.store;
  const repeats = repeatsOf(query.surface, query.label);
  const key = nameKey(query.surface).replaceAll(' ', '');
  const start = nameStart(query.surface);
  const listed: { document: string; title: string; places: readonly Repeat[] }[] = [];
  let left = MOST;
  let more = 0;
  let isCut = false;
  const all = await selectDocuments(db, { project: query.project });
  const others = all.filter(({ id }) => id !== query.except);
  if (key === '') return { documents: [], more, isAll: true };
  const chunkAt = (first: number) => others.slice(first, first + CHUNK);
  const look = (first: number, from: number) => {
    const documents = chunkAt(first).map(({ id }) => id);
    return segmentsHolding(db, engine, { documents, key, start, from, limit: LOOKED });
  };
  let ahead = others.length > 0 ? look(0, 0) : null;
  for (let first = 0; first < others.length; first += CHUNK) {
    const chunk = chunkAt(first);
    const found = new Map<string, Repeat[]>();
    for (let from = 0, size = LOOKED, places = 0; size === LOOKED && places <= left; from += LOOKED) {
      const segments = await (ahead ?? look(first, from));
      ahead = null;
      // PostgreSQL looks on while the places are told apart here.
      const next = first + CHUNK;
      if (segments.length < LOOKED && next < others.length) {
        ahead = look(next, 0);
        ahead.catch(() => {});
      }
      places += await addPlaces(ctx, segments, repeats, found);
      size = segments.length;
      isCut = size === LOOKED && places > left;
    }
    for (const { id, title } of chunk) {
      const own = found.get(id) ?? [];
      const places = own.slice(0, left);
      if (places.length > 0) listed.push({ document: id, title, places });
      left -= places.length;
      more += own.length - places.length;
    }
    const isLast = first + CHUNK >= others.length;
    if (isCut || (left === 0 && !isLast)) return { documents: listed, more, isAll: false };
    // The embedded database answers at once: without this nobody else would be served.
    await turn();
  }
  return { documents: listed, more, isAll: true };
}

/** Adds the places in some segments to those `found` of each document; gives how many. */
async function addPlaces(
  { store: { db } }: Context,
  segments: readonly NamedSegment[],
  repeats: Repeats,
  found: Map<string, Repeat[]>,
): Promise<number> {
  const hits = segments.filter(({ source }) => repeats(source, []).length > 0);
  const marked = new Map<string, MarkedSpan[]>();
  for (const mention of await mentionsOver(db, hits)) {
    const own = marked.get(mention.document);
    if (own) own.push(mention);
    else marked.set(mention.document, [mention]);
  }
  let added = 0;
  for (const { document_id, id, source_from: start, source_to: end, source: fa, rendering: en } of hits) {
    const own = (marked.get(document_id) ?? [])
      .filter(({ from, to }) => from < end && to > start)
      .map(({ label, from, to }) => ({ label, from: from - start, to: to - start }));
    const places = repeats(fa, own).map((at) => {
      return { segment: id, source: { from: start + at.from, to: start + at.to }, at, fa, en };
    });
    const known = found.get(document_id);
    if (known) known.push(...places);
    else found.set(document_id, places);
    added += places.length;
  }
  return added;
}
