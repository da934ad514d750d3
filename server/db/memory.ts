import { type Insertable, type Selectable, sql } from 'kysely';
import type { Span } from '../../shared/core/span.ts';
import type { Status } from '../../shared/core/status.ts';
import { insertInBatches } from './batch.ts';
import type { MemoryTable, MemoryUnitTable, Reader, Writer } from './database.ts';

export type MemoryRow = Selectable<MemoryTable>;
export type UnitRow = Selectable<MemoryUnitTable>;

/** Makes a memory; nothing happens where there is one of that id. */
export async function insertMemory(trx: Writer, row: Insertable<MemoryTable>): Promise<void> {
  await trx
    .insertInto('memory')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export function memoryById(reader: Reader, id: string): Promise<MemoryRow | undefined> {
  return reader.selectFrom('memory').selectAll().where('id', '=', id).executeTakeFirst();
}

/** The memories that a project looks into, its own first: those of its own and those that all share. */
export function memoriesOf(reader: Reader, project: string): Promise<readonly MemoryRow[]> {
  return reader
    .selectFrom('memory')
    .selectAll()
    .where('kind', '!=', 'coming')
    .where((row) => row.or([row('project_id', '=', project), row('project_id', 'is', null)]))
    .orderBy('kind', 'desc')
    .orderBy('priority', 'desc')
    .orderBy('id')
    .execute();
}

/** What people decide about a memory. */
export type MemoryChange = Partial<Pick<MemoryTable, 'name' | 'priority' | 'penalty' | 'is_on' | 'read_only' | 'kind'>>;

/** False where there is no such memory. */
export async function updateMemory(trx: Writer, id: string, set: MemoryChange): Promise<boolean> {
  const { numUpdatedRows } = await trx.updateTable('memory').set(set).where('id', '=', id).executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** The next revision of a memory, for a change by which it holds so many units more (or fewer), and the first of so many new numbers.
 *  Whoever has it keeps others from changing the memory until the transaction ends, so revisions are seen in their order. */
export async function nextRevision(
  trx: Writer,
  id: string,
  { more, numbers, at }: { readonly more: number; readonly numbers: number; readonly at: number },
): Promise<{ readonly revision: number; readonly first: number }> {
  await trx
    .updateTable('memory')
    .set((row) => ({
      revision: row
        .case()
        .when('revision', '<', at)
        .then(at)
        .else(row('revision', '+', 1))
        .end(),
      next_number: row('next_number', '+', numbers),
      units: row('units', '+', more),
    }))
    .where('id', '=', id)
    .execute();
  const { revision, next_number } = await trx
    .selectFrom('memory')
    .select(['revision', 'next_number'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return { revision, first: next_number - numbers };
}

/** Thirteen columns each. */
export const UNIT_BATCH = 400;

/** Writes units, in place of those of the same numbers. */
export function putUnits(trx: Writer, rows: readonly Insertable<MemoryUnitTable>[]): Promise<void> {
  return insertInBatches(trx, rows, UNIT_BATCH, (batch) =>
    trx
      .insertInto('memory_unit')
      .values(batch)
      .onConflict((conflict) =>
        conflict.columns(['memory_id', 'number']).doUpdateSet((row) => ({
          revision: row.ref('excluded.revision'),
          source: row.ref('excluded.source'),
          target: row.ref('excluded.target'),
          document_id: row.ref('excluded.document_id'),
          segment: row.ref('excluded.segment'),
          origin: row.ref('excluded.origin'),
          status: row.ref('excluded.status'),
          alignment: row.ref('excluded.alignment'),
          person: row.ref('excluded.person'),
          at: row.ref('excluded.at'),
          removed: row.ref('excluded.removed'),
        })),
      ),
  );
}

/** What units that are made of segments have in common. */
interface UnitsBegun {
  readonly memory: string;
  readonly document: string;
  readonly revision: number;
  /** The number of the first of them. */
  readonly first: number;
  readonly statuses: readonly Status[];
  readonly person: string;
  readonly at: number;
}

/** Makes units of the stored segments of a document that begin in a range of its source and have both texts, in their order. The
 *  database copies them itself: their texts would take longer on the way than on the disk. */
export async function insertUnitsOfSegments(
  trx: Writer,
  { memory, document, revision, first, statuses, person, at }: UnitsBegun,
  { from, to }: Span,
): Promise<void> {
  await trx
    .insertInto('memory_unit')
    .columns([
      ...(['memory_id', 'number', 'revision', 'source', 'target', 'document_id', 'segment'] as const),
      ...(['origin', 'status', 'alignment', 'person', 'at', 'removed'] as const),
    ])
    .expression((row) =>
      row
        .selectFrom('segment')
        .select([
          sql<string>`cast(${memory} as text)`.as('memory_id'),
          sql<number>`row_number() over (order by source_from, turn) + cast(${first - 1} as integer)`.as('number'),
          sql<number>`cast(${revision} as bigint)`.as('revision'),
          ...(['source', 'rendering', 'document_id', 'id', 'origin', 'status', 'alignment'] as const),
          sql<string>`cast(${person} as text)`.as('person'),
          sql<number>`cast(${at} as bigint)`.as('at'),
          sql<0>`0`.as('removed'),
        ])
        .where('document_id', '=', document)
        .where('source_from', '>=', from)
        .where('source_from', '<', to)
        .where('status', 'in', statuses)
        .where('source', '!=', '')
        .where('rendering', '!=', ''),
    )
    .execute();
}

/** True where a memory has or had units of a document. */
export async function hasUnitsOf(reader: Reader, memory: string, document: string): Promise<boolean> {
  const query = reader.selectFrom('memory_unit').select('memory_id').distinct().where('document_id', '=', document);
  return (await query.execute()).some(({ memory_id }) => memory_id === memory);
}

/** The units of a document in a memory, or of some of its segments. */
export async function unitsOfDocument(
  reader: Reader,
  memory: string,
  document: string,
  segments?: readonly string[],
): Promise<readonly UnitRow[]> {
  // By the document alone: given the memory too, SQLite takes an index that leads with it, and reads all units of the memory.
  const query = reader.selectFrom('memory_unit').selectAll().where('document_id', '=', document);
  const found = await (segments === undefined ? query : query.where('segment', 'in', segments)).execute();
  return found.filter(({ memory_id }) => memory_id === memory);
}

/** Units by their numbers; those that are no more are left out. */
export async function unitsByNumber(
  reader: Reader,
  memory: string,
  numbers: readonly number[],
): Promise<readonly UnitRow[]> {
  if (numbers.length === 0) return [];
  return byNumber(reader, memory, numbers).selectAll().execute();
}

const said = ['number', 'document_id', 'source', 'target'] as const;

/** What a unit says, and where: much less is read of each where there are thousands. */
type SaidUnit = Pick<UnitRow, (typeof said)[number]>;

/** The same, of each only what it says. */
export async function saidByNumber(
  reader: Reader,
  memory: string,
  numbers: readonly number[],
): Promise<readonly SaidUnit[]> {
  if (numbers.length === 0) return [];
  return byNumber(reader, memory, numbers).select(said).execute();
}

function byNumber(reader: Reader, memory: string, numbers: readonly number[]) {
  return reader
    .selectFrom('memory_unit')
    .where('memory_id', '=', memory)
    .where('number', 'in', numbers)
    .where('removed', '=', 0);
}

/** The first letters of a text, as the index `memory_unit_english` has them. */
const start = sql<string>`substr(target, 1, 60)`;

/** Units of the documents of a project whose English is one of `texts`; the newest `most` of those that begin like them, oldest first. */
export async function unitsByEnglish(
  reader: Reader,
  project: string,
  texts: readonly string[],
  most: number,
): Promise<readonly SaidUnit[]> {
  if (texts.length === 0) return [];
  const wanted = new Set(texts);
  const found = await reader
    .selectFrom('memory_unit')
    .select(said)
    .where('memory_id', '=', project)
    .where('document_id', 'is not', null)
    .where(start, 'in', [...new Set(texts.map((text) => Array.from(text).slice(0, 60).join('')))])
    .where('removed', '=', 0)
    // Not by the column alone: its index would be read in order, and all units with it.
    .orderBy(sql`+number`, 'desc')
    .limit(most)
    .execute();
  return found.reverse().filter(({ target }) => wanted.has(target));
}

/** The next changes of a memory behind a revision and, in that revision, behind a number; in their order. */
export function changedUnits(
  reader: Reader,
  memory: string,
  after: { readonly revision: number; readonly number: number },
  limit: number,
): Promise<readonly Pick<UnitRow, 'number' | 'revision' | 'source' | 'removed'>[]> {
  return reader
    .selectFrom('memory_unit')
    .select(['number', 'revision', 'source', 'removed'])
    .where('memory_id', '=', memory)
    .where('revision', '>=', after.revision)
    .where((row) => row.or([row('revision', '>', after.revision), row('number', '>', after.number)]))
    .orderBy('revision')
    .orderBy('number')
    .limit(limit)
    .execute();
}

/** True where a memory has a unit that was changed in this very revision. */
export async function hasRevision(reader: Reader, memory: string, revision: number): Promise<boolean> {
  const query = reader.selectFrom('memory_unit').select('number').where('memory_id', '=', memory);
  return (await query.where('revision', '=', revision).limit(1).execute()).length > 0;
}

/** Where memories stand. */
export async function revisionsOf(reader: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (ids.length === 0) return new Map();
  const rows = await reader.selectFrom('memory').select(['id', 'revision']).where('id', 'in', ids).execute();
  return new Map(rows.map(({ id, revision }) => [id, revision]));
}

/** The next units of a memory behind a number, those that are no more left out. */
export function unitsAfter(reader: Reader, memory: string, after: number, limit: number): Promise<readonly UnitRow[]> {
  return reader
    .selectFrom('memory_unit')
    .selectAll()
    .where('memory_id', '=', memory)
    .where('number', '>', after)
    .where('removed', '=', 0)
    .orderBy('number')
    .limit(limit)
    .execute();
}

/** Takes some units of a memory away without a trace; true while there are more. */
export async function dropSomeUnits(trx: Writer, memory: string, limit: number): Promise<boolean> {
  const rows = await trx
    .selectFrom('memory_unit')
    .select('number')
    .where('memory_id', '=', memory)
    .orderBy('number')
    .limit(limit)
    .execute();
  const last = rows.at(-1)?.number;
  if (last === undefined) return false;
  await trx.deleteFrom('memory_unit').where('memory_id', '=', memory).where('number', '<=', last).execute();
  return rows.length === limit;
}

export async function deleteMemory(trx: Writer, id: string): Promise<void> {
  await trx.deleteFrom('memory').where('id', '=', id).execute();
}

/** Imports that have not ended. */
export async function comingMemories(reader: Reader): Promise<readonly string[]> {
  const rows = await reader.selectFrom('memory').select('id').where('kind', '=', 'coming').execute();
  return rows.map(({ id }) => id);
}
