import type { Context } from '../../context.ts';
import { projectById } from '../../db/project.ts';
import { UnknownRecord } from '../../db/unknown.ts';
import { putWord, removeWord, wordsOf } from '../../db/word.ts';

/** The words that a project has added to those of the dictionaries, by their letters. */
export async function listWords({ store: { db } }: Context, { project }: { readonly project: string }) {
  if (!(await projectById(db, project))) throw new UnknownRecord('project', project);
  return wordsOf(db, project);
}

/** Adds a word to those of a project, or takes it out; the other is the way back. Capitals part nothing. */
export async function keepWord(
  { store, now, person }: Context,
  { project, word, isKept }: { readonly project: string; readonly word: string; readonly isKept: boolean },
): Promise<void> {
  const written = word.toLowerCase();
  await store.transaction(async (trx) => {
    if (!(await projectById(trx, project))) throw new UnknownRecord('project', project);
    if (isKept) await putWord(trx, project, written, { person, at: now() });
    else await removeWord(trx, project, written);
  });
}
