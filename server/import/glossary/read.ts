import type { Checked } from '../../../shared/core/problem.ts';
import { readGlossary } from '../../../shared/formats/glossary/read.ts';
import { type GlossaryFile, glossaryOfTable } from '../../../shared/formats/glossary/table.ts';
import { decode } from '../decode.ts';
import { readXlsx } from '../pair/xlsx.ts';

/** The terms of a file: TBX, CSV, or XLSX, which is a ZIP archive where all else is text. */
export async function glossaryIn(bytes: Uint8Array): Promise<Checked<GlossaryFile>> {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
    const cells = await readXlsx(bytes);
    if (!cells.ok) return cells;
    const rows = cells.value.map((row, at) => row.map((text, column) => ({ text, line: at + 1, column: column + 1 })));
    return glossaryOfTable(rows.filter((row) => row.some(({ text }) => text !== '')));
  }
  const text = decode(bytes);
  return text.ok ? readGlossary(text.value) : text;
}
