import type { Node } from 'prosemirror-model';
import { segmentAttrs } from '../../../shared/doc/model/schema.ts';
import { type Haystack, haystack } from '../../../shared/language/words/find.ts';

/** Both texts of a segment, made ready for searching. */
export interface SegmentText {
  readonly source: Haystack;
  readonly rendering: Haystack;
}

/** Makes the texts of segments ready once; a segment that changes is another node and is made ready anew. */
export class Haystacks {
  private readonly sources = new Map<string, Haystack>();
  private readonly renderings = new WeakMap<Node, Haystack>();
  private readonly source: () => string;

  /** `source` gives the source as it is now. */
  constructor(source: () => string) {
    this.source = source;
  }

  of(segment: Node): SegmentText {
    const { from, to } = segmentAttrs(segment);
    const persian = this.source().slice(from, to);
    return {
      source: kept(this.sources, persian, () => persian),
      rendering: kept(this.renderings, segment, () => segment.textContent),
    };
  }
}

interface Shelf<Key> {
  get(key: Key): Haystack | undefined;
  set(key: Key, value: Haystack): unknown;
}

function kept<Key>(shelf: Shelf<Key>, key: Key, text: () => string): Haystack {
  const known = shelf.get(key);
  if (known) return known;
  const made = haystack(text());
  shelf.set(key, made);
  return made;
}
