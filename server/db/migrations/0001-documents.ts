import type { Kysely, Migration } from 'kysely';
import type { ColumnTypes } from './column-types.ts';

/** Projects, documents with their timelines, and the projections of their heads. */
export const documents = ({ bytes }: ColumnTypes): Migration => ({
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('project')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('rules', 'text', (column) => column.notNull())
      .addColumn('created_at', 'bigint', (column) => column.notNull())
      .addColumn('changed_at', 'bigint', (column) => column.notNull())
      .addColumn('archived_at', 'bigint')
      .execute();

    await db.schema
      .createTable('document')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('project_id', 'text', (column) => column.notNull().references('project.id'))
      .addColumn('title', 'text', (column) => column.notNull())
      .addColumn('schema_version', 'integer', (column) => column.notNull())
      .addColumn('version', 'integer', (column) => column.notNull())
      .addColumn('progress', 'text', (column) => column.notNull())
      .addColumn('created_at', 'bigint', (column) => column.notNull())
      .addColumn('changed_at', 'bigint', (column) => column.notNull())
      .addColumn('archived_at', 'bigint')
      .execute();
    await db.schema.createIndex('document_project').on('document').column('project_id').execute();

    await db.schema
      .createTable('source')
      .addColumn('document_id', 'text', (column) => column.primaryKey().references('document.id'))
      .addColumn('text', 'text', (column) => column.notNull())
      .addColumn('outline', 'text', (column) => column.notNull())
      .execute();

    await db.schema
      .createTable('step')
      .addColumn('document_id', 'text', (column) => column.notNull().references('document.id'))
      .addColumn('version', 'integer', (column) => column.notNull())
      .addColumn('client', 'text', (column) => column.notNull())
      .addColumn('person', 'text', (column) => column.notNull())
      .addColumn('at', 'bigint', (column) => column.notNull())
      .addColumn('step', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('step_key', ['document_id', 'version'])
      .execute();

    await db.schema
      .createTable('snapshot')
      .addColumn('document_id', 'text', (column) => column.notNull().references('document.id'))
      .addColumn('version', 'integer', (column) => column.notNull())
      .addColumn('schema_version', 'integer', (column) => column.notNull())
      .addColumn('at', 'bigint', (column) => column.notNull())
      .addColumn('body', bytes, (column) => column.notNull())
      .addPrimaryKeyConstraint('snapshot_key', ['document_id', 'version'])
      .execute();

    await db.schema
      .createTable('checkpoint')
      .addColumn('document_id', 'text', (column) => column.notNull().references('document.id'))
      .addColumn('from_version', 'integer', (column) => column.notNull())
      .addColumn('to_version', 'integer', (column) => column.notNull())
      .addColumn('person', 'text', (column) => column.notNull())
      .addColumn('started_at', 'bigint', (column) => column.notNull())
      .addColumn('ended_at', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('checkpoint_key', ['document_id', 'from_version'])
      .execute();

    await db.schema
      .createTable('named_version')
      .addColumn('document_id', 'text', (column) => column.notNull().references('document.id'))
      .addColumn('version', 'integer', (column) => column.notNull())
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('person', 'text', (column) => column.notNull())
      .addColumn('at', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('named_version_key', ['document_id', 'version', 'name'])
      .execute();

    await db.schema
      .createTable('segment')
      .addColumn('document_id', 'text', (column) => column.notNull().references('document.id'))
      .addColumn('id', 'text', (column) => column.notNull())
      .addColumn('source_from', 'integer', (column) => column.notNull())
      .addColumn('source_to', 'integer', (column) => column.notNull())
      .addColumn('paragraph', 'integer', (column) => column.notNull())
      .addColumn('statement', 'integer', (column) => column.notNull())
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('source', 'text', (column) => column.notNull())
      .addColumn('source_key', 'text', (column) => column.notNull())
      .addColumn('rendering', 'text', (column) => column.notNull())
      .addColumn('rendering_key', 'text', (column) => column.notNull())
      .addColumn('status', 'text', (column) => column.notNull())
      .addColumn('origin', 'text')
      .addColumn('words', 'integer', (column) => column.notNull())
      .addPrimaryKeyConstraint('segment_key', ['document_id', 'id'])
      .execute();
    await db.schema.createIndex('segment_place').on('segment').columns(['document_id', 'source_from']).execute();

    await db.schema
      .createTable('mention')
      .addColumn('document_id', 'text', (column) => column.notNull().references('document.id'))
      .addColumn('id', 'text', (column) => column.notNull())
      .addColumn('source_from', 'integer')
      .addColumn('source_to', 'integer')
      .addColumn('label', 'text', (column) => column.notNull())
      .addColumn('entity', 'text')
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('segment', 'text')
      .addColumn('surface', 'text', (column) => column.notNull())
      .addColumn('surface_key', 'text', (column) => column.notNull())
      .addColumn('rendering', 'text', (column) => column.notNull())
      .addColumn('rendering_key', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('mention_key', ['document_id', 'id'])
      .execute();

    await db.schema
      .createTable('setting')
      .addColumn('name', 'text', (column) => column.primaryKey())
      .addColumn('value', 'text', (column) => column.notNull())
      .execute();
  },
});
