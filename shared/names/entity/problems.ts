import type { Label } from '../../core/label.ts';
import type { Problem } from '../../core/problem.ts';
import { type EntityRecord, isWikidataId } from './entity.ts';
import { nameKey } from './name.ts';

/** What is wrong with a record; none for one that a registry takes. */
export function entityProblems(record: EntityRecord, labels: readonly Label[]): readonly Problem[] {
  const problems: Problem[] = [];
  if (!labels.some(({ id }) => id === record.label)) {
    const known = labels.map(({ id }) => id).join(', ');
    const message = `There is no label "${record.label}" in this project; choose one of ${known}.`;
    problems.push({ rule: 'entity.label', message, element: 'label', values: { label: record.label, known } });
  }
  if (nameKey(record.fa) === '' && nameKey(record.en) === '') {
    const message = 'An entity needs a name with at least one letter or digit, in Persian or in English.';
    problems.push({ rule: 'entity.name', message, element: 'fa' });
  }
  if (record.wikidata !== null && !isWikidataId(record.wikidata)) {
    const message = `"${record.wikidata}" is no Wikidata id; it is a Q and a number, as Q159.`;
    problems.push({ rule: 'entity.wikidata', message, element: 'wikidata', values: { found: record.wikidata } });
  }
  return problems;
}
