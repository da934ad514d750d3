import { type Kysely, type Migration, sql } from 'kysely';

/** Checkpoints become entries of a history that people read: numbered, each with what it was for and how many segments it
 *  changed, and with the import as the first. Which segments the last one of a document has changed stands apart, so that none
 *  is counted twice. What older ones changed was not counted. */
export const historyEntries: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .alterTable('checkpoint')
      .addColumn('number', 'integer', (column) => column.notNull().defaultTo(0))
      .execute();
    await db.schema
      .alterTable('checkpoint')
      .addColumn('kind', 'text', (column) => column.notNull().defaultTo('work'))
      .execute();
    await db.schema.alterTable('checkpoint').addColumn('deed', 'text').execute();
    await db.schema.alterTable('checkpoint').addColumn('about', 'text').execute();
    await db.schema.alterTable('checkpoint').addColumn('segments', 'integer').execute();
    await db.schema
      .createTable('touched_segment')
      .addColumn('document_id', 'text', (column) => column.notNull().references('document.id'))
      .addColumn('segment', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('touched_segment_key', ['document_id', 'segment'])
      .execute();
    await sql`
      update checkpoint set number = counted.number
      from (
        select document_id, from_version, row_number() over (partition by document_id order by from_version) as number
        from checkpoint
      ) as counted
      where counted.document_id = checkpoint.document_id and counted.from_version = checkpoint.from_version
    `.execute(db);
    await sql`
      insert into checkpoint (document_id, from_version, to_version, person, started_at, ended_at, number, kind)
      select id, -1, 0, '', created_at, created_at, 0, 'import' from document
    `.execute(db);
  },
};
