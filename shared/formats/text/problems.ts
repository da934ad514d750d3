import type { Checked, Problem } from '../../core/problem.ts';

/** Everything that can be wrong with a text or a file to import, in English: what was found, where, and what to do.
 *  `{{name}}` stands for a value of the problem or for its `line`, `column` or `byte`; the interface translates by the rule. */
export const importProblems = {
  'text.empty': 'There is no text here, only white space. Paste or choose a text with at least one word.',
  'text.no-words': 'The text has no letter and no number in it, so there is nothing to translate.',
  'text.long-sentence':
    'A sentence of {{size}} characters begins with "{{start}}"; at most {{limit}} fit into one. Break it into lines and import again.',
  'text.control':
    'Line {{line}}, column {{column}} holds the control character {{code}}, which no text should have. Remove it and import again.',
  'text.surrogate':
    'Line {{line}}, column {{column}} holds half of a surrogate pair ({{code}}), which is no character. Remove it and import again.',
  'text.segments':
    'The text has more than {{limit}} segments, too many for one document. Split it and import the parts.',
  'text.wrapped':
    'The lines break at a width of about {{width}} characters, inside sentences: as they stand they make {{segments}} segments, joined into {{paragraphs}} paragraphs {{joined}}. Import it again and say whether to join them or to keep them.',
  'text.noncharacter':
    'Line {{line}}, column {{column}} holds {{code}}, which Unicode keeps from being a character. Remove it and import again.',
  'file.empty': 'The file is empty (0 bytes). Choose a file that holds text.',
  'file.too-large':
    'The file has {{size}} MiB or more; at most {{limit}} MiB can be imported. Split it and import the parts.',
  'file.utf8':
    'Byte {{byte}} of the file (0x{{value}}) is not UTF-8, and the file looks like no text in another encoding. Save the text as UTF-8.',
  'file.is-utf8': 'The file is UTF-8; read as Windows-1256 its letters would become others. Import it as UTF-8.',
  'file.windows-1256':
    'Byte {{byte}} of the file (0x{{value}}) is not UTF-8; the text looks like Windows-1256. Import it as Windows-1256, or save it as UTF-8.',
  'file.utf16': 'The file looks like UTF-16 without a byte order mark. Import it as {{encoding}}, or save it as UTF-8.',
  'file.utf16-odd':
    'UTF-16 needs an even number of bytes, but the file has {{size}}: it is cut off or damaged. Save it again, best as UTF-8.',
  'file.utf16-surrogate':
    'Byte {{byte}} of the file begins half of a surrogate pair ({{code}}), so it is not valid UTF-16. Save it again, best as UTF-8.',
  'file.extension':
    'Files named .{{extension}} cannot be imported as a text, only .txt and .docx. If this is plain text, rename it to .txt.',
  'file.markdown':
    'Files named .{{extension}} are Markdown, whose marks would stand in the text. Save it as .docx or as plain text without marks, named .txt.',
  'file.document':
    'This is a {{found}} file, which cannot be imported. Open it in its program, save it as .docx or as UTF-8 .txt, and import that.',
  'file.image':
    'This is a picture ({{found}}), which holds no text. Recognise its text with another program and import that as .txt.',
  'file.archive':
    'This is a {{found}} archive, not a document. Unpack it and import the .txt or .docx files that are in it.',
  'file.protected':
    'This document is protected by a password. Open it, save it without the password, and import it again.',
  'file.not-docx':
    'The file is named .docx but is no Word document. If it is plain text, rename it to .txt; else save it as .docx again.',
  'file.is-docx': 'The file is named .{{extension}} but is a Word document. Rename it to .docx and import it again.',
  'file.docx-damaged':
    'The Word document is damaged (in {{detail}}). Open it in Word or LibreOffice, save it again as .docx, and import that.',
  'file.docx-cut':
    'The Word document is cut off or damaged: the list of its parts is missing. Copy or download it again.',
  'file.docx-entries':
    'The Word document has {{count}} parts; at most {{limit}} can be read. Save it as plain text and import that.',
  'file.docx-too-large':
    'Unpacked, the Word document has {{size}} MiB; at most {{limit}} MiB can be read. Split it, or save it as plain text.',
  'file.docx-tags':
    'The Word document has more than {{limit}} pieces, too many to read. Split it, or save it as plain text.',
  'file.docx-ratio':
    'A part of the Word document unpacks to {{ratio}} times its size, as only files made to do harm do. If the document is yours, save it as plain text.',

  'pair.files':
    'A pair is two files, or one table, but here are {{count}} files. Choose a Persian file and its English, or one table.',
  'pair.one-english':
    'The English of a document is one text, but here are {{count}} files. Choose the one that holds it.',
  'pair.one-file':
    'This file holds one text. Add its other language as a second file, or choose a table with two columns (.csv, .tsv, .xlsx, or a table in Word).',
  'pair.one-column':
    'The table has fewer than two columns with words in them. Put the Persian and the English into two columns.',
  'pair.csv-quote':
    'Line {{line}}, column {{column}}: a quotation mark stands where none may be, or is not closed. Save the table again as CSV or TSV.',
  'pair.xlsx-damaged':
    'The workbook is damaged or protected. Open it in its program and save it again as .xlsx without a password.',
  'pair.xlsx-too-large':
    'Unpacked, the workbook has {{size}} MiB; at most {{limit}} MiB can be read. Split it, or save the sheet as CSV.',
  'pair.xlsx-cells':
    'Up to row {{row}}, the cells of the sheet hold more than {{limit}} million characters, and no more can be read. Split the sheet into several workbooks.',
  'pair.lines-differ':
    'The files do not stand line by line: one has {{source}} lines, the other one {{target}}. Mend them, or bring them in as running text.',
  'pair.lines-unlike':
    'The text has {{lines}} lines, but the document {{rows}} rows in {{paragraphs}} paragraphs: neither a line for each row nor one for each paragraph. Mend it, or bring it in as running text.',
  'pair.no-source': 'There is no text on the Persian side. Choose the file or column that holds it.',
  'pair.no-target':
    'There is no text on the English side. Choose the file or column that holds it, or import the Persian alone.',
  'pair.has-english':
    'The document “{{title}}” has English already, in {{count}} of its segments. Bring the pair in as a document of its own, or clear that English first.',
  'pair.document-changed':
    'The rows of the document were changed while its English was aligned. Bring the English in again.',

  'review.none':
    'The Word document holds no table that Radif made for review. Export a document as a Word table, and bring that back.',
  'review.no-document':
    'The line over the table, which says of which document it is, is gone from the file. Put "Radif document …" back from the file as it was sent.',
  'review.other':
    'The file is of a document that is not here ({{document}}), or of a version that it does not have. Bring it back into the Radif that it was exported from.',
  'review.persian':
    'Row {{row}} was not taken: its Persian was changed. It reads “\u2068{{found}}\u2069”, and should read “\u2068{{expected}}\u2069”. Correct the Persian in Radif.',
  'review.state':
    'Row {{row}} was not taken: "{{found}}" is no state. Write one of: not translated, suggested, draft, confirmed, rejected, reviewed, final.',
  'review.empty': 'Row {{row}} was not taken: it has no English, so it cannot be confirmed. Give it English.',
  'review.long':
    'Row {{row}} was not taken: its English is {{size}} characters long, more than a row may have. Shorten it.',
  'review.twice': 'Row {{row}} stands in the file twice; the first one was taken. Take the other out.',
  'review.unknown':
    'Row {{row}} was not taken: the document never had it. Leave the small id in the first cell as it was.',
  'review.gone': 'Row {{row}} was not taken: it was joined with another one or cut here since. Change it in Radif.',

  'work.memory':
    'This takes more memory than the server gives to one file. Split it into parts and bring them in one by one.',
  'work.disk':
    'The disk of the folder for temporary files ({{folder}}) is full, and nothing was kept. Make room there, or start the server with TMPDIR set to a folder on another disk, and try again.',
  'work.time': 'This takes longer than the server gives to one file. Split it into parts and bring them in one by one.',
  'work.busy': 'The server is busy with other files. Wait a minute and try again.',
} as const;

/** What is told of an import that went well, or of one that somebody ended: there is nothing to mend. */
export const importNotes = {
  'left-out.hidden': 'Left out: hidden text, {{count}} ×.',
  'left-out.deleted': 'Left out: what was deleted or moved away under tracked changes, {{count}} ×.',
  'left-out.header': 'Left out: headers and footers with text, {{count}} ×.',
  'left-out.comment': 'Left out: comments, {{count}} ×.',
  'left-out.picture': 'Left out: pictures, {{count}} ×.',
  'left-out.drawing': 'Left out: charts, diagrams and embedded objects, {{count}} ×. They may hold text.',
  'left-out.note': 'Left out: notes that no mark in the text leads to, {{count}} ×.',
  'text.lines-kept':
    'The lines break at a width of about {{width}} characters, inside sentences: {{lines}} lines were kept as paragraphs, with {{segments}} segments. Joined they make {{paragraphs}} paragraphs and {{joined}} segments: to join them, import the text by itself.',
  'text.lines-joined': 'Lines were joined: {{lines}} lines make {{paragraphs}} paragraphs.',
  'text.known': 'The same text is in the project already, as “{{title}}”.',
  'pair.columns-left': 'The table has further columns: {{count}}. They are left out.',
  'pair.text-left': 'Paragraphs that stand outside the table: {{count}}. They are left out.',
  'pair.heading-left': 'The first row ({{heading}}) is taken for a heading and left out.',
  'pair.cells-missing': 'Rows with an empty cell: {{count}}. Their other side is kept.',
  'work.cancelled': 'The work was cancelled, and nothing of it is kept.',
} as const;

/** Every sentence about an import, by its rule. */
export const importSentences = { ...importProblems, ...importNotes } as const;

export type ImportRule = keyof typeof importSentences;

/** The problem of that rule at that place, with its sentence in English. */
export function importProblem(rule: ImportRule, place: ProblemPlace = {}): Problem {
  return { rule, message: sentence(importSentences[rule], place), ...place };
}

/** Where a problem is, and the values that its sentence has. */
export type ProblemPlace = Omit<Problem, 'rule' | 'message'>;

/** A sentence with what stands for `{{name}}` in it: a value of the problem, or its place. */
export function sentence(template: string, { values, ...place }: ProblemPlace): string {
  const known: Readonly<Record<string, string | number | undefined>> = { ...place, ...values };
  return template.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(known[name] ?? '?'));
}

/** The same as the result of a reader. */
export function refused(rule: ImportRule, place: ProblemPlace = {}): Checked<never> {
  return { ok: false, problems: [importProblem(rule, place)] };
}
