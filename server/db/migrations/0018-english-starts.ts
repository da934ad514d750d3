import { type Kysely, type Migration, sql } from 'kysely';

/** What the English of a project's own units begins with, in an index: units are found by all of it from there. */
export const englishStarts: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`
      create index memory_unit_english on memory_unit (memory_id, substr(target, 1, 60)) where document_id is not null
    `.execute(db);
  },
};
