import type { EntityRecord } from '../../shared/names/entity/entity.ts';
import type { BegunEntity } from '../../shared/wire/push.ts';
import { storedRecords } from './stored-records.ts';

/** An entity that mentions mean already and the server has not yet. */
export interface Begun extends BegunEntity {
  readonly project: string;
}

/** Kept in this browser until the server has them, through a closed tab too: mentions with their ids are on their way. */
export const begunEntities = storedRecords<Begun>('radif.begun-entity.', (found) => found as Begun | null);

/** Those of the begun entities that `steps` mean: they travel with them. */
export function begunIn(steps: readonly unknown[]): { id: string; record: EntityRecord }[] {
  const begun = begunEntities.all();
  if (begun.length === 0) return [];
  const text = JSON.stringify(steps);
  return begun.filter(({ id }) => text.includes(id)).map(({ id, record }) => ({ id, record }));
}
