import type { Checked } from '../../shared/core/problem.ts';
import { refused } from '../../shared/formats/text/problems.ts';
import { type DocxElement, docxText } from './docx-text.ts';

/** The text of a Word document, from a package that `safePackage` made: its paragraphs in the order of the body, table
 *  cells row by row, then the footnotes and endnotes in the order of their marks. */
export async function readDocx(safe: Uint8Array): Promise<Checked<string>> {
  const { default: mammoth } = await import('mammoth');
  let text = '';
  try {
    // mammoth's own raw text leaves out notes and line breaks, so its document tree is read instead of its output.
    const transformDocument = (document: DocxElement) => {
      text = docxText(document);
      return { ...document, children: [] };
    };
    await mammoth.convertToHtml({ buffer: Buffer.from(safe) }, { transformDocument });
  } catch (error) {
    const detail = (error instanceof Error ? error.message : String(error)).split('\n', 1)[0] ?? '';
    return refused('file.docx-damaged', { values: { detail } });
  }
  return { ok: true, value: text };
}
