import { type Lexicon, type LexiconEntry, lexiconOf } from '../../alignment/lexicon/lexicon.ts';
import { acronymOf } from '../entity/acronym.ts';
import { namesOf } from '../entity/entity.ts';
import { writtenForms } from '../entity/rendered-name.ts';
import type { Gazetteer } from '../gazetteer/gazetteer.ts';
import { isHomograph } from '../gazetteer/homographs.ts';
import type { Registry } from '../registry/registry.ts';

/** The names of a project and of a gazetteer as a lexicon, for aligning: every Persian name of an entity with all its English
 *  ones, with and without what stands in brackets, and as acronym. Names of the gazetteer that are words of everyday
 *  language too are left out. */
export function nameLexicon(registry: Registry, gazetteer: Gazetteer): Lexicon {
  return lexiconOf([...registryEntries(registry), ...gazetteerEntries(gazetteer)]);
}

function registryEntries({ entities }: Registry): readonly LexiconEntry[] {
  return entities.map((entity) => ({
    fa: namesOf(entity, 'fa').map(({ name }) => name),
    en: namesOf(entity, 'en').flatMap(({ name }) => {
      const forms = writtenForms(name).map((form) => form.replace(/^the\s+/iu, ''));
      return [...forms, ...forms.flatMap((form) => acronymOf(form) ?? [])];
    }),
    kind: 'name',
  }));
}

function gazetteerEntries({ entries }: Gazetteer): readonly LexiconEntry[] {
  return entries.map(({ fa, en, kin, label }) => ({
    fa: fa.filter((name) => !isHomograph(name, label)),
    en: [...en, ...kin],
    kind: 'name',
  }));
}
