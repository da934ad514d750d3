import { command, UsageError } from './command.ts';
import { corpusFiles, corpusRows, Refused } from './read-corpus.ts';
import { problemLine } from './terminal.ts';

export const validate = command('validate', {
  usage: 'FILE [--format FORMAT]',
  about: `Looks whether a file is sound in its format, and prints what is wrong with it as lines FILE:LINE:COLUMN: RULE: message. Prints
nothing and exits with 0 where all is well.`,
  options: {
    format: { type: 'string', value: 'FORMAT', about: 'the format of the file, else what it shows' },
  },
  positionals: true,
  async run({ values, positionals, terminal }) {
    const [path, ...more] = positionals;
    if (path === undefined || more.length > 0) {
      throw new UsageError(`Expected one file, found ${positionals.length}.`);
    }
    try {
      for await (const _ of corpusRows(await corpusFiles(path, values.format), () => {}));
      return 0;
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      for (const problem of error.problems) await terminal.write(`${problemLine(problem, error.path)}\n`);
      return 1;
    }
  },
});
