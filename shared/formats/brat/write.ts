import { CodePoints } from '../annotation/code-points.ts';
import { otherSide } from '../annotation/one-side.ts';
import { changedLabels, sideMentions } from '../annotation/tokens.ts';
import { sameLengthLine } from '../corpus/aligned-words.ts';
import { lacking, unnamed, type Writer, wellFormed } from '../corpus/format.ts';
import type { ExportOptions } from '../corpus/row.ts';

/** brat standoff (brat.nlplab.org/standoff.html): a text with a line a row, and beside it the mentions as `T1⇥PER 0 5⇥…`, counted in
 *  Unicode code points from its beginning; a mention whose entity is known has it as normalization, `N1⇥Reference T1 Radif:…`.
 *  A document is known by the name of its file alone: notes stand at annotations, and no line of a text has one. */
export function brat({ side = 'fa' }: Pick<ExportOptions, 'side'>): Writer {
  const mediaType = 'text/plain; charset=utf-8';
  const others = otherSide(side);
  const names = lacking(...unnamed);
  let length = 0;
  let mentions = 0;
  return {
    files: [
      { ending: 'txt', mediaType },
      { ending: 'ann', mediaType },
    ],
    needs: [side],
    fittings: [sameLengthLine, wellFormed],
    losses: (row) => [...others(row), ...names(row), ...changedLabels(row, side, labelText)],
    open: ['', ''],
    row(row) {
      const text = row[side];
      const points = new CodePoints(text);
      const lines = sideMentions(row, side).map(({ mention, from, to }) => {
        mentions += 1;
        const range = `${length + points.point(from)} ${length + points.point(to)}`;
        const marked = `T${mentions}\t${labelText(mention.label)} ${range}\t${text.slice(from, to)}\n`;
        return marked + normalization(mention.entity, mention.entityName?.[side] || text.slice(from, to), mentions);
      });
      length += points.length + 1;
      return [`${text}\n`, lines.join('')];
    },
    close: () => ['', ''],
  };
}

function normalization(entity: string | null, name: string, mention: number): string {
  if (entity === null) return '';
  const clean = (text: string) => text.replace(/[\p{Cc}\p{Zl}\p{Zp}\p{Cs}]/gu, ' ');
  return `N${mention}\tReference T${mention} Radif:${clean(entity).replace(/ /g, '_')}\t${clean(name)}\n`;
}

/** brat's types are made of letters, digits, `-` and `_`. */
function labelText(label: string): string {
  return label.replace(/[^\p{L}\p{N}_-]+/gu, '_') || '_';
}
