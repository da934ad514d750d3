import type { Checked } from '../../../shared/core/problem.ts';
import { type Beginning, buildDocument } from '../../../shared/doc/edit/build.ts';
import { SCHEMA_VERSION } from '../../../shared/doc/model/schema.ts';
import { refused } from '../../../shared/formats/text/problems.ts';
import { titleFromText } from '../../../shared/formats/text/title.ts';
import { segmentSource } from '../../../shared/language/sentences/segmentation.ts';
import type { Context } from '../../context.ts';
import type { Writer } from '../../db/database.ts';
import { insertDocument } from '../../db/document.ts';
import { storageProblem } from '../../db/failure.ts';
import { putMentions } from '../../db/mention.ts';
import { projectById } from '../../db/project.ts';
import { putSegments } from '../../db/segment.ts';
import { insertSnapshot } from '../../db/snapshot.ts';
import { insertSource } from '../../db/source.ts';
import { UnknownRecord } from '../../db/unknown.ts';
import { type Projection, projectionOf } from '../../timeline/projection.ts';
import type { Source } from '../../timeline/rebuild.ts';
import { packDocument } from '../../timeline/snapshot.ts';
import type { ProjectRules } from '../project/rules.ts';

export interface NewText extends Beginning {
  readonly project: string;
  /** Taken from the beginning of the text where it is empty. */
  readonly title: string;
  /** The source, already cleaned: paragraphs joined by `\n`. */
  readonly text: string;
}

export interface ImportedDocument {
  readonly id: string;
  readonly title: string;
  readonly segments: number;
}

/** Makes a document of a text by the segmentation rules of its project: all of it, or nothing and the problem. */
export async function importDocument(ctx: Context, text: NewText): Promise<Checked<ImportedDocument>> {
  const project = await projectById(ctx.store.db, text.project);
  if (!project) throw new UnknownRecord('project', text.project);
  const prepared = await prepareDocument(ctx, text, JSON.parse(project.rules) as ProjectRules);
  if (!prepared.ok) return prepared;
  const { id, title, projection } = prepared.value;
  try {
    await ctx.store.transaction((trx) => addDocument(trx, prepared.value));
    return { ok: true, value: { id, title, segments: projection.segments.length } };
  } catch (error) {
    const problem = storageProblem(error);
    if (!problem) throw error;
    return { ok: false, problems: [problem] };
  }
}

/** A document that is ready to be stored. */
export interface PreparedDocument {
  readonly id: string;
  readonly project: string;
  readonly title: string;
  readonly at: number;
  readonly source: Source;
  readonly snapshot: Uint8Array;
  readonly projection: Projection;
}

/** Does all that a document needs before a transaction; a problem where the text has nothing to translate. */
export async function prepareDocument(
  { newId, now }: Context,
  { project, title, text, ...beginning }: NewText,
  rules: ProjectRules,
): Promise<Checked<PreparedDocument>> {
  const outline = segmentSource(text, rules.fa);
  if (outline.units.length === 0) return refused('text.no-words');
  const id = newId();
  const doc = buildDocument(outline.units, newId, beginning);
  const source = { text, outline };
  const projection = projectionOf({ id, doc, source });
  const snapshot = await packDocument(doc);
  return {
    ok: true,
    value: { id, project, title: title || titleFromText(text), at: now(), source, snapshot, projection },
  };
}

/** Stores a document with its source, first snapshot and projections. */
export async function addDocument(trx: Writer, prepared: PreparedDocument): Promise<void> {
  const { id, project, title, at, source, snapshot, projection } = prepared;
  await insertDocument(trx, {
    id,
    project_id: project,
    title,
    schema_version: SCHEMA_VERSION,
    version: 0,
    progress: JSON.stringify(projection.progress),
    created_at: at,
    changed_at: at,
    archived_at: null,
  });
  await insertSource(trx, id, source.text, source.outline);
  await insertSnapshot(trx, { document: id, version: 0, at, body: snapshot });
  await putSegments(trx, projection.segments);
  await putMentions(trx, projection.mentions);
}
