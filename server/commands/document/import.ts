import type { Checked, Problem } from '../../../shared/core/problem.ts';
import { SCHEMA_VERSION } from '../../../shared/doc/model/migrations.ts';
import { leftOutNotes } from '../../../shared/formats/text/left-out.ts';
import { importProblem } from '../../../shared/formats/text/problems.ts';
import { stopTold } from '../../apart/failure.ts';
import type { Input } from '../../apart/tasks.ts';
import type { Context } from '../../context.ts';
import { beginHistory } from '../../db/checkpoint.ts';
import type { Writer } from '../../db/database.ts';
import { insertDocument } from '../../db/document.ts';
import { storageProblem } from '../../db/failure.ts';
import { putMentions } from '../../db/mention.ts';
import { projectById } from '../../db/project.ts';
import { putSegments, type SegmentRow } from '../../db/segment.ts';
import { insertSnapshot } from '../../db/snapshot.ts';
import { documentWithSource, insertSource } from '../../db/source.ts';
import { UnknownRecord } from '../../db/unknown.ts';
import type { Upload } from '../../import/file.ts';
import type { LineChoice } from '../../import/lines.ts';
import { type NewText, type PreparedDocument, prepareDocument } from '../../import/prepared.ts';
import { feedRows, NewUnits, type RowPieces } from '../../memory/feed.ts';
import type { ProjectRules } from '../project/rules.ts';

export interface ImportedDocument {
  readonly id: string;
  readonly title: string;
  readonly segments: number;
  /** What of the file is not in the text, and whether the project has the same text already. */
  readonly notes: readonly Problem[];
}

/** Makes a document of a text by the segmentation rules of its project: all of it, or nothing and the problem. */
export async function importDocument(ctx: Context, text: NewText): Promise<Checked<ImportedDocument>> {
  const { fa } = await rulesOf(ctx, text.project);
  return store(ctx, await prepareDocument(ctx, text, fa));
}

/** A text as somebody pasted it, or a file as it came. */
export type Import = Pick<NewText, 'project' | 'title'> &
  (
    | { readonly raw: string; readonly lines?: LineChoice | undefined }
    | { readonly bytes: Uint8Array; readonly upload: Upload }
  );

/** The same with a text that is still to be read: whatever it holds, others are served meanwhile. */
export async function importContent(
  ctx: Context,
  { project, title, ...content }: Import,
): Promise<Checked<ImportedDocument>> {
  const { fa } = await rulesOf(ctx, project);
  return store(ctx, await prepareApart(ctx, { content, project, title, rules: fa, at: ctx.now() }));
}

/** The segmentation rules of a project. */
export async function rulesOf(ctx: Context, id: string): Promise<ProjectRules> {
  const project = await projectById(ctx.store.db, id);
  if (!project) throw new UnknownRecord('project', id);
  return JSON.parse(project.rules) as ProjectRules;
}

/** The document that a task makes, apart from who serves others. */
async function prepareApart(ctx: Context, order: Input<'document'>): Promise<Checked<PreparedDocument>> {
  const { tell, whole } = gathering();
  const made = await stopTold(ctx.apart.run('document', order, { tell }));
  return made.ok ? { ok: true, value: whole(made.value) } : made;
}

/** Takes in the segments that a task tells, and puts them into its document. */
export function gathering() {
  const segments: SegmentRow[] = [];
  return {
    tell: (piece: unknown) => void segments.push(...(piece as readonly SegmentRow[])),
    whole: (made: PreparedDocument): PreparedDocument => ({
      ...made,
      projection: { ...made.projection, segments },
    }),
  };
}

async function store(ctx: Context, made: Checked<PreparedDocument>): Promise<Checked<ImportedDocument>> {
  if (!made.ok) return made;
  const { id, title, projection, leftOut = {}, notes = [] } = made.value;
  try {
    const known = await documentWithSource(ctx.store.db, made.value.project, made.value.text);
    await ctx.store.transaction((trx) => addDocument(trx, made.value, { person: ctx.person }));
    const twice = known === null ? [] : [importProblem('text.known', { values: { title: known } })];
    return {
      ok: true,
      value: { id, title, segments: projection.segments.length, notes: [...twice, ...notes, ...leftOutNotes(leftOut)] },
    };
  } catch (error) {
    const problem = storageProblem(error);
    if (!problem) throw error;
    ctx.report(error);
    return { ok: false, problems: [problem] };
  }
}

/** Who brought a document in, and the title of what it is a copy of. */
export interface DocumentOrigin {
  readonly person: string;
  readonly copyOf?: string | undefined;
}

/** Stores a document with its source, first snapshot and projections, and how its history begins. `rows` are its segments in pieces,
 *  which may be gone through again, where there are too many to be held at once. */
export async function addDocument(
  trx: Writer,
  prepared: PreparedDocument,
  origin: DocumentOrigin,
  rows: RowPieces = [prepared.projection.segments],
): Promise<void> {
  const { id, project, title, at, text, outline, snapshot, projection } = prepared;
  await insertDocument(trx, {
    id,
    project_id: project,
    title,
    schema_version: SCHEMA_VERSION,
    version: 0,
    mark: id,
    progress: JSON.stringify(projection.progress),
    created_at: at,
    changed_at: at,
    archived_at: null,
  });
  await insertSource(trx, id, text, outline);
  await insertSnapshot(trx, { document: id, version: 0, mark: id, schema: SCHEMA_VERSION, at, body: snapshot });
  const units = new NewUnits();
  let segments = 0;
  for await (const piece of rows) {
    await putSegments(trx, piece);
    units.add(piece);
    segments += piece.length;
  }
  await putMentions(trx, projection.mentions);
  await feedRows(trx, id, { units, rows }, { project, person: origin.person, at });
  await beginHistory(trx, { document: id, ...origin, at, segments });
}
