import type { Node } from 'prosemirror-model';
import type { Span } from '../../core/span.ts';
import { paragraphsOf } from '../../language/sentences/paragraph.ts';

/** The Persian text that a document renders, and its paragraphs in order. */
export interface SourceText {
  readonly text: string;
  readonly paragraphs: readonly Span[];
}

/** The most that one correction puts in, in UTF-16 units. */
export const LONGEST_CORRECTION = 100_000;

/** What no correction may bring in: controls and separators of lines other than the `\n` between paragraphs, halves of
 *  surrogate pairs, and the two non-characters that XML 1.0 refuses. */
const forbidden = /(?!\n)[\p{Cc}\p{Cs}\u2028\u2029\uFFFE\uFFFF]/u;

/** True when `text` may stand in a source. */
export function isSource(text: string): boolean {
  return !forbidden.test(text);
}

/** The source of `doc` as people have corrected it; `original`, as it was imported, where a document does not say. */
export function sourceOf(doc: Node, original: SourceText): SourceText {
  const { source } = doc.attrs as { readonly source: string | null };
  if (source === null || source === original.text) return original;
  // What is not of the source leaves the attributes of a document the same object.
  const known = read.get(doc.attrs);
  if (known) return known;
  const found = { text: source, paragraphs: [...paragraphsOf(source)] };
  read.set(doc.attrs, found);
  return found;
}

/** The text of the source of `doc`, as `sourceOf` has it. */
export function sourceTextOf(doc: Node, original: string): string {
  const { source = null } = doc.attrs as { readonly source?: string | null };
  return source ?? original;
}

const read = new WeakMap<object, SourceText>();

/** `doc` as it is kept: without its source while that is as it was imported. */
export function withoutSource(doc: Node, original: string): Node {
  if (doc.attrs.source !== original) return doc;
  return doc.type.create({ ...doc.attrs, source: null }, doc.content);
}
