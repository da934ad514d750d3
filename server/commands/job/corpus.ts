import { join } from 'node:path';
import { type Label, labelProblems, MOST_LABELS } from '../../../shared/core/label.ts';
import type { Checked, Problem } from '../../../shared/core/problem.ts';
import { corpusProblem } from '../../../shared/formats/corpus/problems.ts';
import { importProblem } from '../../../shared/formats/text/problems.ts';
import type { CorpusChoices, CorpusPreview, PreviewedDocument } from '../../../shared/wire/corpus-import.ts';
import { type PreparedCorpus, type SpooledDocument, textHash } from '../../apart/corpus.ts';
import type { HashedDocument } from '../../apart/corpus-preview.ts';
import { WorkStopped } from '../../apart/failure.ts';
import type { Waiting } from '../../apart/task.ts';
import type { Context } from '../../context.ts';
import type { Writer } from '../../db/database.ts';
import { documentById } from '../../db/document.ts';
import { beginEntity, entitiesOf, goneEntities, shareEntities } from '../../db/entity.ts';
import { insertJob } from '../../db/job.ts';
import { labelsOf, replaceLabels } from '../../db/label.ts';
import type { SegmentRow } from '../../db/segment.ts';
import { documentWithSource, sourcesOfSize } from '../../db/source.ts';
import type { CorpusFile, SetFormat } from '../../import/corpus/file.ts';
import { layFiles } from '../../import/corpus/laid.ts';
import { openSpool, type Spool } from '../../import/corpus/spool.ts';
import { inFolder } from '../../jobs/folder.ts';
import { PartRefused } from '../../jobs/kind.ts';
import { addDocument, rulesOf } from '../document/import.ts';
import { LONGEST, type PairOutcome } from './pair.ts';

/** Files of corpora to bring in, and what was chosen of them. */
export interface NewCorpus {
  readonly project: string;
  readonly files: readonly CorpusFile[];
  /** The format of all of them, where it was said; else what each shows. */
  readonly format?: SetFormat | undefined;
  readonly choices: CorpusChoices;
}

/** What a job that brings corpora in is written down with; the files themselves are its files. */
export interface CorpusInput {
  readonly title: '';
  readonly names: readonly { readonly filename: string }[];
  readonly format?: SetFormat | undefined;
  readonly choices: CorpusChoices;
}

/** What came of it: all documents, and of the first one what a pair tells; rows are counted over all. */
export interface CorpusOutcome extends PairOutcome {
  readonly documents: readonly { readonly document: string; readonly title: string; readonly segments: number }[];
}

/** Writes down a job that makes documents of the files of corpora; gives its id. */
export async function beginCorpus(
  ctx: Context,
  { project, files, format, choices }: NewCorpus,
): Promise<Checked<{ readonly job: string }>> {
  await rulesOf(ctx, project);
  const problems = choiceProblems(await labelsOf(ctx.store.db, project), choices);
  if (problems.length > 0) return { ok: false, problems };
  const id = ctx.newId();
  const input: CorpusInput = { title: '', names: files.map(({ name }) => ({ filename: name })), format, choices };
  const bodies = files.map(({ bytes }) => bytes);
  const job = { id, project, kind: 'corpus', input, parts: [null], files: bodies, person: ctx.person, at: ctx.now() };
  await ctx.store.transaction((trx) => insertJob(trx, job));
  ctx.wakeJobs();
  return { ok: true, value: { job: id } };
}

/** What is wrong with the labels that names are to get. */
function choiceProblems(labels: readonly Label[], { labels: chosen }: CorpusChoices): readonly Problem[] {
  const wanted = Object.values(chosen).filter((label) => label !== null);
  return labelProblems(withLabels(labels, wanted), Math.max(MOST_LABELS, labels.length));
}

/** What files of corpora would become; nothing is written. */
export async function previewCorpusFiles(
  ctx: Context,
  { project, files, format, choices: { tables } }: NewCorpus,
): Promise<Checked<CorpusPreview>> {
  const { fa: rules } = await rulesOf(ctx, project);
  const labels = await labelsOf(ctx.store.db, project);
  try {
    const found = await inFolder(async (folder) => {
      const laid = await layFiles(files, await folder());
      return ctx.apart.run('corpusPreview', { files: laid, format, tables, labels, rules });
    });
    if (!found.ok) return found;
    const seen = new Map<string, string>();
    const sets: CorpusPreview['sets'][number][] = [];
    for (const set of found.value.sets) {
      const documents: PreviewedDocument[] = [];
      for (const document of set.documents) documents.push(await withTwin(ctx, project, document, seen));
      sets.push({ ...set, documents });
    }
    return { ok: true, value: { sets, labels: found.value.labels, known: labels.map(({ id }) => id) } };
  } catch (error) {
    if (error instanceof WorkStopped) return { ok: false, problems: [error.problem] };
    throw error;
  }
}

async function withTwin(
  { store }: Context,
  project: string,
  { bytes, hash, ...document }: HashedDocument,
  seen: Map<string, string>,
): Promise<PreviewedDocument> {
  const stored = await sourcesOfSize(store.db, project, bytes);
  const twin = stored.find(({ text }) => textHash(text) === hash)?.title ?? seen.get(hash) ?? null;
  seen.set(hash, document.title);
  return { ...document, twin };
}

/** Documents that were made of corpora, and the file that they stand in. */
export interface MadeCorpus extends PreparedCorpus {
  readonly spool: string;
}

/** Reads the files of corpora and makes documents of them in `folder`, apart from who serves others: on their way to the database
 *  none of them is held here. */
export async function makeCorpus(
  ctx: Context,
  { project, files, format, choices }: NewCorpus,
  folder: string,
  waiting: Pick<Waiting, 'progress' | 'signal'> = {},
): Promise<Checked<MadeCorpus>> {
  const { fa: rules } = await rulesOf(ctx, project);
  const { db } = ctx.store;
  const known = { entities: await entitiesOf(db, project), gone: await goneEntities(db, project) };
  const spool = join(folder, 'documents');
  const order = {
    files: await layFiles(files, folder),
    spool,
    format,
    project,
    ...choices,
    there: await labelsOf(db, project),
    known,
    rules,
    at: ctx.now(),
  };
  const made = await ctx.apart.run('corpus', order, { time: LONGEST, ...waiting });
  return made.ok ? { ok: true, value: { ...made.value, spool } } : made;
}

interface Storing {
  readonly project: string;
  readonly person: string;
  readonly at: number;
}

/** Stores documents that belong together, with the labels and entities that they need. Throws `PartRefused` where an entity that
 *  they mean is gone by now, or a project would have more labels than it may. */
export async function storeCorpus(trx: Writer, made: MadeCorpus, storing: Storing): Promise<CorpusOutcome> {
  const spool = await openSpool(made.spool);
  try {
    return await stored(trx, made, { ...storing, spool });
  } finally {
    await spool.close();
  }
}

async function stored(
  trx: Writer,
  { documents, meant, entities, labels, remarks }: PreparedCorpus,
  { project, person, at, spool }: Storing & { readonly spool: Spool },
): Promise<CorpusOutcome> {
  const before = await labelsOf(trx, project);
  const after = withLabels(before, labels);
  if (after.length > before.length) {
    const problems = labelProblems(after, Math.max(MOST_LABELS, before.length));
    if (problems.length > 0) throw new PartRefused(problems);
    await replaceLabels(trx, project, before, after);
  }
  for (const entity of entities) await beginEntity(trx, project, entity, { cause: 'imported', person, at });
  if ((await shareEntities(trx, project, meant)).size < meant.length)
    throw new PartRefused([corpusProblem('corpus.changed')]);
  const twins: Problem[] = [];
  for (const { title, text } of documents) {
    const known = await documentWithSource(trx, project, (await spool.get(text)) as string);
    if (known !== null) twins.push({ ...importProblem('text.known', { values: { title: known } }), element: title });
  }
  const done: CorpusOutcome['documents'][number][] = [];
  for (const { text, rest, rows, was, segments } of documents) {
    const made = (await spool.get(rest)) as SpooledDocument;
    const id = was !== null && (await documentById(trx, was)) === undefined ? was : made.id;
    const { mentions, ...projection } = made.projection;
    const document = {
      ...{ ...made, id, text: (await spool.get(text)) as string },
      projection: { ...projection, mentions: ofDocument(id, mentions) },
    };
    const pieces = {
      async *[Symbol.asyncIterator]() {
        for (const place of rows) yield ofDocument(id, (await spool.get(place)) as readonly SegmentRow[]);
      },
    };
    await addDocument(trx, document, { person }, pieces);
    done.push({ document: id, title: made.title, segments });
  }
  const sum = (of: 'both' | 'persianOnly' | 'englishOnly') => documents.reduce((all, each) => all + each[of], 0);
  return {
    document: done[0]?.document ?? '',
    title: done[0]?.title ?? '',
    segments: done.reduce((all, { segments }) => all + segments, 0),
    counts: { both: sum('both'), sourceOnly: sum('persianOnly'), targetOnly: sum('englishOnly') },
    remarks: [...twins, ...remarks],
    change: null,
    documents: done,
  };
}

/** Makes documents of the files of corpora at once, for who waits for them: all, or none. */
export async function importCorpusNow(ctx: Context, corpus: NewCorpus): Promise<Checked<CorpusOutcome>> {
  const { project } = corpus;
  try {
    return await inFolder(async (folder) => {
      const made = await makeCorpus(ctx, corpus, await folder());
      if (!made.ok) return made;
      const storing = { project, person: ctx.person, at: ctx.now() };
      const outcome = await ctx.store.transaction((trx) => storeCorpus(trx, made.value, storing));
      return { ok: true, value: outcome };
    });
  } catch (error) {
    if (error instanceof PartRefused) return { ok: false, problems: error.problems };
    if (error instanceof WorkStopped) return { ok: false, problems: [error.problem] };
    throw error;
  }
}

/** Rows as those of the document with this id. */
function ofDocument<Row extends { readonly document_id: string }>(id: string, rows: readonly Row[]): readonly Row[] {
  return rows[0]?.document_id === id ? rows : rows.map((row) => ({ ...row, document_id: id }));
}

/** The labels with those of `wanted` that are missing; a new one is called by its id, and has no key. */
function withLabels(labels: readonly Label[], wanted: readonly string[]): readonly Label[] {
  const missing = [...new Set(wanted)].filter((id) => !labels.some((label) => label.id === id));
  return [...labels, ...missing.map((id): Label => ({ id, fa: id, en: id, key: '', hue: 'stone' }))];
}
