import { parseArgs } from 'node:util';
import type { Terminal } from './terminal.ts';

/** 0: done; 1: there are problems, told on standard error; 2: the command was called in a wrong way. */
export type ExitCode = 0 | 1 | 2;

/** Says what is wrong with the arguments of a command. */
export class UsageError extends Error {}

interface Option {
  readonly type: 'string' | 'boolean';
  /** What stands for the value in the help. */
  readonly value?: string;
  readonly about: string;
  /** It may be given more than once. */
  readonly multiple?: boolean;
}
type Options = Readonly<Record<string, Option>>;
type Value<O extends Option> = O['type'] extends 'boolean'
  ? boolean
  : O['multiple'] extends true
    ? readonly string[]
    : string;
type Values<O extends Options> = { readonly [Name in keyof O]?: Value<O[Name]> };

interface Description<O extends Options> {
  /** The arguments, as the first line of the help shows them. */
  readonly usage: string;
  readonly about: string;
  readonly options: O;
  readonly positionals?: boolean;
  run(call: Call<O>): Promise<ExitCode>;
}

export interface Call<O extends Options> {
  readonly values: Values<O>;
  readonly positionals: readonly string[];
  readonly terminal: Terminal;
}

/** A command of the command line, whatever its options are. */
export interface Command {
  run(args: readonly string[], terminal: Terminal): Promise<ExitCode>;
}

/** A command that reads its arguments by its description, and shows the description on `--help`. */
export function command<const O extends Options>(name: string, description: Description<O>): Command {
  return {
    async run(args, terminal) {
      if (args.includes('--help') || args.includes('-h')) {
        await terminal.write(help(name, description));
        return 0;
      }
      return description.run({ ...parsed(args, description), terminal });
    },
  };
}

function parsed<O extends Options>(args: readonly string[], { options, positionals = false }: Description<O>) {
  try {
    const read = parseArgs({ args: [...args], options: { ...options }, allowPositionals: positionals, strict: true });
    return { values: read.values as Values<O>, positionals: read.positionals };
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function help<O extends Options>(name: string, { usage, about, options }: Description<O>): string {
  const rows = Object.entries(options).map(([option, { value, about }]) => [
    `--${option}${value ? ` ${value}` : ''}`,
    about,
  ]);
  return `Usage: radif ${[name, usage].filter(Boolean).join(' ')}\n\n${about}\n${rows.length > 0 ? `\n${table(rows)}` : ''}`;
}

/** Rows of two columns, the second one aligned. */
export function table(rows: readonly (readonly string[])[]): string {
  const width = Math.max(...rows.map(([first = '']) => first.length));
  return rows.map(([first = '', second = '']) => `  ${first.padEnd(width)}  ${second}\n`).join('');
}
