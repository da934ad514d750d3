import { ownWords, type WordBook } from '../../../shared/checks/spelling.ts';
import type { KnownNames } from '../../../shared/doc/checks/checked.ts';
import { builtInGazetteer } from '../../../shared/names/gazetteer/gazetteer.ts';
import { glossaryOf } from '../../../shared/terms/glossary.ts';
import type { Reader } from '../../db/database.ts';
import { entitiesOf } from '../../db/entity.ts';
import { labelsOf } from '../../db/label.ts';
import { termsOf } from '../../db/term.ts';
import { wordsOf } from '../../db/word.ts';

/** What names and words are known by in a project; words are asked for in `book`, where spelling is looked at. */
export async function projectNames(reader: Reader, project: string, book: WordBook | null): Promise<KnownNames> {
  const terms = await termsOf(reader, project);
  const [entities, labels] = [await entitiesOf(reader, project), await labelsOf(reader, project)];
  return {
    entities: new Map(entities.map((entity) => [entity.id, entity])),
    gazetteer: builtInGazetteer(),
    labels: new Set(labels.map(({ id }) => id)),
    glossary: glossaryOf(terms),
    ...(book && { spelling: { book, own: ownWords(entities, terms, await wordsOf(reader, project)) } }),
  };
}
