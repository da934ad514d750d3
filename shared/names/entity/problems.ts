import type { Label } from '../../core/label.ts';
import type { Problem } from '../../core/problem.ts';
import { turns, withTurnsShown } from '../../language/characters/turned.ts';
import { type EntityRecord, isWikidataId } from './entity.ts';
import { nameKey } from './name.ts';

/** Line breaks, other controls and half characters: no name has them, and not every database can keep them. */
const unkept = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/gu;

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
  for (const [element, name] of namesOf(record)) {
    const shown = withTurnsShown(name.replace(unkept, '\ufffd'));
    if (shown === name) continue;
    const held = turns(name)
      ? 'an invisible mark that turns its letters around'
      : 'a line break or another control character';
    const message = `The name "${shown}" holds ${held}, where \ufffd stands. Remove it.`;
    problems.push({
      rule: turns(name) ? 'entity.turned' : 'entity.control',
      message,
      element,
      values: { name: shown },
    });
  }
  if (record.wikidata !== null && !isWikidataId(record.wikidata)) {
    const message = `"${record.wikidata}" is no Wikidata id; it is a Q and a number, as Q159.`;
    problems.push({ rule: 'entity.wikidata', message, element: 'wikidata', values: { found: record.wikidata } });
  }
  return problems;
}

function namesOf({ fa, en, faOther, enOther }: EntityRecord): readonly (readonly [element: string, name: string])[] {
  return [
    ['fa', fa],
    ['en', en],
    ...faOther.map(({ name }) => ['faOther', name] as const),
    ...enOther.map(({ name }) => ['enOther', name] as const),
  ];
}
