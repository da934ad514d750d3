import type { Fitting } from './format.ts';
import type { CorpusRow, MarkedRange, Side } from './row.ts';

/** A row whose text of one side is fitted. What is marked in it stays on its own characters where others are removed. */
export function refitted(row: CorpusRow, side: Side, { pattern, replacement }: Fitting): CorpusRow {
  const text = row[side];
  const fitted = text.replace(pattern, replacement);
  const isInPlace = fitted.length === text.length;
  if (isInPlace && row.mentions.length + row.links.length === 0) return { ...row, [side]: fitted };
  const found = isInPlace ? [] : [...text.matchAll(pattern)];
  const matches = found.map(({ index, 0: match }) => ({ from: index, to: index + match.length }));
  const moved = (offset: number) => {
    let at = offset;
    for (const { from, to } of matches) {
      if (from < offset) at -= Math.max(0, Math.min(offset, to) - from - replacement.length);
    }
    return at;
  };
  const range = ({ from, to }: MarkedRange): MarkedRange => {
    const [start, end] = [moved(from), moved(to)];
    return { from: start, to: end, text: fitted.slice(start, end) };
  };
  return {
    ...row,
    [side]: fitted,
    mentions: row.mentions.map((mention) => ({ ...mention, [side]: mention[side] && range(mention[side]) })),
    links: row.links.map((link) => ({ ...link, [side]: range(link[side]) })),
  };
}
