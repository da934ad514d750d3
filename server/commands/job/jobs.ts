import type { Problem } from '../../../shared/core/problem.ts';
import type { Context } from '../../context.ts';
import { askToCancel, type JobRow, type JobState, jobById, partsOf, selectJobs } from '../../db/job.ts';
import { UnknownRecord } from '../../db/unknown.ts';
import { PASTE } from '../../import/pair/pair.ts';
import type { ActInput } from '../act/act.ts';
import type { DocumentAnalysis } from '../memory/analysis.ts';
import type { Filled, Unanswered } from '../memory/fill.ts';
import type { MemoryInput, MemoryOutcome } from '../memory/import.ts';
import { actOf } from './acts.ts';
import type { CorpusOutcome } from './corpus.ts';
import type { PairInput, PairOutcome } from './pair.ts';

/** A job as people see it. */
export interface JobView {
  readonly id: string;
  readonly project: string | null;
  readonly kind: string;
  /** What it works on, in words of the person who began it: a title, names of files; of an act, the names of its subjects. */
  readonly about: string;
  readonly names: readonly string[];
  readonly state: JobState;
  /** 0…1. */
  readonly share: number;
  /** Its parts, of an act mostly documents, and how many of them are done. */
  readonly parts: number;
  readonly done: number;
  /** True where it is done and can be taken back. */
  readonly canUndo: boolean;
  readonly createdAt: number;
  readonly changedAt: number;
  /** Why it failed. */
  readonly problems: readonly Problem[];
  /** Where it is done: what was counted. */
  readonly analysis: readonly DocumentAnalysis[] | null;
  /** Where it is done: what was filled by what, and why a machine was asked no more. */
  readonly filled: FilledCount | null;
  /** Where it is done: what came of a memory. */
  readonly memory: MemoryOutcome | null;
  /** Where it is done: what came of a pair, of English for a document, or of corpora. */
  readonly outcome: PairOutcome | CorpusOutcome | null;
}

/** Segments that were filled, from the memories and by a machine, and those that it was asked for and gave nothing. */
export interface FilledCount extends Unanswered {
  readonly memory: number;
  readonly machine: number;
}

/** Nobody looks further back. */
const LISTED = 20;

/** The latest jobs of a project, or of all, the one changed last first. */
export async function listJobs(
  { store }: Context,
  { project }: { readonly project?: string | undefined },
): Promise<readonly JobView[]> {
  const rows = await selectJobs(store.db, project, LISTED);
  return Promise.all(rows.map((row) => viewOf(store, row)));
}

/** One job, as it stands now. */
export async function openJob({ store }: Context, { id }: { readonly id: string }): Promise<JobView> {
  const row = await jobById(store.db, id);
  if (!row) throw new UnknownRecord('job', id);
  return viewOf(store, row);
}

/** Asks for a job to be taken back; nothing of it stays. One that has ended stays as it is. */
export async function cancelJob(ctx: Context, { id }: { readonly id: string }): Promise<{ cancelled: boolean }> {
  if (!(await jobById(ctx.store.db, id))) throw new UnknownRecord('job', id);
  const cancelled = await ctx.store.transaction((trx) => askToCancel(trx, id, ctx.now()));
  ctx.wakeJobs();
  return { cancelled };
}

async function viewOf(store: Context['store'], row: JobRow): Promise<JobView> {
  const isMemory = row.kind === 'memory';
  const isAnalysis = row.kind === 'analysis';
  const isTold = (bringsTexts(row) || isMemory || isAnalysis) && row.state === 'done';
  const [part] = isTold ? await partsOf(store.db, row.id) : [];
  const outcome = part?.outcome ? (JSON.parse(part.outcome) as unknown) : null;
  return {
    id: row.id,
    project: row.project_id,
    kind: row.kind,
    about: aboutOf(row),
    state: row.state,
    names: namesOf(row),
    share: row.permille / 1000,
    parts: row.parts,
    done: row.done,
    canUndo: row.state === 'done' && actOf(row.kind) !== undefined,
    createdAt: row.created_at,
    changedAt: row.changed_at,
    problems: JSON.parse(row.problems ?? '[]') as readonly Problem[],
    filled: row.kind === 'pretranslate' && row.state === 'done' ? filledOf(await partsOf(store.db, row.id)) : null,
    analysis: isAnalysis ? (outcome as readonly DocumentAnalysis[] | null) : null,
    memory: isMemory ? (outcome as MemoryOutcome | null) : null,
    outcome: isMemory || isAnalysis ? null : (outcome as PairOutcome | CorpusOutcome | null),
  };
}

function filledOf(parts: Awaited<ReturnType<typeof partsOf>>): FilledCount {
  const all = parts.map(({ outcome }) => JSON.parse(outcome ?? '{}') as Partial<Filled>);
  const sum = (count: (one: Partial<Filled>) => number) => all.reduce((total, one) => total + count(one), 0);
  return {
    memory: sum(({ count = 0, byMachine = 0 }) => count - byMachine),
    machine: sum(({ byMachine = 0 }) => byMachine),
    unanswered: sum(({ unanswered = 0 }) => unanswered),
    trouble: all.find(({ trouble }) => trouble)?.trouble ?? null,
  };
}

function namesOf({ kind, input }: JobRow): readonly string[] {
  return actOf(kind) ? (JSON.parse(input) as ActInput).names : [];
}

function bringsTexts({ kind }: JobRow): boolean {
  return kind === 'pair' || kind === 'english' || kind === 'corpus';
}

function aboutOf(row: JobRow): string {
  if (row.kind === 'release')
    return (JSON.parse(row.input) as { readonly recipe: { readonly name: string } }).recipe.name;
  if (row.kind === 'memory') return (JSON.parse(row.input) as MemoryInput).name;
  if (!bringsTexts(row)) return '';
  const { title, names } = JSON.parse(row.input) as PairInput;
  return (
    title ||
    names
      .map(({ filename }) => filename)
      .filter((filename) => filename !== '' && filename !== PASTE)
      .map((filename) => `\u2068${filename}\u2069`)
      .join(' · ')
  );
}
