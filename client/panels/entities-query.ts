import { useQuery } from '@tanstack/react-query';
import type { Entity } from '../../shared/core/entity.ts';
import { defaultLabels, type Label } from '../../shared/core/label.ts';
import { queries, queryClient } from '../app/server.ts';

/** An entity as the registry lists it: its record, its revision, and how often it is mentioned. */
export interface ListedEntity extends Entity {
  readonly revision: number;
  /** Milliseconds since 1970. */
  readonly changedAt: number;
  readonly mentions: number;
}

/** The whole registry of a project. */
export function useEntities(project: string) {
  return useQuery(queries.entity.list.queryOptions({ project }));
}

/** The labels of a project; those that every project begins with, until they are known. */
export function useLabels(project: string): readonly Label[] {
  return useQuery(queries.label.list.queryOptions({ project })).data ?? defaultLabels;
}

/** Asks again for everything that is shown of the entities. */
export async function refreshEntities(): Promise<void> {
  await queryClient.invalidateQueries(queries.entity.pathFilter());
}
