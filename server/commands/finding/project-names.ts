import type { KnownNames } from '../../../shared/doc/checks/checked.ts';
import { builtInGazetteer } from '../../../shared/names/gazetteer/gazetteer.ts';
import { glossaryOf } from '../../../shared/terms/glossary.ts';
import type { Reader } from '../../db/database.ts';
import { entitiesOf } from '../../db/entity.ts';
import { labelsOf } from '../../db/label.ts';
import { termsOf } from '../../db/term.ts';

/** What names are known by in a project. */
export async function projectNames(reader: Reader, project: string): Promise<KnownNames> {
  const [entities, labels] = [await entitiesOf(reader, project), await labelsOf(reader, project)];
  return {
    entities: new Map(entities.map((entity) => [entity.id, entity])),
    gazetteer: builtInGazetteer(),
    labels: new Set(labels.map(({ id }) => id)),
    glossary: glossaryOf(await termsOf(reader, project)),
  };
}
