import type { Span } from '../../../shared/core/span.ts';
import { type Repeats, repeatsOf } from '../../../shared/names/suggestion/repeats.ts';
import type { Context } from '../../context.ts';
import { selectDocuments } from '../../db/document.ts';
import { mentionsIn } from '../../db/mention.ts';
import { type StoredSegment, segmentsAfter } from '../../db/segment.ts';

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
  /** How many there are beyond those listed. */
  readonly more: number;
}

/** How many segments are looked through at a time, and how many places are told. */
const CHUNK = 250;
const MOST = 500;

/** Where a name that somebody has marked in one document stands in the others of its project, in any spelling. */
export async function findRepeats(ctx: Context, query: RepeatQuery): Promise<RepeatListing> {
  const { db } = ctx.store;
  const repeats = repeatsOf(query.surface, query.label);
  const documents: { document: string; title: string; places: readonly Repeat[] }[] = [];
  let left = MOST;
  let more = 0;
  for (const { id, title } of await selectDocuments(db, { project: query.project })) {
    if (id === query.except) continue;
    const found: Repeat[] = [];
    for (let last: StoredSegment | undefined; ; ) {
      const segments = await segmentsAfter(db, id, last, CHUNK);
      found.push(...(await placesIn(ctx, id, segments, repeats)));
      last = segments.at(-1);
      if (segments.length < CHUNK) break;
    }
    const places = found.slice(0, left);
    if (places.length > 0) documents.push({ document: id, title, places });
    left -= places.length;
    more += found.length - places.length;
  }
  return { documents, more };
}

async function placesIn(
  { store: { db } }: Context,
  document: string,
  segments: readonly StoredSegment[],
  repeats: Repeats,
): Promise<readonly Repeat[]> {
  const hits = segments.filter(({ source }) => repeats(source, []).length > 0);
  const [first, last] = [hits.at(0), hits.at(-1)];
  if (!first || !last) return [];
  const ids = hits.map(({ id }) => id);
  const mentions = await mentionsIn(db, document, { from: first.source_from, to: last.source_to }, ids);
  const marked = mentions.flatMap(({ label, source_from: from, source_to: to }) =>
    from === null || to === null ? [] : [{ label, from, to }],
  );
  return hits.flatMap(({ id, source_from: start, source_to: end, source: fa, rendering: en }) => {
    const own = marked
      .filter(({ from, to }) => from < end && to > start)
      .map(({ label, from, to }) => ({ label, from: from - start, to: to - start }));
    return repeats(fa, own).map((at) => {
      return { segment: id, source: { from: start + at.from, to: start + at.to }, at, fa, en };
    });
  });
}
