import type { Kysely, Migration } from 'kysely';

/** The glossary of a project. */
export const terms: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('term')
      .addColumn('project_id', 'text', (column) => column.notNull().references('project.id'))
      .addColumn('id', 'text', (column) => column.notNull())
      .addColumn('record', 'text', (column) => column.notNull())
      .addColumn('revision', 'integer', (column) => column.notNull())
      .addColumn('person', 'text', (column) => column.notNull())
      .addColumn('changed_at', 'bigint', (column) => column.notNull())
      .addColumn('removed_at', 'bigint')
      .addPrimaryKeyConstraint('term_key', ['project_id', 'id'])
      .execute();
  },
};
