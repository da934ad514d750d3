import { type Selectable, sql } from 'kysely';
import type { LabelledSpan } from '../../shared/names/suggestion/nesting.ts';
import { inBatches } from './batch.ts';
import type { Reader, SegmentTable } from './database.ts';
import type { Engine } from './store.ts';

/** A segment whose Persian may hold a name. */
export type NamedSegment = Pick<
  Selectable<SegmentTable>,
  'document_id' | 'id' | 'source_from' | 'source_to' | 'source' | 'rendering'
>;

/** What to look for, and which of the segments to tell. */
export interface NamedSearch {
  /** Ids. */
  readonly documents: readonly string[];
  /** Folded, without a space. */
  readonly key: string;
  /** What it begins with (`nameStart`). */
  readonly start: string | null;
  readonly from: number;
  readonly limit: number;
}

/** More than there can be. A limit keeps the databases from reading the segments themselves before they have looked in the index. */
const ANY = 1_000_000_000;

/** The segments of `documents` whose Persian holds `key`, whatever spaces stand in between, in their order within each document:
 *  from the one at `from` on, at most `limit`. The database looks, first in the index at what names may begin with there. */
export function segmentsHolding(
  reader: Reader,
  engine: Engine,
  { documents, key, start, from, limit }: NamedSearch,
): Promise<readonly NamedSegment[]> {
  const solid = sql<string>`replace(${sql.ref('segment.source_key')}, ' ', '')`;
  const find = sql.raw(engine === 'postgres' ? 'strpos' : 'instr');
  const there = reader
    .selectFrom('segment as some')
    .select(['document_id', 'source_from', 'turn'])
    .where('document_id', 'in', documents)
    .$if(start !== null, (some) => some.where(sql<number>`${find}(${sql.ref('name_starts')}, ${start})`, '>', 0))
    .limit(ANY);
  return reader
    .selectFrom(there.as('there'))
    .innerJoin('segment', (join) =>
      join
        .onRef('segment.document_id', '=', 'there.document_id')
        .onRef('segment.source_from', '=', 'there.source_from')
        .onRef('segment.turn', '=', 'there.turn'),
    )
    .select(['segment.document_id', 'id', 'segment.source_from', 'source_to', 'source', 'rendering'])
    .where(sql<number>`${find}(${solid}, ${key})`, '>', 0)
    .orderBy('segment.document_id')
    .orderBy('segment.source_from')
    .orderBy('segment.turn')
    .limit(limit)
    .offset(from)
    .execute();
}

/** A mention, and the document that it stands in. */
export interface MarkedSpan extends LabelledSpan {
  readonly document: string;
}

/** No name is longer: so far before a segment may a mention begin that reaches into it. */
const LONGEST = 400;

/** The accepted mentions in the Persian of some segments. */
export async function mentionsOver(reader: Reader, segments: readonly NamedSegment[]): Promise<readonly MarkedSpan[]> {
  const found: MarkedSpan[] = [];
  await inBatches(segments, BATCH, async (batch) => void found.push(...(await mentionsOverSome(reader, batch))));
  return found;
}

/** So few places that looking each of them up costs less than reading all mentions. */
const BATCH = 25;

function mentionsOverSome(reader: Reader, segments: readonly NamedSegment[]): Promise<readonly MarkedSpan[]> {
  const places = segments.map(
    ({ document_id, source_from, source_to }) =>
      sql`(${document_id}, cast(${source_from - LONGEST} as integer), cast(${source_to} as integer))`,
  );
  return reader
    .selectFrom(
      sql<{
        d: string;
        f: number;
        t: number;
      }>`(select column1 as d, column2 as f, column3 as t from (values ${sql.join(places)}) as v)`.as('place'),
    )
    .innerJoin('mention', (join) =>
      join
        .onRef('mention.document_id', '=', 'place.d')
        .onRef('mention.source_from', '>=', 'place.f')
        .onRef('mention.source_from', '<', 'place.t'),
    )
    .select(['mention.document_id as document', 'mention.label'])
    .select(({ ref }) => [
      ref('mention.source_from').$castTo<number>().as('from'),
      ref('mention.source_to').$castTo<number>().as('to'),
    ])
    .where('mention.state', '=', 'accepted')
    .execute();
}
