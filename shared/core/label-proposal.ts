import type { Label } from './label.ts';

/** Names that other tools have for the labels that every project begins with. */
const others: Readonly<Record<string, string>> = {
  PERSON: 'PER',
  PERS: 'PER',
  ORGANIZATION: 'ORG',
  ORGANISATION: 'ORG',
  LOCATION: 'LOC',
  PLACE: 'LOC',
  COUNTRY: 'GPE',
  CITY: 'GPE',
  FACILITY: 'FAC',
  EVE: 'EVENT',
  EVT: 'EVENT',
  NATIONALITY: 'NORP',
};

/** What a label of a file becomes in a project with `labels`: the one of that name or of that meaning, or else a new one, under a
 *  name that a label may have. */
export function proposedLabel(label: string, labels: readonly Pick<Label, 'id'>[]): string {
  const known = (id: string) => labels.some((each) => each.id === id);
  if (known(label)) return label;
  const id = label
    .toUpperCase()
    .replace(/[^A-Z0-9_]+/g, '_')
    .replace(/^[^A-Z]+/, '')
    .slice(0, 24);
  const meant = others[id];
  if (known(id)) return id;
  if (meant !== undefined && known(meant)) return meant;
  return id === '' ? 'NAME' : id;
}
