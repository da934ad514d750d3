import type { Reader, Writer } from './database.ts';

/** The words that a project has added, by their letters. */
export async function wordsOf(reader: Reader, project: string): Promise<readonly string[]> {
  const rows = await reader.selectFrom('project_word').select('word').where('project_id', '=', project).execute();
  return rows.map(({ word }) => word).sort();
}

export async function putWord(
  trx: Writer,
  project: string,
  word: string,
  { person, at }: { readonly person: string; readonly at: number },
): Promise<void> {
  await trx
    .insertInto('project_word')
    .values({ project_id: project, word, person, at })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function removeWord(trx: Writer, project: string, word: string): Promise<void> {
  await trx.deleteFrom('project_word').where('project_id', '=', project).where('word', '=', word).execute();
}
