import type { Problem } from '../../core/problem.ts';
import { CodePoints } from '../annotation/code-points.ts';
import { oneSided, sideOfName, sideOfText } from '../annotation/one-side.ts';
import { corpusProblem } from '../corpus/problems.ts';
import { batch, type FormatReader, type TextFile } from '../corpus/reading.ts';
import type { CorpusMention, CorpusRow, Side } from '../corpus/row.ts';
import { toldRows } from '../corpus/told-row.ts';
import { type Line, linesOf } from '../text/lines.ts';

/** A mention as it stands in its file. */
interface Annotation {
  readonly id: string;
  readonly label: string;
  /** Code points of the whole text. */
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly line: number;
  readonly isSplit: boolean;
}

/** Reads a text and its annotations from brat: a line of the text is a row, text-bound annotations are its mentions, and their
 *  normalizations the entities. What else stands in the annotations is left out and told; a mention in several pieces is taken
 *  from the first to the last where it stays on its line. The annotations are kept in memory while the text is read. The whole text is on
 *  one side: brat has no place to say which, so the name of the file tells it, or else how the text begins. */
export const bratFiles: FormatReader = {
  files: ['txt', 'ann'],
  async *read([text, annotations]) {
    if (text === undefined || annotations === undefined) {
      yield batch({ problems: [corpusProblem('lines.files', { values: { count: 2, files: 'txt, ann' } })] });
      return;
    }
    const { found, entities, problems, warnings } = await annotationsOf(annotations);
    const { name: file } = annotations;
    yield batch({ problems, warnings });
    found.sort((a, b) => a.from - b.from || b.to - a.to);
    const row = toldRows(text.name);
    let start = 0;
    let next = 0;
    const { side, lines } = await sideOfLines(text);
    for await (const line of lines) {
      const points = new CodePoints(line.text);
      const end = start + points.length;
      const wrong: Problem[] = [];
      const mentions: CorpusMention[] = [];
      for (let each = found[next]; each !== undefined && each.from <= end; each = found[next]) {
        next += 1;
        const range = { from: points.unit(each.from - start), to: points.unit(each.to - start) };
        const marked = line.text.slice(range.from, range.to);
        if (each.to > end || (!each.isSplit && marked !== each.text)) {
          const values = { found: marked.slice(0, 40), text: each.text.slice(0, 40), id: each.id };
          wrong.push(corpusProblem('brat.text', { file, line: each.line, column: 1, values }));
        }
        const entity = entities.get(each.id) ?? null;
        mentions.push({
          id: each.id,
          label: each.label,
          entity,
          entityName: null,
          fa: null,
          en: null,
          [side]: { ...range, text: marked },
        });
      }
      const ends = line.end === '\r\n' ? 2 : 1;
      start = end + ends;
      const rows: CorpusRow[] = line.text.trim() === '' ? [] : [row({ ...oneSided(side, line.text), mentions })];
      yield batch({ rows, problems: wrong });
    }
    const beyond = found.slice(next).map(({ line, id, text: marked }) => {
      const values = { found: '', text: marked.slice(0, 40), id };
      return corpusProblem('brat.text', { file, line, column: 1, values });
    });
    if (beyond.length > 0) yield batch({ problems: beyond });
  },
};

/** Characters by which the side of a text is told. */
const BEGINNING = 4096;

async function sideOfLines({
  name,
  pieces,
}: TextFile): Promise<{ readonly side: Side; readonly lines: AsyncIterable<Line> }> {
  const all = linesOf(pieces)[Symbol.asyncIterator]();
  const begun: Line[] = [];
  for (let length = 0; length < BEGINNING; length += 1 + (begun.at(-1)?.text.length ?? 0)) {
    const next = await all.next();
    if (next.done) break;
    begun.push(next.value);
  }
  async function* lines() {
    yield* begun;
    for (let next = await all.next(); !next.done; next = await all.next()) yield next.value;
  }
  const side = sideOfName(name) ?? sideOfText(begun.map(({ text }) => text).join('\n'));
  return { side, lines: lines() };
}

async function annotationsOf({ name: file, pieces }: TextFile) {
  const found: Annotation[] = [];
  const entities = new Map<string, string>();
  const problems: Problem[] = [];
  const warnings: Problem[] = [];
  for await (const { number: line, text: value } of linesOf(pieces)) {
    const [id = '', head = '', ...rest] = value.split('\t');
    if (value.trim() === '') continue;
    if (/^T\d+$/.test(id)) {
      const [, label, places] = /^([^ ]+) (\d{1,10} \d{1,10}(?:;\d{1,10} \d{1,10})*)$/.exec(head) ?? [];
      if (label === undefined || places === undefined) {
        problems.push(corpusProblem('brat.line', { file, line, column: 1, values: { value: value.slice(0, 40) } }));
        continue;
      }
      const numbers = places
        .split(/[ ;]/)
        .map(Number)
        .sort((a, b) => a - b);
      const [from, to] = [numbers[0] ?? 0, numbers.at(-1) ?? 0];
      found.push({ id, label, from, to, text: rest.join('\t'), line, isSplit: places.includes(';') });
    } else if (/^N\d+$/.test(id)) {
      const [, mention = '', entity] = /^Reference (T\d+) [^:]+:(.+)$/.exec(head) ?? [];
      if (entity !== undefined) entities.set(mention, entity);
    } else
      warnings.push(corpusProblem('brat.left-out', { file, line, column: 1, values: { value: value.slice(0, 40) } }));
  }
  return { found, entities, problems, warnings };
}
