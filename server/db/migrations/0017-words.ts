import type { Kysely, Migration } from 'kysely';

/** Words that are right in the English of a project whatever a dictionary says. */
export const words: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('project_word')
      .addColumn('project_id', 'text', (column) => column.notNull().references('project.id'))
      .addColumn('word', 'text', (column) => column.notNull())
      .addColumn('person', 'text', (column) => column.notNull())
      .addColumn('at', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('project_word_key', ['project_id', 'word'])
      .execute();
  },
};
