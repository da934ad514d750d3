import type { Checked, Problem } from '../../core/problem.ts';
import type { EnglishTerm, TermRecord, TermUse } from '../../terms/term.ts';
import { trimmed } from '../registry/cell.ts';
import { category, isRefusedTerm, tbxConcepts, tbxTerms, textOf } from '../registry/tbx-concepts.ts';
import { elementsIn } from '../xml/tree.ts';
import { escapeText, inPlace } from '../xml/xml.ts';
import { glossaryProblem, placedProblems } from './problems.ts';
import { checkedTerms, type GlossaryFile, type PlacedTerm, readPartOfSpeech } from './table.ts';

const statuses: Readonly<Record<TermUse, string>> = {
  preferred: 'preferredTerm-admn-sts',
  admitted: 'admittedTerm-admn-sts',
  forbidden: 'deprecatedTerm-admn-sts',
};

/** The terms of a TBX file of version 3 in either style, and of one of version 2 (`martif`): each Persian term of a concept is one, with
 *  the English terms of the concept. An English term without a status is preferred where it is the first, else admitted; one that is
 *  superseded is forbidden. Concepts without one of the languages are left out, and told. */
export function readTbxGlossary(text: string): Checked<GlossaryFile> {
  const read = tbxConcepts(text);
  if (!read.ok) return read;
  const placed: PlacedTerm[] = [];
  const [problems, warnings]: [Problem[], Problem[]] = [[], []];
  for (const concept of read.value) {
    const { line, column } = concept.place;
    const persian = tbxTerms(concept, 'fa').map((term) => ({ ...term, name: trimmed(term.name) }));
    const en: EnglishTerm[] = [];
    for (const { name, status } of tbxTerms(concept, 'en')) {
      const named = trimmed(name);
      if (named === '' || en.some((each) => each.text.toLowerCase() === named.toLowerCase())) continue;
      en.push({ text: named, use: englishUse(status, en.length === 0) });
    }
    const names = persian.filter(({ name, status }) => name !== '' && !isRefusedTerm(status));
    if (names.length === 0 || en.length === 0) {
      warnings.push(glossaryProblem('glossary.one-sided', { line }));
      continue;
    }
    const said = (type: string) => {
      const found = category(concept, type);
      return found ? trimmed(textOf(found)) : '';
    };
    const own = elementsIn(concept).find(({ local }) => local === 'note');
    for (const { name: fa, partOfSpeech } of names) {
      const record: TermRecord = {
        ...{ fa, en, note: own ? trimmed(textOf(own)) : '', domain: said('subjectField') },
        partOfSpeech: readPartOfSpeech(partOfSpeech),
      };
      problems.push(...placedProblems(record, () => ({ line, column })));
      placed.push({ line, record });
    }
  }
  return checkedTerms(placed, problems, warnings);
}

function englishUse(status: string, isFirst: boolean): TermUse {
  if (isRefusedTerm(status)) return 'forbidden';
  if (status === statuses.preferred) return 'preferred';
  return status === '' && isFirst ? 'preferred' : 'admitted';
}

/** Terms as TBX-Basic (ISO 30042:2019, dialect of LTAC, style DCA): a concept each. UTF-8; what XML has no character for is U+FFFD. */
export function writeTbxGlossary(terms: readonly TermRecord[]): string {
  const concepts = terms.map(({ fa, en, note, domain, partOfSpeech }, index) => {
    const field = domain === '' ? '' : `<descrip type="subjectField">${written(domain)}</descrip>`;
    const remark = note === '' ? '' : `<note>${written(note)}</note>`;
    const speech = partOfSpeech === null ? '' : `<termNote type="partOfSpeech">${partOfSpeech}</termNote>`;
    const english = en.map(({ text, use }) => termSection(text, status(statuses[use])));
    return `<conceptEntry id="c${index + 1}">${field}${remark}
<langSec xml:lang="fa">
${termSection(fa, speech)}</langSec>
<langSec xml:lang="en">
${english.join('')}</langSec>
</conceptEntry>
`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<tbx type="TBX-Basic" style="dca" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2">
<tbxHeader><fileDesc><sourceDesc><p>Radif</p></sourceDesc></fileDesc></tbxHeader>
<text><body>
${concepts.join('')}</body></text>
</tbx>
`;
}

const written = (text: string) => escapeText(text.replace(inPlace.pattern, inPlace.replacement));
const status = (value: string) => `<termNote type="administrativeStatus">${value}</termNote>`;
const termSection = (text: string, notes: string) => `<termSec><term>${written(text)}</term>${notes}</termSec>\n`;
