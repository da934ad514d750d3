import type { Kysely, Migration } from 'kysely';

/** The registry of a project: its entities with all that they ever said, its labels, and what people dismissed. */
export const registry: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('entity')
      .addColumn('project_id', 'text', (column) => column.notNull().references('project.id'))
      .addColumn('id', 'text', (column) => column.notNull())
      .addColumn('record', 'text', (column) => column.notNull())
      .addColumn('revision', 'integer', (column) => column.notNull())
      .addColumn('changed_at', 'bigint', (column) => column.notNull())
      .addColumn('removed_at', 'bigint')
      .addPrimaryKeyConstraint('entity_key', ['project_id', 'id'])
      .execute();

    await db.schema
      .createTable('entity_revision')
      .addColumn('project_id', 'text', (column) => column.notNull().references('project.id'))
      .addColumn('entity_id', 'text', (column) => column.notNull())
      .addColumn('revision', 'integer', (column) => column.notNull())
      .addColumn('cause', 'text', (column) => column.notNull())
      .addColumn('record', 'text', (column) => column.notNull())
      .addColumn('person', 'text', (column) => column.notNull())
      .addColumn('at', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('entity_revision_key', ['project_id', 'entity_id', 'revision'])
      .execute();

    await db.schema
      .createTable('project_labels')
      .addColumn('project_id', 'text', (column) => column.primaryKey().references('project.id'))
      .addColumn('labels', 'text', (column) => column.notNull())
      .execute();

    await db.schema
      .createTable('dismissal')
      .addColumn('document_id', 'text', (column) => column.notNull().references('document.id'))
      .addColumn('subject', 'text', (column) => column.notNull())
      .addColumn('reason', 'text', (column) => column.notNull())
      .addColumn('person', 'text', (column) => column.notNull())
      .addColumn('at', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('dismissal_key', ['document_id', 'subject'])
      .execute();

    await db.schema.createIndex('mention_entity').on('mention').columns(['document_id', 'entity']).execute();
  },
};
