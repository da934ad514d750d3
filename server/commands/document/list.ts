import type { Progress } from '../../../shared/core/progress.ts';
import type { Context } from '../../context.ts';
import { type DocumentFilter, selectDocuments } from '../../db/document.ts';

export interface ListedDocument {
  readonly id: string;
  readonly project: string;
  readonly title: string;
  readonly version: number;
  readonly progress: Progress;
  readonly createdAt: number;
  readonly changedAt: number;
  readonly archivedAt: number | null;
}

/** The documents of a project, or of all projects in use, the one changed last first. */
export async function listDocuments(
  { store }: Context,
  filter: DocumentFilter = {},
): Promise<readonly ListedDocument[]> {
  const rows = await selectDocuments(store.db, filter);
  return rows.map((row) => ({
    id: row.id,
    project: row.project_id,
    title: row.title,
    version: row.version,
    progress: JSON.parse(row.progress) as Progress,
    createdAt: row.created_at,
    changedAt: row.changed_at,
    archivedAt: row.archived_at,
  }));
}
