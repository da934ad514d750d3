import type { Checked } from '../../shared/core/problem.ts';
import { decode } from '../import/decode.ts';
import { type Terminal, tellProblems } from './terminal.ts';

/** The text on standard input (UTF-8, or UTF-16 with its mark); `null` when it is none, which is told. */
export async function inputText(terminal: Terminal): Promise<string | null> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of terminal.input) chunks.push(chunk as Uint8Array);
  const text: Checked<string> = decode(Buffer.concat(chunks));
  if (text.ok) return text.value;
  tellProblems(terminal, text.problems, 'standard input');
  return null;
}
