import type { Context } from '../../context.ts';
import { documentIds, lockHead } from '../../db/document.ts';
import { writeProjections } from '../../timeline/projection.ts';

/** What a rebuild has gone through. */
export interface Rebuilt {
  readonly documents: number;
  readonly segments: number;
}

/** Writes the projections and the progress of every document anew from its timeline, one transaction a document. */
export async function rebuildProjections({ store, timeline }: Context): Promise<Rebuilt> {
  let segments = 0;
  const documents = await documentIds(store.db);
  for (const id of documents) {
    segments += await store.transaction(async (trx) => {
      const head = await lockHead(trx, id);
      if (!head) return 0;
      return writeProjections(trx, await timeline.at(trx, id, head.version));
    });
  }
  return { documents: documents.length, segments };
}
