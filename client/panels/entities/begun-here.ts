import { mentions } from '../../../shared/doc/model/read.ts';
import type { Begun } from '../../platform/begun.ts';
import type { Timeline } from '../../timeline/timeline.ts';
import { beginAgain, begunHere, undoBeginning } from './begun-entities.ts';

/** Follows the entities that are begun while a document is open: one that none of its mentions means any more, since the marking
 *  was undone, goes out of the registry again; a redo brings it back. Ends with the returned function. */
export function followBegun(timeline: Timeline): () => void {
  const meant = new Set<string>();
  /** Those that are to go once the server has what was undone, and then those that went. */
  const going = new Map<string, Begun>();
  const gone = new Set<string>();
  let standoff = timeline.state.doc.lastChild;

  const compare = (begun: Begun, isMeant: boolean) => {
    const { id } = begun;
    if (!isMeant) {
      if (meant.delete(id)) going.set(id, begun);
      return;
    }
    meant.add(id);
    going.delete(id);
    if (gone.delete(id)) beginAgain(begun);
  };
  return timeline.subscribe(() => {
    const { doc } = timeline.state;
    if (doc.lastChild !== standoff && begunHere.size > 0) {
      const now = new Set(mentions(doc).map(({ entity }) => entity));
      for (const begun of begunHere.values()) compare(begun, now.has(begun.id));
    }
    standoff = doc.lastChild;
    if (going.size === 0 || timeline.saving().kind !== 'saved') return;
    for (const begun of going.values()) {
      gone.add(begun.id);
      void undoBeginning(begun).catch(() => undefined);
    }
    going.clear();
  });
}
