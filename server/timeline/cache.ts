import type { HeldDocument } from './rebuild.ts';

/** What the cache holds at most, in characters of sources and renderings and a share for each segment: about
 *  seventy megabytes when it is full. */
const CAPACITY = 24_000_000;

export interface DocumentCache {
  get(document: string): HeldDocument | undefined;
  /** Keeps the document as the one used last, and lets go of those that nobody has used for longest. Where a newer version is
   *  there, that stays. */
  keep(held: HeldDocument): void;
  /** Lets go of what was found to be of another history. */
  drop(held: HeldDocument): void;
}

/** Documents by id, each at one version. What it holds is only as good as that version: who asks says which one. */
export function documentCache(capacity = CAPACITY): DocumentCache {
  const held = new Map<string, HeldDocument>();
  let size = 0;

  const drop = (document: HeldDocument) => {
    held.delete(document.id);
    size -= weight(document);
  };

  return {
    get: (id) => held.get(id),
    drop(document) {
      if (held.get(document.id) === document) drop(document);
    },
    keep(document) {
      const before = held.get(document.id);
      if (before && before.version > document.version) return;
      if (before) drop(before);
      held.set(document.id, document);
      size += weight(document);
      for (const oldest of held.values()) {
        if (size <= capacity || oldest === document) return;
        drop(oldest);
      }
    },
  };
}

function weight({ doc, source }: HeldDocument): number {
  return doc.content.size + source.text.length + 100 * source.outline.units.length;
}
