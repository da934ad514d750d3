import { dtdProblems } from '../../shared/formats/tmx/dtd.ts';
import { columnOptions, columnsSaid } from './columns.ts';
import { command, UsageError } from './command.ts';
import { corpusFiles, corpusRows, isTable, Refused, textPieces } from './read-corpus.ts';
import { problemLine } from './terminal.ts';

/** Problems of one file that are told. */
const MAX_PROBLEMS = 100;

export const validate = command('validate', {
  usage: 'FILE [--format FORMAT] [--columns PAIRS]',
  about: `Looks whether a file is sound in its format, and prints what is wrong with it as lines FILE:LINE:COLUMN: RULE: message. Prints
nothing and exits with 0 where all is well. TMX is held to the whole of its DTD, also where it can be read all the same;
a table to the columns that --columns says.`,
  options: {
    format: { type: 'string', value: 'FORMAT', about: 'the format of the file, else what it shows' },
    ...columnOptions,
  },
  positionals: true,
  async run({ values, positionals, terminal }) {
    const [path, ...more] = positionals;
    if (path === undefined || more.length > 0) {
      throw new UsageError(`Expected one file, found ${positionals.length}.`);
    }
    try {
      const files = await corpusFiles(path, values.format);
      const columns = columnsSaid(values);
      if (columns && !isTable(files.format)) throw new UsageError('--columns is for tables only: tsv, csv, xlsx.');
      if (files.format === 'tmx') {
        let told = 0;
        for await (const problem of dtdProblems(textPieces(path))) {
          await terminal.write(`${problemLine(problem, path)}\n`);
          told += 1;
          if (told >= MAX_PROBLEMS) break;
        }
        return told === 0 ? 0 : 1;
      }
      for await (const _ of corpusRows({ ...files, columns }, () => {}));
      return 0;
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      for (const problem of error.problems) await terminal.write(`${problemLine(problem, error.path)}\n`);
      return 1;
    }
  },
});
