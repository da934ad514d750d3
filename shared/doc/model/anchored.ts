import type { Node } from 'prosemirror-model';
import type { Span } from '../../core/span.ts';
import { anchors } from './read.ts';

/** A range of a text and what it reads there. */
export interface Reading extends Span {
  readonly text: string;
}

/** The English of each mention in one rendering, by id: from its first anchored character to its last, for what stands
 *  between two pieces of a name is part of it; white space at the edges left out. A mention whose anchor covers nothing
 *  but white space has none. Read once a segment node. */
export function anchoredText(segment: Node): ReadonlyMap<string, Reading> {
  if (segment.children.every(({ marks }) => marks.length === 0)) return nothing;
  const known = readings.get(segment);
  if (known) return known;
  const found = new Map<string, Reading>();
  const { textContent } = segment;
  for (const [id, ranges] of anchors(segment)) {
    const [from, to] = [ranges.at(0)?.from ?? 0, ranges.at(-1)?.to ?? 0];
    const reading = trimmed(textContent, from, to);
    if (reading.text !== '') found.set(id, reading);
  }
  readings.set(segment, found);
  return found;
}

const nothing: ReadonlyMap<string, Reading> = new Map();
const readings = new WeakMap<Node, ReadonlyMap<string, Reading>>();

function trimmed(whole: string, from: number, to: number): Reading {
  const covered = whole.slice(from, to);
  const text = covered.trim();
  const start = from + covered.length - covered.trimStart().length;
  return { from: start, to: start + text.length, text };
}
