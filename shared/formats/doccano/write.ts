import { otherSide } from '../annotation/one-side.ts';
import { lostEntities, sideMentions } from '../annotation/tokens.ts';
import { type Writer, wellFormed } from '../corpus/format.ts';
import type { ExportOptions } from '../corpus/row.ts';
import { jsonLine } from '../jsonl/line.ts';

/** JSON Lines for doccano: a text a line with its mentions as `[start, end, label]`, counted in UTF-16 units as its projects count
 *  unless they are told otherwise; title, ids and language are metadata there. */
export function doccano({ side = 'fa' }: Pick<ExportOptions, 'side'>): Writer {
  const others = otherSide(side);
  return {
    files: [{ ending: 'jsonl', mediaType: 'application/jsonl; charset=utf-8' }],
    needs: [side],
    fittings: [wellFormed],
    losses: (row) => [...others(row), ...lostEntities(row, side)],
    open: [''],
    row: (row) => {
      const label = sideMentions(row, side).map(({ mention, from, to }) => [from, to, mention.label]);
      const { document, title, segment } = row;
      return [jsonLine({ id: `${document}:${segment}`, text: row[side], label, document, title, segment, lang: side })];
    },
    close: () => [''],
  };
}
