import type { Checked, Problem } from '../../../shared/core/problem.ts';
import { DOCUMENT_MARK, SEGMENT_MARK } from '../../../shared/formats/docx/table.ts';
import { leftOutNotes } from '../../../shared/formats/text/left-out.ts';
import { importProblem, refused } from '../../../shared/formats/text/problems.ts';
import { docxDocument } from '../content.ts';
import { type Block, type Cell, SOFT_BREAK } from '../docx/model.ts';

/** A reviewed file as it was read. */
export interface ReviewFile {
  readonly tables: readonly ReviewTable[];
  readonly notes: readonly Problem[];
}

/** The table of one document. */
export interface ReviewTable {
  readonly document: string;
  readonly version: number;
  readonly rows: readonly ReviewRow[];
}

/** A row of it; texts as they stand in the cells. */
export interface ReviewRow {
  /** As the file counts it; by its place in the table where nothing says so any more. */
  readonly number: number;
  readonly segment: string;
  readonly fa: string;
  readonly en: string;
  readonly state: string;
}

/** The tables of a Word document that `docx-table` has made, whatever a word processor has done to it since: rows are told by the ids in
 *  them. A problem where the file holds none. What was deleted under tracked changes is gone, what was inserted is there. */
export async function readReview(bytes: Uint8Array): Promise<Checked<ReviewFile>> {
  const read = await docxDocument(bytes);
  if (!read.ok) return read;
  const tables: { document: string; version: number; rows: ReviewRow[] }[] = [];
  for (const block of read.value.blocks) {
    if (block.kind === 'paragraph') {
      const found = documentLine.exec(block.text);
      if (found) tables.push({ document: found[1] ?? '', version: Number(found[2]), rows: [] });
      continue;
    }
    const rows = block.rows.flatMap((cells, index) => rowOf(cells, index) ?? []);
    // The line over the table may be gone; its rows alone do not say which document they are of.
    if (rows.length > 0 && tables.length === 0) return refused('review.no-document');
    tables.at(-1)?.rows.push(...rows);
  }
  if (tables.every(({ rows }) => rows.length === 0)) return refused('review.none');
  return { ok: true, value: { tables, notes: leftOutNotes(read.value.leftOut) } };
}

const documentLine = new RegExp(`${DOCUMENT_MARK} (\\S{1,64}) version (\\d{1,9})`);
const segmentLine = new RegExp(`${SEGMENT_MARK}(\\S{1,64})`);

/** The row of a segment; `null` for one without an id, such as the head. */
function rowOf([first, fa, en, state]: readonly Cell[], index: number): ReviewRow | null {
  const own = textOf(first ?? []);
  const segment = segmentLine.exec(own)?.[1];
  if (segment === undefined) return null;
  const told = own.replace(segmentLine, '').trim();
  const number = /^\d{1,9}$/.test(told) ? Number(told) : index;
  return { number, segment, fa: textOf(fa ?? []), en: textOf(en ?? []), state: textOf(state ?? []) };
}

/** What a cell reads, in one line. */
function textOf(cell: Cell): string {
  const text = (block: Block): string =>
    block.kind === 'table' ? block.rows.flat().map(textOf).join(' ') : block.text.replaceAll(SOFT_BREAK, ' ');
  return cell
    .map(text)
    .filter((line) => line !== '')
    .join(' ')
    .replaceAll('\n', ' ');
}

/** A row that is not taken, with its number. */
export function refusedRow(
  rule: Parameters<typeof importProblem>[0],
  { number }: ReviewRow,
  values: Readonly<Record<string, string | number>> = {},
): Problem {
  return importProblem(rule, { values: { row: number, ...values } });
}
