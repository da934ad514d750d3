import type { Problem } from '../../core/problem.ts';
import { type ProblemPlace, sentence } from '../text/problems.ts';

/** Everything that can be wrong with a file of a corpus, in English: what was found and what to do. The place stands before it.
 *  `{{name}}` stands for a value of the problem; the interface translates by the rule. */
export const corpusProblems = {
  'xml.not-well-formed': 'This is no well-formed XML: {{detail}} Repair the file, or export it again.',
  'xml.depth': 'Elements stand more than {{limit}} deep in each other, as in no corpus. Export the file again.',
  'xml.length':
    'A text, tag or comment of more than {{limit}} characters is in the file, as in no corpus. Export it again.',
  'xml.attributes': 'An element has more than {{limit}} attributes. Export the file again.',

  'tmx.root': 'Expected <tmx>, found <{{element}}>. Choose a TMX file.',
  'tmx.version': 'The version of TMX is "{{value}}"; read as 1.4.',
  'tmx.header': 'TMX 1.4 wants the attribute {{attribute}} in <header>.',
  'tmx.language': 'A variant has no language. Write xml:lang into its <tuv>.',
  'tmx.unit': 'A unit has neither Persian nor English ({{languages}}), so it was left out.',
  'tmx.half': 'A unit has no {{language}}; the other side is kept.',
  'tmx.variants': 'A unit has {{count}} variants of one language; the first one was read.',
  'tmx.segment': 'A variant has no <seg>. Write its text into one.',

  'tmx.element': '<{{element}}> may not stand here in {{parent}}. Expected {{expected}}.',
  'tmx.missing': '<{{element}}> ends without {{expected}}. Add it.',
  'tmx.attribute': 'TMX 1.4 wants the attribute {{attribute}} in <{{element}}>. Add it.',
  'tmx.undeclared': 'TMX 1.4 has no attribute {{attribute}} in <{{element}}>. Take it out.',
  'tmx.value': 'The attribute {{attribute}} is "{{value}}". Expected one of {{expected}}.',
  'tmx.text': 'Text stands in <{{element}}>, where TMX 1.4 allows elements only. Take it out.',

  'json.syntax': 'This line is no JSON: {{detail}} Each line should be one object.',
  'json.object': 'This line is no object. Each line should be one, as {"fa":"…","en":"…"}.',
  'json.field': 'The field "{{field}}" should be {{expected}}.',
  'json.range': 'The offsets of "{{field}}" read "{{found}}", but its text says "{{text}}". Mend the offsets.',

  'json.document': 'This file is no JSON: {{detail}} Export it again.',
  'json.items': 'The file has no list of {{expected}}. Export it again.',
  'w3c.source': 'The annotation {{id}} stands at a text that is not in the file, and was left out.',

  'tei.root': 'Expected <TEI> or <teiCorpus>, found <{{element}}>. Choose a TEI file.',
  'tei.pointer': 'The pointer "{{target}}" leads to nothing in its document, and was left out.',
  'xces.root': 'Expected <cesAlign>, found <{{element}}>. Choose an alignment of OPUS.',
  'xces.targets': 'The link "{{value}}" should be two lists of sentences of the two documents, as "s1 s2;s3".',

  'table.empty': 'The table has no row.',
  'table.columns': 'The table has no two columns with words in them, one Persian and one English.',
  'table.place': 'The table has {{count}} columns, so none for "{{column}}" has the number {{number}}.',
  'table.heading': 'The first row was taken for the names of the columns: "{{heading}}".',
  'table.left': 'Columns that were not taken: {{count}} ({{columns}}).',
  'table.quote': 'A quotation mark stands where none may be, or is not closed. Save the table again.',
  'table.cells': 'This row has {{count}} cells, where the first one has {{expected}}; what it lacks is empty.',
  'table.value': 'The column "{{column}}" should hold {{expected}}, found "{{value}}".',

  'lines.count':
    'File {{ended}} ends after {{count}} lines, and the other goes on. Line n of each should stand for line n of the others.',
  'lines.files': 'This format has {{count}} files: {{files}}. Give all of them.',
  'lines.long': 'A line has more than {{limit}} characters, as in no corpus. Break it, or export it again.',
  'conll.line':
    'This is no line of words and tags: "{{value}}". Expected a word, and O or a tag as B-PER in the last column.',
  'conllu.line':
    'This is no line of CoNLL-U: "{{value}}". Expected {{count}} columns with tabs between them, the first a number.',
  'conllu.text':
    'The word "{{value}}" does not stand next in the text of its sentence. Mend "# text", or take that line out.',
  'brat.line': 'This is no annotation: "{{value}}". Expected T1, a tab, a label with two offsets, a tab and the text.',
  'brat.text': 'The annotation {{id}} says "{{text}}", but its offsets read "{{found}}". Offsets count code points.',
  'brat.left-out': 'This annotation is no marked text and was left out: "{{value}}".',
  'webanno.head':
    'This is no line of the head of WebAnno TSV: "{{value}}". Expected #FORMAT=WebAnno TSV 3.3, and then the layers.',
  'webanno.token':
    'This is no token: "{{value}}". Expected its number as 1-2, its offsets as 0-4, and its text, with tabs between them.',
  'webanno.cells': 'The token has {{count}} columns of annotations, but the layers have {{expected}}.',
  'webanno.text': 'The token {{id}} says "{{text}}", but its offsets read "{{found}}". Offsets count UTF-16 units.',
  'webanno.layer':
    'The layer {{type}} has relations, chains or slots, which have no place in a corpus, and was left out.',
  'corpus.unknown':
    'Nothing shows which format this is. Files can be TMX, XLIFF, JSON Lines, CSV, TSV, XLSX, Moses, Pharaoh, NAACL, CoNLL, WebAnno, brat, doccano, W3C, CAS, .txt or .docx.',
  'corpus.empty': 'There is no row in the file. Choose one that holds some.',
  'corpus.no-persian':
    'The file holds English only ({{count}} rows), and a document needs Persian. Bring it in together with its Persian, or onto the document that it renders.',
  'corpus.long': 'The English of row {{row}} is {{size}} characters long; {{limit}} are the most. Split the row.',
  'corpus.characters':
    'Characters that no text should have (line breaks and controls inside a row, half characters) were replaced by spaces: {{count}}.',
  'corpus.blank': 'Rows without any text were left out: {{count}}.',
  'corpus.mention':
    'Marked names that begin or end inside a character, or stand nowhere in their text, were left out: {{count}}.',
  'corpus.title':
    'A title has {{size}} characters, and {{limit}} are the most: “\u2068{{start}}…\u2069” was cut there. Give it a shorter one if it should end elsewhere.',
  'corpus.label':
    'Names labelled "{{label}}" became {{id}}: a label has at most 24 capital letters, digits and _. Choose what it becomes where you bring the file in.',
  'corpus.unmarked': 'Names whose label is left away were not marked: {{count}}.',
  'corpus.link': 'Links between words that stand nowhere in their text were left out: {{count}}.',
  'corpus.remarks': 'Notes and properties, for which a document has no place, were left out: {{count}}.',
  'corpus.changed': 'The registry of the project was changed while the files were read. Bring them in again.',

  'archive.damaged': 'The archive cannot be read ({{detail}}). Copy or pack it again.',
  'archive.path': 'The archive holds the path "{{path}}", which leads out of it. Pack the files again without it.',
  'archive.link': 'The archive holds a link, "{{name}}". Pack the file that it leads to instead.',
  'archive.encrypted': 'The archive holds an encrypted file, "{{name}}". Pack it without a password.',
  'archive.nested': 'The archive holds another archive, "{{name}}". Unpack that one first.',
  'archive.entries': 'There are {{count}} files; at most {{limit}} can be brought in at once. Bring them in by parts.',
  'archive.size': 'Unpacked there are {{size}} MiB; at most {{limit}} MiB can be read. Bring them in by parts.',
  'archive.ratio':
    'The file "{{name}}" unpacks to {{ratio}} times its size, as only files made to do harm do. Unpack it yourself if it is yours.',
  'archive.empty': 'There is no file in the archive.',

  'links.pair': 'The link "{{value}}" is none. Links are written as {{expected}}.',
  'links.word': 'The link "{{value}}" counts beyond the words of this line ({{fa}} Persian, {{en}} English).',
} as const;

export type CorpusRule = keyof typeof corpusProblems;

/** The problem of that rule at that place, with its sentence in English. */
export function corpusProblem(rule: CorpusRule, place: ProblemPlace = {}): Problem {
  return { rule, message: sentence(corpusProblems[rule], place), ...place };
}
