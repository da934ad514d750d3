import type { PairPreview } from '../../../shared/core/pair-preview.ts';
import type { Checked, Problem } from '../../../shared/core/problem.ts';
import type { DocumentChange } from '../../../shared/wire/change.ts';
import { stopTold } from '../../apart/failure.ts';
import type { Waiting } from '../../apart/task.ts';
import type { Context } from '../../context.ts';
import { insertJob } from '../../db/job.ts';
import type { Encoding } from '../../import/encoding.ts';
import type { PairFile, PairOptions } from '../../import/pair/pair.ts';
import type { PreparedDocument } from '../../import/prepared.ts';
import { addDocument, gathering, rulesOf } from '../document/import.ts';
import { wordKnowledge } from '../link/knowledge.ts';

/** What a job that brings a pair in is written down with; the texts themselves are its files. */
export interface PairInput {
  readonly title: string;
  readonly options: PairOptions;
  readonly names: readonly { readonly filename: string; readonly encoding?: Encoding | undefined }[];
}

/** What came of it. */
export interface PairOutcome {
  readonly document: string;
  readonly title: string;
  readonly segments: number;
  /** Rows with both sides, and beads with one only. */
  readonly counts: { readonly both: number; readonly sourceOnly: number; readonly targetOnly: number };
  readonly remarks: readonly Problem[];
  /** The change of the document that was there before; `null` for one that was made. */
  readonly change: DocumentChange | null;
}

/** A pair to bring in. */
export interface NewPair {
  readonly project: string;
  readonly title: string;
  readonly files: readonly PairFile[];
  readonly options: PairOptions;
}

/** Writes down a job that makes a document of a pair, with both texts; gives its id. */
export async function beginPair(ctx: Context, { project, title, files, options }: NewPair): Promise<{ job: string }> {
  await rulesOf(ctx, project);
  const id = ctx.newId();
  const names = files.map(({ filename, encoding }) => ({ filename, encoding }));
  const input: PairInput = { title, options, names };
  const bodies = files.map(({ bytes }) => bytes);
  const job = { id, project, kind: 'pair', input, parts: [null], files: bodies, person: ctx.person, at: ctx.now() };
  await ctx.store.transaction((trx) => insertJob(trx, job));
  ctx.wakeJobs();
  return { job: id };
}

/** What a pair would become; nothing is written. */
export async function previewPair(
  ctx: Context,
  { project, files, options }: Omit<NewPair, 'title'>,
): Promise<Checked<PairPreview>> {
  const { fa } = await rulesOf(ctx, project);
  const known = await wordKnowledge(ctx, project);
  return stopTold(ctx.apart.run('pairPreview', { files, options, rules: fa, known }));
}

/** How long an alignment may take, in milliseconds: a job is seen and can be stopped. */
export const LONGEST = 3_600_000;

/** A pair that is ready to be stored, and what is told once it is. */
export interface MadePair {
  readonly document: PreparedDocument;
  readonly outcome: PairOutcome;
}

/** Reads and aligns a pair, apart from who serves others. */
export async function makePair(
  ctx: Context,
  { project, title, files, options }: NewPair,
  waiting: Pick<Waiting, 'progress' | 'signal'> = {},
): Promise<Checked<MadePair>> {
  const { fa } = await rulesOf(ctx, project);
  const { tell, whole } = gathering();
  const known = await wordKnowledge(ctx, project);
  const order = { files, options, project, title, rules: fa, known, at: ctx.now() };
  const made = await ctx.apart.run('pair', order, { time: LONGEST, ...waiting, tell });
  if (!made.ok) return made;
  const document = whole(made.value.document);
  const { counts, remarks } = made.value;
  const segments = document.projection.segments.length;
  return {
    ok: true,
    value: {
      document,
      outcome: { document: document.id, title: document.title, segments, counts, remarks, change: null },
    },
  };
}

/** Makes a document of a pair at once, for who waits for it: all of it, or nothing. */
export async function importPairNow(ctx: Context, pair: NewPair): Promise<Checked<PairOutcome>> {
  const made = await makePair(ctx, pair);
  if (!made.ok) return made;
  await ctx.store.transaction((trx) => addDocument(trx, made.value.document, { person: ctx.person }));
  return { ok: true, value: made.value.outcome };
}
