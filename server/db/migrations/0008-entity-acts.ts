import type { Kysely, Migration } from 'kysely';

/** What a merged entity became, and the job that made an entity say what it says, which can take it back. */
export const entityActs: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema.alterTable('entity').addColumn('became', 'text').execute();
    await db.schema.alterTable('entity_revision').addColumn('job_id', 'text').execute();
  },
};
