import { type Block, type DocxDocument, SOFT_BREAK } from './model.ts';

/** One line a paragraph, in reading order, table cells row by row; a page break inside a paragraph ends a line too, and what
 *  is broken softly stays one line, with a space there. Lists come without their numbers, which are not text in the file,
 *  and the notes last, in the order of their marks. */
export function docxText({ blocks, notes }: DocxDocument): string {
  const lines: string[] = [];
  const marked: string[] = [];
  const read = (some: readonly Block[]) => {
    for (const block of some) {
      if (block.kind === 'table') for (const row of block.rows) for (const cell of row) read(cell);
      else {
        lines.push(block.text.replaceAll(SOFT_BREAK, ' '));
        marked.push(...block.notes);
      }
    }
  };
  read(blocks);
  for (const id of new Set(marked)) read(notes.get(id) ?? []);
  return lines.join('\n');
}
