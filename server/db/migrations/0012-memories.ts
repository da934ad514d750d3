import { type Kysely, type Migration, sql } from 'kysely';

/** Translation memories and their units; each project has one of its own, which begins with all that is confirmed in it. */
export const memories: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('memory')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('project_id', 'text', (column) => column.references('project.id'))
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('priority', 'integer', (column) => column.notNull())
      .addColumn('penalty', 'integer', (column) => column.notNull())
      .addColumn('is_on', 'integer', (column) => column.notNull())
      .addColumn('read_only', 'integer', (column) => column.notNull())
      .addColumn('revision', 'bigint', (column) => column.notNull())
      .addColumn('next_number', 'integer', (column) => column.notNull())
      .addColumn('units', 'integer', (column) => column.notNull())
      .addColumn('created_at', 'bigint', (column) => column.notNull())
      .execute();
    await db.schema.createIndex('memory_project').on('memory').column('project_id').execute();
    await db.schema
      .createTable('memory_unit')
      .addColumn('memory_id', 'text', (column) => column.notNull().references('memory.id'))
      .addColumn('number', 'integer', (column) => column.notNull())
      .addColumn('revision', 'bigint', (column) => column.notNull())
      .addColumn('source', 'text', (column) => column.notNull())
      .addColumn('target', 'text', (column) => column.notNull())
      .addColumn('document_id', 'text')
      .addColumn('segment', 'text')
      .addColumn('origin', 'text')
      .addColumn('status', 'text')
      .addColumn('alignment', 'text')
      .addColumn('person', 'text', (column) => column.notNull())
      .addColumn('at', 'bigint', (column) => column.notNull())
      .addColumn('removed', 'integer', (column) => column.notNull())
      .addPrimaryKeyConstraint('memory_unit_key', ['memory_id', 'number'])
      .execute();
    await db.schema
      .createIndex('memory_unit_log')
      .on('memory_unit')
      .columns(['memory_id', 'revision', 'number'])
      .execute();
    await db.schema.createIndex('memory_unit_segment').on('memory_unit').columns(['document_id', 'segment']).execute();

    await sql`
      insert into memory (id, project_id, kind, name, priority, penalty, is_on, read_only, revision, next_number, units, created_at)
      select id, id, 'project', '', 0, 0, 1, 1, 1, 0, 0, created_at from project
    `.execute(db);
    await sql`
      insert into memory_unit
        (memory_id, number, revision, source, target, document_id, segment, origin, status, alignment, person, at, removed)
      select d.project_id,
        row_number() over (partition by d.project_id order by d.id, s.source_from, s.turn) - 1,
        1, s.source, s.rendering, d.id, s.id, s.origin, s.status, s.alignment, '', d.changed_at, 0
      from segment as s join document as d on d.id = s.document_id
      where s.status in ('translated', 'reviewed', 'final') and s.source <> '' and s.rendering <> ''
    `.execute(db);
    await sql`
      update memory set
        units = (select count(*) from memory_unit where memory_unit.memory_id = memory.id),
        next_number = (select count(*) from memory_unit where memory_unit.memory_id = memory.id)
    `.execute(db);
  },
};
