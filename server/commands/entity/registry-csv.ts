import type { Checked, Problem } from '../../../shared/core/problem.ts';
import { writeRegistry } from '../../../shared/formats/registry/csv.ts';
import { readRegistryFile } from '../../../shared/formats/registry/read.ts';
import { type TbxStyle, writeTbx } from '../../../shared/formats/registry/tbx-write.ts';
import { registryAdditions } from '../../../shared/names/registry/additions.ts';
import type { Context } from '../../context.ts';
import { entitiesOf, insertEntities, rewriteEntity } from '../../db/entity.ts';
import { labelsOf } from '../../db/label.ts';
import { projectById } from '../../db/project.ts';
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
 *  and gains the rest. */
export async function importRegistry(
  { store, now, newId, person }: Context,
  { project, csv }: { readonly project: string; readonly csv: string },
): Promise<Checked<ImportedRegistry>> {
  return store.transaction(async (trx) => {
    if (!(await projectById(trx, project))) throw new UnknownRecord('project', project);
    const file = readRegistryFile(csv, await labelsOf(trx, project));
    if (!file.ok) return file;
    const { added, grown, known } = registryAdditions(await entitiesOf(trx, project), file.value.entities);
    const authorship = { cause: 'imported', person, at: now() } as const;
    const entities = added.map((record) => ({ ...record, id: newId() }));
    await insertEntities(trx, project, entities, authorship);
    for (const { entity, record } of grown) {
      await rewriteEntity(trx, project, { ...record, id: entity.id, revision: entity.revision }, authorship);
    }
    const { warnings } = file.value;
    return { ok: true, value: { added: added.length, grown: grown.length, known, warnings } };
  });
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
