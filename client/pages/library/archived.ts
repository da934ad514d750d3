import { find } from '../../../shared/language/words/find.ts';
import type { Document, Project } from './shelf.ts';

/** What stands in the archive: a project with how many documents it holds, or a document with its segments. */
export interface Archived {
  readonly kind: 'project' | 'document';
  readonly id: string;
  readonly name: string;
  readonly count: number;
  readonly archivedAt: number | null;
}

/** Projects and documents that were put away in one list, the last one first. With a query: those whose name has it, in any
 *  spelling. */
export function archived(
  projects: readonly Project[],
  documents: readonly Document[],
  query: string,
): readonly Archived[] {
  const all: readonly Archived[] = [
    ...projects.map(({ id, name, documents: count, archivedAt }): Archived => {
      return { kind: 'project', id, name, count, archivedAt };
    }),
    ...documents.map(({ id, title, progress, archivedAt }): Archived => {
      return { kind: 'document', id, name: title, count: progress.segments, archivedAt };
    }),
  ];
  return all
    .filter(({ name }) => query.trim() === '' || find(name, query, 'substring').length > 0)
    .sort((a, b) => (b.archivedAt ?? 0) - (a.archivedAt ?? 0));
}
