import { type Entity, namesOf } from '../entity/entity.ts';
import { joinedKey, nameKey, wordsOfEach } from '../entity/name.ts';

/** Looks entities up by a part of any of their names, of the Wikidata id or the note, for lists and type-ahead. */
export interface RegistrySearch {
  /** The entities that `query` is found in, whatever the spelling of either: whole names first, then names that begin with
   *  it, then the others; within each in the order of the registry. A blank query finds all. */
  find(query: string): readonly Entity[];
}

/** Ends a text of an entity; it folds to no text. */
const END = '\n';

/** A search over `entities`: all that they say is one string, which engines look through faster than any index. */
export function registrySearch(entities: readonly Entity[]): RegistrySearch {
  const texts = entities.flatMap((entity, owner) => textsOf(entity).map((text) => ({ owner, text })));
  const keys = wordsOfEach(texts.map(({ text }) => text)).map(joinedKey);
  const starts: number[] = [];
  let end = 0;
  for (const key of keys) {
    starts.push(end);
    end += key.length + END.length;
  }
  const all = keys.map((key) => key + END).join('');

  return {
    find(query) {
      const key = nameKey(query);
      if (key === '') return entities;
      const ranks = new Uint8Array(entities.length).fill(NOWHERE);
      let text = 0;
      for (let at = all.indexOf(key); at >= 0; at = all.indexOf(key, starts[text + 1] ?? end)) {
        while ((starts[text + 1] ?? end) <= at) text += 1;
        const owner = texts[text]?.owner ?? 0;
        const isStart = at === starts[text];
        const rank = !isStart ? INSIDE : all.startsWith(END, at + key.length) ? WHOLE : BEGINNING;
        ranks[owner] = Math.min(ranks[owner] ?? rank, rank);
      }
      return [WHOLE, BEGINNING, INSIDE].flatMap((rank) => entities.filter((_, owner) => ranks[owner] === rank));
    },
  };
}

const WHOLE = 0;
const BEGINNING = 1;
const INSIDE = 2;
const NOWHERE = 3;

function textsOf(entity: Entity): readonly string[] {
  const names = [...namesOf(entity, 'fa'), ...namesOf(entity, 'en')].map(({ name }) => name);
  return [...names, entity.wikidata ?? '', entity.note].filter((text) => text !== '');
}
