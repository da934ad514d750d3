import { queries, queryClient } from '../../platform/server.ts';

/** Asks again for everything that the library shows. */
export async function refreshLibrary(): Promise<void> {
  await Promise.all([
    queryClient.invalidateQueries(queries.project.pathFilter()),
    queryClient.invalidateQueries(queries.document.list.pathFilter()),
  ]);
}
