import type { Problem } from '../../core/problem.ts';
import { type TermRecord, termProblems } from '../../terms/term.ts';
import { type ProblemPlace, sentence } from '../text/problems.ts';

/** Everything that can be wrong with a file of terms, in English: what was found, where, and what to do. */
export const glossaryProblems = {
  'glossary.empty': 'The file has no line. Its first line should be: {{columns}}.',
  'glossary.columns':
    'The first line names no column {{missing}}. Write the columns in it: {{columns}}. All but the Persian and one for English may be missing.',
  'glossary.column-twice': 'The first line names the column {{name}} twice. Remove one of them.',
  'glossary.cells':
    'Line {{line}} has {{count}} cells, but there are {{limit}} columns. Put cells with commas in them in quotes.',
  'glossary.long':
    'Line {{line}}, column {{column}}: the cell has {{size}} characters; at most {{limit}} are read. Shorten it.',
  'glossary.persian':
    'Line {{line}}, column {{column}}: the Persian term "{{name}}" has no letter and no number, or a line break. Write a word, or remove the line.',
  'glossary.english': 'Line {{line}}: the term "{{name}}" has no English. Write one, or remove the line.',
  'glossary.word':
    'Line {{line}}, column {{column}}: the English term "{{name}}" has no letter and no number, or a line break. Mend or remove it.',
  'glossary.twice': 'Line {{line}}: the English term "{{name}}" is given twice. Remove one of them.',
  'glossary.turned':
    'Line {{line}}, column {{column}}: the term "{{name}}" holds an invisible mark that turns its letters around, where \ufffd stands. Remove it.',
  'glossary.none': 'The file holds no term with Persian and English. Choose another one.',
  'glossary.too-many': 'The file has {{count}} terms; at most {{limit}} fit into a glossary. Split it.',
  'glossary.column-unknown': 'The column "{{name}}" is not known and was not read. Known are: {{columns}}.',
  'glossary.part-of-speech': 'Line {{line}}: the part of speech "{{name}}" is not known and was not read.',
  'glossary.joined': 'Line {{line}} has the term "{{name}}" of line {{other}} again; they were made one.',
  'glossary.one-sided': 'Line {{line}} begins a concept without Persian or without English. It was left out.',
} as const;

type GlossaryRule = keyof typeof glossaryProblems;

/** The problem of that rule at that place, with its sentence in English. */
export function glossaryProblem(rule: GlossaryRule, place: ProblemPlace): Problem {
  return { rule, message: sentence(glossaryProblems[rule], place), ...place };
}

/** What is wrong with a term of a file, at the place that `placeOf` gives of a field. */
export function placedProblems(
  record: TermRecord,
  placeOf: (field: string | undefined) => { readonly line: number; readonly column: number },
): readonly Problem[] {
  return termProblems(record).map(({ rule, element, values }) => {
    const known = (['persian', 'english', 'word', 'twice', 'turned'] as const).find((each) => rule === `term.${each}`);
    return glossaryProblem(`glossary.${known ?? 'word'}`, { ...placeOf(element), values: values ?? {} });
  });
}
