import type { Selectable } from 'kysely';
import type { Purpose } from '../../shared/wire/purpose.ts';
import type { EntryAbout, HistoryEntry } from '../../shared/wire/version.ts';
import type { CheckpointTable, Reader, Writer } from './database.ts';
import { hasName, namesBetween } from './named-version.ts';
import { clearTouched, putTouched } from './touched-segment.ts';

/** Who thinks, looks something up and goes on is still at the same work; a longer pause begins a new checkpoint. In milliseconds. */
const PAUSE = 10 * 60_000;

export interface Growth {
  readonly document: string;
  readonly from: number;
  readonly to: number;
  readonly person: string;
  readonly at: number;
  /** The ids of the segments that the new versions changed. */
  readonly touched: readonly string[];
  /** What they are for; left out of work at the text. */
  readonly purpose?: Purpose | undefined;
}

/** Counts new versions into the last checkpoint, or begins one: after a pause, for another person, for another purpose, and
 *  where the last one ends in a named version. */
export async function growCheckpoint(trx: Writer, growth: Growth): Promise<void> {
  const { document, from, to, person, at, touched, purpose } = growth;
  const last = await trx
    .selectFrom('checkpoint')
    .selectAll()
    .where('document_id', '=', document)
    .orderBy('from_version', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (last && goesOn(last, growth) && !(await hasName(trx, document, from))) {
    const fresh = await putTouched(trx, document, touched);
    await trx
      .updateTable('checkpoint')
      .set({ to_version: to, ended_at: at, segments: last.segments === null ? null : last.segments + fresh })
      .where('document_id', '=', document)
      .where('from_version', '=', last.from_version)
      .execute();
    return;
  }
  await clearTouched(trx, document);
  await putTouched(trx, document, touched);
  await trx
    .insertInto('checkpoint')
    .values({
      document_id: document,
      from_version: from,
      to_version: to,
      person,
      started_at: at,
      ended_at: at,
      number: (last?.number ?? 0) + 1,
      kind: purpose?.kind ?? 'work',
      deed: purpose?.deed ?? null,
      about: purpose ? JSON.stringify(await aboutOf(trx, document, purpose)) : null,
      segments: touched.length,
    })
    .execute();
}

/** How a document came in. */
export interface Beginning {
  readonly document: string;
  readonly person: string;
  /** The title of what it is a copy of. */
  readonly copyOf?: string | undefined;
  readonly at: number;
  readonly segments: number;
}

/** Begins the history of a document with how it came in. */
export async function beginHistory(trx: Writer, beginning: Beginning): Promise<void> {
  const { document, person, copyOf, at, segments } = beginning;
  const about = copyOf === undefined ? null : JSON.stringify({ name: copyOf } satisfies EntryAbout);
  const kind = copyOf === undefined ? 'import' : 'copy';
  const times = { started_at: at, ended_at: at };
  await trx
    .insertInto('checkpoint')
    .values({
      document_id: document,
      from_version: -1,
      to_version: 0,
      person,
      ...times,
      number: 0,
      kind,
      about,
      segments,
    })
    .execute();
}

function goesOn(last: Selectable<CheckpointTable>, { from, person, at, purpose }: Growth): boolean {
  if (last.to_version !== from || last.person !== person) return false;
  return purpose ? last.deed === purpose.deed : last.kind === 'work' && at - last.ended_at < PAUSE;
}

async function aboutOf(trx: Writer, document: string, { version, names, count }: Purpose): Promise<EntryAbout> {
  if (version === undefined) return { names, count };
  const [named] = await namesBetween(trx, document, version - 1, version);
  return { number: (await checkpointAt(trx, document, version))?.number, version, name: named?.name };
}

/** The newest checkpoints that begin before version `before`, newest first. */
export async function checkpointsBefore(
  reader: Reader,
  document: string,
  before: number | undefined,
  limit: number,
): Promise<readonly HistoryEntry[]> {
  const query = reader
    .selectFrom('checkpoint')
    .selectAll()
    .where('document_id', '=', document)
    .orderBy('from_version', 'desc')
    .limit(limit);
  const rows = await (before === undefined ? query : query.where('from_version', '<', before)).execute();
  return rows.map(entryOf);
}

/** The checkpoint that version `version` ends or stands in. */
export async function checkpointAt(
  reader: Reader,
  document: string,
  version: number,
): Promise<HistoryEntry | undefined> {
  return (await checkpointsBefore(reader, document, version, 1))[0];
}

function entryOf(row: Selectable<CheckpointTable>): HistoryEntry {
  const { number, kind, person, segments } = row;
  return {
    number,
    from: row.from_version,
    to: row.to_version,
    kind,
    person,
    startedAt: row.started_at,
    endedAt: row.ended_at,
    segments,
    about: JSON.parse(row.about ?? '{}') as EntryAbout,
  };
}
