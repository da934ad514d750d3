import { type CorpusExport, exportCorpus } from '../../shared/formats/export.ts';
import { listDocuments } from '../commands/document/list.ts';
import type { Context } from '../context.ts';
import { documentById } from '../db/document.ts';
import { projectById } from '../db/project.ts';
import { UnknownRecord } from '../db/unknown.ts';
import type { ExportRequest } from './request.ts';
import { exportPages } from './rows.ts';

/** What an export is made of. */
export interface ExportSource {
  /** The title of the document or the name of the project. */
  readonly title: string;
  /** Ids; those of a project in the order in which they came. */
  readonly documents: readonly string[];
}

/** An export that is ready to be read. Nothing is read of it before its chunks are. */
export interface OpenedExport {
  readonly title: string;
  readonly corpus: CorpusExport;
}

/** Opens what a request asks for. */
export async function openExport(context: Context, request: ExportRequest): Promise<OpenedExport> {
  const { title, documents } = await exportSource(context, request);
  return { title, corpus: exportCorpus(exportPages(context, { documents, version: request.version }), request) };
}

/** Finds what a request names. */
export async function exportSource(context: Context, request: ExportRequest): Promise<ExportSource> {
  const { db } = context.store;
  const { document, project = '', version } = request;
  if (document === undefined) {
    const found = await projectById(db, project);
    if (!found) throw new UnknownRecord('project', project);
    const documents = await listDocuments(context, { project });
    return { title: found.name, documents: documents.map(({ id }) => id).sort() };
  }
  const found = await documentById(db, document);
  if (!found) throw new UnknownRecord('document', document);
  if (version !== undefined && version > found.version) throw new UnknownRecord('version', `${version}`);
  return { title: found.title, documents: [document] };
}
