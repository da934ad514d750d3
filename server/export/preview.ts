import { type ExportPreview, previewCorpus } from '../../shared/formats/preview.ts';
import type { Context } from '../context.ts';
import { exportSource } from './open.ts';
import type { ExportRequest } from './request.ts';
import { exportPages } from './rows.ts';

/** How an export begins, and the report of all of it. */
export async function previewExport(context: Context, request: ExportRequest): Promise<ExportPreview> {
  const { documents } = await exportSource(context, request);
  return previewCorpus(exportPages(context, { documents, version: request.version }), request);
}
