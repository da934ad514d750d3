import type { Kysely, Migration } from 'kysely';

/** Where in its rendering a mention stands, and what finds the mentions of a stretch of a document. */
export const mentionPlaces: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema.alterTable('mention').addColumn('rendering_from', 'integer').execute();
    await db.schema.alterTable('mention').addColumn('rendering_to', 'integer').execute();
    await db.schema.createIndex('mention_source').on('mention').columns(['document_id', 'source_from']).execute();
    await db.schema.createIndex('mention_segment').on('mention').columns(['document_id', 'segment']).execute();
  },
};
