import type { Label } from '../../../shared/core/label.ts';
import { type Entity, namesOf } from '../../../shared/names/entity/entity.ts';
import { joinedKey, wordsOfEach } from '../../../shared/names/entity/name.ts';

/** What can be wrong with an entity, as far as the registry itself tells. */
export const troubles = [
  'noEnglish',
  'noPersian',
  'sharedName',
  'forbiddenName',
  'sharedItem',
  'unknownLabel',
  'unmentioned',
] as const;
export type Trouble = (typeof troubles)[number];

/** What is wrong with each of `entities`; one without trouble has no entry. A name that only one entity has may be written
 *  in many ways, so names are compared by what they fold to. */
export function troublesOf(
  entities: readonly (Entity & { readonly mentions: number })[],
  labels: readonly Label[],
): ReadonlyMap<string, readonly Trouble[]> {
  const names = entities.flatMap((entity) => [...namesOf(entity, 'fa'), ...namesOf(entity, 'en')]);
  const keys = wordsOfEach(names.map(({ name }) => name)).map(joinedKey);
  const allowed = new Map<string, Set<Entity>>();
  const forbidden = new Map<string, Set<Entity>>();
  for (const [at, { entity, use }] of names.entries()) {
    add(use === 'forbidden' ? forbidden : allowed, keys[at] ?? '', entity);
  }
  const items = new Map<string, Set<Entity>>();
  for (const entity of entities) if (entity.wikidata !== null) add(items, entity.wikidata, entity);

  const found = new Map<Entity, Set<Trouble>>();
  for (const owners of allowed.values()) if (owners.size > 1) tell(owners, 'sharedName');
  for (const [key, owners] of forbidden)
    tell(
      [...owners].filter((one) => allowed.get(key)?.has(one)),
      'forbiddenName',
    );
  for (const owners of items.values()) if (owners.size > 1) tell(owners, 'sharedItem');
  const known = new Set(labels.map(({ id }) => id));
  tell(
    entities.filter(({ en }) => en === ''),
    'noEnglish',
  );
  tell(
    entities.filter(({ fa }) => fa === ''),
    'noPersian',
  );
  tell(
    entities.filter(({ label }) => !known.has(label)),
    'unknownLabel',
  );
  tell(
    entities.filter(({ mentions }) => mentions === 0),
    'unmentioned',
  );
  return new Map([...found].map(([{ id }, own]) => [id, troubles.filter((trouble) => own.has(trouble))]));

  function tell(owners: Iterable<Entity>, trouble: Trouble): void {
    for (const owner of owners) found.set(owner, (found.get(owner) ?? new Set()).add(trouble));
  }
}

function add(owners: Map<string, Set<Entity>>, key: string, entity: Entity): void {
  if (key !== '') owners.set(key, (owners.get(key) ?? new Set()).add(entity));
}
