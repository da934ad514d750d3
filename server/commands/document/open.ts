import type { Outline } from '../../../shared/core/outline.ts';
import type { Progress } from '../../../shared/core/progress.ts';
import { SCHEMA_VERSION } from '../../../shared/doc/model/schema.ts';
import type { Context } from '../../context.ts';
import { documentById } from '../../db/document.ts';
import { UnknownRecord } from '../../db/unknown.ts';

export interface OpenedDocument {
  readonly id: string;
  readonly title: string;
  readonly project: { readonly id: string; readonly name: string };
  readonly source: string;
  readonly outline: Outline;
  /** Of the schema that `doc` is written in. */
  readonly schemaVersion: number;
  readonly version: number;
  readonly head: number;
  /** How far the document is at its head. */
  readonly progress: Progress;
  /** JSON of the document at `version`. */
  readonly doc: unknown;
}

/** A document at its head, or as it was at version `at`. */
export async function openDocument(
  { store, timeline }: Context,
  { id, at }: { readonly id: string; readonly at?: number | undefined },
): Promise<OpenedDocument> {
  const row = await documentById(store.db, id);
  if (!row) throw new UnknownRecord('document', id);
  const version = at ?? row.version;
  if (version > row.version) throw new UnknownRecord('version', `${version}`);
  const held =
    version === row.version ? await timeline.head(store.db, id, version) : await timeline.at(store.db, id, version);
  return {
    id,
    title: row.title,
    project: { id: row.project_id, name: row.project_name },
    source: held.source.text,
    outline: held.source.outline,
    schemaVersion: SCHEMA_VERSION,
    version,
    head: row.version,
    progress: JSON.parse(row.progress) as Progress,
    doc: held.doc.toJSON() as unknown,
  };
}
