import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import type { Checked } from '../../shared/core/problem.ts';
import { leftOutNotes } from '../../shared/formats/text/left-out.ts';
import type { SegmentationRules } from '../../shared/language/sentences/rules.ts';
import { importDocument, rulesOf } from '../commands/document/import.ts';
import { createProject } from '../commands/project/create.ts';
import type { Context } from '../context.ts';
import { type Encoding, encodings } from '../import/encoding.ts';
import { type ImportedText, readUpload } from '../import/file.ts';
import type { LineChoice } from '../import/lines.ts';
import { columnOptions, columnsSaid } from './columns.ts';
import { command, UsageError } from './command.ts';
import { fileProblem } from './file-failure.ts';
import { holdCorpora, importCorpora, importFormats } from './import-corpus.ts';
import { importPair, pairOptions } from './import-pair.ts';
import { importReviews } from './import-review.ts';
import { encodingOf, withRemedy } from './input.ts';
import { projectNamed } from './project-named.ts';
import { tellProblems } from './terminal.ts';
import { withWorkspace } from './workspace.ts';

export const importFiles = command('import', {
  usage:
    'FILE… [--from FORMAT] | FA.txt --english EN.txt [--lines] | TABLE --pair [--project NAME] [--title TITLE] [--encoding ENCODING]',
  about: `Makes a document of each file (.txt or .docx) and writes their ids as JSON. A file that cannot be read is told on
standard error and left out as a whole; the others are imported.

Corpora come in as documents with both sides, their states, names and links: TMX, XLIFF, JSON Lines, CSV, TSV, XLSX and the
other formats that can be read, several files and ZIP archives at once. What a file is its content shows, or --from says. All
come in, or none: a file that has something wrong with it is told as FILE:LINE:COLUMN: RULE: message.

With --english a Persian file and its English become one document, aligned: line by line where the lines stand for each other,
else sentence by sentence. Which file is the Persian one their languages tell. With --pair the file is a table (.csv, .tsv or
.xlsx) that has the two languages in two columns; --columns says in which.

"radif formats" lists the formats, "radif formats NAME" tells what each holds and what it cannot.`,
  options: {
    project: {
      type: 'string',
      value: 'NAME',
      about: 'the project to import into, by its name or id; made if there is none of the name (Imported)',
    },
    title: {
      type: 'string',
      value: 'TITLE',
      about: 'the title of the document, for one file; else the name of the file',
    },
    english: { type: 'string', value: 'FILE', about: 'the English of the one file given' },
    pair: { type: 'boolean', about: 'the one file given is a table of both languages' },
    lines: { type: 'boolean', about: 'with --english: line n of one file renders line n of the other' },
    text: { type: 'boolean', about: 'with --english: running text, whatever its lines look like' },
    paragraphs: {
      type: 'string',
      value: 'KIND',
      about: 'hard: no row reaches over the end of a paragraph; soft: seldom (soft); ignore',
    },
    'join-lines': {
      type: 'boolean',
      about:
        'join lines that were broken at a width into paragraphs; a blank line, a list item and a line with room end one',
    },
    from: { type: 'string', value: 'FORMAT', about: `the format of corpora: ${importFormats.join(', ')}` },
    review: {
      type: 'boolean',
      about: 'the files are Word tables (docx-table) that come back from review: their changes are taken over',
    },
    labels: {
      type: 'string',
      value: 'PAIRS',
      about:
        'what labels of names in corpora become: PERSON=PER,MISC= (with nothing behind the sign they are not marked)',
    },
    ...columnOptions,
    encoding: { type: 'string', value: 'ENCODING', about: `of text files: ${encodings.join(', ')} (utf-8)` },
  },
  positionals: true,
  async run({ values, positionals: files, terminal }) {
    const { project: projectName = 'Imported', title } = values;
    if (files.length === 0) throw new UsageError('Give the files to import.');
    if (title !== undefined && files.length > 1) throw new UsageError('--title is for one file only.');
    const encoding = encodingOf(values.encoding);
    const columns = columnsSaid(values);
    if (columns !== undefined && files.length > 1) throw new UsageError('--columns is for one table only.');
    const options = pairOptions(values, files);
    const lines = values['join-lines'] ? 'join' : 'tell';
    if (options !== null && lines === 'join')
      throw new UsageError('--join-lines is for Persian texts that come alone.');

    return withWorkspace(terminal, async (context) => {
      if (values.review) return importReviews(context, files, terminal);
      const project = await projectFor(context, projectName);
      if (options !== null) {
        const pair = [...files, ...(values.english === undefined ? [] : [values.english])];
        return importPair(
          context,
          { project, title: title ?? '', files: pair, options: { ...options, columns }, encoding },
          terminal,
        );
      }
      if (holdCorpora(files, values.from)) {
        const { from, labels: label } = values;
        return importCorpora(context, { project, files, from, label, columns }, terminal);
      }
      const { fa } = await rulesOf(context, project.id);
      const documents: object[] = [];
      for (const file of files) {
        const read = await readFile(file, { encoding, lines }, fa);
        const imported = read.ok
          ? await importDocument(context, {
              project: project.id,
              title: title ?? read.value.title,
              text: read.value.text,
            })
          : read;
        if (imported.ok && read.ok) {
          const { notes, ...document } = imported.value;
          const paragraphs = read.value.text.split('\n').length;
          documents.push({ file, project, ...document, paragraphs });
          tellProblems(
            terminal,
            withRemedy([...notes, ...read.value.notes, ...leftOutNotes(read.value.leftOut)], true),
            file,
          );
        } else if (!imported.ok) tellProblems(terminal, withRemedy(imported.problems, true), file);
      }
      await terminal.write(`${JSON.stringify({ documents })}\n`);
      return documents.length === files.length ? 0 : 1;
    });
  },
});

async function projectFor(context: Context, name: string): Promise<{ readonly id: string; readonly name: string }> {
  const found = await projectNamed(context, name);
  return found ?? { id: (await createProject(context, { name })).id, name };
}

async function readFile(
  file: string,
  { encoding, lines }: { readonly encoding: Encoding | undefined; readonly lines: LineChoice },
  rules: SegmentationRules,
): Promise<Checked<ImportedText>> {
  try {
    const upload = { filename: basename(file), lines, ...(encoding && { encoding }) };
    return await readUpload(createReadStream(file), upload, rules);
  } catch (error) {
    const problem = fileProblem(error, file);
    if (problem === null) throw error;
    return { ok: false, problems: [problem] };
  }
}
