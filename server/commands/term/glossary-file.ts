import type { Checked, Problem } from '../../../shared/core/problem.ts';
import { writeGlossary } from '../../../shared/formats/glossary/table.ts';
import { writeTbxGlossary } from '../../../shared/formats/glossary/tbx.ts';
import type { Term, TermRecord } from '../../../shared/terms/term.ts';
import { stopTold } from '../../apart/failure.ts';
import type { Context } from '../../context.ts';
import { holdProject, projectById } from '../../db/project.ts';
import { stampOf } from '../../db/stamp.ts';
import { lockTerms, type StoredTerm, type TermChange, termsOf } from '../../db/term.ts';
import { UnknownRecord } from '../../db/unknown.ts';
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
 *  do. A term that is there keeps what it says and gains the rest. The file is read and compared apart from who serves others; where the
 *  glossary changed meanwhile, once more. */
export async function importTerms(
  ctx: Context,
  wanted: { readonly project: string; readonly file: string; readonly isTrial: boolean },
): Promise<Checked<BroughtTerms>> {
  const { store, now, newId, person } = ctx;
  const { project, file, isTrial } = wanted;
  if (!(await projectById(store.db, project))) throw new UnknownRecord('project', project);
  const stamp = await stampOf(store.db, 'term', project);
  const order = { bytes: Buffer.from(file, 'base64'), terms: (await termsOf(store.db, project)).map(asTerm) };
  const news = await stopTold(ctx.apart.run('glossary', order));
  if (!news.ok) return news;
  const { added, grown, known, warnings } = news.value;
  const told = { added: added.length, grown: grown.length, known, first: added.slice(0, SHOWN), warnings };
  if (isTrial) return { ok: true, value: { ...told, back: [] } };
  const changes: readonly TermChange[] = [
    ...grown.map(({ id, ...record }) => ({ id, record })),
    ...added.map((record) => ({ id: newId(), record })),
  ];
  const back = await store.transaction(async (trx) => {
    if (!(await holdProject(trx, project))) throw new UnknownRecord('project', project);
    if ((await stampOf(trx, 'term', project)) !== stamp) return null;
    const before = await lockTerms(
      trx,
      project,
      grown.map(({ id }) => id),
    );
    return writeWithBack(trx, project, changes, before, { person, at: now() });
  });
  return back === null ? importTerms(ctx, wanted) : { ok: true, value: { ...told, back } };
}

/** What a term says, without where its record stands. */
function asTerm({ revision: _revision, changedAt: _changedAt, ...term }: StoredTerm): Term {
  return term;
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
