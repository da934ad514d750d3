import { destinationOf } from '../../../shared/core/machine.ts';
import { takenFrom } from '../../../shared/doc/edit/match.ts';
import type { Context } from '../../context.ts';
import { documentById } from '../../db/document.ts';
import { insertJob } from '../../db/job.ts';
import { projectById } from '../../db/project.ts';
import type { StoredSegment } from '../../db/segment.ts';
import { UnknownRecord } from '../../db/unknown.ts';
import type { JobKind, Part } from '../../jobs/kind.ts';
import { type ActInput, actJob } from '../act/act.ts';
import { projectMachine } from '../machine/choice.ts';
import { documentsOf, scoredSegments, wayOf } from './analysis.ts';
import { type Filling, type FillPiece, preTranslateAct } from './fill.ts';
import { machineFillings } from './machine-fillings.ts';

/** What is to be filled from the memories. */
export interface PreTranslation {
  readonly project: string;
  /** `null` for all documents of the project. */
  readonly document: string | null;
  /** The least score that is taken. */
  readonly threshold: number;
  /** True where what they do not cover goes to the machine of the project. */
  readonly isByMachine: boolean;
}

interface PreTranslateInput extends ActInput {
  readonly threshold: number;
  /** Where texts may be sent to; `null` for nowhere. */
  readonly to: string | null;
}

/** Writes down a job that puts the best match into every segment that nobody has translated, and what the machine of the project says
 *  into those that none fits, where that is wanted; gives its id, `null` where there is no document. `job.undo` takes it back. */
export async function preTranslate(
  ctx: Context,
  { project, document, threshold, isByMachine }: PreTranslation,
): Promise<{ readonly job: string | null }> {
  if (!(await projectById(ctx.store.db, project))) throw new UnknownRecord('project', project);
  if (document !== null && !(await documentById(ctx.store.db, document))) throw new UnknownRecord('document', document);
  const documents = await documentsOf(ctx, project, document);
  if (documents.length === 0) return { job: null };
  const id = ctx.newId();
  const names = documents.slice(0, 1).map(({ title }) => title);
  const to = isByMachine ? destinationOf(await projectMachine(ctx, { project })) : null;
  const input: PreTranslateInput = { subjects: [], names, threshold, to };
  const parts = documents.map((one): FillPiece => ({ document: one.id, rows: [] }));
  const job = { id, project, kind: preTranslateAct.kind, input, parts, person: ctx.person, at: ctx.now() };
  await ctx.store.transaction((trx) => insertJob(trx, job));
  ctx.wakeJobs();
  return { job: id };
}

const back = actJob(preTranslateAct as unknown as Parameters<typeof actJob>[0]);

/** Looks the segments of a document up, and has them translated, outside any transaction, and writes what comes of it in one change. */
export const preTranslateJob: JobKind = {
  async part(ctx, part) {
    const { document } = part.partInput as FillPiece;
    const found = document === null ? { rows: [] } : await fillings(ctx, part, document);
    const filled = { ...part, partInput: { document, ...found } satisfies FillPiece };
    return back.part(ctx, filled);
  },
  ...(back.takeBack && { takeBack: back.takeBack }),
};

async function fillings(ctx: Context, part: Part, document: string): Promise<Omit<FillPiece, 'document'>> {
  const { project, signal, progress } = part;
  const { threshold, to } = part.input as PreTranslateInput;
  if (project === null) return { rows: [] };
  const rows: Filling[] = [];
  const all: StoredSegment[] = [];
  for await (const { segment, match } of scoredSegments(ctx, project, document, signal)) {
    all.push(segment);
    const way = wayOf(segment, match, { threshold, isByMachine: false });
    if (match === null || way !== 'memory') continue;
    const { score, from } = takenFrom(match, 0);
    rows.push({
      segment: segment.id,
      source: segment.source,
      text: match.target,
      names: match.names,
      from: { score, from },
    });
  }
  if (to === null) return { rows };
  const said = await machineFillings({ ctx, project, document, to, signal, progress }, all, rows);
  return { ...said, rows: [...rows, ...said.rows] };
}
