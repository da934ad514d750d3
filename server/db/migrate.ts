import { type Kysely, type Migration, Migrator } from 'kysely';
import type { Database } from './database.ts';
import { checkTables } from './executed.ts';
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
import { releases } from './migrations/0011-releases.ts';
import { memories } from './migrations/0012-memories.ts';
import { growth } from './migrations/0013-growth.ts';
import { terms } from './migrations/0014-terms.ts';
import { nameStarts } from './migrations/0015-name-starts.ts';
import { taken } from './migrations/0016-taken.ts';
import { words } from './migrations/0017-words.ts';
import { englishStarts } from './migrations/0018-english-starts.ts';
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
  '0011-releases': releases(types),
  '0012-memories': memories,
  '0013-growth': growth,
  '0014-terms': terms,
  '0015-name-starts': nameStarts,
  '0016-taken': taken,
  '0017-words': words,
  '0018-english-starts': englishStarts,
});

/** The names of the migrations, oldest first. */
export const migrationNames: readonly string[] = Object.keys(migrations({ bytes: 'blob' })).sort();

/** The migration that today's tables end with. */
export const latestMigration = migrationNames.at(-1) ?? '';

/** What there is to know of the tables besides their types. */
interface Place {
  /** The migration to stop at; today's, when left out. */
  readonly upTo?: string | undefined;
  /** Where the engine has schemas; one that is not there is made. */
  readonly schema?: string;
}

/** Brings the tables to today's shape, or to that of the migration `upTo`. Two processes may start at once: one of them does
 *  it, the other waits. Throws `UnusableDatabase`, and changes nothing, where the tables are a newer Radif's or another program's. */
export async function migrate(
  db: Kysely<Database>,
  types: ColumnTypes,
  { upTo = latestMigration, schema }: Place = {},
): Promise<void> {
  await checkTables(db, migrationNames, schema);
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => migrations(types) },
    ...(schema !== undefined && { migrationTableSchema: schema }),
  });
  const { error } = await (upTo === latestMigration ? migrator.migrateToLatest() : migrator.migrateTo(upTo));
  if (error) throw error;
}
