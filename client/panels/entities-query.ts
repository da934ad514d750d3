import { useQuery } from '@tanstack/react-query';
import { v7 } from 'uuid';
import type { Entity, EntityRecord } from '../../shared/core/entity.ts';
import { nameKey } from '../../shared/core/entity-name.ts';
import { defaultLabels, type Label } from '../../shared/core/label.ts';
import { causeOf } from '../app/cause.ts';
import { noticeTrouble } from '../app/notices.tsx';
import { queries, queryClient, server } from '../app/server.ts';

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

/** How long to wait before an entity is sent again, in milliseconds. */
const AGAIN = 3000;

/** Begins an entity and gives its id at once, so that mentions can mean it; it is sent until the server has it. What is
 *  begun twice in a row is one entity. */
export function beginEntity(project: string, record: EntityRecord): string {
  const { queryKey } = queries.entity.list.queryOptions({ project });
  const isSame = (entity: Entity) =>
    entity.label === record.label &&
    nameKey(entity.fa) === nameKey(record.fa) &&
    nameKey(entity.en) === nameKey(record.en);
  const known = queryClient.getQueryData(queryKey)?.find(isSame);
  if (known) return known.id;
  const id = v7();
  const names = { faOther: [...record.faOther], enOther: [...record.enOther] };
  const entity = { id, ...record, ...names, revision: 1, changedAt: Date.now(), mentions: 0 };
  queryClient.setQueryData(queryKey, (list) => [...(list ?? []), entity]);
  void send(project, id, record, () => {
    queryClient.setQueryData(queryKey, (list) => list?.filter((other) => other.id !== id));
  });
  return id;
}

async function send(project: string, id: string, record: EntityRecord, refused: () => void): Promise<void> {
  try {
    const answer = await server.entity.create.mutate({ project, id, record });
    if (answer.ok) return;
    refused();
    noticeTrouble(new Error(answer.problems.map(({ message }) => message).join(' ')));
  } catch (error) {
    if (causeOf(error) === 'offline') setTimeout(() => void send(project, id, record, refused), AGAIN);
    else {
      refused();
      noticeTrouble(error);
    }
  }
}
