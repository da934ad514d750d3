import type { Checked, Problem } from '../../../shared/core/problem.ts';
import { takeReview } from '../../../shared/doc/edit/review.ts';
import { importProblem } from '../../../shared/formats/text/problems.ts';
import type { DocumentChange } from '../../../shared/wire/change.ts';
import type { Contest, ReviewedDocument, ReviewPreview } from '../../../shared/wire/review.ts';
import { stopTold } from '../../apart/failure.ts';
import type { Context } from '../../context.ts';
import { documentById } from '../../db/document.ts';
import type { ReviewTable } from '../../import/review/read.ts';
import { changeDocument } from '../timeline/change.ts';
import { comparedReview } from './compared.ts';

/** What a reviewed Word document would change; nothing is written. A problem where the file is none, or is of a document that is not
 *  here. */
export async function previewReview(
  ctx: Context,
  { bytes }: { readonly bytes: Uint8Array },
): Promise<Checked<ReviewPreview>> {
  const file = await stopTold(ctx.apart.run('review', { bytes: bytes }));
  if (!file.ok) return file;
  const documents: ReviewedDocument[] = [];
  const problems: Problem[] = [];
  for (const table of file.value.tables) {
    const known = await documentById(ctx.store.db, table.document);
    if (!known || table.version > known.version) {
      problems.push(importProblem('review.other', { values: { document: table.document } }));
      continue;
    }
    const { db } = ctx.store;
    const base = await ctx.timeline.at(db, table.document, table.version);
    const head = await ctx.timeline.at(db, table.document, known.version);
    documents.push({ document: table.document, title: known.title, ...comparedReview(table, base, head) });
  }
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, value: { documents, notes: file.value.notes } };
}

/** What a review has changed: a change of each document, each of which is taken back as one. */
export interface TakenReview {
  readonly changes: readonly DocumentChange[];
  /** Rows that were changed, and rows that were not taken. */
  readonly rows: number;
  readonly refused: readonly Problem[];
}

/** Takes a reviewed Word document: the rows that were changed in it are changed here, each document by one change on top of
 *  whatever others do meanwhile. Rows that were changed here as well stay or are taken, as `contested` says. */
export async function applyReview(
  ctx: Context,
  { bytes, contested }: { readonly bytes: Uint8Array; readonly contested: Contest },
): Promise<Checked<TakenReview>> {
  const preview = await previewReview(ctx, { bytes });
  if (!preview.ok) return preview;
  const file = await stopTold(ctx.apart.run('review', { bytes: bytes }));
  if (!file.ok) return file;
  const changes: DocumentChange[] = [];
  let rows = 0;
  for (const table of file.value.tables) {
    const { change, changed } = await takeTable(ctx, table, contested);
    if (change) changes.push(change);
    rows += changed;
  }
  return { ok: true, value: { changes, rows, refused: preview.value.documents.flatMap(({ refused }) => refused) } };
}

async function takeTable(ctx: Context, table: ReviewTable, contested: Contest) {
  const base = await ctx.timeline.at(ctx.store.db, table.document, table.version);
  let changed = 0;
  const change = await changeDocument(
    ctx,
    table.document,
    (tr, held) => {
      const { changes } = comparedReview(table, base, held);
      const wanted = changes.filter(({ isContested }) => !isContested || contested === 'take');
      changed = takeReview(
        tr,
        new Map(wanted.map(({ segment, after }) => [segment, { text: after.en, status: after.status }])),
      );
      return changed > 0;
    },
    { kind: 'review', deed: ctx.newId() },
  );
  return { change, changed: change ? changed : 0 };
}
