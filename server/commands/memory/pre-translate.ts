import { takenFrom } from '../../../shared/doc/edit/match.ts';
import type { Context } from '../../context.ts';
import { documentById } from '../../db/document.ts';
import { insertJob } from '../../db/job.ts';
import { projectById } from '../../db/project.ts';
import { UnknownRecord } from '../../db/unknown.ts';
import type { JobKind, Part } from '../../jobs/kind.ts';
import { type ActInput, actJob } from '../act/act.ts';
import { documentsOf, scoredSegments } from './analysis.ts';
import { type Filling, type FillPiece, mayBeFilled, preTranslateAct } from './fill.ts';

/** What is to be filled from the memories. */
export interface PreTranslation {
  readonly project: string;
  /** `null` for all documents of the project. */
  readonly document: string | null;
  /** The least score that is taken. */
  readonly threshold: number;
}

interface PreTranslateInput extends ActInput {
  readonly threshold: number;
}

/** Writes down a job that puts the best match into every segment that nobody has translated; gives its id, `null` where there is no
 *  document. `job.undo` takes it back. */
export async function preTranslate(
  ctx: Context,
  { project, document, threshold }: PreTranslation,
): Promise<{ readonly job: string | null }> {
  if (!(await projectById(ctx.store.db, project))) throw new UnknownRecord('project', project);
  if (document !== null && !(await documentById(ctx.store.db, document))) throw new UnknownRecord('document', document);
  const documents = await documentsOf(ctx, project, document);
  if (documents.length === 0) return { job: null };
  const id = ctx.newId();
  const input: PreTranslateInput = { subjects: [], names: documents.slice(0, 1).map(({ title }) => title), threshold };
  const parts = documents.map((one): FillPiece => ({ document: one.id, rows: [] }));
  const job = { id, project, kind: preTranslateAct.kind, input, parts, person: ctx.person, at: ctx.now() };
  await ctx.store.transaction((trx) => insertJob(trx, job));
  ctx.wakeJobs();
  return { job: id };
}

const back = actJob(preTranslateAct as unknown as Parameters<typeof actJob>[0]);

/** Looks the segments of a document up outside any transaction, and writes what fits in one change. */
export const preTranslateJob: JobKind = {
  async part(ctx, part) {
    const { threshold } = part.input as PreTranslateInput;
    const { document } = part.partInput as FillPiece;
    const rows = document === null ? [] : await fillings(ctx, part, document, threshold);
    const filled = { ...part, partInput: { document, rows } satisfies FillPiece };
    return back.part(ctx, filled);
  },
  ...(back.takeBack && { takeBack: back.takeBack }),
};

async function fillings(ctx: Context, part: Part, document: string, threshold: number): Promise<readonly Filling[]> {
  const { project, signal } = part;
  if (project === null) return [];
  const rows: Filling[] = [];
  for await (const { segment, match } of scoredSegments(ctx, project, document, signal)) {
    const { id, source, rendering: text, status, origin, left_out } = segment;
    if (match === null || match.score < threshold || left_out === 1 || !mayBeFilled({ status, origin, text })) continue;
    if (text === match.target) continue;
    const { score, from } = takenFrom(match, 0);
    rows.push({ segment: id, source, text: match.target, names: match.names, from: { score, from } });
  }
  return rows;
}
