import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { defaultLabels, type Label } from '../../../shared/core/label.ts';
import type { Entity } from '../../../shared/names/entity/entity.ts';
import { type Answers, queries, queryClient } from '../../platform/server.ts';
import { useBegun } from './begun-entities.ts';

/** An entity as the registry lists it: its record, its revision, and how often it is mentioned. */
export interface ListedEntity extends Entity {
  readonly revision: number;
  /** Milliseconds since 1970. */
  readonly changedAt: number;
  readonly mentions: number;
}

/** The whole registry of a project, with what has just been begun. */
export function useEntities(project: string) {
  const { data: listed, error, refetch } = useQuery(queries.entity.list.queryOptions({ project }));
  const begun = useBegun(project);
  const data = useMemo(() => listed && withBegun(listed, begun), [listed, begun]);
  return { data, error, refetch };
}

/** What the entities of a project say; the same list as long as they say the same, whatever else is known of them. */
export function useEntityRecords(project: string): readonly Entity[] | undefined {
  const { data: listed } = useQuery(queries.entity.list.queryOptions({ project }, { select: recordsOf }));
  const begun = useBegun(project);
  return useMemo(() => {
    const known = new Set(listed?.map(({ id }) => id));
    const fresh = begun.filter(({ id }) => !known.has(id));
    return fresh.length === 0 ? listed : listed && [...listed, ...fresh];
  }, [listed, begun]);
}

/** The labels of a project; those that every project begins with, until they are known. */
export function useLabels(project: string): readonly Label[] {
  return useQuery(queries.label.list.queryOptions({ project })).data ?? defaultLabels;
}

/** Asks again for everything that is shown of the entities. */
export async function refreshEntities(): Promise<void> {
  await queryClient.invalidateQueries(queries.entity.pathFilter());
}

function withBegun(listed: readonly ListedEntity[], begun: readonly Entity[]): readonly ListedEntity[] {
  const known = new Set(listed.map(({ id }) => id));
  const fresh = begun.filter(({ id }) => !known.has(id));
  if (fresh.length === 0) return listed;
  return [...listed, ...fresh.map((entity) => ({ ...entity, revision: 1, changedAt: Date.now(), mentions: 0 }))];
}

function recordsOf(listed: Answers['entity']['list']): readonly Entity[] {
  return listed.map(({ revision: _revision, changedAt: _changedAt, mentions: _mentions, ...entity }) => entity);
}
