import type { Checked, Problem } from '../../../shared/core/problem.ts';
import { joinedTerm, writeGlossary } from '../../../shared/formats/glossary/table.ts';
import { writeTbxGlossary } from '../../../shared/formats/glossary/tbx.ts';
import { type TermRecord, termKey } from '../../../shared/terms/term.ts';
import type { Context } from '../../context.ts';
import { projectById } from '../../db/project.ts';
import { lockTerms, type TermChange, termsOf } from '../../db/term.ts';
import { UnknownRecord } from '../../db/unknown.ts';
import { glossaryIn } from '../../import/glossary/read.ts';
import { type WantedTerm, writeWithBack } from './terms.ts';

/** What a file of terms brings: how many are new, gain something, and are known as the file has them; the first new ones; and what takes
 *  it back once it was brought in. */
export interface BroughtTerms {
  readonly added: number;
  readonly grown: number;
  readonly known: number;
  readonly first: readonly TermRecord[];
  readonly warnings: readonly Problem[];
  readonly back: readonly WantedTerm[];
}

const SHOWN = 8;

/** Brings the terms of a file (CSV, TBX or XLSX, in base64) into the glossary of a project, all or none; or only tells what that would
 *  do. A term that is there keeps what it says and gains the rest. */
export async function importTerms(
  { store, now, newId, person }: Context,
  { project, file, isTrial }: { readonly project: string; readonly file: string; readonly isTrial: boolean },
): Promise<Checked<BroughtTerms>> {
  const read = await glossaryIn(Buffer.from(file, 'base64'));
  return store.transaction(async (trx) => {
    if (!(await projectById(trx, project))) throw new UnknownRecord('project', project);
    if (!read.ok) return read;
    const there = new Map((await termsOf(trx, project)).map((term) => [termKey(term), term]));
    const changes: TermChange[] = [];
    const first: TermRecord[] = [];
    let [added, grown, known] = [0, 0, 0];
    for (const record of read.value.terms) {
      const own = there.get(termKey(record));
      if (own === undefined) {
        added += 1;
        if (first.length < SHOWN) first.push(record);
        changes.push({ id: newId(), record });
        continue;
      }
      const { id, revision: _revision, changedAt: _changedAt, ...was } = own;
      const joined = joinedTerm(was, record);
      if (JSON.stringify(joined) === JSON.stringify(was)) known += 1;
      else {
        grown += 1;
        changes.push({ id, record: joined });
      }
    }
    if (isTrial) return { ok: true, value: { added, grown, known, first, warnings: read.value.warnings, back: [] } };
    const ids = changes.map(({ id }) => id);
    const back = await writeWithBack(trx, project, changes, await lockTerms(trx, project, ids), { person, at: now() });
    return { ok: true, value: { added, grown, known, first, warnings: read.value.warnings, back } };
  });
}

/** The glossary of a project as a file, with the name of the project. */
export async function exportTerms(
  { store: { db } }: Context,
  { project, format }: { readonly project: string; readonly format: 'csv' | 'tbx' },
): Promise<{ readonly name: string; readonly text: string }> {
  const known = await projectById(db, project);
  if (!known) throw new UnknownRecord('project', project);
  const terms = await termsOf(db, project);
  return { name: known.name, text: format === 'csv' ? writeGlossary(terms) : writeTbxGlossary(terms) };
}
