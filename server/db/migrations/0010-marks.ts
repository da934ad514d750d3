import { randomBytes } from 'node:crypto';
import { type Kysely, type Migration, sql } from 'kysely';

/** The marks by which a version is known. What happened before has none, but for the head of each document: it begins a chain with a random
 *  one, which `~` tells. */
export const marks: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .alterTable('document')
      .addColumn('mark', 'text', (column) => column.notNull().defaultTo(''))
      .execute();
    await db.schema.alterTable('step').addColumn('mark', 'text').execute();
    const { rows } = await sql<{ id: string; version: number }>`select id, version from document`.execute(db);
    for (const { id, version } of rows) {
      const mark = version === 0 ? id : `~${randomBytes(11).toString('base64url')}`;
      await sql`update document set mark = ${mark} where id = ${id}`.execute(db);
      await sql`update step set mark = ${mark} where document_id = ${id} and version = ${version}`.execute(db);
    }
  },
};
