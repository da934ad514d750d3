import type { Selectable } from 'kysely';
import type { CheckpointTable, Reader, Writer } from './database.ts';
import { hasName } from './named-version.ts';

/** A longer pause begins a new checkpoint, in milliseconds. */
const PAUSE = 120_000;

export interface Growth {
  readonly document: string;
  readonly from: number;
  readonly to: number;
  readonly person: string;
  readonly at: number;
}

/** Counts new versions into the last checkpoint, or begins one: after a pause, for another person, and where the last
 *  one ends in a named version. */
export async function growCheckpoint(trx: Writer, { document, from, to, person, at }: Growth): Promise<void> {
  const last = await trx
    .selectFrom('checkpoint')
    .select(['from_version', 'to_version', 'person', 'ended_at'])
    .where('document_id', '=', document)
    .orderBy('from_version', 'desc')
    .limit(1)
    .executeTakeFirst();
  const goesOn = last?.to_version === from && last.person === person && at - last.ended_at < PAUSE;
  if (goesOn && !(await hasName(trx, document, from))) {
    await trx
      .updateTable('checkpoint')
      .set({ to_version: to, ended_at: at })
      .where('document_id', '=', document)
      .where('from_version', '=', last.from_version)
      .execute();
  } else {
    await trx
      .insertInto('checkpoint')
      .values({ document_id: document, from_version: from, to_version: to, person, started_at: at, ended_at: at })
      .execute();
  }
}

/** The newest checkpoints that begin before version `before`, newest first. */
export function checkpointsBefore(
  reader: Reader,
  document: string,
  before: number | undefined,
  limit: number,
): Promise<readonly Selectable<CheckpointTable>[]> {
  const query = reader
    .selectFrom('checkpoint')
    .selectAll()
    .where('document_id', '=', document)
    .orderBy('from_version', 'desc')
    .limit(limit);
  return before === undefined ? query.execute() : query.where('from_version', '<', before).execute();
}
