import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Context } from '../../../../server/context.ts';
import { exportBytes } from '../../../../server/export/bytes.ts';
import { exportRows } from '../../../../server/export/rows.ts';
import { statuses } from '../../../../shared/core/status.ts';
import { exportCorpus } from '../../../../shared/formats/export.ts';

/** The Word table of a document, as it goes out. */
export async function reviewFile(ctx: Context, document: string): Promise<Uint8Array> {
  const rows = exportRows(ctx, { documents: [document] });
  const corpus = exportCorpus(rows, { format: 'docx-table', states: statuses, fa: 'fa', en: 'en' });
  const parts: Uint8Array[] = [];
  for await (const { bytes } of exportBytes(corpus)) parts.push(bytes);
  return Buffer.concat(parts);
}

/** The same after somebody has edited its XML; what is to be replaced has to be there. */
export function edited(bytes: Uint8Array, changes: readonly (readonly [from: string, to: string])[]): Uint8Array {
  const parts = unzipSync(bytes);
  let xml = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
  for (const [from, to] of changes) {
    if (!xml.includes(from)) throw new Error(`The file has no "${from}"`);
    xml = xml.replace(from, to);
  }
  return zipSync({ ...parts, 'word/document.xml': strToU8(xml) });
}

/** A text as a run of the file. */
export function run(text: string): string {
  return `<w:t xml:space="preserve">${text}</w:t>`;
}
