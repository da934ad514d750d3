import type { Outline, Statement, Unit } from '../../../shared/core/outline.ts';
import type { Span } from '../../../shared/core/span.ts';
import type { CorpusRow } from '../../../shared/formats/corpus/row.ts';
import { paragraphsOf } from '../../../shared/language/sentences/paragraph.ts';

/** The rows of a document as one source. */
export interface Layout {
  readonly text: string;
  readonly outline: Outline;
  /** Where the Persian of each row stands, in order. */
  readonly ranges: readonly Span[];
  /** What is taken off the beginning of each row's Persian. */
  readonly cut: readonly number[];
}

/** The most characters that separators have between two rows of one document; where there are more, a row is missing. */
const MOST_BETWEEN = 8;

/** Lays the rows of a document out as its source. Where they say how they stood in one, without a gap, they stand so again, and what
 *  stood between them is white space, or a slash where a statement ends; else each follows the one before it. A row without
 *  Persian takes no room. The rows have to have Persian in one of them. */
export function layOut(rows: readonly CorpusRow[]): Layout {
  return asTheyStood(rows) ?? oneByOne(rows);
}

function asTheyStood(rows: readonly CorpusRow[]): Layout | null {
  const pieces: string[] = [];
  let end = 0;
  let before: CorpusRow | null = null;
  for (const row of rows) {
    const gap = row.from - end;
    if (row.to - row.from !== row.fa.length || gap < 0 || gap > MOST_BETWEEN) return null;
    const isNext = before !== null && row.fa !== '' && row.paragraph !== before.paragraph;
    if (isNext && (gap === 0 || row.paragraph !== (before?.paragraph ?? 0) + 1)) return null;
    const isStatement = before !== null && row.fa !== '' && row.statement !== before.statement;
    pieces.push(isNext ? `${' '.repeat(gap - 1)}\n` : between(gap, isStatement), row.fa);
    end = row.to;
    if (row.fa !== '') before = row;
  }
  const text = pieces.join('');
  const ranges = rows.map(({ from, to }) => ({ from, to }));
  const outline = outlineOf(text, rows, ranges);
  const isSame = rows.every(({ fa, paragraph, statement }, index) => {
    const unit = outline.units[index];
    return fa === '' || (unit?.paragraph === paragraph && unit.statement === statement);
  });
  return isSame ? { text, outline, ranges, cut: rows.map(() => 0) } : null;
}

/** So many characters between two rows. */
function between(gap: number, isStatement: boolean): string {
  if (!isStatement || gap < 2) return ' '.repeat(gap);
  return gap === 2 ? '/ ' : ` /${' '.repeat(gap - 2)}`;
}

function oneByOne(rows: readonly CorpusRow[]): Layout {
  const pieces: string[] = [];
  const ranges: Span[] = [];
  const cut: number[] = [];
  let end = 0;
  let before: CorpusRow | null = null;
  for (const row of rows) {
    const { from: left, to: right } = withoutEdges(row.fa);
    const core = row.fa.slice(left, right);
    cut.push(left);
    if (core === '') {
      ranges.push({ from: end, to: end });
      continue;
    }
    const join = before === null ? '' : joint(before, row);
    pieces.push(join, core);
    const from = end + join.length;
    end = from + core.length;
    ranges.push({ from, to: end });
    before = row;
  }
  const text = pieces.join('');
  return { text, outline: outlineOf(text, rows, ranges), ranges, cut };
}

/** What of a row is not white space at its edges; by hand, for a pattern takes quadratic time on a line of spaces. */
function withoutEdges(text: string): Span {
  let from = 0;
  let to = text.length;
  while (text[from] === ' ') from += 1;
  while (to > from && text[to - 1] === ' ') to -= 1;
  return { from, to };
}

function joint(before: CorpusRow, row: CorpusRow): string {
  if (row.paragraph !== before.paragraph) return '\n';
  return row.statement === before.statement ? ' ' : ' / ';
}

/** The structure that the rows tell: paragraphs are the lines of the text, statements what the rows say. */
function outlineOf(text: string, rows: readonly CorpusRow[], ranges: readonly Span[]): Outline {
  const paragraphs = [...paragraphsOf(text)];
  const statements: (Statement & { readonly said: number })[] = [];
  const units: Unit[] = [];
  let paragraph = 0;
  for (const [index, row] of rows.entries()) {
    const { from, to } = ranges[index] ?? { from: 0, to: 0 };
    while (from > (paragraphs[paragraph]?.to ?? text.length)) paragraph += 1;
    const last = statements.at(-1);
    if (from < to) {
      const isLead = row.kind === 'lead';
      if (last === undefined || last.said !== row.statement || last.paragraph !== paragraph) {
        // A row that was drawn over several statements counts to the first of them; the others end where it does.
        const skipped = last === undefined ? 0 : row.statement - last.said - 1;
        for (let more = 0; last !== undefined && more < Math.min(skipped, MOST_BETWEEN); more++) {
          statements.push({ ...last, from: last.to, to: last.to, said: last.said + more + 1 });
        }
        statements.push({ from, to, paragraph, attribution: isLead ? 'lead' : 'none', said: row.statement });
      } else {
        statements[statements.length - 1] = { ...last, to };
      }
    }
    const statement = Math.max(0, statements.length - 1);
    units.push({ from, to, kind: row.kind, paragraph, statement, confidence: row.kind === 'lead' ? 1 : null });
  }
  return { paragraphs, statements: statements.map(({ said: _, ...statement }) => statement), units };
}
