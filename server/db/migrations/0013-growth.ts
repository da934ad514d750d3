import type { Kysely, Migration } from 'kysely';

/** Finds the mentions of an entity in whatever documents they stand, without a look at those that have none. */
export const growth: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema.createIndex('mention_of_entity').on('mention').columns(['entity', 'document_id']).execute();
  },
};
