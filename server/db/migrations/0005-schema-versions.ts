import type { Kysely, Migration } from 'kysely';

/** The version of the schema that each step is written in; all that are there are of the first. */
export const schemaVersions: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .alterTable('step')
      .addColumn('schema_version', 'integer', (column) => column.notNull().defaultTo(1))
      .execute();
  },
};
