import { segmentAttrs } from '../../../shared/doc/model/schema.ts';
import type { Grid, Row } from '../page/grid.ts';
import type { Mark } from './marks.ts';

/** Characters that are there and cannot be seen, and the sign that shows each. */
const signs: Readonly<Record<string, string>> = {
  '\u00a0': 'nbsp',
  '\u202f': 'nbsp',
  '\u00ad': 'shy',
  '\u200b': 'zwsp',
  '\u200c': 'zwnj',
  '\u200d': 'zwj',
  '\u200e': 'lrm',
  '\u200f': 'rlm',
  '\u061c': 'rlm',
  '\u2060': 'zwsp',
  '\ufeff': 'zwsp',
};
const invisible = /[\u00a0\u00ad\u061c\u200b-\u200f\u202a-\u202f\u2060\u2066-\u2069\ufeff]/g;

/** A mark at each invisible character of both texts of a row. */
export function invisibleMarks(grid: Grid, row: Row): readonly Mark[] {
  const { from, to } = segmentAttrs(row.node);
  const marks: Mark[] = [];
  for (const { index, 0: char } of grid.document.source.slice(from, to).matchAll(invisible))
    marks.push({ side: 'source', at: from + index, sign: signOf(char) });
  for (const { index, 0: char } of row.node.textContent.matchAll(invisible))
    marks.push({ side: 'rendering', at: index, sign: signOf(char) });
  return marks;
}

/** Embeddings, overrides and isolates share one sign: where one opens or closes. */
function signOf(char: string): string {
  return `invisible ${signs[char] ?? 'bidi'}`;
}
