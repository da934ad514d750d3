import type { Problem } from '../../core/problem.ts';
import { oneSided, sideOfName, sideOfText } from '../annotation/one-side.ts';
import { sideOf } from '../corpus/language.ts';
import { batch, oneFile, type PieceReader } from '../corpus/reading.ts';
import type { CorpusMention, CorpusRow } from '../corpus/row.ts';
import { toldRows } from '../corpus/told-row.ts';
import type { Fields } from '../jsonl/fields.ts';
import { fieldsOf } from '../jsonl/read.ts';
import { type Line, LineReader } from '../text/lines.ts';

/** Reads JSON Lines of doccano: `text` with its mentions in `label` or `labels` as `[start, end, label]`, or in `entities` with
 *  `start_offset`, `end_offset` and `label`; UTF-16 units. `lang` says the side; `document`, `title` and `segment`
 *  come back from metadata. */
export const doccanoFile = oneFile('jsonl', doccanoReader);

function doccanoReader(name: string): PieceReader {
  const lines = new LineReader();
  const row = toldRows(name);
  let mentions = 0;
  const read = (found: readonly Line[]) => {
    const rows: CorpusRow[] = [];
    const problems: Problem[] = [];
    for (const line of found) {
      if (line.text.trim() === '') continue;
      const fields = fieldsOf(line);
      if ('rule' in fields) {
        problems.push(fields);
        continue;
      }
      const text = fields.needed('text');
      const side =
        sideOf(fields.holds('lang', 'string') ? (fields.text('lang') ?? '') : '') ??
        sideOfName(name) ??
        sideOfText(text);
      const marked = labelled(fields).map(({ from, to, label }): CorpusMention => {
        mentions += 1;
        if (from > to || to > text.length) {
          fields.refuse('json.range', { field: 'label', found: text.slice(from, to), text: `${from}-${to}` });
        }
        const range = { from, to, text: text.slice(from, to) };
        return { id: `m${mentions}`, label, entity: null, entityName: null, fa: null, en: null, [side]: range };
      });
      const segment = said(fields, 'segment') ?? fields.id('id');
      const named = { document: said(fields, 'document'), title: said(fields, 'title'), segment };
      rows.push(row({ ...oneSided(side, text), ...named, mentions: marked }));
      problems.push(...fields.problems);
    }
    return batch({ rows, problems });
  };
  return { write: (piece) => read(lines.write(piece)), end: () => read(lines.end()) };
}

/** Metadata that is a text: projects have what they like under any name. */
function said(fields: Fields, name: string): string | undefined {
  return fields.holds(name, 'string') ? fields.text(name) : undefined;
}

function labelled(fields: Fields): readonly { readonly from: number; readonly to: number; readonly label: string }[] {
  const triples = [...fields.triples('label'), ...fields.triples('labels')].map(([from, to, label]) => ({
    from,
    to,
    label,
  }));
  const objects = fields.list('entities').map((each) => ({
    from: each.count('start_offset') ?? 0,
    to: each.count('end_offset') ?? 0,
    label: each.needed('label'),
  }));
  return [...triples, ...objects];
}
