import type { Checked, Problem } from '../../shared/core/problem.ts';
import { decode } from '../import/decode.ts';
import { type Encoding, encodings } from '../import/encoding.ts';
import { UsageError } from './command.ts';
import { type Terminal, tellProblems } from './terminal.ts';

/** The option of commands that read a text. */
export const encodingOption = {
  type: 'string',
  value: 'ENCODING',
  about: `of the text: ${encodings.join(', ')} (utf-8)`,
} as const;

/** The encoding that was asked for. */
export function encodingOf(asked: string | undefined): Encoding | undefined {
  const encoding = encodings.find((known) => known === asked?.toLowerCase());
  if (asked !== undefined && encoding === undefined) {
    throw new UsageError(`--encoding should be one of ${encodings.join(', ')}, but it is "${asked}".`);
  }
  return encoding;
}

/** The text on standard input, in the encoding asked for, else UTF-8, or UTF-16 with its mark; `null` when it is none, which is
 *  told. */
export async function inputText(terminal: Terminal, asked: string | undefined): Promise<string | null> {
  const encoding = encodingOf(asked);
  const chunks: Uint8Array[] = [];
  for await (const chunk of terminal.input) chunks.push(chunk as Uint8Array);
  const text: Checked<string> = decode(Buffer.concat(chunks), encoding);
  if (text.ok) return text.value;
  tellProblems(terminal, withRemedy(text.problems, true), 'standard input');
  return null;
}

/** Where the remedy begins in a problem of a file in another encoding. */
const REMEDY = /\s*Import it as .*$/;

/** Problems and notes of a file with what can be done here: of one in another encoding, where there is an `--encoding`, it, else the
 *  file has to be saved anew; of one with broken lines `--join-lines`. */
export function withRemedy(problems: readonly Problem[], hasOption: boolean): readonly Problem[] {
  return problems.map((problem) => {
    if (problem.rule === 'text.lines-kept') {
      return { ...problem, message: `${problem.message.replace(/: to join them, .*$/, '')} with --join-lines.` };
    }
    const encoding = problem.values?.encoding;
    if (encoding === undefined) return problem;
    const other = encoding === 'utf-8' ? '' : ', or save it as UTF-8';
    const remedy = hasOption ? `Give --encoding ${encoding}${other}.` : 'Save it as UTF-8.';
    return { ...problem, message: `${problem.message.replace(REMEDY, '')} ${remedy}` };
  });
}
