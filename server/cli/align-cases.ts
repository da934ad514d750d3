import { z } from 'zod';
import type { Knowledge } from '../../shared/alignment/evidence/partners.ts';
import { align } from '../../shared/alignment/sentences/align.ts';
import type { ExitCode } from './command.ts';
import { readLines } from './json-lines.ts';
import type { Terminal } from './terminal.ts';

const line = z.object({
  doc: z.union([z.string(), z.number()]),
  level: z.string().optional(),
  fa: z.array(z.string()),
  en: z.array(z.string()),
});

/** Aligns the texts of each line, and writes their beads as lists of numbers. */
export async function alignCases(text: string, knowledge: Knowledge, terminal: Terminal): Promise<ExitCode> {
  return readLines(text, line, terminal, ({ doc, level, fa, en }) => {
    const result = align(fa, en, knowledge);
    if (!result.ok) return result;
    const beads = result.value.beads.map(({ source, target }) => [source, target]);
    return { ok: true, value: { doc, level, beads } };
  });
}
