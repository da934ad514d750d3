import type { Problem } from '../../shared/core/problem.ts';
import { statuses } from '../../shared/core/status.ts';
import { type CorpusRow, type Format, formats, type Side } from '../../shared/formats/corpus/row.ts';
import { exportCorpus } from '../../shared/formats/export.ts';
import { webannoRewriter } from '../../shared/formats/webanno/rewrite.ts';
import { type Rewriter, xliffRewriter } from '../../shared/formats/xliff/rewrite.ts';
import { exportBytes } from '../export/bytes.ts';
import { columnOptions, columnsSaid } from './columns.ts';
import { command, UsageError } from './command.ts';
import { fileProblem } from './file-failure.ts';
import {
  type CorpusFormat,
  corpusFiles,
  corpusFormats,
  corpusRows,
  isTable,
  Refused,
  textPieces,
} from './read-corpus.ts';
import { reportLines } from './report.ts';
import { problemLine, type Terminal } from './terminal.ts';
import { writeFiles } from './write-files.ts';

export const convert = command('convert', {
  usage: 'IN OUT|- [--from FORMAT] [--to FORMAT] [--side fa|en] [--columns PAIRS]',
  about: `Reads a corpus in one format and writes it in another, without a database. A file that has something wrong with it is
refused as a whole, with a line for each problem as FILE:LINE:COLUMN: RULE: message; what the new format cannot hold is told on
standard error. A corpus in several files is named by what their names have in common: IN.fa and IN.en by IN. "radif formats NAME" tells of each format.`,
  options: {
    from: {
      type: 'string',
      value: 'FORMAT',
      about: `the format of IN, else what the file shows: ${corpusFormats.join(', ')}`,
    },
    ...columnOptions,
    side: {
      type: 'string',
      value: 'SIDE',
      about: 'for formats that hold one text: fa or en, else the side that the first row has',
    },
    to: {
      type: 'string',
      value: 'FORMAT',
      about: `the format of OUT, else the ending of its name: ${formats.join(', ')}`,
    },
  },
  positionals: true,
  async run({ values, positionals, terminal }) {
    const [from, to, ...more] = positionals;
    if (from === undefined || to === undefined || more.length > 0) {
      throw new UsageError(`Expected a file to read and one to write, found ${positionals.length} names.`);
    }
    const format = formatOf(to, values.to);
    const warnings = new Warnings();
    try {
      const files = await corpusFiles(from, values.from);
      const columns = columnsSaid(values);
      if (columns && !isTable(files.format)) throw new UsageError('--columns is for tables only: tsv, csv, xlsx.');
      const rewriter = wholeRewriter(files.format, format);
      if (rewriter !== null) {
        await rewrite(files.paths[0] ?? from, to, rewriter, terminal);
        return 0;
      }
      const read = corpusRows({ ...files, columns }, (warning) => warnings.add(warning));
      const { side, rows } =
        values.side === undefined ? await sideFound(read) : { side: sideNamed(values.side), rows: read };
      const corpus = exportCorpus(rows, { format, states: statuses, fa: 'fa', en: 'en', side });
      if (to === '-' && corpus.files.length > 1)
        throw new UsageError(`${format} makes several files: give OUT a path.`);
      if (to === '-' && corpus.files.some(({ packing }) => packing))
        throw new UsageError(`${format} makes no text: give OUT a path.`);
      if (to === '-') for await (const { text } of corpus.chunks) await terminal.write(text);
      else
        await writeFiles(
          corpus.files.length > 1 ? corpus.files.map(({ ending }) => `${to}.${ending}`) : [to],
          exportBytes(corpus),
        );
      warnings.tell(terminal, from);
      for (const line of reportLines(corpus.report())) terminal.tell(line);
      return 0;
    } catch (error) {
      const problem = fileProblem(error, to);
      if (error instanceof Refused) {
        for (const each of error.problems) terminal.tell(problemLine(each, error.path));
      } else if (problem !== null) terminal.tell(problemLine(problem, to));
      else throw error;
      return 1;
    }
  },
});

/** Between files that hold more than rows do, so that all of it goes over: XLIFF 2 of any version, whatever its languages are, and
 *  WebAnno with all its layers. */
function wholeRewriter(from: CorpusFormat, to: Format): Rewriter | null {
  if (from === 'webanno' && to === 'webanno') return webannoRewriter();
  if (from !== 'xliff-2.1' && from !== 'xliff-2.2') return null;
  return to === 'xliff-2.1' || to === 'xliff-2.2' ? xliffRewriter(to === 'xliff-2.1' ? '2.1' : '2.2') : null;
}

async function rewrite(from: string, to: string, rewriter: Rewriter, terminal: Terminal): Promise<void> {
  async function* chunks() {
    for await (const piece of textPieces(from)) yield { file: 0, bytes: Buffer.from(rewriter.write(piece)) };
    yield { file: 0, bytes: Buffer.from(rewriter.end()) };
    if (rewriter.problems.length > 0) throw new Refused(from, rewriter.problems);
  }
  if (to === '-') for await (const { bytes } of chunks()) await terminal.write(bytes.toString());
  else await writeFiles([to], chunks());
}

function sideNamed(name: string): Side {
  if (name === 'fa' || name === 'en') return name;
  throw new UsageError(`--side should be fa or en, but it is "${name}".`);
}

/** The side that the first row has (Persian where it has both), and all rows. */
async function sideFound(
  read: AsyncGenerator<CorpusRow>,
): Promise<{ readonly side: Side; readonly rows: AsyncIterable<CorpusRow> }> {
  const first = await read.next();
  async function* rows() {
    if (!first.done) yield first.value;
    yield* read;
  }
  return { side: !first.done && first.value.fa === '' ? 'en' : 'fa', rows: rows() };
}

/** The format to write, by its name or by the ending of the file. */
function formatOf(path: string, asked: string | undefined): Format {
  const ending = path.slice(path.lastIndexOf('.') + 1).toLowerCase();
  const name = asked ?? (ending === 'xlf' || ending === 'xliff' ? 'xliff-2.1' : ending);
  const format = formats.find((known) => known === name);
  if (format !== undefined) return format;
  throw new UsageError(
    asked === undefined
      ? `${path}: its ending names no format. Say it with --to: ${formats.join(', ')}.`
      : `There is no format "${asked}" to write. Expected one of ${formats.join(', ')}.`,
  );
}

/** Warnings by their rule: how many there are, and the first one. */
class Warnings {
  private readonly byRule = new Map<string, { readonly first: Problem; count: number }>();

  add(warning: Problem): void {
    const known = this.byRule.get(warning.rule);
    if (known) known.count += 1;
    else this.byRule.set(warning.rule, { first: warning, count: 1 });
  }

  tell(terminal: Terminal, path: string): void {
    for (const { first, count } of this.byRule.values()) {
      terminal.tell(problemLine(first, path) + (count > 1 ? ` (and ${count - 1} more of these)` : ''));
    }
  }
}
