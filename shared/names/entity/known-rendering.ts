import { type Entity, type EntityName, namesOf } from './entity.ts';
import { renderingKey, writtenForms } from './rendered-name.ts';

/** The English names of `entity` by `renderingKey`, in all their written forms. What is forbidden as one name and allowed as
 *  another is allowed; where two names are written alike, the earlier one counts. */
export function knownRenderings(entity: Entity): ReadonlyMap<string, EntityName> {
  const known = new Map<string, EntityName>();
  for (const name of namesOf(entity, 'en')) {
    for (const key of writtenForms(name.name).map(renderingKey)) {
      const before = known.get(key);
      if (!before || before.use === 'forbidden') known.set(key, name);
    }
  }
  return known;
}
