import type { Problem } from '../../core/problem.ts';
import type { CsvRule } from '../text/csv.ts';
import { type ProblemPlace, sentence } from '../text/problems.ts';

/** Everything that can be wrong with a file of entities, in English: what was found, where, and what to do. `{{name}}`
 *  stands for a value of the problem or its place; the interface translates by the rule. */
export const registryProblems = {
  'csv.quote-open':
    'Line {{line}}, column {{column}}: the quote that opens here is never closed. Close it, or write it twice inside quotes if it belongs to the text.',
  'csv.quote-after':
    'Line {{line}}, column {{column}}: the cell goes on after its closing quote. Write quotes inside a quoted cell twice.',
  'csv.quote-inside':
    'Line {{line}}, column {{column}}: there is a quote inside a cell that does not begin with one. Put the whole cell in quotes and write this one twice.',
  'registry.empty': 'The file has no line. Its first line should be: {{columns}}.',
  'registry.columns': 'The first line names no column {{missing}}. It should be: {{columns}}. Columns may be empty.',
  'registry.column-twice': 'The first line names the column {{name}} twice. Remove one of them.',
  'registry.cells':
    'Line {{line}} has {{count}} cells, but there are {{limit}} columns. Put cells with commas in them in quotes.',
  'registry.long':
    'Line {{line}}, column {{column}}: the cell has {{size}} characters; at most {{limit}} are read. Shorten it.',
  'registry.label': 'Line {{line}}, column {{column}}: there is no label "{{name}}". Expected one of {{labels}}.',
  'registry.nameless':
    'Line {{line}} has neither a Persian nor an English name. Fill in "fa" or "en", or remove the line.',
  'registry.name':
    'Line {{line}}, column {{column}}: "{{name}}" has no letter and no number, so it cannot be found in a text. Remove it.',
  'registry.control':
    'Line {{line}}, column {{column}}: the name "{{name}}" holds a line break or another control character. Remove it.',
  'registry.turned':
    'Line {{line}}, column {{column}}: the name "{{name}}" holds an invisible mark that turns its letters around, where \ufffd stands. Remove it.',
  'registry.wikidata':
    'Line {{line}}, column {{column}}: "{{name}}" is no id of a Wikidata item. Write it as Q159, or leave it empty.',
  'registry.column-unknown': 'The column "{{name}}" is not known and was not read. Known are: {{columns}}.',
  'registry.repeated-name': 'Line {{line}} has the name "{{name}}" twice; it was read once.',
  'registry.repeated-row': 'Line {{line}} says the same as line {{other}}; it was read once.',
  'registry.tbx': 'Expected <tbx>, found <{{element}}>. Choose a CSV file or TBX.',
  'registry.no-term': 'Line {{line}} begins a concept with neither a Persian nor an English term. It was left out.',
  'registry.shared-name':
    'Line {{line}} has the name "{{name}}", which line {{other}} has too. Both were read; a text with that name may mean either.',
} as const satisfies Readonly<Record<CsvRule | `registry.${string}`, string>>;

export type RegistryRule = keyof typeof registryProblems;

/** The problem of that rule at that place, with its sentence in English. */
export function registryProblem(rule: RegistryRule, place: ProblemPlace): Problem {
  return { rule, message: sentence(registryProblems[rule], place), ...place };
}
