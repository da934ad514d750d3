import type { Insertable } from 'kysely';
import type { Entity, EntityRecord } from '../../shared/names/entity/entity.ts';
import { inBatches } from './batch.ts';
import type { EntityRevisionTable, Reader, Writer } from './database.ts';
import { Overtaken } from './failure.ts';

/** An entity with where its record stands. */
export interface StoredEntity extends Entity {
  readonly revision: number;
  /** Milliseconds since 1970. */
  readonly changedAt: number;
}

type RevisedEntity = Entity & { readonly revision: number };

export type EntityCause = EntityRevisionTable['cause'];

/** Who changes entities, when, and why; it stands in the history of each. */
export interface Authorship {
  readonly cause: EntityCause;
  readonly person: string;
  readonly at: number;
  /** The job that changes them, where one does. */
  readonly job?: string;
  /** What a removed entity is merged into. */
  readonly became?: string | null;
}

const BATCH = 250;

/** The entities of a project, oldest first. */
export async function entitiesOf(reader: Reader, project: string): Promise<readonly StoredEntity[]> {
  const rows = await reader
    .selectFrom('entity')
    .select(['id', 'record', 'revision', 'changed_at'])
    .where('project_id', '=', project)
    .where('removed_at', 'is', null)
    .orderBy('id')
    .execute();
  return rows.map(storedEntity);
}

export async function entityById(reader: Reader, project: string, id: string): Promise<StoredEntity | undefined> {
  const row = await reader
    .selectFrom('entity')
    .select(['id', 'record', 'revision', 'changed_at'])
    .where('project_id', '=', project)
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    .executeTakeFirst();
  return row && storedEntity(row);
}

/** The entities of `ids` that are there, each with its record, which nobody else can change before the transaction has ended. */
export function lockEntities(trx: Writer, project: string, ids: readonly string[]): Promise<EntitiesById> {
  return heldEntities(trx, project, ids, 'update');
}

/** Those of the entities `ids` that are there; nobody can take one out before the transaction has ended. */
export function shareEntities(trx: Writer, project: string, ids: readonly string[]): Promise<EntitiesById> {
  return heldEntities(trx, project, ids, 'share');
}

type EntitiesById = ReadonlyMap<string, StoredEntity>;

/** In the order of their ids, so that no two wait for each other. */
async function heldEntities(
  trx: Writer,
  project: string,
  ids: readonly string[],
  hold: 'update' | 'share',
): Promise<EntitiesById> {
  const found = new Map<string, StoredEntity>();
  await inBatches([...new Set(ids)].sort(), BATCH, async (batch) => {
    const chosen = trx
      .selectFrom('entity')
      .select(['id', 'record', 'revision', 'changed_at'])
      .where('project_id', '=', project)
      .where('id', 'in', batch)
      .where('removed_at', 'is', null)
      .orderBy('id');
    const rows = await (hold === 'update' ? chosen.forUpdate() : chosen.forShare()).execute();
    for (const row of rows) found.set(row.id, storedEntity(row));
  });
  return found;
}

/** The ids of the entities of a project that were taken out. */
export async function goneEntities(reader: Reader, project: string): Promise<readonly string[]> {
  const rows = await reader
    .selectFrom('entity')
    .select('id')
    .where('project_id', '=', project)
    .where('removed_at', 'is not', null)
    .execute();
  return rows.map(({ id }) => id);
}

/** An entity that somebody has deleted, with who did, when, and by which job. */
export interface DeletedEntity extends StoredEntity {
  readonly person: string;
  readonly job: string | null;
}

/** The entities of a project that were deleted, the last one first; those that were merged into another one, or undone with the
 *  mention that they were begun for, are none of them. */
export async function deletedEntities(reader: Reader, project: string): Promise<readonly DeletedEntity[]> {
  const rows = await reader
    .selectFrom('entity')
    .innerJoin('entity_revision as said', (join) =>
      join
        .onRef('said.project_id', '=', 'entity.project_id')
        .onRef('said.entity_id', '=', 'entity.id')
        .onRef('said.revision', '=', 'entity.revision'),
    )
    .select(['id', 'entity.record as record', 'entity.revision as revision', 'changed_at', 'person', 'job_id as job'])
    .where('entity.project_id', '=', project)
    .where('removed_at', 'is not', null)
    .where('became', 'is', null)
    .where('cause', '=', 'removed')
    .orderBy('changed_at', 'desc')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({ ...storedEntity(row), person: row.person, job: row.job }));
}

/** What an entity is by now: itself, or what it was merged into and that in turn; `null` where it is gone. */
export async function becameOf(reader: Reader, project: string, id: string): Promise<string | null> {
  const seen = new Set<string>();
  for (let now: string | null = id; now !== null && !seen.has(now); ) {
    seen.add(now);
    const row: { removed_at: number | null; became: string | null } | undefined = await reader
      .selectFrom('entity')
      .select(['removed_at', 'became'])
      .where('project_id', '=', project)
      .where('id', '=', now)
      .executeTakeFirst();
    if (!row) return null;
    if (row.removed_at === null) return now;
    now = row.became;
  }
  return null;
}

/** The entities of `project` that the mentions of a document mean and that `other` has none of. */
export async function entitiesMeant(
  reader: Reader,
  document: string,
  project: string,
  other: string,
): Promise<readonly StoredEntity[]> {
  const rows = await reader
    .selectFrom('entity')
    .select(['id', 'record', 'revision', 'changed_at'])
    .where('project_id', '=', project)
    .where('removed_at', 'is', null)
    .where('id', 'in', (from) =>
      from.selectFrom('mention').select('entity').where('document_id', '=', document).where('entity', 'is not', null),
    )
    .where('id', 'not in', (from) => from.selectFrom('entity').select('id').where('project_id', '=', other))
    .orderBy('id')
    .execute();
  return rows.map(storedEntity);
}

/** Adds an entity at revision 1 where there never was one of its id; false where there was. Of two who try at once, one does. */
async function insertNewEntity(trx: Writer, project: string, entity: Entity, authorship: Authorship): Promise<boolean> {
  const row = {
    project_id: project,
    id: entity.id,
    record: recordJson(entity),
    revision: 1,
    changed_at: authorship.at,
  };
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('entity')
    .values({ ...row, removed_at: null, became: null })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows === 0n) return false;
  await insertRevisions(trx, [revisionRow(project, { ...entity, revision: 1 }, authorship)]);
  return true;
}

/** Adds an entity that was begun with a mention, or brings it back where that was undone; false where it is there, or somebody has
 *  deleted it. */
export async function beginEntity(
  trx: Writer,
  project: string,
  entity: Entity,
  authorship: Authorship,
): Promise<boolean> {
  if (await insertNewEntity(trx, project, entity, authorship)) return true;
  const [last] = await revisionsOf(trx, project, entity.id);
  return last?.cause === 'undone' && (await reviveEntity(trx, project, entity.id, authorship)) !== undefined;
}

/** Adds entities at revision 1. */
export async function insertEntities(
  trx: Writer,
  project: string,
  entities: readonly Entity[],
  authorship: Authorship,
): Promise<void> {
  await inBatches(entities, BATCH, (batch) =>
    trx
      .insertInto('entity')
      .values(
        batch.map((entity) => ({
          project_id: project,
          id: entity.id,
          record: recordJson(entity),
          revision: 1,
          changed_at: authorship.at,
          removed_at: null,
          became: null,
        })),
      )
      .execute(),
  );
  await inBatches(entities, BATCH, (batch) =>
    insertRevisions(
      trx,
      batch.map((entity) => revisionRow(project, { ...entity, revision: 1 }, authorship)),
    ),
  );
}

/** Rewrites entities, each as `rewriteEntity` does, letting others be served in between. */
export async function rewriteEntities(
  trx: Writer,
  project: string,
  entities: readonly RevisedEntity[],
  authorship: Authorship,
): Promise<void> {
  await inBatches(entities, BATCH, async (batch) => {
    for (const entity of batch) await rewriteEntity(trx, project, entity, authorship);
  });
}

/** Rewrites an entity that stands at `revision`. Throws `Overtaken` where it does not any more: the transaction runs again
 *  and sees what the other one did. */
export async function rewriteEntity(
  trx: Writer,
  project: string,
  entity: RevisedEntity,
  authorship: Authorship,
): Promise<void> {
  const next = entity.revision + 1;
  const { numUpdatedRows } = await trx
    .updateTable('entity')
    .set({
      record: recordJson(entity),
      revision: next,
      changed_at: authorship.at,
      removed_at: authorship.cause === 'removed' || authorship.cause === 'undone' ? authorship.at : null,
      became: authorship.became ?? null,
    })
    .where('project_id', '=', project)
    .where('id', '=', entity.id)
    .where('revision', '=', entity.revision)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw new Overtaken(`Entity ${entity.id} is not at revision ${entity.revision} any more`);
  await insertRevisions(trx, [revisionRow(project, { ...entity, revision: next }, authorship)]);
}

/** Takes a removed entity back, saying what it said last; `undefined` when there is none that is removed. */
export async function reviveEntity(
  trx: Writer,
  project: string,
  id: string,
  authorship: Authorship,
): Promise<StoredEntity | undefined> {
  const row = await trx
    .selectFrom('entity')
    .select(['id', 'record', 'revision', 'changed_at'])
    .where('project_id', '=', project)
    .where('id', '=', id)
    .where('removed_at', 'is not', null)
    .executeTakeFirst();
  if (!row) return undefined;
  const removed = storedEntity(row);
  await rewriteEntity(trx, project, removed, authorship);
  return { ...removed, revision: removed.revision + 1, changedAt: authorship.at };
}

/** All that an entity ever said, newest first. */
export async function revisionsOf(reader: Reader, project: string, entity: string) {
  const rows = await reader
    .selectFrom('entity_revision')
    .select(['revision', 'cause', 'record', 'person', 'at', 'job_id as job'])
    .where('project_id', '=', project)
    .where('entity_id', '=', entity)
    .orderBy('revision', 'desc')
    .execute();
  return rows.map(({ record, ...row }) => ({ ...row, record: JSON.parse(record) as EntityRecord }));
}

/** How many mentions each entity of a project has, in documents that are not put away. */
export async function mentionCounts(reader: Reader, project: string): Promise<ReadonlyMap<string, number>> {
  const rows = await reader
    .selectFrom('mention')
    .innerJoin('document', 'document.id', 'mention.document_id')
    .select((from) => ['mention.entity as entity', from.fn.countAll<number>().as('count')])
    .where('document.project_id', '=', project)
    .where('document.archived_at', 'is', null)
    .where('mention.entity', 'is not', null)
    .groupBy('mention.entity')
    .execute();
  return new Map(rows.map(({ entity, count }) => [entity ?? '', Number(count)]));
}

function insertRevisions(trx: Writer, rows: readonly Insertable<EntityRevisionTable>[]): Promise<void> {
  return inBatches(rows, BATCH, (batch) => trx.insertInto('entity_revision').values(batch).execute());
}

function revisionRow(
  project: string,
  entity: RevisedEntity,
  { cause, person, at, job }: Authorship,
): Insertable<EntityRevisionTable> {
  return {
    project_id: project,
    entity_id: entity.id,
    revision: entity.revision,
    cause,
    record: recordJson(entity),
    person,
    at,
    job_id: job ?? null,
  };
}

function recordJson({ label, fa, en, faOther, enOther, wikidata, note }: EntityRecord): string {
  return JSON.stringify({ label, fa, en, faOther, enOther, wikidata, note });
}

function storedEntity(row: { id: string; record: string; revision: number; changed_at: number }): StoredEntity {
  const record = JSON.parse(row.record) as EntityRecord;
  return { id: row.id, ...record, revision: row.revision, changedAt: row.changed_at };
}
