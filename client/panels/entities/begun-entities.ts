import { useMemo } from 'react';
import { v7 } from 'uuid';
import type { Entity, EntityRecord } from '../../../shared/names/entity/entity.ts';
import { nameKey } from '../../../shared/names/entity/name.ts';
import { type Begun, begunEntities as store } from '../../platform/begun.ts';
import { causeOf } from '../../platform/cause.ts';
import { type Answers, queries, queryClient, server } from '../../platform/server.ts';
import { useStoredRecords } from '../../platform/stored-records.ts';
import { untilSent } from '../../platform/until-sent.ts';
import type { Cause } from '../../timeline/cause.ts';
import { noticeTrouble } from '../../ui/notices.tsx';

/** The entities that were begun since this page was loaded, by their ids. */
export const begunHere = new Map<string, Begun>();

/** Ids of those whose beginning was undone: what is still on its way of them is to go again. */
const undone = new Set<string>();

/** Begins an entity and gives its id at once, so that mentions can mean it; it is sent until the server has it. What is
 *  begun twice is one entity, also under another of its Persian names. */
export function beginEntity(project: string, record: EntityRecord): string {
  const listed: readonly Entity[] = queryClient.getQueryData(queries.entity.list.queryKey({ project })) ?? [];
  const begun = entitiesBegun(store.all(), project);
  const known = [...listed, ...begun].find((entity) => isSame(entity, record));
  if (known) return known.id;
  const one = { project, id: v7(), record };
  begunHere.set(one.id, one);
  store.put(one.id, one);
  void send(one);
  return one.id;
}

/** Begins an entity again whose beginning was undone; it keeps its id. */
export function beginAgain(begun: Begun): void {
  undone.delete(begun.id);
  store.put(begun.id, begun);
  void send(begun);
}

/** Has an entity go again that was begun here, where nobody means it or has said anything of it since. */
export async function undoBeginning({ project, id }: Begun): Promise<void> {
  undone.add(id);
  store.remove(id);
  await untilSent(() => server.entity.forget.mutate({ project, id }));
  await queryClient.invalidateQueries(queries.entity.pathFilter());
}

/** The entities of a project that the server has not yet; the same list until one comes or goes. */
export function useBegun(project: string): readonly Entity[] {
  const all = useStoredRecords(store);
  return useMemo(() => entitiesBegun(all, project), [all, project]);
}

/** Sends what an earlier visit has left. */
export function sendBegun(): void {
  for (const one of store.all()) void send(one);
}

async function send(one: Begun): Promise<void> {
  const { project, id, record } = one;
  try {
    const answer = await untilSent(() => server.entity.create.mutate({ project, id, record }));
    if (undone.has(id)) return await undoBeginning(one);
    if (answer.ok) await list(project, answer.value);
    else noticeTrouble(new Error(answer.problems.map(({ message }) => message).join(' ')));
  } catch (error) {
    noticeTrouble(error);
    if (!hopeless.has(causeOf(error))) return;
  }
  store.remove(id);
}

/** What the server will not take later either. */
const hopeless: ReadonlySet<Cause> = new Set(['missing', 'tooLarge', 'other']);

type Created = Extract<Answers['entity']['create'], { ok: true }>['value'];

/** Lists what the server has now; an older list that is on its way does not come over it. */
async function list(project: string, entity: Created): Promise<void> {
  const queryKey = queries.entity.list.queryKey({ project });
  await queryClient.cancelQueries({ queryKey });
  const known = queryClient.getQueryData(queryKey);
  if (!known) await queryClient.invalidateQueries({ queryKey });
  else queryClient.setQueryData(queryKey, [...known.filter(({ id }) => id !== entity.id), { ...entity, mentions: 0 }]);
}

function entitiesBegun(all: readonly Begun[], project: string): readonly Entity[] {
  return all.filter((one) => one.project === project).map(({ id, record }) => ({ id, ...record }));
}

function isSame(entity: Entity, record: EntityRecord): boolean {
  if (entity.label !== record.label || nameKey(entity.en) !== nameKey(record.en)) return false;
  if (record.en === '') return nameKey(entity.fa) === nameKey(record.fa);
  const names = new Set(persianKeys(record));
  return persianKeys(entity).some((key) => names.has(key));
}

function persianKeys({ fa, faOther }: EntityRecord): readonly string[] {
  return [fa, ...faOther.map(({ name }) => name)].map(nameKey).filter((key) => key !== '');
}
