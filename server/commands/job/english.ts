import type { PairPreview } from '../../../shared/core/pair-preview.ts';
import type { Checked } from '../../../shared/core/problem.ts';
import { paragraphAt } from '../../../shared/doc/model/law.ts';
import { segmentNodes } from '../../../shared/doc/model/read.ts';
import { segmentAttrs } from '../../../shared/doc/model/schema.ts';
import { refused } from '../../../shared/formats/text/problems.ts';
import { stopTold } from '../../apart/failure.ts';
import type { Waiting } from '../../apart/task.ts';
import type { Context } from '../../context.ts';
import { documentById } from '../../db/document.ts';
import { insertJob } from '../../db/job.ts';
import { UnknownRecord } from '../../db/unknown.ts';
import type { AlignedEnglish, PersianRow } from '../../import/pair/english.ts';
import type { PairFile, PairOptions } from '../../import/pair/pair.ts';
import type { SourcedDocument } from '../../timeline/rebuild.ts';
import { wordKnowledge } from '../link/knowledge.ts';
import { LONGEST, type PairInput } from './pair.ts';

/** English to bring to a document that has none. */
export interface NewEnglish {
  readonly document: string;
  readonly file: PairFile;
  readonly options: Pick<PairOptions, 'shape' | 'paragraphs'>;
}

/** What a job that brings English to a document is written down with; `title` is the document's. */
export interface EnglishInput extends PairInput {
  readonly document: string;
}

/** Writes down a job that brings English to a document; gives its id. A problem where that has English. */
export async function beginEnglish(
  ctx: Context,
  { document, file, options }: NewEnglish,
): Promise<Checked<{ readonly job: string }>> {
  const known = await persianOf(ctx, document);
  if (!known.ok) return known;
  const { project, title } = known.value;
  const { bytes, filename, encoding } = file;
  const input: EnglishInput = {
    document,
    title,
    options: { ...options, swap: false },
    names: [{ filename, encoding }],
  };
  const job = { id: ctx.newId(), project, kind: 'english', input, parts: [null], files: [bytes] };
  await ctx.store.transaction((trx) => insertJob(trx, { ...job, person: ctx.person, at: ctx.now() }));
  ctx.wakeJobs();
  return { ok: true, value: { job: job.id } };
}

/** What would become of it; nothing is written. */
export async function previewEnglish(ctx: Context, english: NewEnglish): Promise<Checked<PairPreview>> {
  const order = await orderFor(ctx, english);
  return order.ok ? stopTold(ctx.apart.run('englishPreview', order.value)) : order;
}

/** Reads the English and aligns the document with it, apart from who serves others. */
export async function makeEnglish(
  ctx: Context,
  english: NewEnglish,
  waiting: Pick<Waiting, 'progress' | 'signal'>,
): Promise<Checked<AlignedEnglish>> {
  const order = await orderFor(ctx, english);
  return order.ok ? ctx.apart.run('english', order.value, { time: LONGEST, ...waiting }) : order;
}

async function orderFor(ctx: Context, { document, file, options }: NewEnglish) {
  const known = await persianOf(ctx, document);
  if (!known.ok) return known;
  const { rows, project } = known.value;
  const order = { file, options, rows, known: await wordKnowledge(ctx, project) };
  return { ok: true, value: order } as const;
}

/** A document that has no English, as it is to be aligned. */
interface PersianDocument {
  readonly project: string;
  readonly title: string;
  readonly rows: readonly PersianRow[];
}

async function persianOf({ store, timeline }: Context, id: string): Promise<Checked<PersianDocument>> {
  const row = await documentById(store.db, id);
  if (!row) throw new UnknownRecord('document', id);
  const held = await timeline.at(store.db, id, row.version);
  const english = renderedRows(held);
  if (english > 0) return refused('pair.has-english', { values: { title: row.title, count: english } });
  return { ok: true, value: { project: row.project_id, title: row.title, rows: persianRows(held) } };
}

/** How many rows have English. */
export function renderedRows({ doc }: Pick<SourcedDocument, 'doc'>): number {
  let count = 0;
  for (const node of segmentNodes(doc)) if (node.content.size > 0) count += 1;
  return count;
}

/** The rows of a document with their Persian. */
export function persianRows({ doc, source: { text, outline } }: Pick<SourcedDocument, 'doc' | 'source'>) {
  const rows: PersianRow[] = [];
  for (const node of segmentNodes(doc)) {
    const { id, from, to } = segmentAttrs(node);
    rows.push({ id, text: text.slice(from, to), paragraph: paragraphAt(outline.paragraphs, from) });
  }
  return rows;
}
