import type { Label } from '../../core/label.ts';
import type { Checked } from '../../core/problem.ts';
import type { TextPlace } from '../text/csv.ts';
import { attribute, elementsIn, type XmlElement } from '../xml/tree.ts';
import { guarded, writeNames } from './cell.ts';
import { checkedFile, type RegistryFile } from './csv.ts';
import { registryProblem } from './problems.ts';
import { readRow, registryColumns } from './row.ts';
import { category, isRefusedTerm, tbxConcepts, tbxTerms, textOf } from './tbx-concepts.ts';
import { termUses, WIKIDATA } from './tbx-write.ts';

const at = new Map(registryColumns.map((column, index) => [column, index]));

/** The entities of a TBX file of version 3 in either style, and of one of version 2 (`martif`): a concept is one, what its label is the
 *  subject field says. Of several preferred terms, or of none, the first counts; terms of other languages are left, and concepts that have no
 *  others. What is wrong has the
 *  line and column of its concept; the names themselves are checked as those of a table are. */
export function readTbx(text: string, labels: readonly Label[]): Checked<RegistryFile> {
  const found = conceptsOf(text);
  if (!found.ok) return found;
  const named = ({ cells }: Concept) => [1, 2, 3, 4].some((column) => cells[column] !== '');
  const rows = found.value.filter(named).map(({ cells, place }) =>
    readRow(
      cells.map((cell) => ({ text: cell, ...place })),
      at,
      labels,
    ),
  );
  const nameless = found.value.filter((concept) => !named(concept));
  return checkedFile(
    rows,
    nameless.map(({ place: { line } }) => registryProblem('registry.no-term', { line })),
  );
}

interface Concept {
  /** In the order of `registryColumns`. */
  readonly cells: readonly string[];
  readonly place: TextPlace;
}

function conceptsOf(text: string): Checked<readonly Concept[]> {
  const read = tbxConcepts(text);
  if (!read.ok) return read;
  return { ok: true, value: read.value.map((concept) => ({ cells: cellsOf(concept), place: concept.place })) };
}

function cellsOf(concept: XmlElement): readonly string[] {
  const own = (type: string) => category(concept, type);
  const names = { fa: termsOf(concept, 'fa'), en: termsOf(concept, 'en') };
  const field = own('subjectField');
  const target = own('externalCrossReference');
  const address = (target && attribute(target, 'target')) ?? '';
  const note = elementsIn(concept).find(({ local }) => local === 'note');
  return [
    field ? textOf(field) : '',
    names.fa.preferred,
    names.en.preferred,
    writeNames(names.fa.others),
    writeNames(names.en.others),
    /^https?:\/\/www\.wikidata\.org\//.test(address) ? address.replace(WIKIDATA, '') : '',
    note ? textOf(note) : '',
  ].map(guarded);
}

function termsOf(concept: XmlElement, side: 'fa' | 'en') {
  const told = tbxTerms(concept, side);
  const first =
    told.find(({ status }) => status === 'preferredTerm-admn-sts') ?? told.find(({ status }) => !isRefusedTerm(status));
  const others = told
    .filter((each) => each !== first)
    .map(({ name, status, type }) => ({
      name,
      use:
        termUses.find((each) => each.status === status && each.type === (type || null))?.use ??
        termUses.find((each) => (isRefusedTerm(status) ? each.status === status : each.type === type))?.use ??
        null,
    }));
  return { preferred: first?.name ?? '', others };
}
