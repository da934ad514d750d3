import type { Checked } from '../../../shared/core/problem.ts';
import { isConfirmed } from '../../../shared/core/status.ts';
import { type ConfirmedBecome, type Replacement, writeReplacements } from '../../../shared/doc/edit/replace.ts';
import { asRendering } from '../../../shared/doc/model/rendering-text.ts';
import { replacementAt } from '../../../shared/language/words/query.ts';
import type { DocumentChange } from '../../../shared/wire/change.ts';
import type { Context } from '../../context.ts';
import { selectDocuments } from '../../db/document.ts';
import type { Act, ActInput, Piece } from '../act/act.ts';
import { beginAct } from '../act/begin.ts';
import { changeWithin } from '../act/change-within.ts';
import { revertWithin } from '../act/revert-within.ts';
import { type Search, seek } from './seek.ts';

/** A place that would read otherwise, in its sentence on both sides. */
export interface ReplacementPlace extends Replacement {
  readonly document: string;
  readonly title: string;
  /** The place of the segment in the document, counted from 0. */
  readonly row: number;
  readonly isConfirmed: boolean;
  readonly source: string;
  readonly rendering: string;
}

export interface ReplacementListing {
  readonly places: readonly ReplacementPlace[];
  /** How many there are beyond those that are told. */
  readonly more: number;
}

/** What a replacement looks for in the English, and what it writes there. */
export type ReplacementSearch = Search & { readonly with: string };

/** Places that are told unless somebody wants more. */
const MOST = 2000;

/** What a replacement would change, in order; nothing is written. */
export async function listReplacements(
  ctx: Context,
  search: ReplacementSearch,
  most: number = MOST,
): Promise<Checked<ReplacementListing>> {
  const { en } = search;
  if (en === null) return { ok: false, problems: [nothingSought] };
  const places: ReplacementPlace[] = [];
  let more = 0;
  const problems = await seek(ctx, search, ({ document, title, row, segment, en: hits }) => {
    const { id, source, rendering, status } = segment;
    for (const hit of hits) {
      const before = rendering.slice(hit.from, hit.to);
      const after = asRendering(replacementAt(search.with, rendering, hit, en));
      if (after === before) continue;
      if (places.length >= most) more += 1;
      else {
        const { from, to } = hit;
        const place = { document, title, row, segment: id, from, to, before, after, source, rendering };
        places.push({ ...place, isConfirmed: isConfirmed(status) });
      }
    }
  });
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: { places, more } };
}

const nothingSought = { rule: 'query-empty', message: 'Nothing is sought: say what is to be replaced in the English.' };

/** Places that were looked at and are to be written. */
export interface ReplaceChoice {
  readonly project: string;
  /** What people sought and wrote, for the history. */
  readonly sought: string;
  readonly with: string;
  readonly confirmed: ConfirmedBecome;
  readonly places: readonly (Replacement & { readonly document: string })[];
}

interface ReplacePiece extends Piece {
  readonly places: readonly Replacement[];
}

interface ReplaceInput extends ActInput {
  readonly confirmed: ConfirmedBecome;
}

interface Replaced {
  readonly change: DocumentChange | null;
  readonly count: number;
}

/** Writes the places of each document by one change. A place that reads otherwise by now stays as it is. */
export const replaceAct: Act<ReplaceInput, ReplacePiece, Replaced> = {
  kind: 'replace',
  async make(place, { confirmed }, { document, places }) {
    let count = 0;
    if (document === null) return { change: null, count };
    const change = await changeWithin(place, document, (tr) => {
      count = writeReplacements(tr, places, confirmed);
      return count > 0;
    });
    return { change, count };
  },
  takeBack: async (place, _input, _piece, { change }) => (change ? revertWithin(place, change) : null),
};

/** What replacing came to. */
export interface ReplaceAnswer {
  readonly written: number;
  /** Those that read otherwise by now, or could not be written. */
  readonly left: number;
  /** The job, which takes all of it back; `null` where there was nothing to do. */
  readonly job: string | null;
  /** False while it is still under way: it goes on by itself. */
  readonly isDone: boolean;
}

/** Writes places of the documents of a project as one act; documents that it has not are left. */
export async function replaceWords(ctx: Context, choice: ReplaceChoice): Promise<Checked<ReplaceAnswer>> {
  const { project, sought, confirmed, places } = choice;
  const known = new Set((await selectDocuments(ctx.store.db, { project })).map(({ id }) => id));
  const byDocument = new Map<string, Replacement[]>();
  for (const { document, segment, from, to, before, after } of places) {
    if (!known.has(document)) continue;
    const own = byDocument.get(document) ?? [];
    byDocument.set(document, own);
    own.push({ segment, from, to, before, after });
  }
  const [first, ...rest] = Array.from(byDocument, ([document, own]): ReplacePiece => ({ document, places: own }));
  if (!first) return { ok: true, value: { written: 0, left: places.length, job: null, isDone: true } };
  const input = { subjects: [], names: [sought, choice.with], confirmed };
  const acted = await beginAct(ctx, replaceAct, project, async () => {
    return { ok: true, value: { input, pieces: [first, ...rest] } };
  });
  if (!acted.ok) return acted;
  const { job, isDone, done } = acted.value;
  const written = done.reduce((sum, { outcome }) => sum + outcome.count, 0);
  return { ok: true, value: { written, left: places.length - written, job, isDone } };
}
