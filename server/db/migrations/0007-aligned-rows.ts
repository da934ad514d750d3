import type { Kysely, Migration } from 'kysely';

/** Rows of an aligned text: rows without Persian share a place of the source, so that their order there has to be told; and how
 *  a row was aligned, and whether it is left out of the English. */
export const alignedRows: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .alterTable('segment')
      .addColumn('turn', 'integer', (column) => column.notNull().defaultTo(0))
      .execute();
    await db.schema.alterTable('segment').addColumn('alignment', 'text').execute();
    await db.schema.alterTable('segment').addColumn('score', 'integer').execute();
    await db.schema
      .alterTable('segment')
      .addColumn('left_out', 'integer', (column) => column.notNull().defaultTo(0))
      .execute();
    await db.schema.dropIndex('segment_place').execute();
    await db.schema
      .createIndex('segment_place')
      .on('segment')
      .columns(['document_id', 'source_from', 'turn'])
      .execute();
  },
};
