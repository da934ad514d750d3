import type { Node } from 'prosemirror-model';
import { pieces } from '../../language/sentences/pieces.ts';
import { englishRules, persianRules } from '../../language/sentences/rules.ts';
import { segmentAttrs } from './schema.ts';

/** How many leads and sentences a row has on each side; 1 and 1 in most, 0 on a side that has none. */
export interface RowShape {
  readonly persian: number;
  readonly english: number;
}

interface Known {
  readonly source: string;
  readonly shape: RowShape;
}

const known = new WeakMap<Node, Known>();

/** The shape of a row of a document over `source`; counted once for each segment as it is. */
export function rowShape(segment: Node, source: string): RowShape {
  const found = known.get(segment);
  if (found?.source === source) return found.shape;
  const { from, to } = segmentAttrs(segment);
  const shape = {
    persian: pieces(source.slice(from, to), persianRules).length,
    english: pieces(segment.textContent, englishRules).length,
  };
  known.set(segment, { source, shape });
  return shape;
}

/** True for a row that pairs one with one. */
export function isOneToOne({ persian, english }: RowShape): boolean {
  return persian === 1 && english === 1;
}
