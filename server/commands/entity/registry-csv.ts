import type { Checked, Problem } from '../../../shared/core/problem.ts';
import { writeRegistry } from '../../../shared/formats/registry/csv.ts';
import { type TbxStyle, writeTbx } from '../../../shared/formats/registry/tbx-write.ts';
import { stopTold } from '../../apart/failure.ts';
import type { Context } from '../../context.ts';
import type { Reader } from '../../db/database.ts';
import { entitiesOf, insertEntities, rewriteEntities } from '../../db/entity.ts';
import { labelsOf } from '../../db/label.ts';
import { holdProject, projectById } from '../../db/project.ts';
import { stampOf } from '../../db/stamp.ts';
import { UnknownRecord } from '../../db/unknown.ts';

/** What became of a file of entities. */
export interface ImportedRegistry {
  /** How many entities are new, gained something, and were known as the file has them. */
  readonly added: number;
  readonly grown: number;
  readonly known: number;
  readonly warnings: readonly Problem[];
}

/** Adds the entities of a file, CSV or TBX, to the registry of a project, all or none. An entity that is there already keeps what it says
 *  and gains the rest. The file is read and compared apart from who serves others; where the registry changed meanwhile, once more.
 *  Where `signal` breaks it off, nothing of the file is kept. */
export async function importRegistry(
  ctx: Context,
  { project, csv }: { readonly project: string; readonly csv: string },
  signal?: AbortSignal,
): Promise<Checked<ImportedRegistry>> {
  const { store, now, newId, person } = ctx;
  if (!(await projectById(store.db, project))) throw new UnknownRecord('project', project);
  const stamp = await registryStamp(store.db, project);
  const [labels, entities] = [await labelsOf(store.db, project), await entitiesOf(store.db, project)];
  const news = await stopTold(ctx.apart.run('registry', { text: csv, labels, entities }, signal && { signal }));
  if (!news.ok) return news;
  const { added, grown, known, warnings } = news.value;
  const isDone = await store.transaction(async (trx) => {
    if (!(await holdProject(trx, project))) throw new UnknownRecord('project', project);
    if ((await registryStamp(trx, project)) !== stamp) return false;
    const authorship = { cause: 'imported', person, at: now() } as const;
    const created = added.map((record) => ({ ...record, id: newId() }));
    for (const some of inSlices(created)) {
      signal?.throwIfAborted();
      await insertEntities(trx, project, some, authorship);
    }
    const rewritten = grown.map(({ entity: { id, revision }, record }) => ({ ...record, id, revision }));
    for (const some of inSlices(rewritten)) {
      signal?.throwIfAborted();
      await rewriteEntities(trx, project, some, authorship);
    }
    signal?.throwIfAborted();
    return true;
  });
  if (!isDone) return importRegistry(ctx, { project, csv }, signal);
  return { ok: true, value: { added: added.length, grown: grown.length, known, warnings } };
}

/** So many entities are written before it is asked whether anybody still wants them. */
const SLICE = 1000;

function inSlices<T>(all: readonly T[]): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(all.length / SLICE) }, (_, at) => all.slice(at * SLICE, (at + 1) * SLICE));
}

/** Changes with every change of the entities and the labels of a project. */
async function registryStamp(reader: Reader, project: string): Promise<string> {
  return JSON.stringify([await stampOf(reader, 'entity', project), await labelsOf(reader, project)]);
}

/** The registry of a project as a file, TBX-Basic in the style asked for, else CSV; with the name of the project. */
export async function exportRegistry(
  { store: { db } }: Context,
  { project, style = null }: { readonly project: string; readonly style?: TbxStyle | null },
): Promise<{ readonly name: string; readonly text: string }> {
  const known = await projectById(db, project);
  if (!known) throw new UnknownRecord('project', project);
  const entities = await entitiesOf(db, project);
  return { name: known.name, text: style === null ? writeRegistry(entities) : writeTbx(entities, style) };
}
