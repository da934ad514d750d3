import type { Kysely, Migration } from 'kysely';

/** What the names begin with that may stand in the Persian of a segment, in an index that is read instead of the segments; and the
 *  labels of mentions in one of their own. */
export const nameStarts: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .alterTable('segment')
      .addColumn('name_starts', 'text', (column) => column.notNull().defaultTo(''))
      .execute();
    await db.schema.dropIndex('segment_place').execute();
    await db.schema
      .createIndex('segment_place')
      .on('segment')
      .columns(['document_id', 'source_from', 'turn', 'name_starts'])
      .execute();
    await db.schema.createIndex('mention_label').on('mention').columns(['document_id', 'label']).execute();
  },
};
