import { type Kysely, type Migration, Migrator } from 'kysely';
import type { Database } from './database.ts';
import { documents } from './migrations/0001-documents.ts';
import { mentionPlaces } from './migrations/0002-mention-places.ts';
import { registry } from './migrations/0003-registry.ts';
import { segmentLinks } from './migrations/0004-segment-links.ts';
import { schemaVersions } from './migrations/0005-schema-versions.ts';
import { jobs } from './migrations/0006-jobs.ts';
import { alignedRows } from './migrations/0007-aligned-rows.ts';
import { entityActs } from './migrations/0008-entity-acts.ts';
import { historyEntries } from './migrations/0009-history-entries.ts';
import { marks } from './migrations/0010-marks.ts';
import type { ColumnTypes } from './migrations/column-types.ts';

/** Numbered migrations, in the subset of SQL that both engines know. One that has been published is never changed. */
const migrations = (types: ColumnTypes): Record<string, Migration> => ({
  '0001-documents': documents(types),
  '0002-mention-places': mentionPlaces,
  '0003-registry': registry,
  '0004-segment-links': segmentLinks,
  '0005-schema-versions': schemaVersions,
  '0006-jobs': jobs(types),
  '0007-aligned-rows': alignedRows,
  '0008-entity-acts': entityActs,
  '0009-history-entries': historyEntries,
  '0010-marks': marks,
});

/** The names of the migrations, oldest first. */
export const migrationNames: readonly string[] = Object.keys(migrations({ bytes: 'blob' })).sort();

/** The migration that today's tables end with. */
export const latestMigration = migrationNames.at(-1) ?? '';

/** Brings the tables to today's shape, or to that of the migration `upTo`. Two processes may start at once: one of them does
 *  it, the other waits. */
export async function migrate(db: Kysely<Database>, types: ColumnTypes, upTo = latestMigration): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations(types) } });
  const { error } = await (upTo === latestMigration ? migrator.migrateToLatest() : migrator.migrateTo(upTo));
  if (error) throw error;
}
