import type { Term, TermRecord } from '../../shared/terms/term.ts';
import { inBatches } from './batch.ts';
import type { Reader, Writer } from './database.ts';

/** A term with where its record stands. */
export interface StoredTerm extends Term {
  readonly revision: number;
  /** Milliseconds since 1970. */
  readonly changedAt: number;
}

/** What a term is to say; `null` takes it out. */
export interface TermChange {
  readonly id: string;
  readonly record: TermRecord | null;
}

/** Seven columns each. */
const BATCH = 500;

/** The terms of a project, oldest first. */
export async function termsOf(reader: Reader, project: string): Promise<readonly StoredTerm[]> {
  const rows = await reader
    .selectFrom('term')
    .select(['id', 'record', 'revision', 'changed_at'])
    .where('project_id', '=', project)
    .where('removed_at', 'is', null)
    .orderBy('id')
    .execute();
  return rows.map(({ id, record, revision, changed_at }) => ({
    ...{ id, ...(JSON.parse(record) as TermRecord), revision, changedAt: changed_at },
  }));
}

/** The row of a term that is there, or was. */
export interface KnownTerm {
  readonly revision: number;
  readonly record: TermRecord;
  readonly isRemoved: boolean;
}

/** The rows of some terms, removed ones too; nobody else can change them before the transaction has ended. */
export async function lockTerms(
  trx: Writer,
  project: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, KnownTerm>> {
  const found = new Map<string, KnownTerm>();
  await inBatches([...new Set(ids)].sort(), BATCH, async (batch) => {
    const rows = await trx
      .selectFrom('term')
      .select(['id', 'record', 'revision', 'removed_at'])
      .where('project_id', '=', project)
      .where('id', 'in', batch)
      .orderBy('id')
      .forUpdate()
      .execute();
    for (const { id, record, revision, removed_at } of rows) {
      found.set(id, { revision, record: JSON.parse(record) as TermRecord, isRemoved: removed_at !== null });
    }
  });
  return found;
}

/** Writes terms, each one revision on; new ones at revision 1. `known` has the rows of all that are there, locked; what is to come out and
 *  never was there is passed over. */
export async function putTerms(
  trx: Writer,
  project: string,
  changes: readonly TermChange[],
  known: ReadonlyMap<string, KnownTerm>,
  { person, at }: { readonly person: string; readonly at: number },
): Promise<void> {
  const rows = changes.flatMap(({ id, record }) => {
    const was = known.get(id);
    const said = record ?? was?.record;
    if (said === undefined) return [];
    return {
      ...{ project_id: project, id, record: JSON.stringify(said), person, changed_at: at },
      ...{ revision: (was?.revision ?? 0) + 1, removed_at: record === null ? at : null },
    };
  });
  await inBatches(rows, BATCH, (batch) =>
    trx
      .insertInto('term')
      .values(batch)
      .onConflict((conflict) =>
        conflict.columns(['project_id', 'id']).doUpdateSet((row) => ({
          record: row.ref('excluded.record'),
          revision: row.ref('excluded.revision'),
          person: row.ref('excluded.person'),
          changed_at: row.ref('excluded.changed_at'),
          removed_at: row.ref('excluded.removed_at'),
        })),
      )
      .execute(),
  );
}
