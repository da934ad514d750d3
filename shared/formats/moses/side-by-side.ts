import type { Problem } from '../../core/problem.ts';
import { corpusProblem } from '../corpus/problems.ts';
import { batch, type FormatReader, type TextFile } from '../corpus/reading.ts';
import type { CorpusRow } from '../corpus/row.ts';
import { type Told, toldRows } from '../corpus/told-row.ts';
import { type Line, linesOf, MAX_LINE } from '../text/lines.ts';

/** Rows that go out at once. */
const BATCH = 500;

/** Reads files whose lines of the same number belong together; `told` makes a row of one line of each, or says what is wrong
 *  with that of the file at `blamed`. Empty lines count; files of different lengths are refused. */
export function sideBySide(
  endings: readonly string[],
  told: (lines: readonly string[], number: number) => Told | Problem,
  blamed = 0,
): FormatReader {
  return {
    files: endings,
    async *read(files) {
      if (files.length < endings.length) {
        const values = { count: endings.length, files: endings.join(', ') };
        yield batch({ problems: [corpusProblem('lines.files', { values })] });
        return;
      }
      const row = toldRows(files[0]?.name ?? '');
      let rows: CorpusRow[] = [];
      for await (const lines of together(files)) {
        const number = lines.find((line) => line !== null)?.number ?? 0;
        const problem = wrong(lines, number);
        const read =
          problem ??
          told(
            lines.map((line) => line?.text ?? ''),
            number,
          );
        const at = problem === null ? blamed : blamedAt(lines);
        if ('rule' in read) yield batch({ problems: [{ ...read, ...(files[at] && { file: files[at].name }) }] });
        else rows.push(row(read));
        if (problem !== null) return;
        if (rows.length < BATCH) continue;
        yield batch({ rows });
        rows = [];
      }
      if (rows.length > 0) yield batch({ rows });
    },
  };
}

/** The lines of the same number, until all files have ended; `null` of a file that has ended before. */
async function* together(files: readonly TextFile[]): AsyncGenerator<readonly (Line | null)[], void> {
  const readers = files.map(({ pieces }) => linesOf(pieces));
  try {
    for (;;) {
      const next = await Promise.all(readers.map((reader) => reader.next()));
      if (next.every(({ done }) => done)) return;
      yield next.map(({ value }) => value ?? null);
    }
  } finally {
    for (const reader of readers) await reader.return();
  }
}

/** Which file has the line that is wrong: one that is too long, or that has ended. */
function blamedAt(lines: readonly (Line | null)[]): number {
  const long = lines.findIndex((line) => line?.isLong);
  return long >= 0 ? long : lines.indexOf(null);
}

function wrong(lines: readonly (Line | null)[], number: number): Problem | null {
  if (lines.some((line) => line?.isLong)) {
    return corpusProblem('lines.long', { line: number, values: { limit: MAX_LINE } });
  }
  const ended = lines.flatMap((line, index) => (line === null ? [index + 1] : []));
  if (ended.length === 0) return null;
  return corpusProblem('lines.count', { line: number, values: { ended: ended.join(', '), count: number - 1 } });
}
