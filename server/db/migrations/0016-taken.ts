import type { Kysely, Migration } from 'kysely';

/** What the rendering of a segment was taken from. */
export const taken: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema.alterTable('segment').addColumn('taken', 'text').execute();
  },
};
