import { statuses, statusNames } from '../../shared/core/status.ts';
import { formats } from '../../shared/formats/corpus/row.ts';
import type { CorpusExport } from '../../shared/formats/export.ts';
import { writerOf } from '../../shared/formats/formats.ts';
import type { Context } from '../context.ts';
import { exportBytes } from '../export/bytes.ts';
import { openExport } from '../export/open.ts';
import { type ExportRequest, exportQuery } from '../export/request.ts';
import { malformed } from '../input/malformed.ts';
import { command, type ExitCode, UsageError } from './command.ts';
import { fileProblem } from './file-failure.ts';
import { projectNamed } from './project-named.ts';
import { reportLines } from './report.ts';
import { type Terminal, tellProblems } from './terminal.ts';
import { withWorkspace } from './workspace.ts';
import { writeFiles } from './write-files.ts';

/** The states as people call them, written in one word each; a file has them by XLIFF's names. */
const stateNames = statuses.map((status) => statusNames[status].replaceAll(' ', '-')).join(', ');

export const exportCorpusFiles = command('export', {
  usage: '(--document ID | --project NAME) --format FORMAT --out PATH|-',
  about: `Writes the corpus of a document, or of all documents of a project, and tells on standard error what was left out.
A file gets its name only when it is complete. moses makes two files, PATH.fa and PATH.en; pharaoh and naacl a third one with the word links, PATH.align and PATH.wa.
In tsv a quotation mark is a character like others, and a tab, a line break and a backslash are written \\t, \\n, \\r and \\\\; csv (RFC 4180) is for
spreadsheets and for readers that take quotation marks for more. "radif formats" lists the formats, "radif formats NAME" tells of each what it cannot hold.`,
  options: {
    document: { type: 'string', value: 'ID', about: 'the document, by the id that "radif list" tells' },
    project: { type: 'string', value: 'NAME', about: 'the project, by its name or id' },
    format: { type: 'string', value: 'FORMAT', about: formats.join(', ') },
    out: { type: 'string', value: 'PATH', about: 'the file to write, - for standard output' },
    version: {
      type: 'string',
      value: 'N',
      about:
        'the document after N steps, the version that files and "radif list" tell; the history of the workbench counts its entries instead (its head)',
    },
    states: {
      type: 'string',
      value: 'STATES',
      about: `segments in these states, with commas: ${stateNames}; or all (confirmed,reviewed,final)`,
    },
    fa: { type: 'string', value: 'TAG', about: 'the language tag of the Persian side: fa or fa-IR (fa)' },
    en: { type: 'string', value: 'TAG', about: 'the language tag of the English side: en, en-GB or en-US (en)' },
    side: { type: 'string', value: 'SIDE', about: 'of formats that hold one text: fa or en (fa)' },
    bom: { type: 'boolean', about: 'begin TSV or CSV with a byte order mark, which Excel needs' },
  },
  async run({ values: { out, bom, ...asked }, terminal }) {
    if (out === undefined) throw new UsageError('Say with --out where to write to, - for standard output.');
    const query = exportQuery.safeParse({ ...asked, ...(bom && { bom: 'true' }) });
    if (!query.success)
      throw new UsageError(
        malformed(query.error)
          .map(({ message }) => `--${message}`)
          .join('\n'),
      );
    const request = query.data;
    const { length: files } = writerOf(request).files;
    if (writerOf(request).files.some(({ packing }) => packing) && out === '-')
      throw new UsageError(`${request.format} makes no text: give --out a path.`);
    if (files > 1 && out === '-')
      throw new UsageError(`${request.format} makes ${files === 2 ? 'two' : 'three'} files: give --out a path.`);

    return withWorkspace(terminal, async (context) => {
      const { corpus } = await openExport(context, await withProjectId(context, request));
      return write(terminal, corpus, out);
    });
  },
});

async function withProjectId(context: Context, request: ExportRequest): Promise<ExportRequest> {
  const { project } = request;
  if (project === undefined) return request;
  const found = await projectNamed(context, project);
  return { ...request, project: found?.id ?? project };
}

async function write(terminal: Terminal, corpus: CorpusExport, out: string): Promise<ExitCode> {
  if (out === '-') {
    for await (const { text } of corpus.chunks) await terminal.write(text);
  } else {
    const paths = corpus.files.length > 1 ? corpus.files.map(({ ending }) => `${out}.${ending}`) : [out];
    try {
      await writeFiles(paths, exportBytes(corpus));
    } catch (error) {
      const problem = fileProblem(error, out);
      if (problem === null) throw error;
      tellProblems(terminal, [problem], out);
      return 1;
    }
  }
  for (const line of reportLines(corpus.report())) terminal.tell(line);
  return 0;
}
