import type { Entity, Side } from '../entity/entity.ts';
import { entitiesNamed, type Registry } from './registry.ts';
import type { RegistrySounds } from './sounds.ts';

/** Why an entity may be the one that somebody has just marked. */
export type EntityReason = 'name' | 'wikidata' | 'sound';

/** An entity that a marked span may mean. */
export interface EntityProposal {
  readonly entity: Entity;
  readonly reason: EntityReason;
  /** 0…1; 1 for the same name or item. */
  readonly score: number;
}

/** What has been marked: the text, its side, and the Wikidata item, where it is known. */
export interface MarkedName {
  readonly surface: string;
  readonly side: Side;
  readonly wikidata: string | null;
}

/** The entities that a marked name may mean, the likeliest first: those of that name in any spelling, those of the same
 *  Wikidata item, and those whose name on the other side sounds like it. Each is given once, for its best reason. */
export function proposedEntities(
  { surface, side, wikidata }: MarkedName,
  registry: Registry,
  sounds: RegistrySounds,
): readonly EntityProposal[] {
  const proposals: readonly EntityProposal[] = [
    ...entitiesNamed(registry, surface, side).map((entity) => ({ entity, reason: 'name', score: 1 }) as const),
    ...registry.entities
      .filter((entity) => wikidata !== null && entity.wikidata === wikidata)
      .map((entity) => ({ entity, reason: 'wikidata', score: 1 }) as const),
    ...sounds.like(surface, side).map(({ entity, score }) => ({ entity, reason: 'sound', score }) as const),
  ];
  const seen = new Set<Entity>();
  return proposals.filter(({ entity }) => !seen.has(entity) && seen.add(entity));
}
