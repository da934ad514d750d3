import { product } from '../../shared/core/product.ts';
import { WorkStopped } from '../apart/failure.ts';
import { storageProblem } from '../db/failure.ts';
import { UnknownRecord } from '../db/unknown.ts';
import { variables } from '../settings.ts';
import { type Command, type ExitCode, table, UsageError } from './command.ts';
import type { Terminal } from './terminal.ts';

interface Entry {
  readonly about: string;
  readonly load: () => Promise<Command>;
}

/** Each command is loaded when it is called, so that none waits for what only another one needs. */
const commands: Readonly<Record<string, Entry>> = {
  serve: {
    about: 'run the workbench and print the link that opens it',
    load: async () => (await import('./serve.ts')).serve,
  },
  import: { about: 'make documents of text files', load: async () => (await import('./import.ts')).importFiles },
  list: {
    about: 'list projects and documents with their progress',
    load: async () => (await import('./list.ts')).list,
  },
  export: {
    about: 'write the corpus of a document or a project',
    load: async () => (await import('./export.ts')).exportCorpusFiles,
  },
  convert: {
    about: 'read a corpus in one format and write it in another',
    load: async () => (await import('./convert.ts')).convert,
  },
  validate: {
    about: 'look whether a file is sound in its format',
    load: async () => (await import('./validate.ts')).validate,
  },
  formats: {
    about: 'tell what each format demands, holds and loses',
    load: async () => (await import('./formats.ts')).tellFormats,
  },
  release: {
    about: 'freeze documents as a release; verify one, or make one again',
    load: async () => (await import('./release.ts')).release,
  },
  segment: { about: 'split a text into its units', load: async () => (await import('./segment.ts')).segment },
  entities: {
    about: 'propose the names in a text, or where they stand in its English',
    load: async () => (await import('./entities.ts')).entities,
  },
  align: {
    about: 'join the sentences of a Persian text with those of its English',
    load: async () => (await import('./align.ts')).align,
  },
  link: {
    about: 'suggest which words of a rendering stand for which of its source',
    load: async () => (await import('./link.ts')).link,
  },
  memory: {
    about: 'look up texts in translation memories',
    load: async () => (await import('./memory.ts')).memory,
  },
  check: {
    about: 'check Persian texts with their English: numbers, dates, punctuation and more',
    load: async () => (await import('./check.ts')).check,
  },
  replace: {
    about: 'find words in the English of a document or a project, and replace them',
    load: async () => (await import('./replace.ts')).replace,
  },
  key: { about: 'print the link that signs in, or make a new key', load: async () => (await import('./key.ts')).key },
  backup: {
    about: 'write all that the database holds into one file, while people work',
    load: async () => (await import('./backup.ts')).backup,
  },
  restore: {
    about: 'put a backup into an empty database',
    load: async () => (await import('./restore.ts')).restore,
  },
  copy: {
    about: 'copy all into an empty database of either engine',
    load: async () => (await import('./copy.ts')).copy,
  },
  verify: {
    about: 'look whether every document is whole',
    load: async () => (await import('./verify.ts')).verify,
  },
  rebuild: {
    about: 'make the tables for lists and search anew from the documents',
    load: async () => (await import('./rebuild.ts')).rebuild,
  },
};

/** Runs the command line `args`; what goes wrong is told in one sentence. */
export async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const [name = '--help', ...rest] = args;
  if (name === '--help' || name === '-h' || name === 'help') {
    await terminal.write(overview());
    return 0;
  }
  if (name === '--version') {
    await terminal.write(`${product.version}\n`);
    return 0;
  }
  const entry = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (entry === undefined) {
    terminal.tell(`There is no command "${name}". Expected one of ${Object.keys(commands).join(', ')}.`);
    return 2;
  }
  try {
    return await (await entry.load()).run(rest, terminal);
  } catch (error) {
    if (error instanceof UsageError) {
      terminal.tell(`${error.message}\nradif ${name} --help tells how to call it.`);
      return 2;
    }
    const isTold = error instanceof UnknownRecord || error instanceof WorkStopped;
    const message = isTold ? error.message : storageProblem(error)?.message;
    if (message === undefined) throw error;
    terminal.tell(message);
    return 1;
  }
}

function overview(): string {
  const named = Object.entries(commands).map(([name, { about }]) => [name, about]);
  const settings = variables.map(({ name, meaning, standard }) => [
    name,
    standard ? `${meaning} (${standard})` : meaning,
  ]);
  return `Radif: translate Persian statements into English side by side.

Usage: radif COMMAND …

${table(named)}
Each has --help. Settings come from the environment:

${table(settings)}`;
}
