import { tableNames } from '../../server/backup/tables.ts';
import type { Store } from '../../server/db/store.ts';

/** All rows of all tables as they were at one moment. */
export type Copy = ReadonlyMap<(typeof tableNames)[number], readonly object[]>;

/** What a backup holds. */
export async function copyOf(store: Store): Promise<Copy> {
  await using snapshot = await store.snapshot();
  const copy = new Map<(typeof tableNames)[number], readonly object[]>();
  for (const table of tableNames) copy.set(table, await snapshot.db.selectFrom(table).selectAll().execute());
  return copy;
}

/** Puts a copy in the place of what is there, in one transaction, whoever works on the database meanwhile: as one puts a backup back
 *  with the tools of the engine. */
export async function putBack(store: Store, copy: Copy): Promise<void> {
  await store.transaction(async (trx) => {
    for (const table of tableNames.toReversed()) await trx.deleteFrom(table).execute();
    for (const table of tableNames) {
      for (const row of copy.get(table) ?? []) {
        await trx
          .insertInto(table as 'setting')
          .values(written(row) as { name: string; value: string })
          .execute();
      }
    }
  });
}

/** SQLite reads bytes as what it does not write. */
function written(row: object): object {
  const cells = Object.entries(row).map(([name, value]) => [
    name,
    value instanceof ArrayBuffer ? Buffer.from(value) : value,
  ]);
  return Object.fromEntries(cells);
}
