import { segmentAttrs } from '../../../shared/doc/model/schema.ts';
import { type Token, tokens } from '../../../shared/language/words/token.ts';
import type { Grid, Row } from '../page/grid.ts';
import type { Side } from '../page/row-range.ts';
import { rects } from './mention-place.ts';

/** One text of a row, and the offset with which its places are counted. */
export function textOf(grid: Grid, row: Row, side: Side): { readonly text: string; readonly start: number } {
  if (side === 'rendering') return { text: row.node.textContent, start: 0 };
  const { from, to } = segmentAttrs(row.node);
  return { text: grid.document.source.slice(from, to), start: from };
}

/** The words of one text of a row, line by line and in each from its beginning, as the eye sees them: where the other script
 *  stands in a line, that is not the order of the text. */
export function tokenLines(grid: Grid, row: Row, side: Side): readonly (readonly Token[])[] {
  const { text, start } = textOf(grid, row, side);
  const lines: { readonly token: Token; readonly rect: DOMRect }[][] = [];
  for (const { from, to, text: word } of tokens(text)) {
    const token = { from: start + from, to: start + to, text: word };
    const rect = rects(row, side, token)[0];
    if (!rect) continue;
    const line = lines.find(([first]) => first && Math.abs(first.rect.top - rect.top) < rect.height / 2);
    if (line) line.push({ token, rect });
    else lines.push([{ token, rect }]);
  }
  const beginsFirst = (a: DOMRect, b: DOMRect) => (side === 'source' ? b.right - a.right : a.left - b.left);
  return lines.map((line) => line.sort((a, b) => beginsFirst(a.rect, b.rect)).map(({ token }) => token));
}
