import { CodePoints } from '../annotation/code-points.ts';
import { otherSide } from '../annotation/one-side.ts';
import { sideMentions, wordsOf } from '../annotation/tokens.ts';
import { type Writer, wellFormed } from '../corpus/format.ts';
import type { ExportOptions } from '../corpus/row.ts';
import { jsonLine } from '../jsonl/line.ts';

/** JSON Lines for spaCy and Prodigy: a text a line with its words (`tokens`) and its mentions as `spans` (all of them, also nested
 *  ones) and as `ents` (those that can stand beside each other, on the borders of words). Offsets count code points, as Python
 *  does; `token_end` names the last word. */
export function spacy({ side = 'fa' }: Pick<ExportOptions, 'side'>): Writer {
  return {
    files: [{ ending: 'jsonl', mediaType: 'application/jsonl; charset=utf-8' }],
    needs: [side],
    fittings: [wellFormed],
    losses: otherSide(side),
    open: [''],
    row(row) {
      const { text, words, mentions } = wordsOf(row, side);
      const points = new CodePoints(text);
      const at = ({ from, to }: { readonly from: number; readonly to: number }) => ({
        start: points.point(from),
        end: points.point(to),
      });
      const tokens = words.map((word, id) => ({
        text: text.slice(word.from, word.to),
        ...at(word),
        id,
        ws: (words[id + 1]?.from ?? text.length) > word.to,
      }));
      const spans = sideMentions(row, side).map((each) => ({
        ...at(each),
        label: each.mention.label,
        ...kb(each.mention.entity),
      }));
      const ents = mentions.map(({ mention, from, to }) => ({
        start: tokens[from]?.start ?? 0,
        end: tokens[to - 1]?.end ?? 0,
        label: mention.label,
        token_start: from,
        token_end: to - 1,
      }));
      return [
        jsonLine({
          text,
          tokens,
          ents,
          spans,
          meta: { document: row.document, title: row.title, segment: row.segment },
        }),
      ];
    },
    close: () => [''],
  };
}

function kb(entity: string | null): object {
  return entity === null ? {} : { kb_id: entity };
}
