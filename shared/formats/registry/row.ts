import type { Label } from '../../core/label.ts';
import type { Problem } from '../../core/problem.ts';
import { turns, withTurnsShown } from '../../language/characters/turned.ts';
import { type EntityRecord, isWikidataId, type OtherName } from '../../names/entity/entity.ts';
import { nameKey } from '../../names/entity/name.ts';
import type { Cell } from '../text/csv.ts';
import { readNames, trimmed, unguarded } from './cell.ts';
import { type RegistryRule, registryProblem } from './problems.ts';

/** The columns of a registry file, in the order in which they are written. */
export const registryColumns = ['label', 'fa', 'en', 'fa_other', 'en_other', 'wikidata', 'note'] as const;
export type RegistryColumn = (typeof registryColumns)[number];

/** An entity as a line of a file says it, with what is wrong with the line and what was not read as it stands. */
export interface RegistryRow {
  readonly line: number;
  readonly entity: EntityRecord;
  readonly problems: readonly Problem[];
  readonly warnings: readonly Problem[];
}

/** UTF-16 units of one cell: a note of ten pages. */
const LONGEST = 20_000;

/** The entity of a line that is not read. */
const nothing: EntityRecord = { label: '', fa: '', en: '', faOther: [], enOther: [], wikidata: null, note: '' };

/** Reads the cells of one line; `at` tells the place of each column in it. */
export function readRow(
  record: readonly Cell[],
  at: ReadonlyMap<RegistryColumn, number>,
  labels: readonly Label[],
): RegistryRow {
  const line = record[0]?.line ?? 1;
  const problems: Problem[] = [];
  const warnings: Problem[] = [];
  for (const [element, index] of at) {
    const cell = record[index];
    if (cell === undefined || cell.text.length <= LONGEST) continue;
    const place = { line: cell.line, column: cell.column, element };
    problems.push(registryProblem('registry.long', { ...place, values: { size: cell.text.length, limit: LONGEST } }));
  }
  const cellOf = (column: RegistryColumn): Cell => {
    const cell = record[at.get(column) ?? -1];
    return cell ? { ...cell, text: unguarded(cell.text) } : { text: '', line, column: 1 };
  };
  const refuse = (rule: RegistryRule, element: RegistryColumn, name: string, values: Record<string, string> = {}) => {
    const { line, column } = cellOf(element);
    problems.push(registryProblem(rule, { line, column, element, values: { name, ...values } }));
  };
  const checked = (column: RegistryColumn, name: string) => {
    if (/\p{Cc}|[\u2028\u2029]/u.test(name))
      refuse('registry.control', column, name.replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, '�'));
    else if (turns(name)) refuse('registry.turned', column, withTurnsShown(name));
    else if (name !== '' && nameKey(name) === '') refuse('registry.name', column, name);
    return name;
  };
  const others = (column: 'fa_other' | 'en_other', preferred: string): readonly OtherName[] => {
    const seen = new Set([preferred]);
    return readNames(cellOf(column).text).filter(({ name }) => {
      checked(column, name);
      if (seen.has(name))
        warnings.push(registryProblem('registry.repeated-name', { line, element: column, values: { name } }));
      return !seen.has(name) && seen.add(name);
    });
  };

  if (problems.length > 0) return { line, entity: nothing, problems, warnings };
  const asked = trimmed(cellOf('label').text);
  const label = labels.find(({ id }) => id.toUpperCase() === asked.toUpperCase());
  if (!label) refuse('registry.label', 'label', asked, { labels: labels.map(({ id }) => id).join(', ') });
  const fa = checked('fa', trimmed(cellOf('fa').text));
  const en = checked('en', trimmed(cellOf('en').text));
  if (fa === '' && en === '') problems.push(registryProblem('registry.nameless', { line }));
  const item = trimmed(cellOf('wikidata').text);
  const wikidata = item.replace(/^(?:https?:\/\/www\.wikidata\.org\/(?:wiki|entity)\/|wd:)/, '').toUpperCase();
  if (item !== '' && !isWikidataId(wikidata)) refuse('registry.wikidata', 'wikidata', item);

  const entity: EntityRecord = {
    label: label?.id ?? asked,
    fa,
    en,
    faOther: others('fa_other', fa),
    enOther: others('en_other', en),
    wikidata: item === '' ? null : wikidata,
    note: cellOf('note').text,
  };
  return { line, entity, problems, warnings };
}
