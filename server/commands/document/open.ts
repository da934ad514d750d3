import type { Progress } from '../../../shared/core/progress.ts';
import { latestVersion } from '../../../shared/doc/model/migrations.ts';
import type { OpenedDocument } from '../../../shared/wire/opened-document.ts';
import type { Mark, MarkedVersion, SentStep } from '../../../shared/wire/step.ts';
import type { Context } from '../../context.ts';
import { documentById } from '../../db/document.ts';
import { markOf } from '../../db/mark.ts';
import { nearestSnapshotPlace } from '../../db/snapshot.ts';
import { sourceOf } from '../../db/source.ts';
import { STEPS_AT_ONCE, stepsAfter } from '../../db/step.ts';
import { UnknownRecord } from '../../db/unknown.ts';

/** What to open. */
export interface Opening {
  readonly id: string;
  /** The version; the head unless it is given. */
  readonly at?: number | undefined;
  /** The version of the schema to read it in, today's or an older one that it was written in. */
  readonly schema?: number | undefined;
}

/** A document at its head, or as it was at version `at`: the snapshot to begin with, and the steps from there. What is
 *  stored is told as it is stored; nothing of the document is read or written anew. */
export async function openDocument(ctx: Context, { id, at, schema }: Opening): Promise<OpenedDocument> {
  const { store, timeline } = ctx;
  const row = await documentById(store.db, id);
  if (!row) throw new UnknownRecord('document', id);
  const version = at ?? row.version;
  const mark = version === row.version ? row.mark : await markOf(store.db, id, version);
  if (version > row.version || mark === undefined) throw new UnknownRecord('version', `${version}`);
  const schemaVersion = schema ?? latestVersion(timeline.editions);
  const source = await sourceOf(store.db, id);
  return {
    id,
    title: row.title,
    project: { id: row.project_id, name: row.project_name },
    source: source.text,
    outline: source.outline,
    schemaVersion,
    version,
    mark,
    head: row.version,
    progress: JSON.parse(row.progress) as Progress,
    ...(await told(ctx, id, { version, mark }, schemaVersion)),
  };
}

/** The stored snapshot and the steps after it, where both are written in `schema` and the steps fit one answer and lead to the
 *  version; else the version itself as a snapshot, which is made when it is asked for. */
async function told(
  { store }: Context,
  id: string,
  { version, mark }: MarkedVersion,
  schema: number,
): Promise<{ readonly snapshot: number; readonly snapshotMark: Mark; readonly steps: readonly SentStep[] }> {
  const nearest = await nearestSnapshotPlace(store.db, id, version);
  if (nearest?.schema === schema && version - nearest.version <= STEPS_AT_ONCE) {
    const behind = version - nearest.version;
    const steps = behind > 0 ? await stepsAfter(store.db, id, nearest.version, behind) : [];
    const reached = behind > 0 ? steps.at(-1)?.mark : nearest.mark;
    if (reached === mark && steps.every((step) => step.schema === schema))
      return { snapshot: nearest.version, snapshotMark: nearest.mark, steps };
  }
  return { snapshot: version, snapshotMark: mark, steps: [] };
}
