import type { Node } from 'prosemirror-model';
import type { Outline } from '../../shared/core/outline.ts';
import { correctedOutline } from '../../shared/language/sentences/corrected-outline.ts';

/** The source of a document with its structure. */
export interface Source {
  readonly text: string;
  readonly outline: Outline;
}

/** The source of `doc` as people have corrected it; `original`, as it was imported, while they have not. */
export function sourceIn(doc: Node, original: Source): Source {
  const { source = null } = doc.attrs as { readonly source?: string | null };
  if (source === null || source === original.text) return original;
  // What is not of the source leaves the attributes of a document the same object.
  const known = read.get(doc.attrs);
  if (known) return known;
  const found = { text: source, outline: correctedOutline(original.text, original.outline, source) };
  read.set(doc.attrs, found);
  return found;
}

const read = new WeakMap<object, Source>();
