import type { Kysely, Migration } from 'kysely';

/** The word links of a segment beside its texts, for lists and exports. */
export const segmentLinks: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema.alterTable('segment').addColumn('links', 'text').execute();
  },
};
