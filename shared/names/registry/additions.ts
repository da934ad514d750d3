import type { Entity, EntityRecord } from '../entity/entity.ts';
import { mergedRecord } from '../entity/merge.ts';
import { joinedKey, wordsOfEach } from '../entity/name.ts';

/** What a list of records brings to a registry. */
export interface RegistryAdditions<E extends Entity> {
  /** Records of entities that the registry does not have. */
  readonly added: readonly EntityRecord[];
  /** Entities that gain names, an item or a note, with what they say then. */
  readonly grown: readonly { readonly entity: E; readonly record: EntityRecord }[];
  /** How many records say nothing that the registry does not say. */
  readonly known: number;
}

/** What `records` bring to a registry of `entities`. A record is taken for an entity that has the same Wikidata item, or the
 *  same two preferred names in any spelling; the entity then keeps what it says and gains the rest (`mergedRecord`). Of several
 *  records for one entity, also for a new one, each brings its share. */
export function registryAdditions<E extends Entity>(
  entities: readonly E[],
  records: readonly EntityRecord[],
): RegistryAdditions<E> {
  const all: readonly EntityRecord[] = [...entities, ...records];
  const keys = wordsOfEach(all.flatMap(({ fa, en }) => [fa, en])).map(joinedKey);
  const pairOf = (at: number) => `${keys[2 * at]}\n${keys[2 * at + 1]}`;
  const byItem = new Map<string, number>();
  const byNames = new Map<string, number>();
  const said = new Map<number, EntityRecord>();

  const list = (at: number, record: EntityRecord) => {
    const { wikidata } = record;
    if (wikidata !== null && !byItem.has(wikidata)) byItem.set(wikidata, at);
    if (!byNames.has(pairOf(at))) byNames.set(pairOf(at), at);
    said.set(at, record);
  };

  let known = 0;
  for (const [at, record] of all.entries()) {
    const same = byItem.get(record.wikidata ?? '') ?? byNames.get(pairOf(at));
    if (at < entities.length || same === undefined) {
      list(at, record);
      continue;
    }
    const before = said.get(same) ?? record;
    const merged = mergedRecord(before, record);
    const isKnown = JSON.stringify(merged) === JSON.stringify(mergedRecord(before, before));
    if (isKnown) known += 1;
    else list(same, merged);
  }

  const grown = entities.flatMap((entity, at) => {
    const record = said.get(at);
    return record === undefined || record === entity ? [] : [{ entity, record }];
  });
  const added = [...said].filter(([at]) => at >= entities.length).map(([, record]) => record);
  return { added, grown, known };
}
