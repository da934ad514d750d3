import type { TFunction } from 'i18next';
import type { NamedVersion } from '../../../shared/wire/version.ts';

/** The named versions to choose from, in the order given: one choice for each, with all the names that it has. */
export function namedChoices(t: TFunction, named: readonly NamedVersion[]) {
  const names = new Map<string, readonly string[]>();
  for (const { version, name } of named) {
    names.set(String(version), [...(names.get(String(version)) ?? []), `\u2068${name}\u2069`]);
  }
  return Array.from(names, ([value, all]) => ({ value, label: all.join(t('registry.comma')) }));
}
