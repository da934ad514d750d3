import type { Problem } from '../../../shared/core/problem.ts';
import { type TermRecord, termProblems } from '../../../shared/terms/term.ts';
import type { Context } from '../../context.ts';
import type { Writer } from '../../db/database.ts';
import { projectById } from '../../db/project.ts';
import { type KnownTerm, lockTerms, putTerms, type StoredTerm, type TermChange, termsOf } from '../../db/term.ts';
import { UnknownRecord } from '../../db/unknown.ts';

/** The glossary of a project. */
export async function listTerms(
  { store: { db } }: Context,
  { project }: { readonly project: string },
): Promise<readonly StoredTerm[]> {
  if (!(await projectById(db, project))) throw new UnknownRecord('project', project);
  return termsOf(db, project);
}

/** What is wanted of a term that was read at `revision`; `null` for one that is new, or that is to come out whatever it says by now. */
export interface WantedTerm extends TermChange {
  readonly revision: number | null;
}

/** What became of a change, and what takes it back; `stale` names the terms that somebody else changed first: nothing is written then. */
export type TermsAnswer =
  | { readonly ok: true; readonly back: readonly WantedTerm[] }
  | { readonly ok: false; readonly reason: 'stale'; readonly ids: readonly string[] }
  | { readonly ok: false; readonly reason: 'refused'; readonly problems: readonly Problem[] };

/** Adds, changes and takes out terms, all or none. `back` of the answer is the same for the way back. */
export async function writeTerms(
  { store, now, person }: Context,
  { project, terms }: { readonly project: string; readonly terms: readonly WantedTerm[] },
): Promise<TermsAnswer> {
  const problems = terms.flatMap(({ record }) => (record === null ? [] : termProblems(record)));
  if (problems.length > 0) return { ok: false, reason: 'refused', problems: problems.slice(0, 50) };
  return store.transaction(async (trx) => {
    if (!(await projectById(trx, project))) throw new UnknownRecord('project', project);
    const ids = terms.map(({ id }) => id);
    const known = await lockTerms(trx, project, ids);
    const stale = terms.filter(({ id, revision }) => revision !== null && known.get(id)?.revision !== revision);
    if (stale.length > 0) return { ok: false, reason: 'stale', ids: stale.map(({ id }) => id) };
    return { ok: true, back: await writeWithBack(trx, project, terms, known, { person, at: now() }) };
  });
}

/** Writes terms in a transaction that has locked those that are `known`; what it gives takes that back. */
export async function writeWithBack(
  trx: Writer,
  project: string,
  changes: readonly TermChange[],
  known: ReadonlyMap<string, KnownTerm>,
  by: { readonly person: string; readonly at: number },
): Promise<readonly WantedTerm[]> {
  await putTerms(trx, project, changes, known, by);
  return changes.map(({ id }) => {
    const was = known.get(id);
    const record: TermRecord | null = was === undefined || was.isRemoved ? null : was.record;
    return { id, record, revision: (was?.revision ?? 0) + 1 };
  });
}
