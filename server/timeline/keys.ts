import { foldMark } from '../../shared/language/characters/fold-mark.ts';
import { documentIds, lockHead } from '../db/document.ts';
import { readSetting, setSetting } from '../db/setting.ts';
import type { Store } from '../db/store.ts';
import { writeProjections } from './projection.ts';
import type { Timeline } from './timeline.ts';

/** Under which the database says with what folding its keys were made. */
const FOLDING = 'folding';

/** How the beginnings of names are told (`nameStarts`); to be counted up where they are told otherwise. */
const STARTS = 1;

/** Where the keys were made by another folding than today's, makes the projections of every document anew, one transaction a
 *  document, so that a search finds what it should: sentences and the names of mentions. Names of entities are folded when they are
 *  read, and need none. A document that cannot be read is told of, and stays as it is. */
export async function bringKeys(store: Store, timeline: Timeline, report: (error: unknown) => void): Promise<void> {
  const mark = `${foldMark()} ${STARTS}`;
  if ((await readSetting(store.db, FOLDING)) === mark) return;
  for (const id of await documentIds(store.db)) {
    const made = store.transaction(async (trx) => {
      const head = await lockHead(trx, id);
      if (head) await writeProjections(trx, await timeline.at(trx, id, head.version));
    });
    await made.catch(report);
  }
  await store.transaction((trx) => setSetting(trx, FOLDING, mark));
}
