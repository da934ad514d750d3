import type { Kysely } from 'kysely';
import type { Database } from './database.ts';
import { UnusableDatabase } from './failure.ts';

/** Looks, before anything is changed, whether the tables of a database are those of this Radif or an older one: throws
 *  `UnusableDatabase` where a newer one or another program has made them. `schema` is left out where there are none. */
export async function checkTables(db: Kysely<Database>, known: readonly string[], schema?: string): Promise<void> {
  const there = (await db.introspection.getTables({ withInternalKyselyTables: true })).filter(
    (table) => schema === undefined || table.schema === schema,
  );
  const executed = there.find(({ name }) => name === 'kysely_migration');
  if (!executed) {
    const others = there.find(({ name }) => ownTables.has(name));
    if (others) throw foreign(others.name, schema);
    return;
  }
  if (!executed.columns.some(({ name }) => name === 'name')) throw foreign(executed.name, schema);
  const names = (await namesIn(schema === undefined ? db : db.withSchema(schema))).sort();
  const strange = names.filter((name) => !known.includes(name));
  if (strange.length === 0) return;
  if (names[0] !== known[0]) throw foreign(executed.name, schema);
  throw new UnusableDatabase({
    rule: 'database-newer',
    message: `a newer Radif has brought its tables to ${strange.at(-1)}, and this one knows them up to ${known.at(-1)}. Nothing was changed. Start the newer Radif.`,
    element: strange.at(-1) ?? '',
  });
}

/** Names that another program may give its tables too. */
const ownTables: ReadonlySet<string> = new Set(['project', 'document', 'step', 'setting', 'job']);

async function namesIn(db: Kysely<Database>): Promise<string[]> {
  const tables = db as unknown as Kysely<{ readonly kysely_migration: { readonly name: string } }>;
  const rows = await tables.selectFrom('kysely_migration').select('name').execute();
  return rows.map(({ name }) => name);
}

function foreign(table: string, schema: string | undefined): UnusableDatabase {
  const remedy = schema === undefined ? 'Choose another folder.' : 'Choose another schema with RADIF_SCHEMA.';
  return new UnusableDatabase({
    rule: 'database-foreign',
    message: `its table ${schema === undefined ? '' : `${schema}.`}${table} is of another program. Nothing was changed. ${remedy}`,
    element: table,
  });
}
