import { useQuery } from '@tanstack/react-query';
import { queries } from '../../platform/server.ts';
import { type Project, type Shelf, shelves } from './shelf.ts';

interface Shelves {
  /** `null` until they are known. */
  readonly projects: readonly Project[] | null;
  readonly shelves: readonly Shelf[];
  /** Why they are not known. */
  readonly error: unknown;
  readonly retry: () => void;
}

/** The projects in use and the shelves among them that `query` finds. */
export function useShelves(query: string): Shelves {
  const projects = useQuery(queries.project.list.queryOptions({}, { refetchOnMount: 'always' }));
  const documents = useQuery(queries.document.list.queryOptions({}, { refetchOnMount: 'always' }));
  const isKnown = projects.data && documents.data;
  return {
    projects: isKnown ? projects.data : null,
    shelves: isKnown ? shelves(projects.data, documents.data, query) : [],
    error: isKnown ? null : (projects.error ?? documents.error),
    retry: () => {
      void projects.refetch();
      void documents.refetch();
    },
  };
}
