import { foldKey } from '../../../shared/language/characters/fold.ts';
import type { Context } from '../../context.ts';
import { selectDocuments } from '../../db/document.ts';
import { sameSources } from '../../db/same-source.ts';
import { readSetting, removeSetting, setSetting } from '../../db/setting.ts';
import { beginAct } from '../act/begin.ts';
import { type FillPiece, mayBeFilled, propagateAct } from './fill.ts';

/** What was said in one segment. */
export interface SaidOnce {
  readonly project: string;
  readonly document: string;
  readonly segment: string;
  /** Its Persian, and those beside it. */
  readonly source: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** A segment that reads the same and is not said yet. */
export interface SameAgain {
  readonly document: string;
  readonly title: string;
  readonly segment: string;
  readonly source: string;
  readonly rendering: string;
  /** False where the segments beside it read otherwise. */
  readonly sameNeighbours: boolean;
}

export interface SameListing {
  readonly places: readonly SameAgain[];
  /** How many there are beyond those that are told. */
  readonly more: number;
  /** False where the project does not want to be asked. */
  readonly isWanted: boolean;
}

/** Places that are told. */
const MOST = 500;

/** The other segments of a project whose Persian folds to the same, and that nobody has written or vouched for. */
export async function sameAgain(ctx: Context, said: SaidOnce): Promise<SameListing> {
  const { db } = ctx.store;
  const isWanted = (await readSetting(db, settingOf(said.project))) === undefined;
  if (!isWanted) return { places: [], more: 0, isWanted };
  const titles = new Map((await selectDocuments(db, { project: said.project })).map(({ id, title }) => [id, title]));
  const places: SameAgain[] = [];
  let more = 0;
  for (const row of await sameSources(db, [...titles.keys()], foldKey(said.source, 'search'))) {
    const { document_id: document, id, source, rendering, status, origin, left_out } = row;
    const isItself = document === said.document && id === said.segment;
    if (isItself || left_out === 1 || !mayBeFilled({ status, origin, text: rendering })) continue;
    if (places.length >= MOST) {
      more += 1;
      continue;
    }
    const sameNeighbours = row.before === said.before && row.after === said.after;
    places.push({ document, title: titles.get(document) ?? '', segment: id, source, rendering, sameNeighbours });
  }
  return { places, more, isWanted };
}

/** Places that are to say the same. */
export interface SayAgain {
  readonly project: string;
  readonly text: string;
  readonly places: readonly { readonly document: string; readonly segment: string; readonly source: string }[];
}

/** Writes a rendering into places that read the same, each document by one change; `job.undo` takes all of it back. What somebody
 *  has written there since stays. */
export async function sayAgain(
  ctx: Context,
  { project, text, places }: SayAgain,
): Promise<{ readonly job: string | null; readonly count: number; readonly isDone: boolean }> {
  const known = new Set((await selectDocuments(ctx.store.db, { project })).map(({ id }) => id));
  const byDocument = new Map<string, FillPiece>();
  for (const { document, segment, source } of places) {
    if (!known.has(document)) continue;
    const rows = byDocument.get(document)?.rows ?? [];
    byDocument.set(document, { document, rows: [...rows, { segment, source, text }] });
  }
  const [first, ...rest] = byDocument.values();
  if (first === undefined) return { job: null, count: 0, isDone: true };
  const input = { subjects: [], names: [] };
  const done = await beginAct(ctx, propagateAct, project, async () => ({
    ok: true,
    value: { input, pieces: [first, ...rest] },
  }));
  if (!done.ok) return { job: null, count: 0, isDone: true };
  const count = done.value.done.reduce((sum, { outcome }) => sum + outcome.count, 0);
  return { job: done.value.job, count, isDone: done.value.isDone };
}

/** Says whether people of a project are asked to say the same again. */
export async function wantSameAgain(
  { store }: Context,
  { project, isWanted }: { readonly project: string; readonly isWanted: boolean },
): Promise<void> {
  const name = settingOf(project);
  await store.transaction((trx) => (isWanted ? removeSetting(trx, name) : setSetting(trx, name, 'off')));
}

/** True unless the project does not want to be asked. */
export async function isSameAgainWanted(
  { store }: Context,
  { project }: { readonly project: string },
): Promise<boolean> {
  return (await readSetting(store.db, settingOf(project))) === undefined;
}

function settingOf(project: string): string {
  return `same-again ${project}`;
}
