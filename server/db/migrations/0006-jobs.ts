import type { Kysely, Migration } from 'kysely';
import type { ColumnTypes } from './column-types.ts';

/** Work that is written down before it begins, its parts, and the files that it is given. */
export const jobs = ({ bytes }: ColumnTypes): Migration => ({
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('job')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('project_id', 'text', (column) => column.references('project.id'))
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('input', 'text', (column) => column.notNull())
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('person', 'text', (column) => column.notNull())
      .addColumn('parts', 'integer', (column) => column.notNull())
      .addColumn('done', 'integer', (column) => column.notNull())
      .addColumn('permille', 'integer', (column) => column.notNull())
      .addColumn('claims', 'integer', (column) => column.notNull())
      .addColumn('lease_until', 'bigint', (column) => column.notNull())
      .addColumn('problems', 'text')
      .addColumn('created_at', 'bigint', (column) => column.notNull())
      .addColumn('changed_at', 'bigint', (column) => column.notNull())
      .execute();
    await db.schema.createIndex('job_state').on('job').columns(['state', 'lease_until']).execute();
    await db.schema.createIndex('job_project').on('job').columns(['project_id', 'changed_at']).execute();

    await db.schema
      .createTable('job_part')
      .addColumn('job_id', 'text', (column) => column.notNull().references('job.id'))
      .addColumn('number', 'integer', (column) => column.notNull())
      .addColumn('input', 'text', (column) => column.notNull())
      .addColumn('outcome', 'text')
      .addColumn('done_at', 'bigint')
      .addPrimaryKeyConstraint('job_part_key', ['job_id', 'number'])
      .execute();

    await db.schema
      .createTable('job_file')
      .addColumn('job_id', 'text', (column) => column.notNull().references('job.id'))
      .addColumn('number', 'integer', (column) => column.notNull())
      .addColumn('body', bytes, (column) => column.notNull())
      .addPrimaryKeyConstraint('job_file_key', ['job_id', 'number'])
      .execute();
  },
});
