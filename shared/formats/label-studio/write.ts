import { CodePoints } from '../annotation/code-points.ts';
import { sideMentions } from '../annotation/tokens.ts';
import { lacking, type Writer, wellFormed } from '../corpus/format.ts';
import type { CorpusMention, CorpusRow, Side } from '../corpus/row.ts';
import { jsonLine } from '../jsonl/line.ts';

/** Tasks of Label Studio (labelstud.io/guide/export, JSON): a list, a task a line, with both texts of a row and its mentions as regions
 *  of an annotation; offsets count code points, and what is marked on both sides is joined by a relation. Its project has the
 *  configuration `<View><Labels name="fa-label" toName="fa"/><Text name="fa" value="$fa"/><Labels name="en-label" toName="en"/><Text
 *  name="en" value="$en"/></View>` with its labels. */
export function labelStudio(): Writer {
  return {
    files: [{ ending: 'json', mediaType: 'application/json; charset=utf-8' }],
    needs: [],
    fittings: [wellFormed],
    losses: lacking('link', 'remark', 'alignment', 'taken', 'parted-mention'),
    open: ['[\n'],
    row(row, index) {
      const { document, title, segment, status, fa, en } = row;
      const task = {
        id: index + 1,
        data: { fa, en, document, title, segment, state: status },
        annotations: [{ result: regions(row) }],
      };
      return [`${index === 0 ? '' : ',\n'}${jsonLine(task).slice(0, -1)}`];
    },
    close: () => ['\n]\n'],
  };
}

function regions(row: CorpusRow): readonly object[] {
  const sides = new Map<CorpusMention, string[]>();
  const numbers = new Map(row.mentions.map((mention, index) => [mention, index + 1]));
  const marked = (side: Side) => {
    const text = row[side];
    const points = new CodePoints(text);
    return sideMentions(row, side).map(({ mention, from, to }) => {
      const id = `${side}-${numbers.get(mention)}`;
      sides.set(mention, [...(sides.get(mention) ?? []), id]);
      return {
        id,
        from_name: `${side}-label`,
        to_name: side,
        type: 'labels',
        value: {
          start: points.point(from),
          end: points.point(to),
          text: text.slice(from, to),
          labels: [mention.label],
        },
        ...(mention.entity !== null && { meta: { text: [mention.entity] } }),
      };
    });
  };
  const found = [...marked('fa'), ...marked('en')];
  const relations = [...sides.values()].flatMap(([from_id, to_id]) =>
    to_id === undefined ? [] : [{ type: 'relation', from_id, to_id, direction: 'bi', labels: [] }],
  );
  return [...found, ...relations];
}
