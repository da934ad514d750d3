import type { Checked } from '../../../shared/core/problem.ts';
import { refused } from '../../../shared/formats/text/problems.ts';
import { docxLimits, inMiB } from './limits.ts';
import type { ZipEntry } from './zip-archive.ts';

/** The XML of a Word document by its place in the package, unpacked to no more than the limits: what reads it next cannot be
 *  made to fill the memory. Pictures, fonts and whatever lies beside are left behind unread. */
export async function packageParts(entries: readonly ZipEntry[]): Promise<Checked<ReadonlyMap<string, Uint8Array>>> {
  const parts = entries.filter(isPart);
  const declared = total(entries);
  const xml = total(parts);
  if (entries.length > docxLimits.entries) {
    return refused('file.docx-entries', { values: { count: entries.length, limit: docxLimits.entries } });
  }
  if (declared > docxLimits.declared) return tooLarge(declared, docxLimits.declared);
  if (xml > docxLimits.xml) return tooLarge(xml, docxLimits.xml);
  const bomb = entries.map(ratio).find((each) => each > docxLimits.ratio);
  if (bomb !== undefined) return refused('file.docx-ratio', { values: { ratio: Math.round(bomb) } });

  const unpacked = new Map<string, Uint8Array>();
  for (const part of parts) {
    const file = await part.unpack();
    if (file === null) return refused('file.docx-damaged', { values: { detail: part.name } });
    unpacked.set(part.name, file);
  }
  return { ok: true, value: unpacked };
}

/** What a reader of the text needs: the body, its notes, styles and lists, and the relationships between them. */
function isPart({ name }: ZipEntry): boolean {
  return /\.(xml|rels)$/i.test(name) && !/^(customXml|docProps)\//i.test(name);
}

function total(entries: readonly ZipEntry[]): number {
  return entries.reduce((sum, { size }) => sum + size, 0);
}

function ratio({ size, packed }: ZipEntry): number {
  return size > docxLimits.ratioFrom ? size / Math.max(packed, 1) : 1;
}

function tooLarge(size: number, limit: number): Checked<never> {
  return refused('file.docx-too-large', { values: { size: inMiB(size), limit: inMiB(limit) } });
}
