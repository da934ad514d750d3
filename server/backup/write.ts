import { createHash } from 'node:crypto';
import { type ExpressionBuilder, sql } from 'kysely';
import { product } from '../../shared/core/product.ts';
import type { Database, Reader } from '../db/database.ts';
import { latestMigration } from '../db/migrate.ts';
import type { Store } from '../db/store.ts';
import { written } from './format.ts';
import { ownSettings, type Table, tableNames, tables } from './tables.ts';

/** Rows that are read at once. */
const PAGE = 200;

/** The lines of a backup of `store` as it is at one moment, while others go on writing. Memory holds one page of rows. */
export async function* backupLines(store: Store, at: number): AsyncGenerator<string> {
  const hash = createHash('sha256');
  let lines = 0;
  const line = (value: unknown) => {
    const text = `${JSON.stringify(value)}\n`;
    hash.update(text);
    lines += 1;
    return text;
  };
  await using snapshot = await store.snapshot();
  yield line({ radif: 'backup', format: 1, at, version: product.version, migration: latestMigration });
  for (const table of tableNames) {
    yield line({ table });
    for await (const row of rowsOf(snapshot.db, table)) {
      if (table === 'setting' && ownSettings.includes(String(row.name))) continue;
      yield line({ row: Object.fromEntries(Object.entries(row).map(([column, value]) => [column, written(value)])) });
    }
  }
  yield `${JSON.stringify({ lines, sha256: hash.digest('hex') })}\n`;
}

/** The rows of a table in the order of its primary key. */
async function* rowsOf(db: Reader, table: Table): AsyncGenerator<Readonly<Record<string, unknown>>> {
  const key: readonly string[] = tables[table];
  let last: Readonly<Record<string, unknown>> | undefined;
  for (;;) {
    let query = db
      .selectFrom(table as 'step')
      .selectAll()
      .limit(PAGE);
    for (const column of key) query = query.orderBy(sql.ref(column));
    if (last) query = query.where(after(key, last));
    const rows = (await query.execute()) as unknown as readonly Readonly<Record<string, unknown>>[];
    yield* rows;
    last = rows.at(-1);
    if (rows.length < PAGE) return;
  }
}

/** True for rows whose key comes after that of `row`. */
function after(key: readonly string[], row: Readonly<Record<string, unknown>>) {
  return (_from: ExpressionBuilder<Database, 'step'>) => {
    const columns = sql.join(key.map((column) => sql.ref(column)));
    return sql<boolean>`(${columns}) > (${sql.join(key.map((column) => row[column]))})`;
  };
}
