import { type Entity, type EntityName, namesOf } from '../entity/entity.ts';
import { type NameIndex, nameIndex } from '../entity/name-index.ts';

/** The entities of a project, made ready to be found in texts. It never changes: a changed list makes a new one. */
export interface Registry {
  readonly entities: readonly Entity[];
  readonly byId: ReadonlyMap<string, Entity>;
  /** The names of each side in any spelling, preferred ones and others, forbidden ones too. */
  readonly fa: NameIndex<EntityName>;
  readonly en: NameIndex<EntityName>;
}

/** The registry of `entities`. */
export function registryOf(entities: readonly Entity[]): Registry {
  return {
    entities,
    byId: new Map(entities.map((entity) => [entity.id, entity])),
    fa: nameIndex(
      entities.flatMap((entity) => namesOf(entity, 'fa')),
      ({ name }) => name,
    ),
    en: nameIndex(
      entities.flatMap((entity) => namesOf(entity, 'en')),
      ({ name }) => name,
    ),
  };
}

/** A registry without entities. */
export const emptyRegistry = registryOf([]);

/** Entities that have that name on that side, in any spelling: those that prefer it first, then those that have it as
 *  another name; a forbidden name comes last. Each entity is given once. */
export function entitiesNamed(registry: Registry, name: string, side: 'fa' | 'en'): readonly Entity[] {
  const found = registry[side].named(name).toSorted((a, b) => rank(a) - rank(b));
  return [...new Set(found.map(({ entity }) => entity))];
}

function rank({ use }: EntityName): number {
  return use === 'preferred' ? 0 : use === 'forbidden' ? 2 : 1;
}
