import type { Context } from '../../context.ts';
import { documentIds, lockHead, setProgress } from '../../db/document.ts';
import { clearMentions, putMentions } from '../../db/mention.ts';
import { clearSegments, putSegments } from '../../db/segment.ts';
import { projectionOf } from '../../timeline/projection.ts';

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
      const { segments, mentions, progress } = projectionOf(await timeline.at(trx, id, head.version));
      await clearSegments(trx, id);
      await clearMentions(trx, id);
      await putSegments(trx, segments);
      await putMentions(trx, mentions);
      await setProgress(trx, id, progress);
      return segments.length;
    });
  }
  return { documents: documents.length, segments };
}
