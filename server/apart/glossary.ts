import type { Checked, Problem } from '../../shared/core/problem.ts';
import { joinedTerm } from '../../shared/formats/glossary/table.ts';
import { type Term, type TermRecord, termKey } from '../../shared/terms/term.ts';
import { glossaryIn } from '../import/glossary/read.ts';
import type { Task } from './task.ts';

export interface GlossaryOrder {
  readonly bytes: Uint8Array;
  /** The terms that the glossary has. */
  readonly terms: readonly Term[];
}

/** What the file brings to a glossary. */
export interface GlossaryNews {
  readonly added: readonly TermRecord[];
  /** Terms that gain something, with all that they say then. */
  readonly grown: readonly Term[];
  /** How many say nothing that the glossary does not say. */
  readonly known: number;
  readonly warnings: readonly Problem[];
}

/** Reads a file of terms and compares it with a glossary. */
export const glossaryTask: Task<GlossaryOrder, Checked<GlossaryNews>> = async ({ bytes, terms }) => {
  const file = await glossaryIn(bytes);
  if (!file.ok) return file;
  const there = new Map(terms.map((term) => [termKey(term), term]));
  const added: TermRecord[] = [];
  const grown: Term[] = [];
  let known = 0;
  for (const record of file.value.terms) {
    const own = there.get(termKey(record));
    if (own === undefined) {
      added.push(record);
      continue;
    }
    const { id, ...was } = own;
    const joined = joinedTerm(was, record);
    if (JSON.stringify(joined) === JSON.stringify(was)) known += 1;
    else grown.push({ id, ...joined });
  }
  return { ok: true, value: { added, grown, known, warnings: file.value.warnings } };
};
